// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>How many of <c>events</c> fall in the first of two groups when they are dealt out blindly: the null distribution of every exact test on a 2×2 table. Reference: C. Loader (2000). Witness: reference 18.</summary>
public sealed class Hypergeometric
{
    /// <summary>Beyond this many possible tables enumeration is refused: memory, and no gain over the approximation.</summary>
    internal const long MostTables = 20_000_000;

    private readonly double[] probabilities;

    /// <param name="first">Size of the first group.</param>
    /// <param name="second">Size of the second group.</param>
    /// <param name="events">Events in both groups together, at most first + second.</param>
    public Hypergeometric(long first, long second, long events)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(events, first + second);
        Lowest = Math.Max(0, events - second);
        Highest = Math.Min(first, events);
        probabilities = new double[Highest - Lowest + 1];
        for (var k = Lowest; k <= Highest; k++)
        {
            probabilities[k - Lowest] = Probability(k, first, second, events);
        }
    }

    /// <summary>The fewest events the first group can have.</summary>
    public long Lowest { get; }

    /// <summary>The most events the first group can have.</summary>
    public long Highest { get; }

    internal static bool TooMany(long first, long second, long events) =>
        Math.Min(first, events) - Math.Max(0, events - second) >= MostTables;

    /// <summary>P(K = k); 0 outside the range.</summary>
    public double At(long k) => k < Lowest || k > Highest ? 0 : probabilities[k - Lowest];

    /// <summary>P(K ≤ k), summed from the smaller end.</summary>
    public double UpTo(long k) => Sum(i => i <= k);

    /// <summary>P(K ≥ k), summed from the smaller end.</summary>
    public double From(long k) => Sum(i => i >= k);

    /// <summary>The probability of all k for which the condition holds. Small terms are added first, so that a tail keeps its digits.</summary>
    public double Sum(Func<long, bool> counts)
    {
        double low = 0;
        double high = 0;
        long i = 0;
        long j = probabilities.Length - 1;
        while (i <= j)
        {
            var fromLow = probabilities[i] <= probabilities[j];
            var at = fromLow ? i++ : j--;
            if (!counts(at + Lowest))
            {
                continue;
            }

            if (fromLow)
            {
                low += probabilities[at];
            }
            else
            {
                high += probabilities[at];
            }
        }

        return Math.Min(1, low + high);
    }

    private static double Probability(long k, long first, long second, long events)
    {
        double total = first + second;
        if (total <= 0)
        {
            return 1;
        }

        var p = events / total;
        var q = (total - events) / total;
        return Saddle.Binomial(k, first, p, q)
            * Saddle.Binomial(events - k, second, p, q)
            / Saddle.Binomial(events, total, p, q);
    }
}
