// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The chi-square distribution; degrees of freedom may be any positive number. Reference: DLMF 8.2 (as an incomplete gamma function). Witness: reference 18.</summary>
public static class ChiSquare
{
    /// <summary>P(X ≤ x).</summary>
    public static double Cdf(double x, double degreesOfFreedom) => Gamma.Lower(degreesOfFreedom / 2, x / 2);

    /// <summary>The upper tail, to 1e-300.</summary>
    public static double Upper(double x, double degreesOfFreedom) => Gamma.Upper(degreesOfFreedom / 2, x / 2);

    public static double Density(double x, double degreesOfFreedom)
    {
        if (!(degreesOfFreedom > 0) || double.IsNaN(x))
        {
            return double.NaN;
        }

        if (x <= 0)
        {
            return x < 0 || degreesOfFreedom > 2 ? 0
                : degreesOfFreedom < 2 ? double.PositiveInfinity
                : 0.5;
        }

        return Saddle.Poisson(degreesOfFreedom / 2, x / 2) * degreesOfFreedom / 2 / x;
    }

    /// <summary>The x with P(X ≤ x) = p.</summary>
    public static double Quantile(double p, double degreesOfFreedom) => Solve(p, 1 - p, degreesOfFreedom);

    /// <summary>The x with P(X &gt; x) = p, also for a p too small to subtract from 1.</summary>
    public static double UpperQuantile(double p, double degreesOfFreedom) => Solve(1 - p, p, degreesOfFreedom);

    private static double Solve(double p, double q, double n) =>
        !(p >= 0 && q >= 0) || !(n > 0 && double.IsFinite(n)) ? double.NaN
        : p <= 0 ? 0
        : q <= 0 ? double.PositiveInfinity
        : Math.Exp(
            Inverse.Solve(
                p,
                q,
                -745,
                709,
                Math.Log(n),
                s =>
                {
                    var x = Math.Exp(s);
                    return new(Cdf(x, n), Upper(x, n), x * Density(x, n));
                }
            )
        );
}
