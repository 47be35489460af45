// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation.Planned;

/// <summary>Something done otherwise than the plan that was fixed at the draw; one is enough to make an analysis exploratory.</summary>
public sealed record PlanDeviation(string Message);

/// <summary>Says in which parts a plan differs from the one that was fixed.</summary>
public static class Deviations
{
    public static IReadOnlyList<PlanDeviation> Between(PlannedAnalysis planned, PlannedAnalysis used)
    {
        (string Part, string Before, string After)[] parts =
        [
            ("de vraag", planned.Question, used.Question),
            ("de niveaus", PlanWords.Levels(planned.Levels), PlanWords.Levels(used.Levels)),
            ("wie telt mee", All(planned.Estimands, PlanWords.Of), All(used.Estimands, PlanWords.Of)),
            ("wie stopte", PlanWords.Of(planned.WhoStopped), PlanWords.Of(used.WhoStopped)),
            ("de uitkomsten", All(planned.Outcomes, Outcome), All(used.Outcomes, Outcome)),
            ("wat per maand wordt gevolgd", All(planned.Monthly, PlanWords.Of), All(used.Monthly, PlanWords.Of)),
            ("de vergelijkingen", All(planned.Comparisons, Comparison), All(used.Comparisons, Comparison)),
            ("de correctie", PlanWords.Of(planned.Correction), PlanWords.Of(used.Correction)),
            ("de kenmerken", All(planned.AdjustedFor, PlanWords.Of), All(used.AdjustedFor, PlanWords.Of)),
            ("de deelgroepen", All(planned.Subgroups, PlanWords.Of), All(used.Subgroups, PlanWords.Of)),
            (
                "de correctie voor deelgroepen",
                PlanWords.Of(planned.SubgroupCorrection),
                PlanWords.Of(used.SubgroupCorrection)
            ),
            ("het koppelen met wie niet meedeed", Matching(planned.Outsiders), Matching(used.Outsiders)),
            ("ontbrekende uitkomsten", All(planned.Bounds, PlanWords.Of), All(used.Bounds, PlanWords.Of)),
            ("de gevoeligheid", All(planned.Sensitivities, PlanWords.Of), All(used.Sensitivities, PlanWords.Of)),
            ("het aantal herhalingen", Dutch.Count(planned.Redraws), Dutch.Count(used.Redraws)),
        ];
        return
        [
            .. parts
                .Where(p => !string.Equals(p.Before, p.After, StringComparison.Ordinal))
                .Select(p => new PlanDeviation(
                    $"Anders dan vastgelegd: {p.Part}. Vastgelegd: {p.Before}. Nu: {p.After}."
                )),
        ];
    }

    private static string All<T>(IReadOnlyList<T> items, Func<T, string> word) =>
        items.Count == 0 ? "niets" : string.Join("; ", items.Select(word));

    private static string Outcome(PlannedOutcome o) =>
        $"{o.Outcome} als {PlanWords.Of(o.Measure)}{(o.Main ? " (hoofduitkomst)" : "")}";

    private static string Comparison(PlannedComparison c) =>
        $"{string.Join(" + ", c.Arms)} tegenover {string.Join(" + ", c.Against)}{(c.InFamily ? "" : " (buiten de correctie)")}";

    private static string Matching(PlannedMatching? matching) => matching is null ? "niets" : PlanWords.Of(matching);
}
