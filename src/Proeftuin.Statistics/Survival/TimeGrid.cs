// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>The distinct exit times in order, and for every row the first and the last of them at which it is at risk. Times closer than 1.5e-8 (absolute, or relative to the mean time) are one time, as in R's survival, so that rounding does not undo ties.</summary>
internal sealed class TimeGrid
{
    private const double Tolerance = 1.4901161193847656e-8; // the root of the machine precision
    private const int LargestTable = 1 << 22;

    private TimeGrid(double[] times, int[] last, int[]? first)
    {
        (Times, Last, First) = (times, last, first);
    }

    public double[] Times { get; }

    /// <summary>Per row the index of its exit time.</summary>
    public int[] Last { get; }

    /// <summary>Per row the index of the first exit time after its entry; null when everybody is there from the beginning.</summary>
    public int[]? First { get; }

    public int Count => Times.Length;

    /// <summary>Whether rounding left a row without any length.</summary>
    public bool HasStretchWithoutLength
    {
        get
        {
            for (var i = 0; i < (First?.Length ?? 0); i++)
            {
                if (First![i] > Last[i])
                {
                    return true;
                }
            }

            return false;
        }
    }

    public static TimeGrid Of(double[] exit, double[]? entry) => OfWholeTimes(exit, entry) ?? OfAnyTimes(exit, entry);

    /// <summary>Months and days are whole numbers: a table instead of a sort.</summary>
    private static TimeGrid? OfWholeTimes(double[] exit, double[]? entry)
    {
        var (lowest, highest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var t in exit)
        {
            if (t > LargestTable || t < -LargestTable || (int)t != t)
            {
                return null;
            }

            (lowest, highest) = (Math.Min(lowest, t), Math.Max(highest, t));
        }

        foreach (var t in entry ?? [])
        {
            if (t > LargestTable || t < -LargestTable || (int)t != t)
            {
                return null;
            }
        }

        if (exit.Length == 0 || highest - lowest > Math.Min(LargestTable, 1024 + 4L * exit.Length))
        {
            return null;
        }

        var from = (int)lowest;
        var upTo = new int[(int)highest - from + 1];
        foreach (var t in exit)
        {
            upTo[(int)t - from] = 1;
        }

        var count = 0;
        for (var i = 0; i < upTo.Length; i++)
        {
            count += upTo[i];
            upTo[i] = count;
        }

        var times = Steps(upTo, count, from);
        var last = new int[exit.Length];
        for (var i = 0; i < last.Length; i++)
        {
            last[i] = upTo[(int)exit[i] - from] - 1;
        }

        return new TimeGrid(
            times,
            last,
            entry is null
                ? null
                : Array.ConvertAll(
                    entry,
                    t =>
                        t < from ? 0
                        : t >= highest ? count
                        : upTo[(int)t - from]
                )
        );
    }

    // Where the running count steps up, an exit time lies.
    private static double[] Steps(int[] upTo, int count, int from)
    {
        var times = new double[count];
        var before = 0;
        for (var i = 0; i < upTo.Length; i++)
        {
            if (upTo[i] > before)
            {
                times[before] = from + i;
                before = upTo[i];
            }
        }

        return times;
    }

    private static TimeGrid OfAnyTimes(double[] exit, double[]? entry)
    {
        double[] all = entry is null ? exit : [.. exit, .. entry];
        var order = StableOrder.Of(all);
        var tied = MeanOfDistinct(all, order) * Tolerance;
        var group = new int[all.Length];
        var starts = new List<double>();
        for (var i = 0; i < order.Length; i++)
        {
            var step = i == 0 ? double.PositiveInfinity : all[order[i]] - all[order[i - 1]];
            if (step > Tolerance && step > tied)
            {
                starts.Add(all[order[i]]);
            }

            group[order[i]] = starts.Count - 1;
        }

        return entry is null ? new TimeGrid([.. starts], group, null) : OfGroups(exit.Length, group, starts);
    }

    private static TimeGrid OfGroups(int rows, int[] group, List<double> starts)
    {
        var upTo = new int[starts.Count];
        for (var i = 0; i < rows; i++)
        {
            upTo[group[i]] = 1;
        }

        var times = new List<double>();
        for (var g = 0; g < upTo.Length; g++)
        {
            if (upTo[g] == 1)
            {
                times.Add(starts[g]);
            }

            upTo[g] = times.Count;
        }

        var (last, first) = (new int[rows], new int[rows]);
        for (var i = 0; i < rows; i++)
        {
            last[i] = upTo[group[i]] - 1;
            first[i] = upTo[group[rows + i]];
        }

        return new TimeGrid([.. times], last, first);
    }

    private static double MeanOfDistinct(double[] values, int[] order)
    {
        double sum = 0;
        var count = 0;
        for (var i = 0; i < order.Length; i++)
        {
            if (i == 0 || values[order[i]] > values[order[i - 1]])
            {
                sum += Math.Abs(values[order[i]]);
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
