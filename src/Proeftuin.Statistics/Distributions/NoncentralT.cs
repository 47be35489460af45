// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The noncentral t distribution: what a t statistic does when there is an effect. Computed as the average of normal probabilities over the estimated standard deviation, which adds positive terms only and so keeps its digits in both tails. Reference: Johnson, Kotz, Balakrishnan (1995), chapter 31. Witness: reference 18.</summary>
public static class NoncentralT
{
    /// <summary>P(T ≤ t).</summary>
    public static double Cdf(double t, double degreesOfFreedom, double noncentrality) =>
        !Inside(t, degreesOfFreedom, noncentrality) ? double.NaN
        : double.IsInfinity(t) ? (t > 0 ? 1 : 0)
        : double.IsInfinity(degreesOfFreedom) ? Normal.Cdf(t - noncentrality)
        : Average(degreesOfFreedom, s => Normal.LogCdf(t * s - noncentrality), t, noncentrality);

    /// <summary>P(T &gt; t), computed by itself so that small tails keep their digits: the power of a t test with critical value t.</summary>
    public static double Upper(double t, double degreesOfFreedom, double noncentrality) =>
        Cdf(-t, degreesOfFreedom, -noncentrality);

    public static double Density(double t, double degreesOfFreedom, double noncentrality) =>
        !Inside(t, degreesOfFreedom, noncentrality) ? double.NaN
        : double.IsInfinity(t) ? 0
        : double.IsInfinity(degreesOfFreedom) ? Normal.Density(t - noncentrality)
        : Average(degreesOfFreedom, s => Normal.LogDensity(t * s - noncentrality) + Math.Log(s), t, noncentrality);

    /// <summary>The mean of e^log(s) where s is the root of a chi-square divided by its degrees of freedom.</summary>
    private static double Average(double n, Func<double, double> log, double t, double noncentrality)
    {
        var constant = Math.Log(2) + Math.Log(n / 2) / 2 - Math.Log(2 * Math.PI) / 2 - Saddle.StirlingError(n / 2);
        // the peak lies between the middle of s and the place where the normal part is at its highest
        var middle = Math.Abs(noncentrality) / Math.Max(Math.Abs(t), 1e-300);
        var reach = 40 / Math.Sqrt(Math.Min(n, 1));
        return Math.Min(
            1e300,
            Trapezoid.Of(
                u =>
                {
                    var s = Math.Exp(u);
                    return constant + n * (u - Precise.ExpMinusOne(2 * u) / 2) + log(s);
                },
                -reach - Math.Log(1 + Math.Abs(t) + Math.Abs(noncentrality)),
                Math.Log(2 + Math.Min(middle, 1e6)) + 5
            )
        );
    }

    private static bool Inside(double t, double n, double noncentrality) =>
        !double.IsNaN(t) && n > 0 && double.IsFinite(noncentrality);
}
