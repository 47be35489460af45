// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Statistics.Multiplicity;

namespace Proeftuin.Core.Evaluation.Planned;

/// <summary>
/// What will be computed, written down before there are data: whom, what, against whom, with which correction and at which levels. Read strictly from the
/// file whose hash the draw commits, so that an analysis can be shown to be older than its data.
/// </summary>
public sealed record PlannedAnalysis
{
    /// <summary>The experiment it belongs to.</summary>
    public required string Slug { get; init; }
    public required string Question { get; init; }
    public required string Explanation { get; init; }

    /// <summary>Confidence levels between 0 and 1; the first is the one by which a difference is called shown.</summary>
    public required IReadOnlyList<double> Levels { get; init; }

    /// <summary>The level the researchers called significant, as their source has it.</summary>
    public required Knowable<double> Threshold { get; init; }

    /// <summary>The model of the researchers, as their source has it.</summary>
    public required Knowable<string> ResearchersModel { get; init; }

    /// <summary>The first is the main one: everyone drawn.</summary>
    public required IReadOnlyList<Estimand> Estimands { get; init; }
    public required WhoStopped WhoStopped { get; init; }
    public required IReadOnlyList<PlannedOutcome> Outcomes { get; init; }

    /// <summary>Outcomes of the protocol that cannot be measured here, each with its reason.</summary>
    public required IReadOnlyList<NotMeasured> NotMeasured { get; init; }

    /// <summary>What is followed month by month; empty when nothing is.</summary>
    public required IReadOnlyList<OutcomeMeasure> Monthly { get; init; }
    public required IReadOnlyList<PlannedComparison> Comparisons { get; init; }

    /// <summary>The correction over the comparisons that are one family, per outcome and estimand.</summary>
    public required Correction Correction { get; init; }

    /// <summary>The background traits for which an estimate is adjusted.</summary>
    public required IReadOnlyList<Trait> AdjustedFor { get; init; }
    public required IReadOnlyList<PlannedSubgroup> Subgroups { get; init; }
    public required Correction SubgroupCorrection { get; init; }
    public required PlannedMatching? Outsiders { get; init; }
    public required IReadOnlyList<MissingBounds> Bounds { get; init; }
    public required IReadOnlyList<Sensitivity> Sensitivities { get; init; }

    /// <summary>How often the lots are drawn again for a p-value that cannot be counted out.</summary>
    public required int Redraws { get; init; }

    public double MainLevel => Levels[0];

    /// <summary>What the conclusion rests on: every main outcome with every comparison of the family.</summary>
    public IEnumerable<(PlannedOutcome Outcome, PlannedComparison Comparison)> MainComparisons =>
        Outcomes.Where(o => o.Main).SelectMany(o => Comparisons.Where(c => c.InFamily).Select(c => (o, c)));
}

/// <summary>Whose outcomes are compared, and which lottery makes it fair.</summary>
public sealed record Estimand(string Code, Whom Whom, PlannedLottery Lottery, string? Source)
{
    /// <summary>Whether the lot alone decides who stands on which side.</summary>
    public bool IsByLot => Whom is Whom.EveryoneDrawn or Whom.EffectOfTakingPart;
}

/// <summary>Whose outcomes an estimand compares.</summary>
public enum Whom
{
    /// <summary>Everyone drawn, also who declined or stopped (intention-to-treat).</summary>
    EveryoneDrawn,

    /// <summary>Who began, also who stopped later. They chose to.</summary>
    Participants,

    /// <summary>Who began and did not stop.</summary>
    ParticipantsWhoDidNotStop,

    /// <summary>The effect of beginning on those who began because of their lot (complier effect).</summary>
    EffectOfTakingPart,
}

/// <summary>Which lottery an estimand rests on.</summary>
public enum PlannedLottery
{
    /// <summary>The lot that divides people over the arms.</summary>
    Arms,

    /// <summary>The lot for places among those who enrolled in an arm.</summary>
    Places,
}

/// <summary>What happens in the analysis of everyone drawn with the outcome of somebody who stopped.</summary>
public enum WhoStopped
{
    Counts,
    OutcomeMissing,
}

/// <summary>An outcome of the protocol with the way it is counted; the main ones are what the conclusion rests on.</summary>
public sealed record PlannedOutcome(string Outcome, OutcomeMeasure Measure, bool Main, string? Source);

/// <summary>An outcome of the protocol for which there is nothing to count here.</summary>
public sealed record NotMeasured(string Outcome, string Why);

/// <summary>What is counted of a person.</summary>
public enum OutcomeMeasure
{
    /// <summary>Left benefit for work at least once: yes or no.</summary>
    ExitToWorkGross,

    /// <summary>Left benefit for work and is not on benefit at the end: yes or no.</summary>
    ExitToWorkNet,

    /// <summary>Not on benefit at the end, whatever the reason: yes or no.</summary>
    OffBenefit,

    /// <summary>At least one month with earnings settled with the benefit: yes or no.</summary>
    PartTimeWork,

    /// <summary>The number of months with settled earnings.</summary>
    PartTimeMonths,

    /// <summary>Settled earnings together, in euros.</summary>
    SettledEarnings,

    /// <summary>The number of months with benefit.</summary>
    BenefitMonths,

    /// <summary>A participant for whom a goal was set: yes or no.</summary>
    GoalSet,

    /// <summary>A participant judged promising at the last review: yes or no.</summary>
    Promising,
}

/// <summary>Arms taken together against other arms. Those of one family share the correction.</summary>
public sealed record PlannedComparison(
    string Name,
    IReadOnlyList<string> Arms,
    IReadOnlyList<string> Against,
    bool InFamily
);

/// <summary>A background trait of the register.</summary>
public enum Trait
{
    Age,
    Sex,
    Education,
    BenefitDuration,
    DistanceToWork,
}

/// <summary>A division into subgroups; numbers (years, months) are cut at the bounds, words have no bounds.</summary>
public sealed record PlannedSubgroup(Trait Trait, IReadOnlyList<int> Bounds);

/// <summary>The comparison with people who did not take part: who they are, and on what participants are matched with them. The farthest match is a part of a standard deviation of the score.</summary>
public sealed record PlannedMatching(
    IReadOnlyList<Outsider> Who,
    IReadOnlyList<Trait> On,
    int PerParticipant,
    double Farthest
);

/// <summary>People who did not take part.</summary>
public enum Outsider
{
    NotDrawn,
    DrawnNotBegun,
}

/// <summary>Bounds for what missing outcomes could do.</summary>
public enum MissingBounds
{
    Lee,
    WorstCase,
}

/// <summary>The main analysis done differently, to see whether the answer changes.</summary>
public enum Sensitivity
{
    /// <summary>Adjusted for background traits (Lin).</summary>
    AdjustedForTraits,

    /// <summary>Only those of the first lottery.</summary>
    FirstLotteryOnly,

    /// <summary>The outcome of who stopped taken as missing.</summary>
    StoppedMissing,

    /// <summary>A missing outcome taken as "no" (or nought).</summary>
    MissingIsNo,
}
