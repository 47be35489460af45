// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Design;
using Proeftuin.App.Evaluation;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.Monitoring;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;
using static Proeftuin.App.Tests.Evaluation.SyntheticStudy;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary><c>proeftuin evaluate --experiment</c> as a researcher runs it.</summary>
public sealed class EvaluateExperimentCommandTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_json_holds_every_figure_with_all_digits_of_R(DatabaseKind kind)
    {
        await using var scene = await EvaluatedScene.New(databases, kind);
        var said = await Run(scene.Store, "--format", "json");

        said.ExitCode.ShouldBe(0, said.Error);
        using var report = JsonDocument.Parse(said.Output);
        report.RootElement.GetProperty("exploratory").GetBoolean().ShouldBeFalse();
        var rows = report.RootElement.GetProperty("figures").EnumerateArray().ToList();
        var mine = rows.Single(r =>
            Is(r, "section", "uitkomsten")
            && Is(r, "figure", "verschil")
            && Is(r, "outcome", "uitstroom naar werk")
            && Is(r, "whom", "iedereen die geloot is")
            && Is(r, "of", "Zelf in actie tegenover onderzoeksgroep")
            && r.GetProperty("level").GetDouble() is > 0.94
        );
        foreach (
            var (column, part) in new[]
            {
                ("value", "value"),
                ("standard_error", "se"),
                ("lower", "lower"),
                ("p", "p_lot"),
                ("n", "n"),
            }
        )
        {
            mine.GetProperty(column).GetDouble().ShouldBe(R($"itt/gross/{Arms[0]}", part), 1e-8, column);
        }

        rows.ShouldAllBe(r => r.GetProperty("definition").GetString()!.Length > 0);
        rows.Where(r => r.GetProperty("value").ValueKind == JsonValueKind.Number)
            .ShouldAllBe(r => r.GetProperty("method").ValueKind == JsonValueKind.String || Is(r, "figure", "verschil"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_csv_has_the_same_rows(DatabaseKind kind)
    {
        await using var scene = await EvaluatedScene.New(databases, kind);
        var csv = await Run(scene.Store, "--format", "csv");

        csv.ExitCode.ShouldBe(0, csv.Error);
        var rows = csv.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        rows.Count(r => r.StartsWith("maanden,", StringComparison.Ordinal)).ShouldBeGreaterThan(100);
        rows.ShouldContain(r =>
            r.Contains("\"gelijkheid na koppelen\"", StringComparison.Ordinal)
            && r.Contains("\"leeftijd\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_text_says_that_another_plan_is_exploratory_and_a_wrong_one_is_refused_with_its_line()
    {
        await using var scene = await EvaluatedScene.New(databases, DatabaseKind.Sqlite);
        var plan = ShippedProtocols.Text("wageningen-2017").AnalysisPlan!;
        var file = scene.Store.Options.KeyFile + ".yaml";

        await File.WriteAllTextAsync(
            file,
            plan.Replace("herhalingen: 2000", "herhalingen: 1000", StringComparison.Ordinal)
        );
        var other = await Run(scene.Store, "--plan", file);
        await File.WriteAllTextAsync(file, plan.Replace("correctie: holm", "correctie: hol", StringComparison.Ordinal));
        var wrong = await Run(scene.Store, "--plan", file);

        other.Output.ShouldContain("VERKENNEND");
        other.Output.ShouldContain("verschil in kenmerken, in standaarddeviaties");
        other.Output.ShouldContain("Vastgelegd: 2.000. Nu: 1.000.");
        wrong.ExitCode.ShouldBe(1);
        wrong.Output.ShouldBeEmpty();
        wrong.Error.ShouldContain("'hol'");
    }

    [Fact]
    public async Task Made_again_the_exit_code_says_whether_the_bytes_are_the_same()
    {
        await using var same = await FactScene.New(databases, DatabaseKind.Sqlite);
        (await same.Deliver(same.Turns("0 uitstroom 2018-01-01 werk"), new(2018, 4, 10))).OrThrow();
        (
            await same.Store.Use(
                (FreezeStudyData use) =>
                    use.Handle(
                        new(FactScene.Experiment, new DateOnly(2018, 4, 1), null, Store.Because()),
                        same.Lead,
                        CancellationToken.None
                    )
            )
        ).OrThrow();
        var equal = await Run(same.Store, "--again");
        await EvaluatedScene.FreezeAnother(same.Store, new DateOnly(2018, 4, 1));
        var different = await Run(same.Store, "--again");

        equal.ExitCode.ShouldBe(0, equal.Error);
        equal.Output.ShouldContain("is precies hetzelfde");
        different.ExitCode.ShouldBe(1);
        different.Error.ShouldContain("NIET hetzelfde");
    }

    private static async Task<Terminal> Run(Store store, params string[] options)
    {
        var researcher = $"onderzoeker-{Guid.CreateVersion7()}";
        await store.AddAccount(researcher, Site.Password, [Role.Researcher]);
        return await Terminal.RunAs(
            researcher,
            Site.Password,
            [
                "evaluate",
                "--experiment",
                EvaluatedScene.Experiment,
                "--db",
                store.Options.Connection,
                "--keys",
                store.Options.KeyFile,
                .. options,
            ]
        );
    }

    private static bool Is(JsonElement row, string column, string value) => row.GetProperty(column).ValueEquals(value);
}
