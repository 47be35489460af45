// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proeftuin.Statistics.Linear;

/// <summary>Sums over arrays in a fixed order of four lanes, so that every machine gives the same last digit.</summary>
internal static class Vectors
{
    private static int Lanes => Vector256<double>.Count;

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        SameLength(a.Length, b.Length);
        var first = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var second = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var lanes = Vector256<double>.Zero;
        for (var i = 0; i < first.Length; i++)
        {
            lanes += first[i] * second[i];
        }

        var sum = Total(lanes);
        for (var i = first.Length * Lanes; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    public static double Sum(ReadOnlySpan<double> a)
    {
        var whole = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var lanes = Vector256<double>.Zero;
        foreach (var part in whole)
        {
            lanes += part;
        }

        var sum = Total(lanes);
        for (var i = whole.Length * Lanes; i < a.Length; i++)
        {
            sum += a[i];
        }

        return sum;
    }

    /// <summary>target += factor · source.</summary>
    public static void Add(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        SameLength(target.Length, source.Length);
        var to = MemoryMarshal.Cast<double, Vector256<double>>(target);
        var from = MemoryMarshal.Cast<double, Vector256<double>>(source);
        var times = Vector256.Create(factor);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += times * from[i];
        }

        for (var i = to.Length * Lanes; i < target.Length; i++)
        {
            target[i] += factor * source[i];
        }
    }

    /// <summary>The Euclidean length, safe for very large and very small numbers.</summary>
    public static double Norm(ReadOnlySpan<double> a)
    {
        double largest = 0;
        foreach (var x in a)
        {
            largest = Math.Max(largest, Math.Abs(x));
        }

        if (largest is > 1e-140 and < 1e140 || largest <= 0 || !double.IsFinite(largest))
        {
            return Math.Sqrt(Dot(a, a));
        }

        double sum = 0;
        foreach (var x in a)
        {
            sum += x / largest * (x / largest);
        }

        return largest * Math.Sqrt(sum);
    }

    public static bool AllFinite(ReadOnlySpan<double> a)
    {
        foreach (var x in a)
        {
            if (!double.IsFinite(x))
            {
                return false;
            }
        }

        return true;
    }

    public static void SameLength(int a, int b)
    {
        if (a != b)
        {
            throw new ArgumentException($"Arrays of equal length are needed, not {a} and {b}.", nameof(b));
        }
    }

    private static double Total(Vector256<double> lanes) => lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
}
