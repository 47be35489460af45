// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.WhatIf;
using Proeftuin.Core;
using Proeftuin.Core.Settlement.WhatIf;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.WhatIf;

/// <summary>proeftuin whatif, as a person types it, and the two files it reads.</summary>
public sealed class WhatIfCommandTests : IDisposable
{
    private const string Header =
        "huishouden;leefvorm;kostendelers;jongste_kind;geboren;besluit;urenbeperkt;loonkostensubsidie;meer_uren_kan_niet;n_gebruikt;r_gebruikt;z_gebruikt;34a_gebruikt;loon_01_cent;loon_02_cent";

    private readonly string folder = Directory.CreateTempSubdirectory("proeftuin-wat-als").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_example_that_travels_with_the_program_is_calculated_for_invented_people()
    {
        var said = await Terminal.Run("whatif", "--households", "5000", "--check", "20");
        said.ExitCode.ShouldBe(0, said.Error);
        said.Output.ShouldContain("5.000 verzonnen huishoudens, 24 maanden, met de bedragen van januari 2026.");
        said.Output.ShouldContain("De helft tot € 199, twee jaar");
        said.Output.ShouldContain("Artikel 34a, zoals vanaf 2027");
        said.Output.ShouldContain("Aanname over gedrag");
        said.Output.ShouldContain("Nagerekend: 20 huishoudens per regel");
        said.Output.ShouldContain("(tweede hand; Divosa benchmark");
        said.Error.ShouldContain("Regels doorrekenen: 5 van 5");
    }

    /// <summary>January 2018 by hand: 942,51 less 450 and 112,50 back is 605,01, with a nineteenth reserved 636,85; the second person earns nothing and costs 992,12 (942,51 + 49,61).</summary>
    [Fact]
    public async Task An_own_population_comes_out_to_the_cent_and_the_months_go_to_a_file()
    {
        var people = Write(
            "mensen.csv",
            $"{Header}\n1;alleenstaande;0;;1980-05;ja;nee;nee;nee;0;0;0;0;45000;45000\n2;alleenstaande;0;;1980-05;ja;nee;nee;nee;0;0;0;0;0;0\n"
        );
        var rules = Write(
            "regels.yaml",
            "wat_als: Niets vrij\nmaand: 2018-01\nregels:\n  - naam: Niets\n    maanden: 0\n"
        );
        var outcome = Path.Combine(folder, "uit.csv");
        var said = await Terminal.Run("whatif", "--rules", rules, "--population", people, "--out", outcome);
        said.ExitCode.ShouldBe(0, said.Error);
        said.Output.ShouldContain("2 huishoudens, 2 maanden, met de bedragen van januari 2018.");
        said.Output.ShouldNotContain("verzonnen huishoudens");
        var lines = await File.ReadAllLinesAsync(outcome, TestContext.Current.CancellationToken);
        lines[1].ShouldBe("\"De wet\";1;154752;8145;11250;2;1");
        lines[3].ShouldBe("\"Niets\";1;143502;7553;0;2;0");

        var again = await Terminal.Run("whatif", "--rules", rules, "--population", people, "--out", outcome);
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("bestaat al");
    }

