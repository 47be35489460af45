// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics;

/// <summary>Solves f(x) = 0 between two points where f has opposite signs, by halving: slow, and never wrong.</summary>
internal static class Roots
{
    private const int MostHalvings = 200;

    public static double Between(double low, double high, Func<double, double> f)
    {
        var rising = f(low) <= 0;
        for (var i = 0; i < MostHalvings; i++)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (f(middle) <= 0 == rising)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low + (high - low) / 2;
    }
}
