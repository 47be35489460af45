// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The noncentral chi-square distribution: what a chi-square statistic does when there is an effect. Noncentrality from 0 to 1e8. Reference: Johnson, Kotz, Balakrishnan (1995), chapter 29. Witness: reference 18.</summary>
public static class NoncentralChiSquare
{
    /// <summary>P(X ≤ x).</summary>
    public static double Cdf(double x, double degreesOfFreedom, double noncentrality) =>
        !Inside(x, degreesOfFreedom, noncentrality) ? double.NaN
        : x <= 0 ? 0
        : double.IsInfinity(x) ? 1
        : PoissonMixture.Below(
            noncentrality / 2,
            j => Gamma.Lower(degreesOfFreedom / 2 + j, x / 2),
            j => Saddle.Poisson(degreesOfFreedom / 2 + j, x / 2)
        );

    /// <summary>P(X &gt; x), computed by itself so that small tails keep their digits.</summary>
    public static double Upper(double x, double degreesOfFreedom, double noncentrality) =>
        !Inside(x, degreesOfFreedom, noncentrality) ? double.NaN
        : x <= 0 ? 1
        : double.IsInfinity(x) ? 0
        : PoissonMixture.Above(
            noncentrality / 2,
            j => Gamma.Upper(degreesOfFreedom / 2 + j, x / 2),
            j => Saddle.Poisson(degreesOfFreedom / 2 + j, x / 2)
        );

    public static double Density(double x, double degreesOfFreedom, double noncentrality) =>
        !Inside(x, degreesOfFreedom, noncentrality)
            ? double.NaN
            : PoissonMixture.Density(noncentrality / 2, j => ChiSquare.Density(x, degreesOfFreedom + 2 * j));

    /// <summary>The x with P(X ≤ x) = p.</summary>
    public static double Quantile(double p, double degreesOfFreedom, double noncentrality) =>
        !(p >= 0 && p <= 1) || !Inside(1, degreesOfFreedom, noncentrality) ? double.NaN
        : p <= 0 ? 0
        : p >= 1 ? double.PositiveInfinity
        : Math.Exp(
            Inverse.Solve(
                p,
                1 - p,
                -745,
                709,
                Math.Log(degreesOfFreedom + noncentrality),
                s =>
                {
                    var x = Math.Exp(s);
                    return new(
                        Cdf(x, degreesOfFreedom, noncentrality),
                        Upper(x, degreesOfFreedom, noncentrality),
                        x * Density(x, degreesOfFreedom, noncentrality)
                    );
                }
            )
        );

    private static bool Inside(double x, double n, double noncentrality) =>
        !double.IsNaN(x) && n > 0 && double.IsFinite(n) && noncentrality >= 0 && noncentrality <= 1e8;
}
