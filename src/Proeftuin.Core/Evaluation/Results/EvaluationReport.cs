// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>
/// A plan carried out on a frozen data set: everyone drawn first, participants beside it, then months, exits over time, subgroups, people outside the
/// lot, what is missing, and the main results done differently. The same data and plan give the same report.
/// </summary>
public sealed record EvaluationReport
{
    public required PlannedAnalysis Plan { get; init; }

    /// <summary>What was done otherwise than the plan fixed at the draw.</summary>
    public required IReadOnlyList<PlanDeviation> Deviations { get; init; }
    public required DateOnly CountDate { get; init; }
    public required DateOnly KnownOn { get; init; }
    public required long People { get; init; }

    /// <summary>By outcome, then by estimand, then by comparison.</summary>
    public required IReadOnlyList<Effect> Effects { get; init; }
    public required IReadOnlyList<MonthlyEffects> Monthly { get; init; }
    public required ExitCurves Exits { get; init; }
    public required IReadOnlyList<SubgroupEffects> Subgroups { get; init; }
    public required IReadOnlyList<OutsiderEffect> Outsiders { get; init; }
    public required MissingOutcomes Missing { get; init; }
    public required IReadOnlyList<SensitiveEffect> Sensitivities { get; init; }

    /// <summary>Not (wholly) as fixed before the data.</summary>
    public bool IsExploratory => Deviations.Count > 0;

    /// <summary>The effects of one outcome for one estimand.</summary>
    public IReadOnlyList<Effect> Of(PlannedOutcome outcome, Estimand estimand) =>
        [.. Effects.Where(e => e.Outcome == outcome && e.Estimand == estimand)];

    public static EvaluationReport Of(
        StudyData data,
        Protocol protocol,
        PlannedAnalysis plan,
        IReadOnlyList<PlanDeviation> deviations
    ) =>
        new()
        {
            Plan = plan,
            Deviations = deviations,
            CountDate = data.CountDate,
            KnownOn = data.KnownOn,
            People = data.People.Count,
            Effects =
            [
                .. plan.Outcomes.SelectMany(o =>
                    plan.Estimands.SelectMany(e => Results.Effects.Of(data, protocol, plan, e, o))
                ),
            ],
            Monthly = MonthlyEffects.Of(data, protocol, plan),
            Exits = ExitCurves.Of(data, protocol, plan),
            Subgroups = SubgroupEffects.Of(data, protocol, plan),
            Outsiders = OutsiderEffects.Of(data, protocol, plan),
            Missing = MissingOutcomes.Of(data, protocol, plan),
            Sensitivities = Results.Sensitivities.Of(data, protocol, plan),
        };
}