    [Theory]
    [InlineData("huishouden;leefvorm\n", "De eerste rij moet de kolommen noemen")]
    [InlineData($"{Header}\n1;alleenstaande;0\n", "Rij 2: er staan 3 waarden en het moeten er 15 zijn.")]
    [InlineData($"{Header}\n1;samen;0;;1980-05;ja;nee;nee;nee;0;0;0;0;1;1\n", "Rij 2, kolom leefvorm")]
    [InlineData($"{Header}\n1;alleenstaande;0;;1980;ja;nee;nee;nee;0;0;0;0;1;1\n", "Rij 2, kolom geboren")]
    [InlineData($"{Header}\n1;alleenstaande;0;;1980-05;J;nee;nee;nee;0;0;0;0;1;1\n", "Rij 2, kolom besluit")]
    [InlineData($"{Header}\n1;alleenstaande;0;;1980-05;ja;nee;nee;nee;0;0;0;0;1;-1\n", "Rij 2, kolom loon_02_cent")]
    [InlineData($"{Header}\n1;alleenstaande;0;;1980-05;ja;nee;nee;nee;0;0;0;0;1;2000001\n", "kolom loon_02_cent")]
    [InlineData($"{Header}\n1;alleenstaande;0;;2008-05;ja;nee;nee;nee;0;0;0;0;1;1\n", "21 jaar of ouder")]
    [InlineData($"{Header}\n1;gehuwd;0;;1980-05;ja;nee;nee;nee;0;0;0;0;1;1\n", "passen niet bij elkaar")]
    [InlineData(
        $"{Header}\n1;alleenstaande;0;;1980-05;ja;nee;nee;nee;0;0;0;0;1;1\n2;alleenstaande;0;;1980-05;ja;nee;nee;nee;0;0;0;0;1;1\n1;alleenstaande;0;;1980-05;ja;nee;nee;nee;0;0;0;0;1;1\n",
        "huishouden '1' staat er al"
    )]
    [InlineData($"{Header}\n", "Er staan geen huishoudens")]
    public void A_population_with_a_defect_is_refused_with_its_row_and_column(string csv, string says)
    {
        using var text = new StringReader(csv);
        var read = WhatIfPopulationFile.Read(text, MadePopulation.Start);
        read.IsDone.ShouldBeFalse();
        string.Join(' ', read.Why.Select(w => w.Message)).ShouldContain(says);
    }

    [Theory]
    [InlineData("  - naam: a\n    procent: 5\n", "procent")]
    [InlineData("  - naam: a\n    percentage: 12,34%\n", "percentage")]
    [InlineData("  - naam: a\n    zonder_maximum: ja\n    maximum: 5\n", "geen effect")]
    [InlineData("  - naam: a\n    artikel: 34a\n    leeftijd: 21\n", "artikel 34a kent die niet")]
    [InlineData("  - naam: a\n  - naam: a\n", "dezelfde naam")]
    [InlineData("  - naam: a\n    opnieuw: soms\n", "opnieuw")]
    public void Rules_with_a_defect_are_refused(string rules, string says)
    {
        var read = WhatIfRulesFile.Read("wat_als: test\nmaand: 2018-01\nregels:\n" + rules);
        read.IsDone.ShouldBeFalse();
        string.Join(' ', read.Why.Select(w => w.Message)).ShouldContain(says);
    }

    [Fact]
    public void The_invented_people_follow_the_assumptions_and_the_seed()
    {
        var made = WhatIfAssumptionsFile.Shipped;
        // the mean of equally many between each two tenths is the mean of the middles
        made.Pay.Zip(made.Pay.Skip(1)).Sum(p => (p.First.Cents + p.Second.Cents) / 2).ShouldBe(10 * 55_600);
        var people = MadePopulation.Of(20_000, 7);
        var all = Enumerable.Range(0, people.Households).Select(people.Household).ToList();
        // 16%, give or take one for each kind of couple
        Math.Abs(all.Count(h => h.Kind.Couple) - 3_200).ShouldBeLessThan(20);
        var persons = all.SelectMany(h => h.Partner is { } p ? new[] { h.Person, p } : [h.Person]).ToList();
        foreach (var month in new[] { 0, 23 })
        {
            // 8% within five standard errors
            var share = persons.Count(p => p.Net[month] > Eur.Zero) / (double)persons.Count;
            share.ShouldBe(0.08, 5 * Math.Sqrt(0.08 * 0.92 / persons.Count));
        }

        var again = MadePopulation.Of(20_000, 7);
        again.Household(19_999).Person.Net.ShouldBe(people.Household(19_999).Person.Net);
        var others = MadePopulation.Of(20_000, 8);
        Enumerable.Range(0, 100).Any(h => others.Household(h).Person.Born != all[h].Person.Born).ShouldBeTrue();
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
