// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The standard normal distribution with both tails to 1e-300. Reference: DLMF 7.11.1 (as an incomplete gamma function); start of the quantile: Abramowitz and Stegun 26.2.23. Witness: reference 18.</summary>
public static class Normal
{
    /// <summary>P(Z ≤ z).</summary>
    public static double Cdf(double z) =>
        double.IsNaN(z) ? double.NaN
        : z < 0 ? Gamma.Upper(0.5, z * z / 2) / 2
        : 0.5 + Gamma.Lower(0.5, z * z / 2) / 2;

    /// <summary>P(Z &gt; z), computed by itself so that small tails keep their digits.</summary>
    public static double Upper(double z) => Cdf(-z);

    public static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

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
