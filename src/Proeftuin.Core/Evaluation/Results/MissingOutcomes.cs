// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Attrition;
using Proeftuin.Statistics.Proportions;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>Everyone drawn into an arm and what became of them; the last three add up to those whose outcome is missing.</summary>
public sealed record ArmFlow
{
    public required string Arm { get; init; }
    public required long Drawn { get; init; }
    public required long Began { get; init; }
    public required long Stopped { get; init; }
    public required long Known { get; init; }
    public required long Withdrawn { get; init; }
    public required long NotFollowed { get; init; }
    public required long NoBenefitKnown { get; init; }
    public long Missing => Drawn - Known;

    internal static IReadOnlyList<ArmFlow> Of(StudyData data, Protocol protocol) =>
        [
            .. protocol
                .Arms.Select(a =>
                    (
                        Arm: a,
                        People: data.People.Where(p => string.Equals(p.Arm, a.Code, StringComparison.Ordinal)).ToList()
                    )
                )
                .Where(a => a.People.Count > 0)
                .Select(a => new ArmFlow
                {
                    Arm = a.Arm.Name,
                    Drawn = a.People.Count,
                    Began = a.People.Count(p => p.Began),
                    Stopped = a.People.Count(p => p.StoppedOn is not null),
                    Known = a.People.Count(p => p.OutcomeKnown),
                    Withdrawn = a.People.Count(p => p is { OutcomeKnown: false, DataWithdrawn: true }),
                    NotFollowed = a.People.Count(p => IsNotFollowed(p)),
                    NoBenefitKnown = a.People.Count(p =>
                        p is { OutcomeKnown: false, DataWithdrawn: false } && !IsNotFollowed(p)
                    ),
                }),
        ];

    private static bool IsNotFollowed(StudyPerson p) =>
        p is { OutcomeKnown: false, DataWithdrawn: false, FollowedUntil: not null };
}

/// <summary>What a difference could be, whatever the missing outcomes are.</summary>
public sealed record BoundedEffect(
    PlannedOutcome Outcome,
    PlannedComparison Comparison,
    MissingBounds Kind,
    long People,
    Outcome<BoundsFigure> Bounds
)
{
    public Scale Scale => Outcomes.ScaleOf(Outcome.Measure);
}

/// <summary>Missing outcomes per arm, whether the arms differ in them, and what they could do to the main results.</summary>
public sealed record MissingOutcomes(
    IReadOnlyList<ArmFlow> Arms,
    Outcome<Significance> SameInAllArms,
    IReadOnlyList<BoundedEffect> Bounded
)
{
    internal static MissingOutcomes Of(StudyData data, Protocol protocol, PlannedAnalysis plan)
    {
        var arms = ArmFlow.Of(data, protocol);
        return new(
            arms,
            FreemanHalton
                .Test([.. arms.Select(a => new Proportion(a.Missing, a.Drawn))])
                .Named(t => new Significance(t.P, "exact (Fisher-Freeman-Halton)")),
            [
                .. plan.MainComparisons.SelectMany(m =>
                {
                    var sample = Sample.Of(
                        data,
                        protocol,
                        plan.Estimands[0],
                        m.Comparison,
                        m.Outcome.Measure,
                        plan.WhoStopped
                    );
                    return plan.Bounds.Select(b => new BoundedEffect(
                        m.Outcome,
                        m.Comparison,
                        b,
                        sample.Count,
                        Bounds(sample, m.Outcome, b, plan.MainLevel)
                    ));
                }),
            ]
        );
    }

    private static Outcome<BoundsFigure> Bounds(Sample sample, PlannedOutcome outcome, MissingBounds kind, double level)
    {
        if (sample.Known.Count == sample.Count)
        {
            return new NotEstimable("er ontbreekt geen enkele uitkomst, dus er valt niets te begrenzen");
        }

        return kind switch
        {
            MissingBounds.Lee => LeeBounds
                .Of(
                    [.. sample.Outcome.Select(y => y ?? 0)],
                    sample.First,
                    [.. sample.Outcome.Select(y => y is not null)],
                    Trimming.Whole,
                    level
                )
                .Named(b => new BoundsFigure(b.Lower, b.Upper, b.Interval.Lower, b.Interval.Upper)),
            MissingBounds.WorstCase when Outcomes.IsYesNo(outcome.Measure) => AttritionBounds
                .Of(WithMissingOf(sample, true), WithMissingOf(sample, false), level)
                .Named(b => new BoundsFigure(b.Lower, b.Upper, b.Interval.Lower, b.Interval.Upper)),
            MissingBounds.WorstCase => new NotEstimable("deze uitkomst heeft geen hoogste waarde"),
        };
    }

    private static WithMissing WithMissingOf(Sample sample, bool first)
    {
        var side = sample.SideOf("", first);
        return new(new Proportion(side.Yes, side.Known), side.People - side.Known);
    }
}
