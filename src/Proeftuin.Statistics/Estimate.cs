// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics;

/// <summary>An estimate with its confidence interval, the number of units behind it, the method and what the method takes for granted.</summary>
public sealed record Estimate
{
    public required double Value { get; init; }

    /// <summary>Standard error on the scale the method works on; null when the method has none (exact and score intervals).</summary>
    public double? StandardError { get; init; }

    public required Interval Interval { get; init; }

    /// <summary>Units behind the estimate, all groups together.</summary>
    public required long N { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <summary>The outcome of a significance test: the statistic where there is one, and the p-value.</summary>
public sealed record TestResult
{
    /// <summary>The statistic; null for exact tests, which have none.</summary>
    public double? Statistic { get; init; }

    public double? DegreesOfFreedom { get; init; }

    /// <summary>The degrees of freedom of the denominator of an F statistic; null for other tests.</summary>
    public double? SecondDegreesOfFreedom { get; init; }

    public required double P { get; init; }

    public required long N { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <summary>A confidence interval with its level (0.95 for 95%). A side without limit is an infinity.</summary>
public readonly record struct Interval(double Lower, double Upper, double Level)
{
    public bool Contains(double value) => value >= Lower && value <= Upper;
}

/// <summary>The name of a method and where it is described.</summary>
public sealed record Method(string Name, string Reference);

/// <summary>What a method takes for granted; a reader must be able to disagree.</summary>
public enum Assumption
{
    /// <summary>What happens to one unit does not depend on what happens to another.</summary>
    IndependentUnits,

    /// <summary>The sample is large enough for the normal approximation.</summary>
    LargeSample,

    /// <summary>The numbers with and without the outcome are taken as given (conditional inference).</summary>
    MarginsFixed,

    /// <summary>Who drops out of sight does not differ in prospects from who stays.</summary>
    CensoringSaysNothing,

    /// <summary>The ratio of hazards is the same at all times.</summary>
    ProportionalHazards,

    /// <summary>The lots were drawn as declared, and nothing else decided who got what.</summary>
    DrawnAsDeclared,

    /// <summary>Under the hypothesis that is tested nobody's outcome depends on his arm (or does so by the stated constant).</summary>
    SharpNull,

    /// <summary>Nobody would be seen in one arm only because of the other: the arm moves being seen in one direction.</summary>
    MonotoneSelection,

    /// <summary>Who is alike on the measured covariates is alike: nothing unmeasured decided who took part.</summary>
    NoUnmeasuredDifference,

    /// <summary>Without the programme the groups would have moved in parallel.</summary>
    ParallelTrends,

    /// <summary>Whether a value is missing does not depend on that value, given what is seen.</summary>
    MissingAtRandom,

    /// <summary>All rows have the same variance around the fit.</summary>
    EqualVariances,

    /// <summary>Clusters do not depend on each other; rows within one may.</summary>
    IndependentClusters,

    /// <summary>The effect is the same in all strata.</summary>
    SameEffectInAllStrata,

    /// <summary>The tests say nothing about each other.</summary>
    IndependentTests,

    /// <summary>The tests are independent, or lean the same way.</summary>
    PositivelyDependentTests,
}

/// <summary>Something a reader must know before using the number.</summary>
public enum Warning
{
    /// <summary>An expected count is below five: the approximation is doubtful.</summary>
    SmallExpectedCount,

    /// <summary>Nobody, or everybody, in a group has the outcome.</summary>
    GroupWithoutVariation,

    /// <summary>The method's interval left the possible range.</summary>
    IntervalOutsideRange,

    /// <summary>The estimate lies at the edge of its range; one side of the interval has no limit.</summary>
    EstimateAtTheEdge,

    /// <summary>Nobody has the event, so the curve is flat and its error zero.</summary>
    NoEvents,

    /// <summary>The horizon lies beyond the last observation; the curve keeps its last height there.</summary>
    BeyondLastObservation,

    /// <summary>Some draws left an arm empty; they were set aside, which is valid but changes the design a little.</summary>
    EmptyArmsSetAside,

    /// <summary>The groups were not drawn by lot: a difference is not proof of an effect.</summary>
    NotRandomised,

    /// <summary>The search was cut off: the answer is right, but a better one may exist.</summary>
    PerhapsNotBest,
}

/// <summary>Which deviations count as evidence.</summary>
public enum Alternative
{
    TwoSided,

    /// <summary>The first group is higher.</summary>
    Greater,

    /// <summary>The first group is lower.</summary>
    Less,
}
