// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Monitoring;

/// <summary>The figures over HTTP, without script: from a delivery to the tables, a frozen table that stays, and a person's facts.</summary>
public sealed class MonitorPagesTests(Databases databases)
{
    private const string Figures = "/experimenten/wageningen-2017/cijfers";

    [Fact]
    public async Task A_late_exit_changes_last_months_table_but_not_the_frozen_one()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var lead = await site.SignIn(Role.ProjectLead);
        await Deliver(lead, scene.Turns("0 uitstroom 2018-01-01 werk"));
        lead.Text.ShouldContain("Nieuwe feiten1");

        await lead.Open($"{Figures}?tel=2018-04-01&groep=geloot");
        Row(lead, "Tabel: uitstroom naar werk", "Zelf in actie").ShouldBe("geloot 2 0 1 50,0% 1 50,0% 1 1");
        await lead.Open($"{Figures}/bevriezen?tel=2018-04-01");
        await lead.Submit("Bevries", ("Why", "Eindrapportage"));
        await lead.Follow();
        lead.Text.ShouldContain("Er is sinds het bevriezen niets veranderd aan deze cijfers.");
        var frozen = lead.Path;
        await lead.Open(frozen + "?handler=Document");
        var bytes = lead.Html;

        await Deliver(lead, scene.Turns("4 uitstroom 2018-02-01 werk"));

        await lead.Open($"{Figures}?tel=2018-04-01");
        Row(lead, "Tabel: uitstroom naar werk", "Zelf in actie").ShouldBe("geloot 2 0 2 100,0% 2 100,0% 2 0");
        await lead.Open(frozen);
        lead.Text.ShouldContain("Sinds het bevriezen zijn er feiten bijgekomen of gecorrigeerd.");
        Row(lead, "Bevroren uitstroom: Iedereen die geloot is", "Zelf in actie").ShouldBe("bevroren 2 0 1 1 1 1");
        await lead.Open(frozen + "?handler=Document");
        lead.Html.ShouldBe(bytes);
        (await scene.Store.Ledger())
            .Select(e => e.Action)
            .Where(a => a is "feiten.ingelezen" or "cijfers.bevroren")
            .ShouldBe(["feiten.ingelezen", "cijfers.bevroren", "feiten.ingelezen"]);
    }

    [Fact]
    public async Task Every_figure_opens_its_definition_and_each_population_has_its_own_table()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var researcher = await site.SignIn(Role.Researcher);

        await researcher.Open($"{Figures}?tel=2018-04-01&groep=niet-gestopt");

        researcher.Text.ShouldContain("Dit is de noemer die Wageningen publiceerde.");
        researcher.Text.ShouldContain("Mensen van wie de uitkering op of voor de teldatum minstens één keer eindigde");
        researcher.Page.QuerySelectorAll("svg[role=img]").Length.ShouldBeGreaterThan(2);
        researcher.Page.QuerySelectorAll("details[id^=definitie-]").Length.ShouldBeGreaterThan(10);
        researcher.Html.ShouldNotContain("Bevries de cijfers op deze teldatum");
    }

    [Fact]
    public async Task A_delivery_with_defects_ends_at_its_report_and_nothing_is_stored()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var lead = await site.SignIn(Role.ProjectLead);

        await Deliver(lead, scene.Turns("0 uitstroom 2010-01-01 werk"));

        lead.Path.ShouldStartWith("/feiten/meldingen/");
        lead.Text.ShouldContain("UITSTROOM-VOOR-BEGIN");
        lead.Html.ShouldNotContain(scene.Of("0"));
        (await scene.Store.Rows<BenefitEventRow>()).ShouldBeEmpty();
        (await scene.Store.Ledger())[^1].Action.ShouldBe("feiten.geweigerd");
    }

    [Fact]
    public async Task A_return_that_waits_is_a_task_until_somebody_reports_the_exit_on_the_persons_page()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var lead = await site.SignIn(Role.ProjectLead);
        await Deliver(lead, scene.Turns("0 herinstroom 2018-03-01"));

        await lead.Open("/");
        lead.Text.ShouldContain("1 herinstroom wacht op de uitstroom");
        await lead.Open($"/feiten/{scene.Participants[0]}");
        lead.Text.ShouldContain("wacht op de uitstroom");
        await lead.Submit(
            "Leg vast",
            ("Turn", "Exit"),
            ("On", "2018-01-01"),
            ("ReasonCode", "werk"),
            ("Why", "Gebeld met de werkgever")
        );
        await lead.Follow();

        lead.Text.ShouldContain("Vastgelegd. De cijfers tellen dit mee.");
        lead.Text.ShouldNotContain("wacht op de uitstroom");
        await lead.Open("/");
        lead.Text.ShouldNotContain("wacht op de uitstroom");
        (await scene.Store.Ledger()).Count(e => e.Action == "feiten.bekeken").ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_case_manager_opens_the_own_caseload_only()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var manager = await site.SignIn(Role.CaseManager);

        (await manager.Open($"/feiten/{scene.Participants[0]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.Open(Figures)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_exit_without_a_reason_is_refused_kindly_and_nothing_is_written()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open($"/feiten/{scene.Participants[0]}");

        await lead.Submit("Leg vast", ("Turn", "Exit"), ("On", "2018-01-01"), ("Why", "Post"));

        lead.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        lead.Text.ShouldContain("Kies de reden van uitstroom.");
        (await scene.Store.Rows<BenefitEventRow>()).ShouldBeEmpty();
    }

    private static async Task Deliver(Visitor lead, string csv)
    {
        await lead.Open("/feiten/inlezen");
        await lead.Upload(
            "Controleer en lees in",
            [("Delivery", "feiten.csv", csv)],
            ("DeliveredMonth", "2018-03"),
            ("Source", "uitdraai")
        );
        await lead.Follow();
        for (var i = 0; i < 200 && lead.SentTo is null && lead.Text.Contains("Voortgang"); i++)
        {
            await Task.Delay(50);
            await lead.Open(lead.Path);
        }

        if (lead.SentTo is not null)
        {
            await lead.Follow();
        }
    }

    /// <summary>The cells after the heading of the first row with this heading, in the table of this region.</summary>
    private static string Row(Visitor visitor, string region, string heading) =>
        string.Join(
            ' ',
            visitor
                .Page.QuerySelector($"[aria-label='{region}']")!
                .QuerySelectorAll("tbody tr")
                .First(r => r.QuerySelector("th")!.TextContent.Trim() == heading)
                .QuerySelectorAll("td")
                .Select(c => c.TextContent.Trim())
        );
}
