// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Proeftuin.App.Rehearsal;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Rehearsal;

/// <summary>A municipality rehearses its own plan before it asks anybody.</summary>
public sealed class RehearsalPagesTests(Databases databases)
{
    private const string Address = "/experimenten/wageningen-2017/proefdraaien";

    [Fact]
    public async Task A_project_leader_rehearses_the_own_protocol_and_the_administration_stays_empty()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await Begin(site);

        await lead.Open(Address);
        lead.Text.ShouldContain("Er is nog niet proefgedraaid.");
        await lead.Submit(
            "Proefdraai starten",
            ("Households", "60"),
            ("Months", "2"),
            ("Seed", "5"),
            ("Assumptions", AssumptionsFile.Shipped("wageningen-2017"))
        );
        await lead.Follow();
        var page = lead.Path;
        await Until(lead, page, () => lead.Text.Contains("Uitkomst van de proefdraai", StringComparison.Ordinal));

        lead.Text.ShouldContain("Deze aannames zijn verzonnen.");
        lead.Text.ShouldContain("Later ingestapt");
        lead.Page.QuerySelectorAll("table").ShouldAllBe(t => t.QuerySelector("caption") != null);
        (await store.Rows<PersonRow>()).ShouldBeEmpty();
        (await store.Rows<ParticipantRow>()).ShouldBeEmpty();
        var row = (await store.Rows<RehearsalRow>()).Single();
        row.OutcomeSha256.ShouldBe(RehearsalResult.HashOf(row.Outcome!));
        var entries = (await store.Ledger())
            .Where(e => e.Action.StartsWith("proefdraai.", StringComparison.Ordinal))
            .ToList();
        entries.Select(e => e.Action).ShouldBe(["proefdraai.gestart", "proefdraai.speelt", "proefdraai.klaar"]);
        entries[^1].Receipt.ShouldBe(row.OutcomeSha256);
        await lead.Open(Address);
        lead.Text.ShouldContain("klaar");
    }

    [Fact]
    public async Task A_running_rehearsal_can_be_stopped()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await Begin(site);
        await lead.Open(Address);
        await lead.Submit(
            "Proefdraai starten",
            ("Households", "3000"),
            ("Months", ""),
            ("Seed", "5"),
            ("Assumptions", AssumptionsFile.Shipped("wageningen-2017"))
        );
        await lead.Follow();
        var page = lead.Path;
        await lead.Submit("Stop de proefdraai");
        await Until(lead, page, () => lead.Text.Contains("op verzoek gestopt", StringComparison.Ordinal));

        (await store.Rows<RehearsalRow>()).Single().Outcome.ShouldBeNull();
        (await store.Ledger())[^1].Action.ShouldBe("proefdraai.zonder-uitkomst");
    }

    [Fact]
    public async Task Faulty_assumptions_start_nothing_and_a_researcher_may_only_look()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await Begin(site);
        await lead.Open(Address);
        await lead.Submit(
            "Proefdraai starten",
            ("Households", "60"),
            ("Seed", "5"),
            ("Assumptions", "proefdraai: zoek\n")
        );
        lead.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        lead.Text.ShouldContain("Deze aannames zijn voor 'zoek'.");
        (await store.Rows<RehearsalRow>()).ShouldBeEmpty();

        var researcher = await site.SignIn(Role.Researcher);
        await researcher.Open(Address);
        researcher.Status.ShouldBe(HttpStatusCode.OK);
        researcher.Text.ShouldNotContain("Nieuwe proefdraai");
    }

    private static async Task<Visitor> Begin(Site site)
    {
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open("/experimenten/nieuw");
        await lead.Submit(
            "Experiment beginnen",
            ("Shipped", "wageningen-2017"),
            ("Reason", "proef"),
            ("WithDemoValues", "true")
        );
        return lead;
    }

    private static async Task Until(Visitor visitor, string page, Func<bool> isThere)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            await visitor.Open(page);
            if (isThere())
            {
                return;
            }

            await Task.Delay(200);
        }

        isThere().ShouldBeTrue(visitor.Text);
    }
}
