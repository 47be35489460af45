// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>How many of n independent trials succeed when each does with probability p. References: Loader (2000); DLMF 8.17.24. Witness: reference 18.</summary>
public static class Binomial
{
    /// <summary>P(K = k); 0 outside 0..n, NaN when p does not lie in 0..1.</summary>
    public static double At(long k, long n, double p) =>
        !Inside(n, p) ? double.NaN
        : k < 0 || k > n ? 0
        : Saddle.Binomial(k, n, p, 1 - p);

    /// <summary>ln P(K = k), also where the probability itself is too small to write down.</summary>
    public static double LogAt(long k, long n, double p) =>
        !Inside(n, p) ? double.NaN
        : k < 0 || k > n ? double.NegativeInfinity
        : Saddle.LogBinomial(k, n, p, 1 - p);

    /// <summary>P(K ≤ k).</summary>
    public static double UpTo(long k, long n, double p) =>
        !Inside(n, p) ? double.NaN
        : k < 0 ? 0
        : k >= n ? 1
        : Beta.Below(1 - p, p, n - k, k + 1);

    /// <summary>P(K ≥ k), computed by itself so that small tails keep their digits.</summary>
    public static double From(long k, long n, double p) =>
        !Inside(n, p) ? double.NaN
        : k <= 0 ? 1
        : k > n ? 0
        : Beta.Below(p, 1 - p, k, n - k + 1);

    /// <summary>The smallest k with P(K ≤ k) at least <paramref name="probability"/>; null when a probability does not lie in 0..1.</summary>
    public static long? Quantile(double probability, long n, double p) =>
        !Inside(n, p) ? null : Counting.Smallest(probability, 0, n, k => UpTo(k, n, p));

    private static bool Inside(long n, double p) => n >= 0 && p >= 0 && p <= 1;
}
