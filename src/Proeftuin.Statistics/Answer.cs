// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics;

/// <summary>What a method answers: a value, or the named obstacle that makes it not estimable. Never 0, 1, NaN or a default in place of an answer.</summary>
public abstract record Answer<T>
{
    private Answer() { }

    /// <summary>The value could be computed.</summary>
    public sealed record Estimated(T Value) : Answer<T>;

    /// <summary>The value does not exist for these data, and why.</summary>
    public sealed record NotEstimable(Obstacle Why) : Answer<T>;

    public static implicit operator Answer<T>(T value) => new Estimated(value);

    public static implicit operator Answer<T>(Obstacle why) => new NotEstimable(why);

    public TResult Match<TResult>(Func<T, TResult> estimated, Func<Obstacle, TResult> notEstimable) =>
        this switch
        {
            Estimated e => estimated(e.Value),
            NotEstimable n => notEstimable(n.Why),
            _ => throw new InvalidOperationException("An answer is estimated or not estimable."),
        };

    public Answer<TNext> Map<TNext>(Func<T, TNext> map) =>
        Match(
            value => (Answer<TNext>)new Answer<TNext>.Estimated(map(value)),
            why => new Answer<TNext>.NotEstimable(why)
        );

    public Answer<TNext> Then<TNext>(Func<T, Answer<TNext>> next) =>
        Match(next, why => new Answer<TNext>.NotEstimable(why));

    /// <summary>The value, where the caller knows that it exists; throws with the obstacle when it does not.</summary>
    public T OrThrow() => Match(value => value, why => throw new InvalidOperationException($"Not estimable: {why}."));
}

/// <summary>Why a number does not exist for the data at hand.</summary>
public enum Obstacle
{
    /// <summary>A group has nobody in it.</summary>
    EmptyGroup,

    /// <summary>A count is negative or larger than its group.</summary>
    CountOutsideGroup,

    /// <summary>The confidence level does not lie strictly between 0 and 1.</summary>
    LevelOutsideZeroToOne,

    /// <summary>Everybody has the same outcome, so there is nothing to compare.</summary>
    NoVariation,

    /// <summary>A cell is zero and the method divides by it or takes its logarithm.</summary>
    ZeroCell,

    /// <summary>The two proportions are equal, so a number needed to treat does not exist.</summary>
    NoDifference,

    /// <summary>Fewer groups than the method compares.</summary>
    TooFewGroups,

    /// <summary>Exact enumeration would take too long; use an asymptotic or Monte Carlo method by name.</summary>
    TooManyTables,

    /// <summary>An input is NaN or infinite.</summary>
    NotFinite,

    /// <summary>A weight is zero or negative.</summary>
    NonPositiveWeight,

    /// <summary>Nobody has the event: everybody was still going when last seen.</summary>
    NoEvents,

    /// <summary>A row, or a horizon, ends where it begins or before.</summary>
    StretchWithoutLength,

    /// <summary>The method has no variance for weighted rows.</summary>
    WeightsNotSupported,

    /// <summary>A covariate is constant, or a combination of the others.</summary>
    Collinear,

    /// <summary>There are at least as many terms as rows (or events) to estimate them from.</summary>
    MoreTermsThanRows,

    /// <summary>A combination of covariates tells the outcome perfectly, so its coefficient is infinite.</summary>
    Separation,

    /// <summary>Errors by cluster need at least two clusters.</summary>
    TooFewClusters,

    /// <summary>The search for the estimate did not come to rest.</summary>
    NotConverged,

    /// <summary>Rows of one unit overlap in time, or do not follow on each other's states.</summary>
    OverlappingStretches,

    /// <summary>The declared design cannot be drawn, or the assignment at hand cannot have come out of it.</summary>
    DesignDoesNotFit,

    /// <summary>The design allows one assignment only, or every assignment gives the same statistic: there is nothing to compare with.</summary>
    DegenerateNull,

    /// <summary>Fewer units than the method needs.</summary>
    TooFewUnits,

    /// <summary>A probability or share does not lie where it must, between 0 and 1.</summary>
    ProbabilityOutsideZeroToOne,

    /// <summary>No size or effect gives the power that was asked.</summary>
    OutOfReach,

    /// <summary>Nobody found a partner under the rules given.</summary>
    NothingMatched,

    /// <summary>A unit is missing in a period, or appears in it twice.</summary>
    UnbalancedPanel,

    /// <summary>The parts of a table do not add up to its totals.</summary>
    TableDoesNotAdd,

    /// <summary>No pattern of hidden cells protects the table as asked.</summary>
    NotProtectable,

    /// <summary>The outcome must be 0 or 1 and is something else.</summary>
    OutcomeNotZeroOrOne,

    /// <summary>A row is the only one of its kind and is fitted exactly, so its error cannot be judged (leverage 1).</summary>
    LeverageOfOne,

    /// <summary>The covariates tell the outcome of every row exactly, so there is no error left to judge by.</summary>
    PerfectFit,

    /// <summary>A block or stratum has nobody, or too few, in one of the groups.</summary>
    BlockWithoutBothGroups,

    /// <summary>Some blocks are pairs and others are larger; they need different variances.</summary>
    PairsAmongBlocks,

    /// <summary>A cluster has members in more than one group, or in more than one block.</summary>
    ClusterInTwoGroups,

    /// <summary>The method has no robust variance (exact ties).</summary>
    NoRobustVariance,

    /// <summary>A value lies outside the range that was given for it.</summary>
    ValueOutsideRange,

    /// <summary>The method needs everybody to be seen from the beginning.</summary>
    LateEntryNotSupported,
}
