// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Proportions;

namespace Proeftuin.Statistics.Attrition;

/// <summary>A group with people whose outcome is unknown because they stopped: <c>Seen</c> are those with an outcome, <c>Missing</c> those without.</summary>
public readonly record struct WithMissing(Proportion Seen, long Missing)
{
    /// <summary>As if none of the missing had the outcome.</summary>
    public Proportion AllFail => new(Seen.Events, Seen.Size + Missing);

    /// <summary>As if all of the missing had the outcome.</summary>
    public Proportion AllSucceed => new(Seen.Events + Missing, Seen.Size + Missing);
}

/// <summary>Everything the difference could be whatever happened to the missing, with an interval for it.</summary>
public sealed record Bounds
{
    /// <summary>All missing of the first group fail, all of the second succeed.</summary>
    public required double Lower { get; init; }

    /// <summary>All missing of the first group succeed, all of the second fail.</summary>
    public required double Upper { get; init; }

    public required double StandardErrorLower { get; init; }

    public required double StandardErrorUpper { get; init; }

    /// <summary>Covers the true difference with the stated level. Reference: Imbens, Manski (2004), Econometrica 72:1845-1857.</summary>
    public required Interval Interval { get; init; }

    /// <summary>The critical value of that interval: between the one-sided and the two-sided normal value.</summary>
    public required double CriticalValue { get; init; }

    /// <summary>Covers both bounds: Wald intervals around each, taken together.</summary>
    public required Interval Union { get; init; }

    public required long N { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];
}

/// <summary>Worst-case bounds for a difference in proportions when some outcomes are missing; assumes nothing about who stopped. Reference: Manski (1990), American Economic Review 80. Witness: reference 02.</summary>
public static class AttritionBounds
{
    private static readonly Method Manski = new(
        "Manski worst-case bounds with Imbens-Manski interval",
        "Imbens, Manski (2004), Econometrica 72:1845-1857"
    );

    public static Answer<Bounds> Of(WithMissing first, WithMissing second, double level)
    {
        if (first.Missing < 0 || second.Missing < 0)
        {
            return Obstacle.CountOutsideGroup;
        }

        if (Proportion.Check(level, first.Seen, second.Seen) is { } why)
        {
            return why;
        }

        var lower = first.AllFail.Value - second.AllSucceed.Value;
        var upper = first.AllSucceed.Value - second.AllFail.Value;
        var errorLower = Math.Sqrt(first.AllFail.Variance + second.AllSucceed.Variance);
        var errorUpper = Math.Sqrt(first.AllSucceed.Variance + second.AllFail.Variance);
        if (errorLower <= 0 || errorUpper <= 0)
        {
            return Obstacle.NoVariation;
        }

        var z = Confidence.CriticalValue(level);
        var c = ImbensManski.CriticalValue(lower, upper, errorLower, errorUpper, level);
        return new Bounds
        {
            Lower = lower,
            Upper = upper,
            StandardErrorLower = errorLower,
            StandardErrorUpper = errorUpper,
            CriticalValue = c,
            Interval = new Interval(lower - c * errorLower, upper + c * errorUpper, level),
            Union = new Interval(lower - z * errorLower, upper + z * errorUpper, level),
            N = first.AllFail.Size + second.AllFail.Size,
            Method = Manski,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
        };
    }
}
