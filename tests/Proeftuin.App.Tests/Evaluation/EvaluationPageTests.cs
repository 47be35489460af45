// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Proeftuin.App.Design;
using Proeftuin.App.Evaluation;
using Proeftuin.App.Evaluation.Reading;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Monitoring;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;
using static Proeftuin.App.Tests.Evaluation.SyntheticStudy;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary>The evaluation as a researcher sees it, on invented people whose figures R computed.</summary>
public sealed class EvaluationPageTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    private static readonly string[] Sections =
    [
        "uitkomsten",
        "mensen",
        "maanden",
        "uitstroom",
        "deelgroepen",
        "niet-geloot",
        "anders-gerekend",
    ];

    [Theory, MemberData(nameof(Both))]
    public async Task A_plan_that_was_committed_at_the_draw_is_not_exploratory_and_the_main_answers_come_first(
        DatabaseKind kind
    )
    {
        await using var scene = await EvaluatedScene.New(databases, kind);
        await using var site = new Site(scene.Store);
        var researcher = await site.SignIn(Role.Researcher);

        await researcher.Open(scene.Address);

        researcher.Status.ShouldBe(HttpStatusCode.OK);
        researcher.Text.ShouldContain("Uitgevoerd zoals vóór de loting is vastgelegd.");
        researcher.Text.ShouldNotContain("Verkennend");
        var heading = researcher.Page.QuerySelectorAll("h2")[0].TextContent;
        heading.ShouldBe("Uitstroom naar werk: iedereen die geloot is");
        // R's estimate, in percentage points with one decimal
        var value = Math.Round(R($"itt/gross/{Arms[0]}", "value") * 100, 1, MidpointRounding.AwayFromZero);
        researcher.Text.ShouldContain(
            $"Het verschil is {value.ToString("0.0", CultureInfo.GetCultureInfo("nl-NL"))} procentpunt"
        );
        foreach (var section in Sections)
        {
            researcher.Page.QuerySelector($"a[href='{scene.Address}/{section}']").ShouldNotBeNull(section);
        }
    }

    [Fact]
    public async Task Data_of_another_count_date_are_exploratory_on_every_page_and_it_says_why()
    {
        await using var scene = await EvaluatedScene.New(databases, DatabaseKind.Sqlite);
        var set = await EvaluatedScene.FreezeAnother(scene.Store, new DateOnly(2018, 4, 1));
        var address = $"/experimenten/{EvaluatedScene.Experiment}/evaluatie/{set}";
        await using var site = new Site(scene.Store);
        var researcher = await site.SignIn(Role.Researcher);

        await researcher.Open(address);
        researcher.Text.ShouldContain("Verkennend. Deze analyse wijkt af van wat vóór de loting is vastgelegd.");
        researcher.Text.ShouldContain("Geteld op 1 april 2018; de teldatum van het protocol is");
        researcher.Text.ShouldNotContain("Uitgevoerd zoals");

        await researcher.Open($"{address}/deelgroepen");
        researcher.Text.ShouldContain("Verkennend.");
        researcher.Page.QuerySelector($".pt-warning a[href='{address}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_section_has_its_tables_and_every_picture_has_its_figures_in_one()
    {
        await using var scene = await EvaluatedScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var researcher = await site.SignIn(Role.Researcher);
        foreach (var section in Sections)
        {
            await researcher.Open($"{scene.Address}/{section}");
            researcher.Status.ShouldBe(HttpStatusCode.OK, section);
            var pictures = researcher.Page.QuerySelectorAll("svg[role=img]").Length;
            researcher
                .Page.QuerySelectorAll("table")
                .Length.ShouldBeGreaterThanOrEqualTo(Math.Max(1, pictures), section);
            researcher.Page.QuerySelectorAll("h1").Length.ShouldBe(1);
            researcher.Page.QuerySelectorAll("h3").ShouldBeEmpty();
        }

        await researcher.Open($"{scene.Address}/bestaat-niet");
        researcher.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Withdrawn_data_are_counted_as_a_missing_outcome()
    {
        await using var scene = await EvaluatedScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var auditor = await site.SignIn(Role.Auditor);

        await auditor.Open($"{scene.Address}/mensen");

        var table = auditor.Page.QuerySelectorAll("table")[0];
        var heads = table.QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()).ToList();
        long Sum(string column) =>
            table
                .QuerySelectorAll("tbody tr")
                .Sum(r =>
                    long.Parse(
                        r.Children[heads.IndexOf(column)].TextContent.Replace(".", "", StringComparison.Ordinal),
                        CultureInfo.InvariantCulture
                    )
                );
        Sum("Geloot").ShouldBe(460);
        Sum("Ingetrokken").ShouldBe((long)R("missing", "total"));
        Sum("Uitkomst bekend").ShouldBe(460 - (long)R("missing", "total"));
    }

    [Fact]
    public async Task Another_plan_is_exploratory_with_every_deviation_named()
    {
        await using var scene = await EvaluatedScene.New(databases, DatabaseKind.Sqlite);
        var other = ShippedProtocols
            .Text("wageningen-2017")
            .AnalysisPlan!.Replace("wie_stopte: telt_mee", "wie_stopte: uitkomst_ontbreekt", StringComparison.Ordinal)
            .Replace("correctie: holm", "correctie: bonferroni", StringComparison.Ordinal);

        var view = (
            await scene.Store.Use(
                (EvaluateExperiment use) =>
                    use.Handle(
                        new(EvaluatedScene.Experiment, OtherPlan: other),
                        scene.Store.Actor(Role.Researcher),
                        CancellationToken.None
                    )
            )
        ).OrThrow();

        view.Report.IsExploratory.ShouldBeTrue();
        string[] parts = ["de vingerafdruk is anders", "wie stopte", "de correctie."];
        foreach (var part in parts)
        {
            view.Report.Deviations.ShouldContain(d => d.Message.Contains(part, StringComparison.Ordinal));
        }

        view.Report.Deviations.Count.ShouldBe(parts.Length);
    }

    [Fact]
    public async Task Without_a_committed_plan_nothing_is_carried_out_on_the_page()
    {
        await using var scene = await EvaluatedScene.New(databases, DatabaseKind.Sqlite, drawn: false);
        await using var site = new Site(scene.Store);
        var researcher = await site.SignIn(Role.Researcher);

        await researcher.Open(scene.Address);

        researcher.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        researcher.Text.ShouldContain("Er is geen analyseplan dat kan worden uitgevoerd");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_municipality_finds_nothing(DatabaseKind kind)
    {
        await using var scene = await EvaluatedScene.New(databases, kind);
        var stranger = Store.ActorIn(scene.Store.OtherMunicipality, Role.Researcher);

        var evaluated = await scene.Store.Use(
            (EvaluateExperiment use) =>
                use.Handle(new(EvaluatedScene.Experiment, scene.DataSet), stranger, CancellationToken.None)
        );
        var again = await scene.Store.Use(
            (SeeStudyData use) =>
                use.MakeAgain(EvaluatedScene.Experiment, scene.DataSet, stranger, CancellationToken.None)
        );

        evaluated.Why.ShouldHaveSingleItem().ShouldBeOfType<NoSuchExperiment>();
        again.Why.ShouldHaveSingleItem().ShouldBeOfType<NoSuchStudyData>();
    }

    [Fact]
    public async Task All_figures_can_be_taken_along_in_one_flat_table()
    {
        await using var scene = await EvaluatedScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var signer = await site.SignIn(Role.SecondSigner);

        await signer.Open($"{scene.Address}?handler=Figures");

        var rows = signer.Html.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        rows[0].ShouldStartWith("section,outcome,whom,by_lot,of,part,figure,unit,value");
        Sections.ShouldAllBe(s => rows.Any(r => r.StartsWith(s + ",", StringComparison.Ordinal)));
        await signer.Open($"{scene.Address}/nagemaakt");
        signer.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_data_set_that_is_not_made_of_these_facts_is_said_to_be_another()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        var set = await EvaluatedScene.FreezeAnother(scene.Store, new DateOnly(2018, 4, 1));
        await using var site = new Site(scene.Store);
        var auditor = await site.SignIn(Role.Auditor);

        await auditor.Open($"/experimenten/{FactScene.Experiment}/evaluatie/{set}/nagemaakt");
        await auditor.Submit("Maak opnieuw en vergelijk");
        await auditor.Follow();

        auditor.Text.ShouldContain("is opnieuw gemaakt en is NIET hetzelfde");
        (await scene.Store.Ledger()).Count(e => e.Action == "dataset.nagemaakt").ShouldBe(1);
    }
}
