// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Attrition;

/// <summary>The interval for a value of which only bounds are known: as wide as needed to cover the value, less than would cover both bounds. Reference: Imbens, Manski (2004), Econometrica 72:1845-1857.</summary>
internal static class ImbensManski
{
    /// <summary>Between the one-sided and the two-sided normal value, depending on how far apart the bounds are.</summary>
    public static double CriticalValue(double lower, double upper, double errorLower, double errorUpper, double level)
    {
        var z = Confidence.CriticalValue(level);
        var width = (upper - lower) / Math.Max(errorLower, errorUpper);
        return Roots.Between(-z - 50, z, t => Normal.Cdf(t + width) - Normal.Cdf(-t) - level);
    }
}
