// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The F distribution with two numbers of degrees of freedom, the second possibly infinite. Reference: DLMF 8.17 (as an incomplete beta function). Witness: reference 18.</summary>
public static class FisherF
{
    /// <summary>P(F ≤ x).</summary>
    public static double Cdf(double x, double first, double second) =>
        !Inside(x, first, second) ? double.NaN
        : x <= 0 ? 0
        : double.IsInfinity(x) ? 1
        : double.IsInfinity(second) ? ChiSquare.Cdf(first * x, first)
        : Beta.Below(Part(first * x, second), Part(second, first * x), first / 2, second / 2);

    /// <summary>P(F &gt; x), computed by itself so that small tails keep their digits.</summary>
    public static double Upper(double x, double first, double second) =>
        !Inside(x, first, second) ? double.NaN
        : x <= 0 ? 1
        : double.IsInfinity(x) ? 0
        : double.IsInfinity(second) ? ChiSquare.Upper(first * x, first)
        : Beta.Below(Part(second, first * x), Part(first * x, second), second / 2, first / 2);

    public static double Density(double x, double first, double second)
    {
        if (!Inside(x, first, second))
        {
            return double.NaN;
        }

        if (double.IsInfinity(second))
        {
            return first * ChiSquare.Density(first * x, first);
        }

        if (x <= 0)
        {
            return x < 0 || first > 2 ? 0
                : first < 2 ? double.PositiveInfinity
                : 1;
        }

        var (p, q) = (Part(first * x, second), Part(second, first * x));
        return Saddle.Binomial(first / 2, (first + second) / 2, p, q) * (first / 2 * (second / (first + second))) / x;
    }

    /// <summary>The x with P(F ≤ x) = p.</summary>
    public static double Quantile(double p, double first, double second) =>
        !(p >= 0 && p <= 1) || !Inside(1, first, second) ? double.NaN
        : p <= 0 ? 0
        : p >= 1 ? double.PositiveInfinity
        : Math.Exp(
            Inverse.Solve(
                p,
                1 - p,
                -745,
                709,
                0,
                s =>
                {
                    var x = Math.Exp(s);
                    return new(Cdf(x, first, second), Upper(x, first, second), x * Density(x, first, second));
                }
            )
        );

    private static double Part(double a, double b) => a > b ? 1 / (1 + b / a) : a / b / (1 + a / b);

    private static bool Inside(double x, double first, double second) =>
        !double.IsNaN(x) && first > 0 && second > 0 && !double.IsInfinity(first);
}
