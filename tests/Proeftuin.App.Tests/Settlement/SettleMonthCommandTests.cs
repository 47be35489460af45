// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>A month's income in, the month settled and computed again on the command line, as a person types it: what is wrong ends with code 1 and stores nothing.</summary>
public sealed class SettleMonthCommandTests(Databases databases)
{
    private const string Officer = "mevrouw-inkomen";

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_month_is_delivered_settled_and_computed_again(DatabaseKind kind)
    {
        await using var scene = await Ready(databases, kind);
        var file = await Written(scene, scene.Csv("2 2018-01 450,00 s1 2018-01-25"));

        var accepted = await Run(scene, "income", "import", file, "--month", "2018-01", "--source", "salaris");
        var settled = await Run(scene, "settle", "month", "--month", "2018-01");
        var again = await Run(scene, "settle", "recompute", "--month", "2018-01");

        accepted.ExitCode.ShouldBe(0, accepted.Error);
        accepted.Output.ShouldContain("1 rijen; 1 nieuw, 0 gecorrigeerd, 0 al bekend");
        settled.ExitCode.ShouldBe(0, settled.Error);
        // three norms of 942,51, and in the group 942,51 - (450 - 199)
        Plain(settled.Output)
            .ShouldContain(
                "januari 2018, 4 huishoudens; 4 verrekeningen, waarvan 0 correcties; 0 kunnen niet. Uitkering € 3.519,04, te betalen € 3.519,04."
            );
        again.ExitCode.ShouldBe(0, again.Error);
        again.Output.ShouldContain("4 komen op de letter gelijk uit, 0 komen anders uit");
        (await scene.Store.Ledger())
            .Select(l => l.Action)
            .Where(a => a.StartsWith("verrekening", StringComparison.Ordinal))
            .ShouldBe(["verrekening.begonnen", "verrekening.deel", "verrekening.klaar", "verrekening.nagerekend"]);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_plain_Dutch_and_stores_nothing()
    {
        await using var scene = await Ready(databases, DatabaseKind.Sqlite);
        var broken = await Written(scene, scene.Csv("2 2018-01 -450,00 s1 2018-01-25"));
        string[] import = ["income", "import", broken, "--source", "salaris", "--month"];

        await Refuses(scene, [.. import, "2018-01"], "De levering heeft 1 fout. Er wordt niets van gebruikt.");
        await Refuses(scene, [.. import, "maart"], "'maart' bij --month is niet te begrijpen");
        await Refuses(
            scene,
            ["income", "import", "niet.csv", "--source", "salaris", "--month", "2018-01"],
            "Het bestand niet.csv bestaat niet"
        );
        await Refuses(scene, ["settle", "month", "--month", "2199-01"], "is nog niet begonnen");
        await Refuses(scene, ["settle", "recompute", "--month", "2018-13"], "'2018-13' bij --month");
        var wrong = await Terminal.RunAs(
            "niemand",
            Site.Password,
            Full(scene, "settle", "month", "--month", "2018-01")
        );
        wrong.ExitCode.ShouldBe(1);

        (await scene.Store.Rows<IncomeRow>()).ShouldBeEmpty();
        (await scene.Store.Rows<StatementRow>()).ShouldBeEmpty();
        var missing = await Terminal.Run("settle", "month");
        missing.ExitCode.ShouldBe(2);
        missing.Error.ShouldContain("--month");
    }

    [Fact]
    public async Task A_statement_that_was_changed_past_the_program_ends_the_computing_again_with_code_1()
    {
        await using var scene = await Ready(databases, DatabaseKind.Sqlite);
        (await scene.Settle("2018-01", new(2018, 2, 8))).OrThrow();
        scene.Store.Sql("DROP TRIGGER once_Statement_UPDATE");
        scene.Store.Sql("UPDATE \"Statement\" SET \"Lines\" = replace(\"Lines\", '94251', '94252')");

        var again = await Run(scene, "settle", "recompute", "--month", "2018-01");

        again.ExitCode.ShouldBe(1);
        again.Output.ShouldContain("0 komen op de letter gelijk uit, 0 komen anders uit, 4 zijn na het opschrijven");
    }

    private static async Task<SettleScene> Ready(Databases databases, DatabaseKind kind)
    {
        var scene = await SettleScene.New(databases, kind);
        await scene.Store.AddAccount(Officer, Site.Password, [Role.IncomeOfficer]);
        return scene;
    }

    private static async Task<string> Written(SettleScene scene, string csv)
    {
        var file = scene.Store.Options.KeyFile + ".csv";
        await File.WriteAllTextAsync(file, csv);
        return file;
    }

    private static async Task Refuses(SettleScene scene, string[] args, string says)
    {
        var said = await Run(scene, args);
        said.ExitCode.ShouldBe(1, said.Error);
        said.Output.ShouldBeEmpty();
        said.Error.ShouldContain(says);
    }

    private static Task<Terminal> Run(SettleScene scene, params string[] args) =>
        Terminal.RunAs(Officer, Site.Password, Full(scene, args));

    private static string[] Full(SettleScene scene, params string[] args) =>
        [.. args, "--db", scene.Store.Options.Connection, "--keys", scene.Store.Options.KeyFile];

    /// <summary>The space after € does not break; here it does not matter which one it is.</summary>
    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
