// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>How many events happen when they come independently of each other with a known mean. References: Loader (2000); DLMF 8.4.9. Witness: reference 18.</summary>
public static class Poisson
{
    /// <summary>P(K = k); NaN when the mean is negative or infinite.</summary>
    public static double At(long k, double mean) =>
        !Inside(mean) ? double.NaN
        : k < 0 ? 0
        : mean <= 0 ? (k == 0 ? 1 : 0)
        : Saddle.Poisson(k, mean);

    /// <summary>P(K ≤ k).</summary>
    public static double UpTo(long k, double mean) =>
        !Inside(mean) ? double.NaN
        : k < 0 ? 0
        : mean <= 0 ? 1
        : Gamma.Upper(k + 1.0, mean);

    /// <summary>P(K ≥ k), computed by itself so that small tails keep their digits.</summary>
    public static double From(long k, double mean) =>
        !Inside(mean) ? double.NaN
        : k <= 0 ? 1
        : mean <= 0 ? 0
        : Gamma.Lower(k, mean);

    /// <summary>The smallest k with P(K ≤ k) at least <paramref name="probability"/>; null when that is not below 1 or the mean does not exist.</summary>
    public static long? Quantile(double probability, double mean)
    {
        if (!Inside(mean) || !(probability < 1))
        {
            return null;
        }

        var high = (long)mean + 16;
        while (UpTo(high, mean) < probability && high < long.MaxValue / 4)
        {
            high *= 2;
        }

        return Counting.Smallest(probability, 0, high, k => UpTo(k, mean));
    }

    private static bool Inside(double mean) => mean >= 0 && double.IsFinite(mean);
}
