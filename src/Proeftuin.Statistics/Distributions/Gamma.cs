// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The gamma function's logarithm and the regularised incomplete gamma functions, with tails to 1e-300. References: DLMF 5.11.1 (Stirling), 8.11.4 (series) and 8.9.2 (continued fraction, modified Lentz). Witness: reference 18.</summary>
public static class Gamma
{
    private const int MostTerms = 1_000_000;
    private const double Tiny = 1e-300;

    /// <summary>ln Γ(x) for x &gt; 0; NaN otherwise.</summary>
    public static double Log(double x)
    {
        if (!(x > 0))
        {
            return double.NaN;
        }

        // Stirling's series is exact to the last digit from 16 up; smaller arguments are shifted there.
        var product = 1.0;
        while (x < 16)
        {
            product *= x;
            x += 1;
        }

        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + StirlingSeries(x) - Math.Log(product);
    }

    /// <summary>P(a, x): the part of the gamma density with shape a below x.</summary>
    public static double Lower(double a, double x) =>
        !Inside(a, x) ? double.NaN
        : x <= 0 ? 0
        : x < a + 1 ? Series(a, x)
        : 1 - Fraction(a, x);

    /// <summary>Q(a, x) = 1 − P(a, x), computed by itself so that small tails keep their digits.</summary>
    public static double Upper(double a, double x) =>
        !Inside(a, x) ? double.NaN
        : x <= 0 ? 1
        : x < a + 1 ? 1 - Series(a, x)
        : Fraction(a, x);

    /// <summary>1/(12n) − 1/(360n³) + …, for n ≥ 16.</summary>
    internal static double StirlingSeries(double n)
    {
        var square = n * n;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square)
            / n;
    }

    private static bool Inside(double a, double x) => a > 0 && !double.IsNaN(x);

    private static double Series(double a, double x)
    {
        var term = 1.0;
        var sum = 1.0;
        for (var n = 1; n < MostTerms; n++)
        {
            term *= x / (a + n);
            sum += term;
            if (term < sum * 1e-17)
            {
                return sum * Saddle.Poisson(a, x);
            }
        }

        throw new InvalidOperationException("The gamma series did not converge.");
    }

    private static double Fraction(double a, double x)
    {
        // so far out nothing is left; and where x is beyond 2^53 the fraction below would never come to rest
        var density = double.IsPositiveInfinity(x) ? 0 : Saddle.Poisson(a, x);
        if (density <= 0)
        {
            return 0;
        }

        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < MostTerms; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = 1 / NotZero(an * d + b);
            c = NotZero(b + an / c);
            var delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < 1e-16)
            {
                // x^a e^-x / Γ(a) = a · (x^a e^-x / Γ(a+1))
                return h * a * density;
            }
        }

        throw new InvalidOperationException("The gamma continued fraction did not converge.");
    }

    private static double NotZero(double x) => Math.Abs(x) < Tiny ? Tiny : x;
}
