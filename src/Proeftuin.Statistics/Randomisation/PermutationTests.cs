// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>Permutation tests of whether groups differ, given all the values that were seen; within blocks when there are any. Reference: Strasser, Weber (1999); R: coin's oneway_test and wilcox_test. Witness: reference 07.</summary>
public static class PermutationTests
{
    /// <summary>The asymptotic test of the mean. Two groups: z of the sum in group 0 (coin's sign). More groups: the quadratic form, chi-square with groups − 1 degrees of freedom.</summary>
    /// <remarks>Groups are numbered from 0; blocks, when given, shuffle only within themselves.</remarks>
    public static Answer<TestResult> OneWay(
        IReadOnlyList<double> values,
        IReadOnlyList<int> groups,
        IReadOnlyList<int>? blocks = null,
        Alternative alternative = Alternative.TwoSided
    ) => Asymptotic([.. values], groups, blocks, alternative);

    /// <summary>The same on ranks over all values (ties share their rank): Wilcoxon–Mann–Whitney for two groups, Kruskal–Wallis for more; without continuity correction.</summary>
    public static Answer<TestResult> Wilcoxon(
        IReadOnlyList<double> values,
        IReadOnlyList<int> groups,
        IReadOnlyList<int>? blocks = null,
        Alternative alternative = Alternative.TwoSided
    ) => Finite(values) ? Asymptotic(Ranks.Of([.. values]), groups, blocks, alternative) : Obstacle.NotFinite;

    /// <summary>The exact test of the mean of two groups: all ways to choose the members of group 0. Whole numbers (also after moving the decimal point) go to hundreds of units; other numbers to about forty, beyond which it answers <see cref="Obstacle.TooManyTables"/>.</summary>
    public static Answer<TestResult> OneWayExact(
        IReadOnlyList<double> values,
        IReadOnlyList<int> groups,
        Alternative alternative = Alternative.TwoSided
    ) => Exact([.. values], groups, alternative);

    /// <summary>The exact test on ranks, ties included.</summary>
    public static Answer<TestResult> WilcoxonExact(
        IReadOnlyList<double> values,
        IReadOnlyList<int> groups,
        Alternative alternative = Alternative.TwoSided
    ) => Finite(values) ? Exact(Ranks.Of([.. values]), groups, alternative) : Obstacle.NotFinite;

    /// <summary>The exact test of pairs: every difference keeps its size and gets either sign. The statistic is the mean difference.</summary>
    public static Answer<TestResult> SignFlip(
        IReadOnlyList<double> differences,
        Alternative alternative = Alternative.TwoSided
    )
    {
        // a sign turns a difference d into |d| or −|d|: the sum is twice the sum of a subset of |d|, less all of it
        double[] sizes = [.. differences.Select(Math.Abs).Where(size => !(size <= 0))];
        if (!Finite(differences))
        {
            return Obstacle.NotFinite;
        }

        if (differences.Count < 1 || sizes.Length == 0)
        {
            return differences.Count < 1 ? Obstacle.TooFewUnits : Obstacle.NoVariation;
        }

        var positive = differences.Where(d => d > 0).Sum();
        if (SubsetDistribution.OfAnySize(sizes) is not { } all)
        {
            return Obstacle.TooManyTables;
        }

        return new TestResult
        {
            Statistic = differences.Average(),
            P = all.P(positive, sizes.Sum() / 2, alternative),
            N = differences.Count,
            Method = Methods.SignFlip,
            Assumptions = [Assumption.DrawnAsDeclared, Assumption.SharpNull],
        };
    }

