// SPDX-License-Identifier: EUPL-1.2
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>The sum of a random subset of fixed size, much faster than shuffling. Every unit is first in or out by a coin of 64 random bits at a time; that subset is uniform given its size, and taking random members out, or putting random others in, until the size is right keeps it uniform.</summary>
internal sealed class SubsetSums
{
    private const int MostCoinBits = 8;
    private static readonly Vector512<ulong> BitOfLane = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);

    private readonly double[] padded;
    private readonly int units;
    private readonly int size;
    private readonly int coin;
    private readonly int coinBits;

    public SubsetSums(ReadOnlySpan<double> values, int size)
    {
        units = values.Length;
        this.size = size;
        padded = new double[(units + 63) / 64 * 64];
        values.CopyTo(padded);
        (coin, coinBits) = Coin(units, size);
    }

    private int Words => padded.Length / 64;

    /// <summary>One sum for every place in the span.</summary>
    public void Draw(Xoshiro256 random, Span<double> sums)
    {
        Span<ulong> members = stackalloc ulong[Words <= 256 ? Words : 0];
        members = members.IsEmpty ? new ulong[Words] : members;
        var coins = new ulong[Words * Math.Max(1, coinBits)];
        for (var i = 0; i < sums.Length; i++)
        {
            Toss(random, members, coins);
            sums[i] = Adjust(random, members, Sum(members));
        }
    }

    /// <summary>The probability of being in as a multiple of 2^-bits, as coarse as the chance of the draw itself allows: fewer bits are fewer random words, a rougher coin is more members to put in or take out.</summary>
    private static (int Coin, int Bits) Coin(int units, int size)
    {
        var share = (double)size / units;
        var spread = Math.Sqrt(units * share * (1 - share));
        for (var bits = 1; bits < MostCoinBits; bits++)
        {
            var parts = (int)Math.Round(share * (1 << bits));
            if (units * Math.Abs(share - (double)parts / (1 << bits)) <= spread / 2)
            {
                return (parts, bits);
            }
        }

        return ((int)Math.Round(share * (1 << MostCoinBits)), MostCoinBits);
    }

    private void Toss(Xoshiro256 random, Span<ulong> members, ulong[] coins)
    {
        members.Clear();
        if (coin == 1 << coinBits)
        {
            members.Fill(ulong.MaxValue);
        }
        else if (coin > 0)
        {
            // read from the lowest bit of the probability up, a random word halves what is there: or for a 1, and for a 0
            random.Fill(coins);
            for (var bit = 0; bit < coinBits; bit++)
            {
                var words = coins.AsSpan(bit * members.Length, members.Length);
                var one = (coin >> bit & 1) == 1;
                for (var w = 0; w < members.Length; w++)
                {
                    members[w] = one ? members[w] | words[w] : members[w] & words[w];
                }
            }
        }

        if (units % 64 != 0)
        {
            members[^1] &= (1UL << units % 64) - 1;
        }
    }

    private double Sum(ReadOnlySpan<ulong> members)
    {
        var lanes = MemoryMarshal.Cast<double, Vector512<double>>(padded);
        var even = Vector512<double>.Zero;
        var odd = Vector512<double>.Zero;
        for (int w = 0, at = 0; w < members.Length; w++, at += 8)
        {
            var word = members[w];
            for (var part = 0; part < 8; part += 2)
            {
                even += Chosen(word, lanes[at + part]);
                odd += Chosen(word >> 8, lanes[at + part + 1]);
                word >>= 16;
            }
        }

        return Vector512.Sum(even + odd);
    }

    /// <summary>The values whose bit is set, zero elsewhere.</summary>
    private static Vector512<double> Chosen(ulong bits, Vector512<double> values) =>
        Vector512.Equals(Vector512.BitwiseAnd(Vector512.Create(bits), BitOfLane), BitOfLane).AsDouble() & values;

    private double Adjust(Xoshiro256 random, Span<ulong> members, double sum)
    {
        var count = 0;
        foreach (var word in members)
        {
            count += BitOperations.PopCount(word);
        }

        var leave = count > size;
        for (var left = Math.Abs(count - size); left > 0; )
        {
            var unit = random.Below(units);
            var bit = 1UL << (unit & 63);
            ref var word = ref members[unit >> 6];
            if ((word & bit) != 0 == leave)
            {
                word ^= bit;
                sum += leave ? -padded[unit] : padded[unit];
                left--;
            }
        }

        return sum;
    }
}
