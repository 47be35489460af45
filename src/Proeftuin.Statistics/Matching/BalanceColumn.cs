// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Matching;

/// <summary>One covariate of which the values are sorted once, for the balance before and after.</summary>
internal sealed class BalanceColumn
{
    private readonly double[] values;
    private readonly bool[] treated;
    private readonly double[] sorted;
    private readonly int controls;
    private readonly double lowest;
    private readonly double range;
    private readonly bool binary;
    private readonly double deviation;

    /// <param name="values">By unit.</param>
    /// <param name="treated">By unit.</param>
    /// <param name="room">For as many values, not used by another column as long as this one is: a table of many covariates needs the room of one per thread.</param>
    public BalanceColumn(double[] values, bool[] treated, BalanceRoom room)
    {
        (this.values, this.treated) = (values, treated);
        sorted = room.Sorted;
        controls = Sort(room.Keys);
        lowest = Math.Min(Treated[0], Controls[0]);
        var highest = Math.Max(Treated[^1], Controls[^1]);
        range = highest - lowest;
        binary = Array.TrueForAll(values, value => value.Equals(lowest) || value.Equals(highest));
        var (mean, variance) = Moments(null, true);
        // of two values a and b: p(1 − p) in units of their distance
        deviation = Math.Sqrt(binary ? (mean - lowest) * (highest - mean) : variance);
    }

    public BalanceOf Of(double[]? weights, IReadOnlyList<MatchedSet> sets)
    {
        var (first, firstVariance) = Moments(weights, true);
        var (second, secondVariance) = Moments(weights, false);
        var apart = range > 0 ? Math.Abs(first - second) / range : 0;
        var (mean, largest) = binary ? (apart, apart) : Distances(weights);
        return new BalanceOf
        {
            MeanTreated = first,
            MeanControls = second,
            StandardisedDifference = deviation > 0 ? (first - second) / deviation : null,
            VarianceRatio = binary || !(secondVariance > 0) ? null : firstVariance / secondVariance,
            MeanDistance = mean,
            LargestDistance = largest,
            WithinPairs = sets.Count > 0 && deviation > 0 ? Pairs(sets) / deviation : null,
        };
    }

    /// <summary>The values of the controls in order, and after them those of the treated.</summary>
    private ReadOnlySpan<double> Controls => sorted.AsSpan(0, controls);

    private ReadOnlySpan<double> Treated => sorted.AsSpan(controls, values.Length - controls);

    private int Sort(ulong[] keys)
    {
        var (first, last) = (0, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            sorted[treated[i] ? --last : first++] = values[i];
        }

        StableOrder.Sort(sorted.AsSpan(0, first), keys);
        StableOrder.Sort(sorted.AsSpan(first, values.Length - first), keys);
        return first;
    }

    private (double Mean, double Variance) Moments(double[]? weights, bool which)
    {
        double sum = 0;
        double total = 0;
        double squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (treated[i] == which)
            {
                var weight = weights?[i] ?? 1;
                sum += weight * values[i];
                total += weight;
                squares += weight * weight;
            }
        }

        var mean = sum / total;
        double around = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (treated[i] == which)
            {
                around += (weights?[i] ?? 1) * (values[i] - mean) * (values[i] - mean);
            }
        }

        return (mean, around / (total - squares / total));
    }

    /// <summary>Between the cumulative distributions, at every different value in the data. With weights they only change where somebody has one: those few are sorted apart.</summary>
    private (double Mean, double Largest) Distances(double[]? weights)
    {
        var (at, change) = weights is null ? ([], []) : Steps(weights);
        var sortedTreated = Treated;
        var sortedControls = Controls;
        double distance = 0;
        double sum = 0;
        double largest = 0;
        var (a, b, next, count) = (0, 0, 0, 0);
        while (a < sortedTreated.Length || b < sortedControls.Length)
        {
            var value = Math.Min(
                a < sortedTreated.Length ? sortedTreated[a] : double.PositiveInfinity,
                b < sortedControls.Length ? sortedControls[b] : double.PositiveInfinity
            );
            while (a < sortedTreated.Length && sortedTreated[a] <= value)
            {
                a++;
            }

            while (b < sortedControls.Length && sortedControls[b] <= value)
            {
                b++;
            }

            while (next < at.Length && at[next] <= value)
            {
                distance += change[next++];
            }

            var now = weights is null ? (double)a / sortedTreated.Length - (double)b / sortedControls.Length : distance;
            sum += Math.Abs(now);
            largest = Math.Max(largest, Math.Abs(now));
            count++;
        }

        return (sum / count, largest);
    }

    private (double[] At, double[] Change) Steps(double[] weights)
    {
        var totals = new double[2];
        int[] units = [.. Enumerable.Range(0, weights.Length).Where(i => weights[i] > 0)];
        foreach (var i in units)
        {
            totals[treated[i] ? 1 : 0] += weights[i];
        }

        var at = Array.ConvertAll(units, i => values[i]);
        var change = Array.ConvertAll(units, i => treated[i] ? weights[i] / totals[1] : -weights[i] / totals[0]);
        Array.Sort(at, change);
        return (at, change);
    }

    private double Pairs(IReadOnlyList<MatchedSet> sets)
    {
        double sum = 0;
        var count = 0;
        foreach (var set in sets)
        {
            foreach (var control in set.Controls)
            {
                sum += Math.Abs(values[set.Treated] - values[control]);
                count++;
            }
        }

        return sum / count;
    }
}

/// <summary>Room to sort the values of one column at a time.</summary>
internal sealed class BalanceRoom(int units)
{
    public double[] Sorted { get; } = new double[units];

    public ulong[] Keys { get; } = new ulong[units];
}
