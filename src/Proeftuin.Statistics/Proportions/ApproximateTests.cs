// SPDX-License-Identifier: EUPL-1.2
using ChiSquareDistribution = Proeftuin.Statistics.Distributions.ChiSquare;

namespace Proeftuin.Statistics.Proportions;

/// <summary>Large-sample tests of two or more proportions. Not estimable when everybody, or nobody, has the outcome. Witness: reference 01.</summary>
public static class ApproximateTests
{
    /// <summary>Below this expected count the approximation is doubtful (Cochran 1954).</summary>
    private const double SmallestTrusted = 5;

    /// <summary>Pearson's chi-square over r groups, r − 1 degrees of freedom.</summary>
    public static Answer<TestResult> ChiSquare(params ReadOnlySpan<Proportion> groups) =>
        Cells(groups, Methods.ChiSquare, (seen, expected) => (seen - expected) * (seen - expected) / expected);

    /// <summary>Chi-square of two groups with Yates' correction of at most a half.</summary>
    public static Answer<TestResult> ChiSquareYates(Proportion first, Proportion second) =>
        Cells(
            [first, second],
            Methods.ChiSquareYates,
            (seen, expected) =>
            {
                var distance = Math.Abs(seen - expected);
                var corrected = distance - Math.Min(0.5, distance);
                return corrected * corrected / expected;
            }
        );

    /// <summary>The likelihood-ratio statistic G over r groups; an empty cell counts as nothing.</summary>
    public static Answer<TestResult> LikelihoodRatio(params ReadOnlySpan<Proportion> groups) =>
        Cells(
            groups,
            Methods.LikelihoodRatio,
            (seen, expected) => seen <= 0 ? 0 : 2 * seen * Math.Log(seen / expected)
        );

    /// <summary>z with the standard error under equal proportions.</summary>
    public static Answer<TestResult> PooledZ(Proportion first, Proportion second, Alternative alternative)
    {
        var all = first + second;
        var error = Math.Sqrt(all.Value * (1 - all.Value) * (1.0 / first.Size + 1.0 / second.Size));
        return Z(first, second, alternative, error, Methods.PooledZ);
    }

    /// <summary>z with the standard error of the two proportions as they are.</summary>
    public static Answer<TestResult> UnpooledZ(Proportion first, Proportion second, Alternative alternative) =>
        Z(first, second, alternative, Math.Sqrt(first.Variance + second.Variance), Methods.UnpooledZ);

    /// <summary>The smallest expected count of the table: below five the chi-square approximation is doubtful.</summary>
    public static Answer<double> SmallestExpected(params ReadOnlySpan<Proportion> groups)
    {
        if (Obstacles(groups) is { } why)
        {
            return why;
        }

        var all = Sum(groups);
        var smallest = double.PositiveInfinity;
        foreach (var group in groups)
        {
            smallest = Math.Min(smallest, group.Size * Math.Min(all.Value, 1 - all.Value));
        }

        return smallest;
    }

    private static Answer<TestResult> Cells(
        ReadOnlySpan<Proportion> groups,
        Method method,
        Func<double, double, double> cell
    )
    {
        if (Obstacles(groups) is { } why)
        {
            return why;
        }

        var all = Sum(groups);
        double statistic = 0;
        foreach (var group in groups)
        {
            var expected = (double)group.Size * all.Events / all.Size;
            statistic += cell(group.Events, expected) + cell(group.Others, group.Size - expected);
        }

        statistic = Math.Max(0, statistic);
        return new TestResult
        {
            Statistic = statistic,
            DegreesOfFreedom = groups.Length - 1,
            P = ChiSquareDistribution.Upper(statistic, groups.Length - 1),
            N = all.Size,
            Method = method,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
            Warnings = SmallestExpected(groups).OrThrow() < SmallestTrusted ? [Warning.SmallExpectedCount] : [],
        };
    }

    private static Answer<TestResult> Z(
        Proportion first,
        Proportion second,
        Alternative alternative,
        double error,
        Method method
    )
    {
        if (Obstacles([first, second]) is { } why)
        {
            return why;
        }

        if (!(error > 0))
        {
            return Obstacle.NoVariation;
        }

        var z = RiskDifference.Difference(first, second) / error;
        return new TestResult
        {
            Statistic = z,
            P = Confidence.P(z, alternative),
            N = first.Size + second.Size,
            Method = method,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
            Warnings = SmallestExpected(first, second).OrThrow() < SmallestTrusted ? [Warning.SmallExpectedCount] : [],
        };
    }

    private static Proportion Sum(ReadOnlySpan<Proportion> groups)
    {
        var all = new Proportion(0, 0);
        foreach (var group in groups)
        {
            all += group;
        }

        return all;
    }

    private static Obstacle? Obstacles(ReadOnlySpan<Proportion> groups) =>
        groups.Length < 2 ? Obstacle.TooFewGroups
        : Proportion.Check(groups) is { } why ? why
        : Sum(groups).WithoutVariation ? Obstacle.NoVariation
        : null;
}
