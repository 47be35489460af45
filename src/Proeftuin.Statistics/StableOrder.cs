// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics;

/// <summary>Row numbers in ascending order of a finite value; rows with equal values keep their order. A radix sort on the bits, so that a million rows cost milliseconds.</summary>
internal static class StableOrder
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;
    private const int Passes = 6;

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

            var place = 0;
            for (var b = 0; b < Buckets; b++)
            {
                (count[b], place) = (place, place + count[b]);
            }

            for (var i = 0; i < n; i++)
            {
                var to = count[Digit(keys[i], pass)]++;
                (otherKeys[to], otherRows[to]) = (keys[i], rows[i]);
            }

            (keys, otherKeys, rows, otherRows) = (otherKeys, keys, otherRows, rows);
        }

        return rows;
    }

    // The bits of a double sort as whole numbers once the sign is handled; adding zero turns −0 into 0.
    private static ulong Key(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits & 0x8000_0000_0000_0000) != 0 ? ~bits : bits | 0x8000_0000_0000_0000;
    }

    private static int Digit(ulong key, int pass) => (int)(key >> (pass * Bits)) & (Buckets - 1);
}
