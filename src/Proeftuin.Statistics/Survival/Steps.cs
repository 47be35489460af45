// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>Finding one's place among ascending times.</summary>
internal static class Steps
{
    /// <summary>The index of the first time at or after t; the count when there is none.</summary>
    public static int FirstAtOrAfter(IReadOnlyList<double> times, double t)
    {
        var (low, high) = (0, times.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle] < t)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The index of the last time at or before t; −1 when there is none.</summary>
    public static int LastUpTo(IReadOnlyList<double> times, double t)
    {
        var next = FirstAtOrAfter(times, t);
        return next < times.Count && times[next] <= t ? next : next - 1;
    }
}
