// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Provisions;
using Proeftuin.Tests.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>Runs docs/voorbeelden/premie.md.</summary>
public sealed class PremiumScenarioTests
{
    public static TheoryData<string> Examples =>
        [.. ScenarioTable.Read("premie.md", "Uitstroompremie").Select(r => r["voorbeeld"])];

    [Theory, MemberData(nameof(Examples))]
    public void The_premium_is_decided_as_on_paper(string example)
    {
        var row = ScenarioTable.Read("premie.md", "Uitstroompremie").Single(r => r["voorbeeld"] == example);
        var before = row["eerder"].Split(" van ");
        var design = new PremiumDesign(
            "uitstroompremie",
            Told(row["premie"], euros => Eur.OfEuros(euros)),
            6,
            Told(row["per jaar"], n => n),
            null
        );

        var outcome = ExitPremium.Assess(
            design,
            new(
                DemoProvisions.Day(row["geboren"]),
                row["lks"] == "ja",
                DemoProvisions.Day(row["uitkering tot"]),
                DemoProvisions.Day(row["werk vanaf"])!.Value,
                DemoProvisions.Day(row["bewijs tot"])!.Value
            ),
            new(Number(before[0]), Eur.OfEuros(Number(before[1]))),
            row["helpt"] == "ja",
            ShippedParameters.Book,
            DemoProvisions.Day(row["besluit"])!.Value
        );

        if (row["uitkomst"].StartsWith("weigert: ", StringComparison.Ordinal))
        {
            outcome.Why[0].Message.ShouldStartWith(row["uitkomst"]["weigert: ".Length..]);
            return;
        }

        Said(outcome.OrThrow()).ShouldBe(row["uitkomst"]);
        outcome.OrThrow().Conditions.ShouldAllBe(c => c.Article.Text.StartsWith("artikel 31"));
    }

    private static string Said(PremiumAssessment assessed) =>
        assessed.IsGranted
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{assessed.Amount.Cents / 100},{assessed.Amount.Cents % 100:00}"
            )
            : "nee: " + string.Join(", ", assessed.Conditions.Where(c => !c.IsMet).Select(c => c.What));

    private static Knowable<T> Told<T>(string text, Func<int, T> value) =>
        text == "?" ? new Knowable<T>.Unknown("bron", "staat er niet") : new Knowable<T>.Known(value(Number(text)));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
