// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation.Sizing;

/// <summary>The answer in plain Dutch, for a council: never more than the number says.</summary>
public static class PowerSentences
{
    public static IReadOnlyList<string> Of(PowerAnswer answer)
    {
        var plan = answer.Plan;
        var said = new List<string>
        {
            answer.Power.Match(
                power =>
                    $"Met {Dutch.Count(plan.PerGroup)} mensen per groep is de kans {Percent(power)} dat het onderzoek een verschil van {Points(plan.Difference)} aantoont, als dat verschil er echt is.",
                why => string.Join(" ", why.Select(w => w.Message))
            ),
            answer.SmallestDifference.Match(
                smallest =>
                    $"Het kleinste verschil dat u met {Percent(PowerAnswer.Part(plan.Wanted))} kans aantoont, is {Points((decimal)Math.Round(smallest, 1))}: van {Share(plan.Expected)} naar {Share(plan.Expected + (decimal)Math.Round(smallest, 1))}.",
                _ =>
                    $"Met {Dutch.Count(plan.PerGroup)} mensen per groep toont u geen enkel verschil met {Percent(PowerAnswer.Part(plan.Wanted))} kans aan."
            ),
            answer.PeopleNeeded.Match(
                needed =>
                    $"Wilt u een verschil van {Points(plan.Difference)} met {Percent(PowerAnswer.Part(plan.Wanted))} kans aantonen, dan zijn {Dutch.Count(needed)} mensen per groep nodig.",
                _ => "Zoveel mensen als daarvoor nodig zijn, bestaan er niet."
            ),
        };
        if (plan.NeedsMoreThanThereAre)
        {
            said.Add(
                $"Let op: {Dutch.Count(plan.Groups)} groepen van {Dutch.Count(plan.PerGroup)} zijn {Dutch.Count((long)plan.Groups * plan.PerGroup)} mensen, en er kunnen er {Dutch.Count(plan.Population!.Value)} worden geloot."
            );
        }

        if (answer.Power.Match(power => power < PowerAnswer.Part(plan.Wanted), _ => true))
        {
            said.Add(
                "Vindt het onderzoek straks niets, dan betekent dat niet dat er geen effect is: het kan ook zijn dat de groepen te klein waren om het te zien."
            );
        }

        return said;
    }

    /// <summary>What Groningen told its council: 700 per group is the ideal, 100 is what can be done. With the plan's other numbers as they are.</summary>
    public static string OnehundredAgainstSevenhundred(PowerPlan plan)
    {
        string Smallest(int people) =>
            PowerAnswer
                .Of(plan with { PerGroup = people })
                .Then(a => a.SmallestDifference)
                .Match(s => Points((decimal)Math.Round(s, 1)), _ => "geen enkel verschil");
        return $"Groningen schreef de raad dat 700 mensen per groep voor de wetenschap ideaal is, en koos 100 per groep. Met uw getallen toont u met 700 per groep een verschil aan vanaf {Smallest(700)}, en met 100 per groep vanaf {Smallest(100)}.";
    }

    /// <summary>0.803 is "80%"; what lies near the ends keeps a decimal.</summary>
    public static string Percent(double part) =>
        (part is > 0.01 and < 0.99 || part is 0 or 1 ? Math.Round(part * 100) : Math.Round(part * 100, 1)).ToString(
            "0.#",
            Dutch.Numbers
        ) + "%";

    private static string Points(decimal points) => $"{points.ToString("0.#", Dutch.Numbers)} procentpunt";

    private static string Share(decimal percent) => $"{percent.ToString("0.#", Dutch.Numbers)}%";
}
