// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>How much baseline hazard each row went through, and Σ risk · hazard · xx' over the rows.</summary>
internal static class CoxSquares
{
    public static Matrix Of(CoxRows rows, CoxRisk risk, HazardStep[] steps, Func<int, double> factor)
    {
        var passed = new HazardPassed(rows, steps, factor);
        var p = rows.Columns;
        var size = p * (p + 1) / 2;
        var parts = new double[RowBlocks.Count(rows.Count) * size];
        RowBlocks.Each(
            rows.Count,
            (block, from, to) =>
            {
                // on the stack: every step of the search comes here, and the collector would keep it all
                Span<double> weights = stackalloc double[RowBlocks.Size];
                Span<double> product = stackalloc double[RowBlocks.Size];
                weights = weights[..(to - from)];
                product = product[..(to - from)];
                foreach (var (g, start, end) in risk.Parts(block, from, to))
                {
                    passed.Times(risk.Risk, g, start, end, weights[(start - from)..]);
                }

                var place = block * size;
                for (var j = 0; j < p; j++)
                {
                    Multiply(weights, rows.X[j].AsSpan(from, to - from), product);
                    Products(rows, product, from, to, parts.AsSpan(place, j + 1));
                    place += j + 1;
                }
            }
        );
        return Together(parts, p, size);
    }

    private static Matrix Together(double[] parts, int p, int size)
    {
        var sums = new double[size];
        for (var place = 0; place < parts.Length; place += size)
        {
            Vectors.Add(sums, 1, parts.AsSpan(place, size));
        }

        var matrix = new Matrix(p, p);
        for (int j = 0, next = 0; j < p; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                matrix[j, k] = sums[next++];
            }
        }

        return matrix;
    }

    // four columns at a time, so that the additions do not wait for each other
    private static void Products(CoxRows rows, ReadOnlySpan<double> product, int from, int to, Span<double> results)
    {
        var k = 0;
        for (; k + 4 <= results.Length; k += 4)
        {
            Four(
                product,
                rows.X[k].AsSpan(from, to - from),
                rows.X[k + 1].AsSpan(from, to - from),
                rows.X[k + 2].AsSpan(from, to - from),
                rows.X[k + 3].AsSpan(from, to - from),
                results.Slice(k, 4)
            );
        }

        for (; k < results.Length; k++)
        {
            results[k] = Vectors.Dot(product, rows.X[k].AsSpan(from, to - from));
        }
    }

    private static void Four(
        ReadOnlySpan<double> product,
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> c,
        ReadOnlySpan<double> d,
        Span<double> results
    )
    {
        var w = MemoryMarshal.Cast<double, Vector256<double>>(product);
        var (va, vb) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var (vc, vd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var whole = w.Length * Vector256<double>.Count;
        for (var i = 0; i < w.Length; i++)
        {
            var place = i * Vector256<double>.Count;
            va += w[i] * Vector256.Create(a.Slice(place, 4));
            vb += w[i] * Vector256.Create(b.Slice(place, 4));
            vc += w[i] * Vector256.Create(c.Slice(place, 4));
            vd += w[i] * Vector256.Create(d.Slice(place, 4));
        }

        results[0] = Vector256.Sum(va) + Vectors.Dot(product[whole..], a[whole..]);
        results[1] = Vector256.Sum(vb) + Vectors.Dot(product[whole..], b[whole..]);
        results[2] = Vector256.Sum(vc) + Vectors.Dot(product[whole..], c[whole..]);
        results[3] = Vector256.Sum(vd) + Vectors.Dot(product[whole..], d[whole..]);
    }

    private static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product)
    {
        for (var i = 0; i < product.Length; i++)
        {
            product[i] = a[i] * b[i];
        }
    }
}

/// <summary>∫ g dH over the time that a row was at risk.</summary>
internal readonly struct HazardPassed
{
    private readonly CoxRows rows;
    private readonly double[] upTo;
    private readonly double[] forTheDead;

    public HazardPassed(CoxRows rows, HazardStep[] steps, Func<int, double> factor)
    {
        this.rows = rows;
        upTo = new double[rows.Groups];
        forTheDead = new double[rows.Groups];
        for (var g = 0; g < upTo.Length; g++)
        {
            var before = g > rows.StratumStart[g] ? upTo[g - 1] : 0;
            var f = rows.DeadCount(g) > 0 ? factor(g) : 0;
            upTo[g] = before + f * steps[g].All;
            forTheDead[g] = before + f * steps[g].ForTheDead;
        }
    }

    /// <summary>The hazard that the row at this place of this group went through.</summary>
    public double At(int place, int group) =>
        (place < rows.DeadEnd[group] ? forTheDead[group] : upTo[group]) - Before(place);

    /// <summary>Values times that hazard, for the rows from start to end of one group.</summary>
    public void Times(double[] values, int group, int start, int end, Span<double> products)
    {
        var middle = Math.Clamp(rows.DeadEnd[group], start, end);
        for (var i = start; i < end; i++)
        {
            var hazard = i < middle ? forTheDead[group] : upTo[group];
            products[i - start] = values[i] * (rows.First is null ? hazard : hazard - Before(i));
        }
    }

    private double Before(int place) =>
        rows.First is { } first && first[place] > rows.StratumStart[first[place]] ? upTo[first[place] - 1] : 0;
}
