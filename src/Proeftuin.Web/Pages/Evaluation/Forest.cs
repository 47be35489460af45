// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Core.Evaluation.Results;
using Proeftuin.Web.Charts;

namespace Proeftuin.Web.Pages.Evaluation;

/// <summary>The lines of a forest plot of one outcome.</summary>
public static class Forest
{
    /// <summary>Each estimand a group of its own; what cannot be computed has no line.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<MeasuredLine> Lines)> Of(
        EvaluationReport report,
        PlannedOutcome outcome,
        IEnumerable<Estimand> estimands
    ) => [.. estimands.Select(e => (Dutch.Capital(PlanWords.Of(e)), Lines(report.Of(outcome, e), e.IsByLot)))];

    public static Scale ScaleOf(IReadOnlyList<Effect> effects) => effects.Count == 0 ? Scale.Share : effects[0].Scale;

    private static IReadOnlyList<MeasuredLine> Lines(IReadOnlyList<Effect> effects, bool byLot) =>
        [
            .. effects
                .Where(e => e.Difference.IsDone)
                .Select(e => new MeasuredLine(
                    e.Comparison.Name,
                    e.Difference.OrThrow().Value,
                    e.Difference.OrThrow().Ranges[0],
                    byLot
                )),
        ];
}