    private static Answer<TestResult> Exact(double[] values, IReadOnlyList<int> groups, Alternative alternative)
    {
        if (Obstacles(values, groups, null) is { } why)
        {
            return why;
        }

        if (groups.Max() > 1)
        {
            throw new ArgumentException("The exact test compares two groups, 0 and 1.", nameof(groups));
        }

        var size = groups.Count(group => group == 0);
        if (SubsetDistribution.OfSize(values, size) is not { } all)
        {
            return Obstacle.TooManyTables;
        }

        var sum = values.Where((_, i) => groups[i] == 0).Sum();
        return new TestResult
        {
            P = all.P(sum, size * values.Average(), alternative),
            N = values.Length,
            Method = Methods.ExactPermutation,
            Assumptions = [Assumption.DrawnAsDeclared, Assumption.SharpNull],
        };
    }

    private static Answer<TestResult> Asymptotic(
        double[] values,
        IReadOnlyList<int> groups,
        IReadOnlyList<int>? blocks,
        Alternative alternative
    )
    {
        if (Obstacles(values, groups, blocks) is { } why)
        {
            return why;
        }

        var count = groups.Max() + 1;
        var distance = new double[count];
        var covariance = new Matrix(count, count);
        foreach (var block in Enumerable.Range(0, values.Length).GroupBy(i => blocks?[i] ?? 0).OrderBy(b => b.Key))
        {
            Add([.. block], values, groups, distance, covariance);
        }

        var statistic = count == 2 ? distance[0] / Math.Sqrt(covariance[0, 0]) : Quadratic(distance, covariance);
        if (!double.IsFinite(statistic))
        {
            return Obstacle.NoVariation;
        }

        return new TestResult
        {
            Statistic = statistic,
            DegreesOfFreedom = count == 2 ? null : count - 1,
            P = count == 2 ? Confidence.P(statistic, alternative) : ChiSquare.Upper(statistic, count - 1),
            N = values.Length,
            Method = Methods.Permutation,
            Assumptions = [Assumption.DrawnAsDeclared, Assumption.SharpNull, Assumption.LargeSample],
        };
    }

    /// <summary>Adds one block: how far each group's sum is from its mean under shuffling, and the covariance of those sums.</summary>
    private static void Add(
        int[] members,
        double[] values,
        IReadOnlyList<int> groups,
        double[] distance,
        Matrix covariance
    )
    {
        double n = members.Length;
        var mean = members.Average(i => values[i]);
        var squares = members.Sum(i => (values[i] - mean) * (values[i] - mean));
        var sizes = new double[distance.Length];
        foreach (var i in members)
        {
            sizes[groups[i]]++;
            distance[groups[i]] += values[i] - mean;
        }

        for (var j = 0; j < sizes.Length && n > 1; j++)
        {
            for (var k = 0; k < sizes.Length; k++)
            {
                covariance[j, k] += squares / n / (n - 1) * ((j == k ? n * sizes[j] : 0) - sizes[j] * sizes[k]);
            }
        }
    }

    /// <summary>d'Σ⁻d over all groups but the last, which follows from the others.</summary>
    private static double Quadratic(double[] distance, Matrix covariance)
    {
        int[] free = [.. Enumerable.Range(0, distance.Length - 1)];
        var factor = Cholesky.Of(covariance.Part(free, free), 1e-12);
        if (factor is null)
        {
            return double.NaN;
        }

        var half = factor.HalfSolve(distance.AsSpan(0, free.Length));
        return half.Sum(x => x * x);
    }

    internal static bool Finite(IReadOnlyList<double> values) => values.All(double.IsFinite);

    internal static Obstacle? Obstacles(double[] values, IReadOnlyList<int> groups, IReadOnlyList<int>? blocks)
    {
        Vectors.SameLength(values.Length, groups.Count);
        Vectors.SameLength(values.Length, blocks?.Count ?? values.Length);
        if (values.Length == 0)
        {
            return Obstacle.TooFewUnits;
        }

        if (!Finite(values))
        {
            return Obstacle.NotFinite;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(groups.Min(), nameof(groups));
        var count = groups.Max() + 1;
        return count < 2 ? Obstacle.TooFewGroups
            : groups.Distinct().Count() < count ? Obstacle.EmptyGroup
            : Array.TrueForAll(values, value => value.Equals(values[0])) ? Obstacle.NoVariation
            : null;
    }
}
