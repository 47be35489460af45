// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>Elementary functions near the point where their usual form loses its digits. Reference: Kahan, in Goldberg (1991), ACM Computing Surveys 23:5-48, theorem 4.</summary>
internal static class Precise
{
    /// <summary>ln(1 + x).</summary>
    public static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u.Equals(1) ? x
            : u <= 0 || double.IsInfinity(u) ? Math.Log(u)
            : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>e^x − 1.</summary>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            return Math.Exp(x) - 1;
        }

        var u = Math.Exp(x);
        return u.Equals(1) ? x : (u - 1) * (x / Math.Log(u));
    }
}
