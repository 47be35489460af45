// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Power;

/// <summary>The true power of a test of two shares: the probabilities of all pairs of counts for which it rejects. What a simulation must come to. Witness: reference 17.</summary>
public static class ExactPower
{
    private const long MostTables = 50_000_000;

    private static readonly Method Enumeration = new("exact unconditional power", "sum over all tables");

    /// <summary>Two groups of these sizes with these chances of the outcome; effect is the second chance minus the first.</summary>
    public static Answer<PlannedPower> Of(
        int firstSize,
        int secondSize,
        double first,
        double second,
        double alpha,
        TwoArmTest test
    )
    {
        if (!Confidence.IsLevel(alpha))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        if (!(first is >= 0 and <= 1) || !(second is >= 0 and <= 1))
        {
            return Obstacle.ProbabilityOutsideZeroToOne;
        }

        if (firstSize < 1 || secondSize < 1)
        {
            return Obstacle.EmptyGroup;
        }

        if ((firstSize + 1L) * (secondSize + 1L) > MostTables)
        {
            return Obstacle.TooManyTables;
        }

        var ones = Chances(firstSize, first);
        var twos = Chances(secondSize, second);
        var rows = new double[firstSize + 1];
        Parallel.For(
            0,
            firstSize + 1,
            x1 =>
            {
                for (var x2 = 0; x2 <= secondSize; x2++)
                {
                    // what is rarer than this adds nothing to the sum
                    if (ones[x1] * twos[x2] > 1e-20 && TwoArmP.Of(test, x1, firstSize, x2, secondSize) <= alpha)
                    {
                        rows[x1] += ones[x1] * twos[x2];
                    }
                }
            }
        );
        return new PlannedPower
        {
            Power = Math.Min(1, rows.Sum()),
            Size = firstSize,
            Effect = second - first,
            Alpha = alpha,
            Method = Enumeration,
            Assumptions = [Assumption.IndependentUnits],
        };
    }

    private static double[] Chances(int n, double p) =>
        [.. Enumerable.Range(0, n + 1).Select(k => Binomial.At(k, n, p))];
}
