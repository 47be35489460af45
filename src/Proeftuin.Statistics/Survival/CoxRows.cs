// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>The rows of a Cox regression in order of stratum, time and event before censoring, with the covariates by column, centred and scaled. A group is the rows of one stratum that end at one time.</summary>
internal sealed class CoxRows
{
    private CoxRows(int[] order, int columns)
    {
        Order = order;
        X = new double[columns][];
        Center = new double[columns];
        Scale = new double[columns];
    }

    public int Count => Order.Length;

    public int Columns => X.Length;

    public int Groups => GroupTime.Length;

    /// <summary>The original row at each place.</summary>
    public int[] Order { get; }

    /// <summary>By column: (x − centre) / scale.</summary>
    public double[][] X { get; }

    public double[] Center { get; }

    public double[] Scale { get; }

    public double[]? Weight { get; private set; }

    public double[]? Offset { get; private set; }

    /// <summary>Where each group begins, and at the end the number of rows.</summary>
    public int[] GroupStart { get; private set; } = [];

    /// <summary>In each group the events come first; here they end.</summary>
    public int[] DeadEnd { get; private set; } = [];

    public double[] GroupTime { get; private set; } = [];

    /// <summary>Per group the first group of its stratum.</summary>
    public int[] StratumStart { get; private set; } = [];

    /// <summary>Per group the number of its stratum as the caller gave it.</summary>
    public int[] StratumLabel { get; private set; } = [];

    /// <summary>Per place the first group at which the row is at risk; null when nobody enters late.</summary>
    public int[]? First { get; private set; }

    /// <summary>Per group the weights of its events together.</summary>
    public double[] DeadWeight { get; private set; } = [];

    public bool HasStretchWithoutLength { get; private set; }

    public int Events { get; private set; }

    public bool AllColumnsVary => !Scale.Contains(0);

    public double WeightAt(int place) => Weight is null ? 1 : Weight[place];

    public int DeadCount(int group) => DeadEnd[group] - GroupStart[group];

    /// <summary>One past the last group of the stratum to which this group belongs.</summary>
    public int StratumEnd(int group)
    {
        var end = group + 1;
        while (end < Groups && StratumStart[end] == StratumStart[group])
        {
            end++;
        }

        return end;
    }

    public static CoxRows Of(FollowUp data, Matrix covariates, CoxOptions options)
    {
        var grid = TimeGrid.Of(data.ExitTimes, data.EntryTimes);
        var strata = options.Strata is null ? null : Statistics.Survival.Groups.Of(options.Strata);
        var order = Sorted(data, grid, strata);
        var rows = new CoxRows(order, covariates.Columns)
        {
            HasStretchWithoutLength = grid.HasStretchWithoutLength,
            Weight = data.Weights is null ? null : FollowUp.Pick(data.Weights, order),
            Offset = options.Offset is null ? null : FollowUp.Pick([.. options.Offset], order),
        };
        if (!rows.HasStretchWithoutLength)
        {
            rows.Group(data, grid, strata);
            rows.Fill(covariates);
        }

        return rows;
    }

    private static int[] Sorted(FollowUp data, TimeGrid grid, Groups? strata)
    {
        var order = new int[data.Count];
        var key = new int[data.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            key[i] = 2 * grid.Last[i] + (data.Causes[i] == 0 ? 1 : 0);
        }

        order = ByKey(order, key, 2 * grid.Count);
        return strata is null ? order : ByKey(order, strata.Codes, strata.Count);
    }

    private static int[] ByKey(int[] order, int[] key, int keys)
    {
        var place = new int[keys + 1];
        foreach (var row in order)
        {
            place[key[row] + 1]++;
        }

        for (var k = 0; k < keys; k++)
        {
            place[k + 1] += place[k];
        }

        var sorted = new int[order.Length];
        foreach (var row in order)
        {
            sorted[place[key[row]]++] = row;
        }

        return sorted;
    }

