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
}
