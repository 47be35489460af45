// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>Quantiles of whole numbers, by halving.</summary>
internal static class Counting
{
    /// <summary>A probability that misses the wanted one by rounding only counts as reaching it, as in R.</summary>
    private const double Rounding = 64 * 2.220446049250313e-16;

    public static long? Smallest(double probability, long low, long high, Func<long, double> upTo)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            return null;
        }

        var enough = probability * (1 - Rounding);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (upTo(middle) >= enough)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
