// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The standard normal distribution with both tails to 1e-300, and beyond in logarithms. Reference: Marsaglia (2004), Journal of Statistical Software 11(4); start of the quantile: Abramowitz and Stegun 26.2.23. Witness: reference 18.</summary>
public static class Normal
{
    private static readonly double LogRootOfTwoPi = Math.Log(2 * Math.PI) / 2;

    /// <summary>P(Z ≤ z).</summary>
    public static double Cdf(double z) =>
        double.IsNaN(z) ? double.NaN
        : z > 0 ? 1 - Tail(z)
        : Tail(-z);

    /// <summary>P(Z &gt; z), computed by itself so that small tails keep their digits.</summary>
    public static double Upper(double z) => Cdf(-z);

    /// <summary>ln P(Z ≤ z), also where the probability itself is too small to write down.</summary>
    public static double LogCdf(double z) =>
        double.IsNaN(z) ? double.NaN
        : double.IsNegativeInfinity(z) ? double.NegativeInfinity
        : z > 0 ? Precise.LogOnePlus(-Tail(z))
        : LogDensity(z) + Math.Log(Mills.Ratio(-z));

    public static double Density(double z)
    {
        if (double.IsInfinity(z))
        {
            return 0;
        }

        // z²/2 in two parts, because one rounding of a large square costs digits
        var coarse = Math.Round(z * 16) / 16;
        return Math.Exp(-coarse * coarse / 2) * Math.Exp(-(z - coarse) * (z + coarse) / 2) / Math.Sqrt(2 * Math.PI);
    }

    public static double LogDensity(double z) => -z * z / 2 - LogRootOfTwoPi;

    /// <summary>The z with P(Z ≤ z) = p; infinite at 0 and 1, NaN outside.</summary>
    public static double Quantile(double p)
    {
        if (!(p >= 0 && p <= 1))
        {
            return double.NaN;
        }

        return p switch
        {
            0 => double.NegativeInfinity,
            1 => double.PositiveInfinity,
            <= 0.5 => Below(p),
            _ => -Below(1 - p),
        };
    }

    private static double Tail(double z) => double.IsInfinity(z) ? 0 : Density(z) * Mills.Ratio(z);

    /// <summary>Newton's method on ln Φ, which is concave, so it converges from everywhere in the lower half.</summary>
    private static double Below(double p)
    {
        var t = Math.Sqrt(-2 * Math.Log(p));
        var z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (var i = 0; i < 6; i++)
        {
            var below = Cdf(z);
            z -= Math.Log(below / p) * below / Density(z);
        }

        return z;
    }
}
