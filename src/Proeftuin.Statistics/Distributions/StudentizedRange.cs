// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The range of k independent normal means divided by an estimated standard deviation: Tukey's test of all pairs. Reference: Copenhaver, Holland (1988), Journal of Statistical Computation and Simulation 30:1-15; here both integrals are taken by the trapezoidal rule. Witness: reference 18.</summary>
public static class StudentizedRange
{
    /// <summary>P(Q ≤ q) for k means (at least 2) and degrees of freedom (possibly infinite) of the standard deviation.</summary>
    public static double Cdf(double q, int means, double degreesOfFreedom) =>
        !Inside(q, means, degreesOfFreedom) ? double.NaN
        : q <= 0 ? 0
        : Math.Min(1, Average(q, degreesOfFreedom, w => LogRange(w, means)));

    /// <summary>P(Q &gt; q), computed by itself so that small tails keep their digits.</summary>
    public static double Upper(double q, int means, double degreesOfFreedom) =>
        !Inside(q, means, degreesOfFreedom) ? double.NaN
        : q <= 0 ? 1
        : Math.Min(1, Average(q, degreesOfFreedom, w => LogOutside(w, means)));

    private static double Average(double q, double n, Func<double, double> log)
    {
        if (double.IsInfinity(n))
        {
            return Math.Exp(log(q));
        }

        var constant = Math.Log(2) + Math.Log(n / 2) / 2 - Math.Log(2 * Math.PI) / 2 - Saddle.StirlingError(n / 2);
        return Trapezoid.Of(
            u => constant + n * (u - Precise.ExpMinusOne(2 * u) / 2) + log(q * Math.Exp(u)),
            -40 / Math.Sqrt(Math.Min(n, 1)),
            6
        );
    }

    /// <summary>ln P(range ≤ w): one of k is the highest and the others lie within w below it.</summary>
    private static double LogRange(double w, int k) =>
        Math.Log(
            Trapezoid.Of(z => Math.Log(k) + Normal.LogDensity(z) + (k - 1) * Math.Log(Between(z - w, z)), -10, w + 10)
        );

    private static double LogOutside(double w, int k) =>
        Math.Log(
            Trapezoid.Of(
                z =>
                {
                    var all = Normal.LogCdf(z);
                    var part = Math.Min(1, Math.Exp(Normal.LogCdf(z - w) - all));
                    return Math.Log(k)
                        + Normal.LogDensity(z)
                        + (k - 1) * all
                        + Math.Log(-Precise.ExpMinusOne((k - 1) * Precise.LogOnePlus(-part)));
                },
                -w - 10,
                w + 10
            )
        );

    private static double Between(double low, double high) =>
        low > 0 ? Normal.Upper(low) - Normal.Upper(high) : Normal.Cdf(high) - Normal.Cdf(low);

    private static bool Inside(double q, int means, double n) => !double.IsNaN(q) && means >= 2 && n > 0;
}
