// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The noncentral F distribution: what an F statistic does when there is an effect (power of analysis of variance and regression). Noncentrality from 0 to 1e8. Reference: Johnson, Kotz, Balakrishnan (1995), chapter 30. Witness: reference 16 (pwr.anova.test, pwr.f2.test).</summary>
public static class NoncentralF
{
    /// <summary>P(F ≤ x).</summary>
    public static double Cdf(double x, double first, double second, double noncentrality)
    {
        if (!Inside(x, first, second, noncentrality))
        {
            return double.NaN;
        }

        if (x <= 0 || double.IsInfinity(x))
        {
            return x <= 0 ? 0 : 1;
        }

        var (p, q) = (first * x / (second + first * x), second / (second + first * x));
        return PoissonMixture.Below(
            noncentrality / 2,
            j => Beta.Below(p, q, first / 2 + j, second / 2),
            j => Step(p, q, first / 2 + j, second / 2)
        );
    }

    /// <summary>P(F &gt; x), computed by itself so that small tails keep their digits: the power of an F test with critical value x.</summary>
    public static double Upper(double x, double first, double second, double noncentrality)
    {
        if (!Inside(x, first, second, noncentrality))
        {
            return double.NaN;
        }

        if (x <= 0 || double.IsInfinity(x))
        {
            return x <= 0 ? 1 : 0;
        }

        var (p, q) = (first * x / (second + first * x), second / (second + first * x));
        return PoissonMixture.Above(
            noncentrality / 2,
            j => Beta.Below(q, p, second / 2, first / 2 + j),
            j => Step(p, q, first / 2 + j, second / 2)
        );
    }

    /// <summary>I_p(a, b) − I_p(a + 1, b).</summary>
    private static double Step(double p, double q, double a, double b) => Saddle.Binomial(a, a + b, p, q) * b / (a + b);

    private static bool Inside(double x, double first, double second, double noncentrality) =>
        !double.IsNaN(x)
        && first > 0
        && second > 0
        && double.IsFinite(first)
        && double.IsFinite(second)
        && noncentrality >= 0
        && noncentrality <= 1e8;
}
