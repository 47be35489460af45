// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Design;

public sealed class ExperimentPagesTests(Databases databases)
{
    [Fact]
    public async Task A_project_leader_starts_an_experiment_and_reads_its_protocol_with_findings()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);

        await lead.Open("/experimenten");
        lead.Text.ShouldContain("Uw gemeente heeft nog geen experiment.");
        await lead.Open("/experimenten/nieuw");
        await lead.Submit(
            "Experiment beginnen",
            ("Shipped", "groningen-2017"),
            ("Reason", "raadsbesluit van 29 maart 2017")
        );
        await lead.Follow();

        lead.Path.ShouldBe("/experimenten/groningen-2017");
        lead.Text.ShouldContain("Het experiment is begonnen.");
        lead.Text.ShouldContain("8 bevindingen, waarvan 0 fouten");
        lead.Text.ShouldContain("Indienen aanvraag voor deelname bij ministerie van SZW");
        lead.Text.ShouldContain("Register: nog niet ingelezen.");

        await lead.Open("/experimenten/groningen-2017/protocol");
        lead.Status.ShouldBe(HttpStatusCode.OK);
        lead.Text.ShouldContain("Dit protocol is getoetst met de regels die golden op 1 juli 2017.");
        lead.Text.ShouldContain(
            "artikel 5 lid 1 onder a Tijdelijk besluit (ontwerp: artikel 6 lid 1 sub a Tijdelijk besluit)"
        );
        lead.Text.ShouldContain("€ 875.000,00");
        lead.Text.ShouldContain(ShippedProtocols.Text("groningen-2017").Sha256);
        lead.Page.QuerySelectorAll("table").Length.ShouldBeGreaterThan(8);
        lead.Page.QuerySelectorAll("table").ShouldAllBe(t => t.QuerySelector("caption") != null);

        var entry = (await store.Ledger()).Single(e => e.Action == "experiment.begonnen");
        entry.Reason.ShouldBe("raadsbesluit van 29 maart 2017");
    }

    [Theory]
    [InlineData("oss-2017")]
    [InlineData("twenterand-2018")]
    [InlineData("vlaardingen-2024")]
    [InlineData("wageningen-2017")]
    public async Task Every_protocol_can_be_shown_and_says_what_cannot_run_yet(string slug)
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open("/experimenten/nieuw");
        await lead.Submit("Experiment beginnen", ("Shipped", slug), ("Reason", "proef"), ("WithDemoValues", "true"));

        await lead.Open($"/experimenten/{slug}");
        lead.Text.Contains("Wat nog niet kan", StringComparison.Ordinal).ShouldBe(slug is not "vlaardingen-2024");
        await lead.Open($"/experimenten/{slug}/protocol?op=2018-12-18");
        lead.Status.ShouldBe(HttpStatusCode.OK);
        lead.Text.ShouldContain("golden op 18 december 2018");
        lead.Text.Contains("demo-aanvulling", StringComparison.Ordinal)
            .ShouldBe(slug is "oss-2017" or "wageningen-2017" or "vlaardingen-2024");
    }

    [Fact]
    public async Task An_upload_with_faults_shows_every_line_and_stores_nothing()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        var text = ShippedProtocols.Text("groningen-2017");
        var broken = text
            .Yaml.Replace("steekproef: 1200", "steekproef: 1.200", StringComparison.Ordinal)
            .Replace("klaar: 2017-03-29", "klaar: 2017-02-30", StringComparison.Ordinal);

        await lead.Open("/experimenten/nieuw");
        await lead.Upload(
            "Experiment beginnen",
            [("ProtocolFile", "eigen.yaml", broken), ("AnalysisPlan", "plan.md", text.AnalysisPlan!)],
            ("Reason", "proef")
        );

        lead.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        lead.Text.ShouldContain("'1.200' bij 'steekproef' is geen geheel getal.");
        lead.Text.ShouldContain("De datum '2017-02-30' bij 'klaar' bestaat niet");
        lead.Text.ShouldContain("Regel ");
        (await store.Rows<ExperimentRow>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_amendment_shows_the_differences_before_it_is_recorded()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        var text = ShippedProtocols.Text("groningen-2017");
        await lead.Open("/experimenten/nieuw");
        await lead.Submit("Experiment beginnen", ("Shipped", "groningen-2017"), ("Reason", "proef"));

        await lead.Open("/experimenten/groningen-2017/protocol/wijzigen");
        var changed = text.Yaml.Replace("streefaantal: 500", "streefaantal: 700", StringComparison.Ordinal);
        await lead.Upload("Verschillen bekijken", [("ProtocolFile", "nieuw.yaml", changed)]);
        lead.Status.ShouldBe(HttpStatusCode.OK);
        lead.Text.ShouldContain("deelname/streefaantal500700");
        (await store.Rows<ProtocolVersionRow>()).Count.ShouldBe(1);

        await lead.Submit("Nieuwe versie vastleggen", ("Reason", "meer belangstelling"));
        await lead.Follow();
        lead.Text.ShouldContain("Versie 2 van het protocol is vastgelegd.");
        lead.Text.ShouldContain("meer belangstelling");
        (await store.Rows<ProtocolVersionRow>()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_reason_or_a_protocol_nothing_starts()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open("/experimenten/nieuw");
        await lead.Submit("Experiment beginnen", ("Shipped", "groningen-2017"), ("Reason", " "));
        lead.Text.ShouldContain("Vul een reden in.");
        await lead.Submit("Experiment beginnen", ("Shipped", ""), ("Reason", "proef"));
        lead.Text.ShouldContain("Kies een meegeleverd protocol of een eigen bestand.");
        (await store.Rows<ExperimentRow>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_post_of_the_same_form_starts_nothing_twice()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open("/experimenten/nieuw");
        await lead.Submit("Experiment beginnen", ("Shipped", "groningen-2017"), ("Reason", "proef"));
        await lead.Repeat();
        (await store.Rows<ExperimentRow>()).Count.ShouldBe(1);
        (await store.Ledger()).Count(e => e.Action == "experiment.begonnen").ShouldBe(1);
    }

    [Fact]
    public async Task An_experiment_that_is_not_there_is_not_found()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var researcher = await site.SignIn(Role.Researcher);
        await researcher.Open("/experimenten/bestaat-niet/protocol");
        researcher.Status.ShouldBe(HttpStatusCode.NotFound);
        await researcher.Open("/experimenten/nieuw");
        researcher.Status.ShouldNotBe(HttpStatusCode.OK);
    }
}
