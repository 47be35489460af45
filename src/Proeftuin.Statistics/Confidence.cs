// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics;

/// <summary>Confidence levels and the normal critical value that belongs to them.</summary>
internal static class Confidence
{
    public static bool IsLevel(double level) => level > 0 && level < 1;

    /// <summary>z with P(|Z| ≤ z) = level.</summary>
    public static double CriticalValue(double level) => -Normal.Quantile((1 - level) / 2);

    public static double P(double z, Alternative alternative) =>
        alternative switch
        {
            Alternative.TwoSided => 2 * Normal.Cdf(-Math.Abs(z)),
            Alternative.Greater => Normal.Upper(z),
            Alternative.Less => Normal.Cdf(z),
        };
}