    private void Group(FollowUp data, TimeGrid grid, Groups? strata)
    {
        int Stratum(int place) => strata is null ? 0 : strata.Codes[Order[place]];
        var (starts, ends, times, stratumStarts) = (new List<int>(), new List<int>(), new List<int>(), new List<int>());
        var (labels, weights) = (new List<int>(), new List<double>());
        for (var i = 0; i < Count; i++)
        {
            var row = Order[i];
            var newStratum = i == 0 || Stratum(i) != Stratum(i - 1);
            if (newStratum || grid.Last[row] != grid.Last[Order[i - 1]])
            {
                stratumStarts.Add(newStratum ? starts.Count : stratumStarts[^1]);
                starts.Add(i);
                ends.Add(i);
                times.Add(grid.Last[row]);
                labels.Add(strata is null ? 0 : strata.Labels[Stratum(i)]);
                weights.Add(0);
            }

            if (data.Causes[row] != 0)
            {
                ends[^1] = i + 1;
                weights[^1] += data.Weight(row);
                Events++;
            }
        }

        GroupTime = [.. times.Select(t => grid.Times[t])];
        StratumStart = [.. stratumStarts];
        StratumLabel = [.. labels];
        DeadEnd = [.. ends];
        DeadWeight = [.. weights];
        GroupStart = [.. starts, Count];
        if (grid.First is not null)
        {
            First = Entries(grid.First, times);
        }
    }

    private int[] Entries(int[] firstTimes, List<int> groupTimes)
    {
        var first = new int[Count];
        for (var g = 0; g < groupTimes.Count; g++)
        {
            var (low, high) = (StratumStart[g], g);
            for (var i = GroupStart[g]; i < GroupStart[g + 1]; i++)
            {
                // the first group of the stratum at or after the first time at risk; it exists, for this row's own group is one
                var (a, b) = (low, high);
                while (a < b)
                {
                    var middle = (a + b) / 2;
                    (a, b) = groupTimes[middle] < firstTimes[Order[i]] ? (middle + 1, b) : (a, middle);
                }

                first[i] = a;
            }
        }

        return first;
    }

    private void Fill(Matrix covariates)
    {
        for (var j = 0; j < Columns; j++)
        {
            X[j] = GC.AllocateUninitializedArray<double>(Count);
        }

        RowBlocks.Each(
            Count,
            (_, from, to) =>
            {
                for (var i = from; i < to; i++)
                {
                    var row = covariates.Row(Order[i]);
                    for (var j = 0; j < row.Length; j++)
                    {
                        X[j][i] = row[j];
                    }
                }
            }
        );
        Parallel.For(0, Columns, j => (Center[j], Scale[j]) = Standardise(X[j]));
    }

    /// <summary>Centres and scales a column in place; scale 0 when it does not vary.</summary>
    public static (double Center, double Scale) Standardise(double[] column)
    {
        var center = Vectors.Sum(column) / column.Length;
        var whole = MemoryMarshal.Cast<double, Vector256<double>>(column.AsSpan());
        var (spreads, sizes) = (Vector256<double>.Zero, Vector256<double>.Zero);
        foreach (var part in whole)
        {
            spreads += Vector256.Abs(part - Vector256.Create(center));
            sizes = Vector256.Max(sizes, Vector256.Abs(part));
        }

        var (spread, size) = (Vector256.Sum(spreads), 0.0);
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
        {
            size = Math.Max(size, sizes[lane]);
        }

        var rest = column.AsSpan(whole.Length * Vector256<double>.Count);
        foreach (var value in rest)
        {
            spread += Math.Abs(value - center);
            size = Math.Max(size, Math.Abs(value));
        }

        var scale = spread / column.Length;
        if (!(scale > 1e-13 * size))
        {
            return (center, 0);
        }

        foreach (ref var part in whole)
        {
            part = (part - Vector256.Create(center)) / Vector256.Create(scale);
        }

        foreach (ref var value in rest)
        {
            value = (value - center) / scale;
        }

        return (center, scale);
    }
}
