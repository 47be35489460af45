// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>The rank tests under the conventions of R's stats. Witness: reference 07.</summary>
public static class RankTests
{
    /// <summary>W of group 0 against group 1 (its rank sum less the least it can be), with the normal approximation, corrected for ties and for continuity. R: wilcox.test(exact = FALSE, correct = TRUE) on a formula.</summary>
    public static Answer<TestResult> Wilcoxon(
        IReadOnlyList<double> values,
        IReadOnlyList<int> groups,
        Alternative alternative = Alternative.TwoSided,
        bool continuity = true
    )
    {
        double[] all = [.. values];
        if (PermutationTests.Obstacles(all, groups, null) is { } why)
        {
            return why;
        }

        if (groups.Max() > 1)
        {
            throw new ArgumentException("Wilcoxon's test compares two groups, 0 and 1.", nameof(groups));
        }

        var ranks = Ranks.Of(all);
        double first = groups.Count(group => group == 0);
        var second = all.Length - first;
        var w = ranks.Where((_, i) => groups[i] == 0).Sum() - first * (first + 1) / 2;
        var distance = w - first * second / 2;
        var n = first + second;
        var spread = Math.Sqrt(first * second / 12 * (n + 1 - Ranks.Ties(all) / (n * (n - 1))));
        var correction = alternative switch
        {
            Alternative.TwoSided => Math.Sign(distance) * 0.5,
            Alternative.Greater => 0.5,
            Alternative.Less => -0.5,
        };
        return new TestResult
        {
            Statistic = w,
            P = Math.Min(1, Confidence.P((distance - (continuity ? correction : 0)) / spread, alternative)),
            N = all.Length,
            Method = Methods.Wilcoxon,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
        };
    }

    /// <summary>H over all groups, corrected for ties, chi-square with groups − 1 degrees of freedom. R: kruskal.test.</summary>
    public static Answer<TestResult> KruskalWallis(IReadOnlyList<double> values, IReadOnlyList<int> groups)
    {
        double[] all = [.. values];
        if (PermutationTests.Obstacles(all, groups, null) is { } why)
        {
            return why;
        }

        var ranks = Ranks.Of(all);
        double n = all.Length;
        var sums = new double[groups.Max() + 1];
        var sizes = new double[sums.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            sums[groups[i]] += ranks[i];
            sizes[groups[i]]++;
        }

        var between = sums.Select((sum, group) => sum * sum / sizes[group]).Sum();
        var h = (12 / (n * (n + 1)) * between - 3 * (n + 1)) / (1 - Ranks.Ties(all) / (n * n * n - n));
        return new TestResult
        {
            Statistic = Math.Max(0, h),
            DegreesOfFreedom = sums.Length - 1,
            P = ChiSquare.Upper(Math.Max(0, h), sums.Length - 1),
            N = all.Length,
            Method = Methods.KruskalWallis,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
        };
    }
}
