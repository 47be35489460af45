// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Core.Evaluation.Results;

namespace Proeftuin.Web.Pages.Evaluation;

/// <summary>The effects of one outcome as a table: its caption, the levels of its intervals, a row per effect.</summary>
public sealed record EffectTable(string Caption, IReadOnlyList<double> Levels, IReadOnlyList<Effect> Effects)
{
    public static EffectTable Of(
        PlannedOutcome outcome,
        int place,
        EvaluationReport report,
        IReadOnlyList<Effect> effects
    ) => new($"{EvaluationPage.Name(outcome)}, uitkomst {place + 1}", report.Plan.Levels, effects);
}
