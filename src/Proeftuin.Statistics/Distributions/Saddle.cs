// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>Loader's saddle-point forms of the binomial and Poisson probabilities, which keep full relative precision for any size. Reference: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).</summary>
internal static class Saddle
{
    /// <summary>n! = √(2πn) (n/e)^n · e^error: the logarithm of what Stirling's formula leaves over.</summary>
    public static double StirlingError(double n)
    {
        if (n <= 0)
        {
            return double.PositiveInfinity;
        }

        return n < 16
            ? Gamma.Log(n + 1) - (n + 0.5) * Math.Log(n) + n - 0.5 * Math.Log(2 * Math.PI)
            : Gamma.StirlingSeries(n);
    }

    /// <summary>The deviance x·ln(x/m) + m − x, without cancellation when x is close to m.</summary>
    public static double Deviance(double x, double mean)
    {
        if (Math.Abs(x - mean) >= 0.1 * (x + mean))
        {
            return x * Math.Log(x / mean) + mean - x;
        }

        var v = (x - mean) / (x + mean);
        var sum = (x - mean) * v;
        var term = 2 * x * v;
        for (var j = 1; ; j++)
        {
            term *= v * v;
            var next = sum + term / (2 * j + 1);
            if (next.Equals(sum))
            {
                return sum;
            }

            sum = next;
        }
    }

    /// <summary>Γ(n+1)/(Γ(x+1)Γ(n−x+1)) · p^x · q^(n−x), for real x and n; p and q are given apart because 1 − p loses digits.</summary>
    public static double Binomial(double x, double n, double p, double q)
    {
        if (p <= 0)
        {
            return x <= 0 ? 1 : 0;
        }

        if (q <= 0)
        {
            return x >= n ? 1 : 0;
        }

        if (x <= 0)
        {
            return n <= 0 ? 1 : Math.Exp(p < 0.1 ? -Deviance(n, n * q) - n * p : n * Math.Log(q));
        }

        if (x >= n)
        {
            return Math.Exp(q < 0.1 ? -Deviance(n, n * p) - n * q : n * Math.Log(p));
        }

        var exponent =
            StirlingError(n) - StirlingError(x) - StirlingError(n - x) - Deviance(x, n * p) - Deviance(n - x, n * q);
        return Math.Exp(exponent) * Math.Sqrt(n / (2 * Math.PI * x * (n - x)));
    }

    /// <summary>The logarithm of <see cref="Binomial"/>, which does not underflow.</summary>
    public static double LogBinomial(double x, double n, double p, double q)
    {
        if (p <= 0 || q <= 0 || x <= 0 || x >= n)
        {
            return x <= 0 && p > 0 && q > 0 ? n * Precise.LogOnePlus(-p)
                : x >= n && p > 0 && q > 0 ? n * Math.Log(p)
                : Math.Log(Binomial(x, n, p, q));
        }

        return StirlingError(n)
            - StirlingError(x)
            - StirlingError(n - x)
            - Deviance(x, n * p)
            - Deviance(n - x, n * q)
            + Math.Log(n / (2 * Math.PI * x * (n - x))) / 2;
    }

    /// <summary>mean^x · e^−mean / Γ(x+1), for real x.</summary>
    public static double Poisson(double x, double mean) =>
        x <= 0 ? Math.Exp(-mean) : Math.Exp(-StirlingError(x) - Deviance(x, mean)) / Math.Sqrt(2 * Math.PI * x);
}
