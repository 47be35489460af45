// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>The risk score of every row at given coefficients, and per group the sums of risk and of risk times covariates over everybody at risk, and over the events.</summary>
internal sealed class CoxRisk
{
    private readonly CoxRows rows;
    private readonly int[] groupAtBlock;
    private readonly double[] carry;
    private readonly double[] eventTerms;
    private readonly int width;

    public CoxRisk(CoxRows rows)
    {
        this.rows = rows;
        var p = rows.Columns;
        width = 2 + 2 * p;
        Linear = new double[rows.Count];
        Risk = new double[rows.Count];
        Total = new double[rows.Groups];
        Dead = new double[rows.Groups];
        TotalX = new double[rows.Groups * p];
        DeadX = new double[rows.Groups * p];
        var blocks = RowBlocks.Count(rows.Count);
        groupAtBlock = new int[blocks];
        carry = new double[blocks * width];
        eventTerms = new double[blocks];
        for (int b = 0, g = 0; b < blocks; b++)
        {
            while (rows.GroupStart[g + 1] <= b * RowBlocks.Size)
            {
                g++;
            }

            groupAtBlock[b] = g;
        }
    }

    /// <summary>x'β plus offset, for the standardised covariates.</summary>
    public double[] Linear { get; }

    /// <summary>weight · exp(x'β).</summary>
    public double[] Risk { get; }

    public double[] Total { get; }

    public double[] Dead { get; }

    public double[] TotalX { get; }

    public double[] DeadX { get; }

    /// <summary>Σ weight · x'β over the events.</summary>
    public double EventLinear { get; private set; }

    public ReadOnlySpan<double> TotalAt(int group) => TotalX.AsSpan(group * rows.Columns, rows.Columns);

    public ReadOnlySpan<double> DeadAt(int group) => DeadX.AsSpan(group * rows.Columns, rows.Columns);

    /// <summary>The place in a block where each group's part begins and ends.</summary>
    public IEnumerable<(int Group, int From, int To)> Parts(int block, int from, int to)
    {
        for (var g = groupAtBlock[block]; g < rows.Groups && rows.GroupStart[g] < to; g++)
        {
            yield return (g, Math.Max(from, rows.GroupStart[g]), Math.Min(to, rows.GroupStart[g + 1]));
        }
    }

    public void At(double[] beta)
    {
        Array.Clear(carry);
        RowBlocks.Each(rows.Count, (block, from, to) => Block(beta, block, from, to));
        EventLinear = Vectors.Sum(eventTerms);
        for (var b = 0; b < groupAtBlock.Length; b++)
        {
            AddCarry(groupAtBlock[b], carry.AsSpan(b * width, width));
        }

        LeaveOutThoseNotYetThere();
        FromTheEnd();
    }

    private void Block(double[] beta, int block, int from, int to)
    {
        var linear = Linear.AsSpan(from, to - from);
        if (rows.Offset is null)
        {
            linear.Clear();
        }
        else
        {
            rows.Offset.AsSpan(from, to - from).CopyTo(linear);
        }

        for (var j = 0; j < beta.Length; j++)
        {
            Vectors.Add(linear, beta[j], rows.X[j].AsSpan(from, to - from));
        }

        var risk = Risk.AsSpan(from, to - from);
        Exponentials(linear, risk);
        if (rows.Weight is not null)
        {
            for (var i = 0; i < risk.Length; i++)
            {
                risk[i] *= rows.Weight[from + i];
            }
        }

        eventTerms[block] = 0;
        var sums = new double[width];
        for (var g = groupAtBlock[block]; g < rows.Groups && rows.GroupStart[g] < to; g++)
        {
            var (start, end) = (Math.Max(from, rows.GroupStart[g]), Math.Min(to, rows.GroupStart[g + 1]));
            Sums(g, start, end, sums);
            for (var i = start; i < Math.Min(end, rows.DeadEnd[g]); i++)
            {
                eventTerms[block] += rows.WeightAt(i) * Linear[i];
            }

            if (rows.GroupStart[g] < from)
            {
                sums.CopyTo(carry.AsSpan(block * width, width));
            }
            else
            {
                Store(g, sums);
            }
        }
    }

    // risk of all, of the events, then the same times each covariate
    private void Sums(int group, int start, int end, double[] sums)
    {
        var middle = Math.Clamp(rows.DeadEnd[group], start, end);
        var p = rows.Columns;
        if (end - start == 1)
        {
            var alone = Risk[start];
            var died = middle == end ? alone : 0;
            (sums[0], sums[1]) = (alone, died);
            for (var j = 0; j < p; j++)
            {
                sums[2 + j] = alone * rows.X[j][start];
                sums[2 + p + j] = died * rows.X[j][start];
            }

            return;
        }

        var dead = Risk.AsSpan(start, middle - start);
        var others = Risk.AsSpan(middle, end - middle);
        sums[1] = Vectors.Sum(dead);
        sums[0] = sums[1] + Vectors.Sum(others);
        for (var j = 0; j < p; j++)
        {
            var x = rows.X[j].AsSpan();
            sums[2 + p + j] = Vectors.Dot(dead, x[start..middle]);
            sums[2 + j] = sums[2 + p + j] + Vectors.Dot(others, x[middle..end]);
        }
    }

    private void Store(int group, ReadOnlySpan<double> sums)
    {
        var p = rows.Columns;
        (Total[group], Dead[group]) = (sums[0], sums[1]);
        sums.Slice(2, p).CopyTo(TotalX.AsSpan(group * p));
        sums.Slice(2 + p, p).CopyTo(DeadX.AsSpan(group * p));
    }

    private void AddCarry(int group, ReadOnlySpan<double> sums)
    {
        var p = rows.Columns;
        Total[group] += sums[0];
        Dead[group] += sums[1];
        Vectors.Add(TotalX.AsSpan(group * p, p), 1, sums.Slice(2, p));
        Vectors.Add(DeadX.AsSpan(group * p, p), 1, sums.Slice(2 + p, p));
    }

    private void LeaveOutThoseNotYetThere()
    {
        for (var i = 0; i < (rows.First?.Length ?? 0); i++)
        {
            var before = rows.First![i] - 1;
            if (before < 0 || before < rows.StratumStart[rows.First[i]])
            {
                continue;
            }

            Total[before] -= Risk[i];
            for (var j = 0; j < rows.Columns; j++)
            {
                TotalX[before * rows.Columns + j] -= Risk[i] * rows.X[j][i];
            }
        }
    }

    private void FromTheEnd()
    {
        var p = rows.Columns;
        for (var g = rows.Groups - 2; g >= 0; g--)
        {
            if (rows.StratumStart[g + 1] > g)
            {
                continue;
            }

            Total[g] += Total[g + 1];
            var place = g * p;
            for (var j = 0; j < p; j++, place++)
            {
                TotalX[place] += TotalX[place + p];
            }
        }
    }

    private static void Exponentials(ReadOnlySpan<double> from, Span<double> to)
    {
        var source = MemoryMarshal.Cast<double, Vector256<double>>(from);
        var target = MemoryMarshal.Cast<double, Vector256<double>>(to);
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = Vector256.Exp(source[i]);
        }

        for (var i = source.Length * Vector256<double>.Count; i < from.Length; i++)
        {
            to[i] = Math.Exp(from[i]);
        }
    }
}
