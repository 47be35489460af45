// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>Student's t distribution; degrees of freedom may be any positive number, also infinite (then it is the normal distribution). Reference: DLMF 8.17 (as an incomplete beta function). Witness: reference 18.</summary>
public static class StudentT
{
    /// <summary>P(T ≤ t).</summary>
    public static double Cdf(double t, double degreesOfFreedom) => Upper(-t, degreesOfFreedom);

    /// <summary>P(T &gt; t), computed by itself so that small tails keep their digits. NaN outside degrees of freedom &gt; 0.</summary>
    public static double Upper(double t, double degreesOfFreedom)
    {
        if (!(degreesOfFreedom > 0) || double.IsNaN(t))
        {
            return double.NaN;
        }

        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return Normal.Upper(t);
        }

        if (double.IsInfinity(t))
        {
            return t > 0 ? 0 : 1;
        }

        var half = HalfOutside(Math.Abs(t), degreesOfFreedom);
        return t >= 0 ? half : 1 - half;
    }

    /// <summary>P(|T| ≥ |t|): the two-sided p-value.</summary>
    public static double TwoSided(double t, double degreesOfFreedom) =>
        Math.Min(1, 2 * Upper(Math.Abs(t), degreesOfFreedom));

    public static double Density(double t, double degreesOfFreedom)
    {
        var n = degreesOfFreedom;
        if (!(n > 0) || double.IsNaN(t))
        {
            return double.NaN;
        }

        if (double.IsPositiveInfinity(n))
        {
            return Normal.Density(t);
        }

        return Math.Exp(LogDensity(t, n));
    }

    /// <summary>The t with P(T ≤ t) = p; infinite at 0 and 1, NaN outside.</summary>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        var n = degreesOfFreedom;
        if (!(p >= 0 && p <= 1) || !(n > 0))
        {
            return double.NaN;
        }

        if (p is 0 or 1 || double.IsPositiveInfinity(n))
        {
            return Normal.Quantile(p);
        }

        var tail = Math.Min(p, 1 - p);
        if (tail >= 0.5)
        {
            return 0;
        }

        // ln t of the upper side; near the middle the tail is straight in t itself, further out in ln t
        var start = Math.Log(-Normal.Quantile(tail));
        var size = Math.Exp(
            Inverse.Solve(
                1 - tail,
                tail,
                -745,
                709,
                start,
                s =>
                {
                    var t = Math.Exp(s);
                    return new(0, HalfOutside(t, n), t * Density(t, n));
                }
            )
        );
        return p < 0.5 ? -size : size;
    }

    private static double LogDensity(double t, double n)
    {
        var spread = t / n * t;
        var log = spread < 1e10 ? Precise.LogOnePlus(spread) : 2 * Math.Log(Math.Abs(t)) - Math.Log(n);
        return Saddle.StirlingError((n + 1) / 2)
            - Saddle.StirlingError(n / 2)
            - Saddle.Deviance(n / 2, (n + 1) / 2)
            - (n + 1) / 2 * log
            - Math.Log(2 * Math.PI) / 2;
    }

    /// <summary>P(T &gt; t) for t ≥ 0.</summary>
    private static double HalfOutside(double t, double n)
    {
        var square = t * t;
        return square / n > 1e20
            // the first term of the tail is exact to the last digit here, and t² may be too large to write down
            ? Math.Exp(LogDensity(t, n) + Math.Log(t) - Math.Log(n))
            : Beta.Below(n / (n + square), square / (n + square), n / 2, 0.5) / 2;
    }
}
