// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Matching;

/// <summary>One covariate of which the values are sorted once, for the balance before and after.</summary>
internal sealed class BalanceColumn
{
    private readonly double[] values;
    private readonly bool[] treated;
    private readonly double[] distinct;
    private readonly bool binary;
    private readonly double deviation;

    public BalanceColumn(double[] values, bool[] treated)
    {
        (this.values, this.treated) = (values, treated);
        distinct = Distinct(values);
        binary = distinct.Length <= 2;
        var ones = new double[values.Length];
        Array.Fill(ones, 1);
        var (mean, variance) = Moments(ones, true);
        // of two values a and b: p(1 − p) in units of their distance
        deviation = Math.Sqrt(binary && distinct.Length == 2 ? (mean - distinct[0]) * (distinct[1] - mean) : variance);
    }

    public BalanceOf Of(double[]? weights, IReadOnlyList<MatchedSet> sets)
    {
        var all = weights ?? Enumerable.Repeat(1.0, values.Length).ToArray();
        var (first, firstVariance) = Moments(all, true);
        var (second, secondVariance) = Moments(all, false);
        var (mean, largest) = binary
            ? (Math.Abs(first - second) / Range(), Math.Abs(first - second) / Range())
            : Distances(all);
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

    private double Range() => distinct.Length == 2 ? distinct[1] - distinct[0] : 1;

    private (double Mean, double Variance) Moments(double[] weights, bool which)
    {
        double sum = 0;
        double total = 0;
        double squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (treated[i] == which)
            {
                sum += weights[i] * values[i];
                total += weights[i];
                squares += weights[i] * weights[i];
            }
        }

        var mean = sum / total;
        double around = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (treated[i] == which)
            {
                around += weights[i] * (values[i] - mean) * (values[i] - mean);
            }
        }

        return (mean, around / (total - squares / total));
    }

    /// <summary>Between the cumulative distributions, at every value in the data: they only change where somebody with a weight is, so between two of those the distance counts once for every value there.</summary>
    private (double Mean, double Largest) Distances(double[] weights)
    {
        var steps = new List<(double At, double Step)>();
        var totals = new double[2];
        for (var i = 0; i < values.Length; i++)
        {
            totals[treated[i] ? 1 : 0] += weights[i];
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (weights[i] > 0)
            {
                steps.Add((values[i], treated[i] ? weights[i] / totals[1] : -weights[i] / totals[0]));
            }
        }

        var at = steps.Select(step => step.At).ToArray();
        var change = steps.Select(step => step.Step).ToArray();
        Array.Sort(at, change);
        double distance = 0;
        double sum = 0;
        double largest = 0;
        var next = 0;
        foreach (var value in distinct)
        {
            while (next < at.Length && at[next] <= value)
            {
                distance += change[next++];
            }

            sum += Math.Abs(distance);
            largest = Math.Max(largest, Math.Abs(distance));
        }

        return (sum / distinct.Length, largest);
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

    private static double[] Distinct(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || !sorted[i].Equals(sorted[i - 1]))
            {
                sorted[count++] = sorted[i];
            }
        }

        return sorted[..count];
    }
}
