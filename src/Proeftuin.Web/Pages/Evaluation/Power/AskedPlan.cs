// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation.Sizing;

namespace Proeftuin.Web.Pages.Evaluation.Power;

/// <summary>The plan as it stands in the address of a page, so that a figure can be linked; what is no number becomes an error at its field.</summary>
public sealed class AskedPlan(IQueryCollection query, ModelStateDictionary problems)
{
    /// <summary>A number people fill in: its name in the address, its label and hint, its steps and its ends.</summary>
    public sealed record Number(
        string Key,
        string Label,
        string Hint,
        string Value,
        string Least,
        string Most,
        string Step
    );

    public PowerPlan Plan() => Asked(new PowerPlan());

    /// <summary>How often each square of a grid is played.</summary>
    public int Replicates() => (int)Read("keer", PlayDesign.Replicates);

    /// <summary>The plan as the part of an address after the question mark.</summary>
    public static string Address(PowerPlan plan, string slug) =>
        string.Join(
            '&',
            Fields(plan)
                .Where(f => f.Value.Length > 0)
                .Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}")
                .Append($"experiment={Uri.EscapeDataString(slug)}")
        );

    private PowerPlan Asked(PowerPlan standard) =>
        standard with
        {
            PerGroup = (int)Read("per-groep", standard.PerGroup),
            Groups = (int)Read("groepen", standard.Groups),
            Population = Read("mensen", 0) is > 0 and var people ? (int)people : null,
            Expected = Read("verwacht", standard.Expected),
            Difference = Read("verschil", standard.Difference),
            TakeUp = Read("deelname", standard.TakeUp),
            DropOut = Read("uitval", standard.DropOut),
            Comparisons = (int)Read("vergelijkingen", standard.Comparisons),
            Level = Read("betrouwbaarheid", standard.Level),
            Wanted = Read("gewenst", standard.Wanted),
        };

    private decimal Read(string key, decimal standard)
    {
        var typed = query[key].ToString().Trim().Replace(',', '.');
        if (typed.Length == 0)
        {
            return standard;
        }

        if (
            decimal.TryParse(
                typed,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
            && Math.Abs(number) <= int.MaxValue
        )
        {
            return number;
        }

        problems.AddModelError(key, $"'{query[key]}' is geen getal. Schrijf bijvoorbeeld 100 of 7,5.");
        return standard;
    }

    public static IReadOnlyList<Number> Fields(PowerPlan plan) =>
        [
            new(
                "per-groep",
                "Mensen per groep",
                "Zoveel mensen loot u in elke groep.",
                Text(plan.PerGroup),
                "10",
                "2000",
                "10"
            ),
            new("groepen", "Aantal groepen", "Met de controlegroep erbij.", Text(plan.Groups), "2", "10", "1"),
            new(
                "mensen",
                "Mensen die kunnen worden geloot",
                "Mag leeg blijven.",
                plan.Population is { } p ? Text(p) : "",
                "0",
                "20000",
                "100"
            ),
            new(
                "verwacht",
                "Uitstroom zonder experiment (%)",
                "Hoeveel mensen in de controlegroep naar werk gaan in de hele periode.",
                Text(plan.Expected),
                "0",
                "50",
                "0,5"
            ),
            new(
                "verschil",
                "Verschil dat u verwacht (procentpunt)",
                "Gaat de uitstroom van 8% naar 13%, dan is dat 5.",
                Text(plan.Difference),
                "-20",
                "25",
                "0,5"
            ),
            new(
                "deelname",
                "Deelname (%)",
                "Hoeveel van de gelote mensen echt meedoen. Wie niet meedoet, telt wel mee in zijn groep.",
                Text(plan.TakeUp),
                "10",
                "100",
                "1"
            ),
            new(
                "uitval",
                "Uitkomst onbekend (%)",
                "Van hoeveel mensen u de uitkomst straks niet kent.",
                Text(plan.DropOut),
                "0",
                "60",
                "1"
            ),
            new(
                "vergelijkingen",
                "Vergelijkingen",
                "Kijkt u naar meer verschillen tegelijk, dan moet elk verschil duidelijker zijn (Bonferroni).",
                Text(plan.Comparisons),
                "1",
                "10",
                "1"
            ),
            new("betrouwbaarheid", "Betrouwbaarheid (%)", "Vaak 95, soms 90.", Text(plan.Level), "80", "99", "1"),
            new(
                "gewenst",
                "Gewenste kans om het verschil te vinden (%)",
                "Vaak 80. Dit heet onderscheidingsvermogen (power).",
                Text(plan.Wanted),
                "50",
                "95",
                "1"
            ),
        ];

    private static string Text(decimal number) => number.ToString("0.###", Dutch.Numbers);
}
