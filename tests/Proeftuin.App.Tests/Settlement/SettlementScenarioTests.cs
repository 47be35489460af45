// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;
using Proeftuin.Tests.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>Runs docs/voorbeelden/verrekening.md: every row is settled with the parameters that travel with the program.</summary>
public sealed class SettlementScenarioTests
{
    private const string Document = "verrekening.md";

    private static readonly string[] Headings =
    [
        "In de groep: de helft, met een maximum van € 199",
        "Zonder groep: onderdeel n",
        "Na onderdeel n: r, y, z en aa",
        "De norm",
        "Wat voor geld het is",
        "Hoe vaak er loon komt, en wat erbij zit",
        "Een deel van de maand",
        "Twee tijdvakken in een maand",
    ];

    public static TheoryData<string, string> Examples =>
        [.. Headings.SelectMany(h => ScenarioTable.Read(Document, h).Select(row => (h, row["voorbeeld"])))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_in_the_scenario_table_comes_out_as_written(string heading, string example)
    {
        var row = ScenarioTable.Read(Document, heading).Single(r => r["voorbeeld"] == example);
        var settled = ScenarioHousehold.Of(row["maand"], row["wie"], row["geld"]).Settle();
        if (row["uitkering"].StartsWith("weigert: ", StringComparison.Ordinal))
        {
            settled.Why.ShouldHaveSingleItem().Message.ShouldStartWith(row["uitkering"]["weigert: ".Length..]);
            return;
        }

        var month = settled.OrThrow();
        month.Benefit.ShouldBe(EuroText.Read(row["uitkering"])!.Value);
        month.Exempt.ShouldBe(EuroText.Read(row["vrijgelaten"])!.Value);
        Rule(month).ShouldBe(row["regel"]);
    }

    [Fact]
    public void There_are_at_least_sixty_examples_each_with_an_article_and_a_name_of_its_own()
    {
        var rows = Headings.SelectMany(h => ScenarioTable.Read(Document, h)).ToList();
        rows.Count.ShouldBeGreaterThan(90);
        rows.Select(r => r["voorbeeld"]).ShouldBeUnique();
        rows.ShouldAllBe(r => r["artikel"].Length > 1);
    }

    private static string Rule(MonthlySettlement month) =>
        month.Persons.FirstOrDefault(p => p.Exempt > Eur.Zero)?.Exemption!.Kind switch
        {
            null => "geen",
            ExemptionKind.Arm => "groep",
            ExemptionKind.N => "n",
            ExemptionKind.R => "r",
            ExemptionKind.Y => "y",
            ExemptionKind.Z => "z",
            ExemptionKind.Aa => "aa",
            var other => other.Value.ToString(),
        };
}
