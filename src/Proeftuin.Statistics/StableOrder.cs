// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.InteropServices;

namespace Proeftuin.Statistics;

/// <summary>Finite values in ascending order, or their row numbers; rows with equal values keep their order. A radix sort on the bits, so that a million rows cost milliseconds.</summary>
internal static class StableOrder
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;
    private const int Passes = 6;

    /// <summary>The row numbers in the order of their values.</summary>
    public static int[] Of(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        var (keys, otherKeys) = (new ulong[n], new ulong[n]);
        var (rows, otherRows) = (new int[n], new int[n]);
        var counts = new int[Passes][];
        for (var pass = 0; pass < Passes; pass++)
        {
            counts[pass] = new int[Buckets];
        }

        for (var i = 0; i < n; i++)
        {
            var key = Key(values[i]);
            (keys[i], rows[i]) = (key, i);
            for (var pass = 0; pass < Passes; pass++)
            {
                counts[pass][Digit(key, pass)]++;
            }
        }

        for (var pass = 0; pass < Passes && n > 0; pass++)
        {
            var count = counts[pass];
            if (count[Digit(keys[0], pass)] == n)
            {
                continue;
            }

            Places(count);
            for (var i = 0; i < n; i++)
            {
                var to = count[Digit(keys[i], pass)]++;
                (otherKeys[to], otherRows[to]) = (keys[i], rows[i]);
            }

            (keys, otherKeys, rows, otherRows) = (otherKeys, keys, otherRows, rows);
        }

        return rows;
    }

    /// <summary>Puts finite values in ascending order where they stand; −0 becomes 0. <paramref name="room"/> is at least as long, and what is in it is lost.</summary>
    public static void Sort(Span<double> values, ulong[] room)
    {
        var n = values.Length;
        var keys = MemoryMarshal.Cast<double, ulong>(values);
        var from = keys;
        var to = room.AsSpan(0, n);
        var counts = new int[Passes * Buckets];
        for (var i = 0; i < n; i++)
        {
            var key = Key(values[i]);
            keys[i] = key;
            for (var pass = 0; pass < Passes; pass++)
            {
                counts[pass * Buckets + Digit(key, pass)]++;
            }
        }

        for (var pass = 0; pass < Passes && n > 0; pass++)
        {
            var count = counts.AsSpan(pass * Buckets, Buckets);
            if (count[Digit(from[0], pass)] == n)
            {
                continue;
            }

            Places(count);
            foreach (var key in from)
            {
                to[count[Digit(key, pass)]++] = key;
            }

            var sorted = to;
            to = from;
            from = sorted;
        }

        for (var i = 0; i < n; i++)
        {
            values[i] = Value(from[i]);
        }
    }

    /// <summary>From how many stand in each bucket to where the first of them comes.</summary>
    private static void Places(Span<int> counts)
    {
        var place = 0;
        foreach (ref var count in counts)
        {
            (count, place) = (place, place + count);
        }
    }

    // The bits of a double sort as whole numbers once the sign is handled; adding zero turns −0 into 0.
    private static ulong Key(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits & 0x8000_0000_0000_0000) != 0 ? ~bits : bits | 0x8000_0000_0000_0000;
    }

    private static double Value(ulong key) =>
        BitConverter.UInt64BitsToDouble((key & 0x8000_0000_0000_0000) != 0 ? key & ~0x8000_0000_0000_0000 : ~key);

    private static int Digit(ulong key, int pass) => (int)(key >> (pass * Bits)) & (Buckets - 1);
}
