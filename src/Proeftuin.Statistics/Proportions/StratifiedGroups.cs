// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;
using ChiSquareDistribution = Proeftuin.Statistics.Distributions.ChiSquare;

namespace Proeftuin.Statistics.Proportions;

/// <summary>Several groups compared within strata: the generalised Cochran–Mantel–Haenszel test of R's mantelhaen.test for more than two groups. Reference: Landis, Heyman, Koch (1978), International Statistical Review 46:237-254.</summary>
public static class StratifiedGroups
{
    /// <summary>The test that all groups have the same proportion within every stratum; each stratum lists the same groups in the same order.</summary>
    public static Answer<TestResult> Test(IReadOnlyList<IReadOnlyList<Proportion>> strata)
    {
        var groups = strata.Count == 0 ? 0 : strata[0].Count;
        if (strata.Any(s => s.Count != groups))
        {
            throw new ArgumentException("Every stratum must list the same groups.", nameof(strata));
        }

        if (groups < 2)
        {
            return Obstacle.TooFewGroups;
        }

        if (strata.Any(s => s.Any(g => g.Events < 0 || g.Size < 0 || g.Events > g.Size)))
        {
            return Obstacle.CountOutsideGroup;
        }

        if (Enumerable.Range(0, groups).Any(i => strata.Sum(s => s[i].Size) == 0))
        {
            return Obstacle.EmptyGroup;
        }

        var (surplus, variance) = Sums(strata, groups - 1);
        if (Cholesky.Of(variance, 1e-12) is not { } root)
        {
            return Obstacle.NoVariation;
        }

        var half = root.HalfSolve(surplus);
        var statistic = Vectors.Dot(half, half);
        return new TestResult
        {
            Statistic = statistic,
            DegreesOfFreedom = groups - 1,
            P = ChiSquareDistribution.Upper(statistic, groups - 1),
            N = strata.Sum(s => s.Sum(g => g.Size)),
            Method = Methods.GeneralisedMantelHaenszel,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample, Assumption.MarginsFixed],
        };
    }

    private static (double[] Surplus, Matrix Variance) Sums(IReadOnlyList<IReadOnlyList<Proportion>> strata, int free)
    {
        var surplus = new double[free];
        var variance = new Matrix(free, free);
        foreach (var stratum in strata)
        {
            double n = stratum.Sum(g => g.Size);
            double events = stratum.Sum(g => g.Events);
            if (n <= 1)
            {
                continue;
            }

            var spread = events * (n - events) / (n * n * (n - 1));
            for (var i = 0; i < free; i++)
            {
                surplus[i] += stratum[i].Events - stratum[i].Size * events / n;
                for (var j = 0; j < free; j++)
                {
                    variance[i, j] += spread * stratum[i].Size * ((i == j ? n : 0) - stratum[j].Size);
                }
            }
        }

        return (surplus, variance);
    }
}
