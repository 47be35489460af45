// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The beta distribution: regularised incomplete beta function, density and inverse. Reference: DLMF 8.17.22 (continued fraction, modified Lentz). Witness: reference 18.</summary>
public static class Beta
{
    private const int MostTerms = 1_000_000;
    private const double Tiny = 1e-300;

    /// <summary>I_x(a, b): the part of the beta density below x. NaN outside a, b &gt; 0.</summary>
    public static double Cdf(double x, double a, double b) =>
        !(a > 0 && b > 0) || double.IsNaN(x) ? double.NaN
        : x <= 0 ? 0
        : x >= 1 ? 1
        : Below(x, 1 - x, a, b);

    /// <summary>1 − I_x(a, b), computed by itself.</summary>
    public static double Upper(double x, double a, double b) =>
        !(a > 0 && b > 0) || double.IsNaN(x) ? double.NaN
        : x <= 0 ? 1
        : x >= 1 ? 0
        : Below(1 - x, x, b, a);

    public static double Density(double x, double a, double b)
    {
        if (!(a > 0 && b > 0) || double.IsNaN(x))
        {
            return double.NaN;
        }

        if (x is > 0 and < 1)
        {
            return Saddle.Binomial(a, a + b, x, 1 - x) * (a / (a + b)) * b / x / (1 - x);
        }

        var (shape, other) = x <= 0 ? (a, b) : (b, a);
        return x is < 0 or > 1 || shape > 1 ? 0
            : shape < 1 ? double.PositiveInfinity
            : other;
    }

    /// <summary>ln B(a, b) = lnΓ(a) + lnΓ(b) − lnΓ(a + b).</summary>
    public static double LogFunction(double a, double b)
    {
        if (!(a > 0 && b > 0))
        {
            return double.NaN;
        }

        // (a+b)/(ab) · p^a q^b / B(a, b) is a binomial probability; at p = a/(a+b) it keeps its digits
        var (p, q) = (a / (a + b), b / (a + b));
        return a * (p < 0.5 ? Math.Log(p) : Precise.LogOnePlus(-q))
            + b * (q < 0.5 ? Math.Log(q) : Precise.LogOnePlus(-p))
            - Math.Log(a * q)
            - Saddle.LogBinomial(a, a + b, p, q);
    }

    /// <summary>The x with I_x(a, b) = p, found on the logit scale, where both ends keep their digits.</summary>
    public static double Quantile(double p, double a, double b)
    {
        if (!(p >= 0 && p <= 1) || !(a > 0 && b > 0))
        {
            return double.NaN;
        }

        if (p is 0 or 1)
        {
            return p;
        }

        var logit = Inverse.Solve(
            p,
            1 - p,
            -740,
            740,
            Math.Log(a / b),
            t =>
            {
                var (x, y) = (Logistic(t), Logistic(-t));
                return new(Below(x, y, a, b), Below(y, x, b, a), Saddle.Binomial(a, a + b, x, y) * (a / (a + b)) * b);
            }
        );
        return Logistic(logit);
    }

    private static double Logistic(double t) => t >= 0 ? 1 / (1 + Math.Exp(-t)) : Math.Exp(t) / (1 + Math.Exp(t));

    /// <summary>I_x(a, b) where y = 1 − x is given by itself, because subtracting loses digits.</summary>
    internal static double Below(double x, double y, double a, double b) =>
        x <= (a + 1) / (a + b + 2) ? Fraction(x, y, a, b) : 1 - Fraction(y, x, b, a);

    private static double Fraction(double x, double y, double a, double b)
    {
        // x^a y^b / (a B(a,b)) written as a binomial probability, which Loader's form computes without loss.
        var front = Saddle.Binomial(a, a + b, x, y) * b / (a + b);
        if (front <= 0)
        {
            return 0;
        }

        var c = 1.0;
        var d = 1 / NotZero(1 - (a + b) * x / (a + 1));
        var h = d;
        for (var m = 1; m < MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            var delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < 1e-16)
            {
                return front * h;
            }
        }

        throw new InvalidOperationException("The beta continued fraction did not converge.");
    }

    private static double NotZero(double x) => Math.Abs(x) < Tiny ? Tiny : x;
}
