// SPDX-License-Identifier: EUPL-1.2
using System.Numerics;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>The sum of a random subset of fixed size, much faster than shuffling. Every unit is first in or out by a coin of 64 random bits at a time; that subset is uniform given its size, and taking random members out, or putting random others in, until the size is right keeps it uniform. Sums of neighbouring units are looked up, eight (for very many units four) at a time.</summary>
internal sealed class SubsetSums
{
    private const int MostCoinBits = 8;
    private const int MostWideUnits = 16_384;

    private readonly double[] values;
    private readonly double[] table;
    private readonly int width;
    private readonly int words;
    private readonly int units;
    private readonly int size;
    private readonly int coin;
    private readonly int coinBits;

    public SubsetSums(ReadOnlySpan<double> values, int size)
    {
        units = values.Length;
        this.size = size;
        words = (units + 63) / 64;
        this.values = new double[words * 64];
        values.CopyTo(this.values);
        width = units <= MostWideUnits ? 8 : 4;
        table = Table(this.values, width);
        (coin, coinBits) = Coin(units, size);
    }

    /// <summary>One sum for every place in the span.</summary>
    public void Draw(Xoshiro256 random, Span<double> sums)
    {
        var members = new ulong[words];
        var coins = new ulong[words * coinBits];
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

    /// <summary>For each group of neighbours the sums of all its subsets: that of a subset is that without its lowest member, plus that member.</summary>
    private static double[] Table(double[] members, int neighbours)
    {
        var subsets = 1 << neighbours;
        var sums = new double[members.Length / neighbours * subsets];
        for (var group = 0; group < members.Length / neighbours; group++)
        {
            for (var subset = 1; subset < subsets; subset++)
            {
                sums[group * subsets + subset] =
                    sums[group * subsets + (subset & (subset - 1))]
                    + members[group * neighbours + BitOperations.TrailingZeroCount(subset)];
            }
        }

        return sums;
    }

    private void Toss(Xoshiro256 random, ulong[] members, ulong[] coins)
    {
        Array.Fill(members, coin == 1 << coinBits ? ulong.MaxValue : 0);
        if (coin > 0 && coin < 1 << coinBits)
        {
            // read from the lowest bit of the probability up, a random word halves what is there: or for a 1, and for a 0
            random.Fill(coins);
            for (var bit = 0; bit < coinBits; bit++)
            {
                var one = (coin >> bit & 1) == 1;
                for (var w = 0; w < members.Length; w++)
                {
                    var tossed = coins[bit * members.Length + w];
                    members[w] = one ? members[w] | tossed : members[w] & tossed;
                }
            }
        }

        if (units % 64 != 0)
        {
            members[^1] &= (1UL << units % 64) - 1;
        }
    }

    private double Sum(ulong[] members) => width == 8 ? SumOfEights(members) : SumOfFours(members);

    private double SumOfEights(ulong[] members)
    {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        var sums = table.AsSpan();
        foreach (var word in members)
        {
            a += sums[(int)(word & 255)] + sums[1024 + (int)(word >> 32 & 255)];
            b += sums[256 + (int)(word >> 8 & 255)] + sums[1280 + (int)(word >> 40 & 255)];
            c += sums[512 + (int)(word >> 16 & 255)] + sums[1536 + (int)(word >> 48 & 255)];
            d += sums[768 + (int)(word >> 24 & 255)] + sums[1792 + (int)(word >> 56)];
            sums = sums[2048..];
        }

        return a + b + (c + d);
    }

    private double SumOfFours(ulong[] members)
    {
        double even = 0;
        double odd = 0;
        var at = 0;
        foreach (var word in members)
        {
            for (var shift = 0; shift < 64; shift += 8, at += 32)
            {
                even += table[at + (int)(word >> shift & 15)];
                odd += table[at + 16 + (int)(word >> shift >> 4 & 15)];
            }
        }

        return even + odd;
    }

    /// <summary>Puts random members in or out until the size is right. Without branches inside: a unit that does not fit is a try that changes nothing. Half of a random word is one try; the few that would favour low numbers are passed over (Lemire 2019).</summary>
    private double Adjust(Xoshiro256 random, ulong[] members, double sum)
    {
        var count = 0;
        foreach (var word in members)
        {
            count += BitOperations.PopCount(word);
        }

        var left = Math.Abs(count - size);
        var leaving = count > size ? 1UL : 0;
        double sign = count > size ? -1 : 1;
        var range = (uint)units;
        var unfair = (uint)((1UL << 32) % range);
        while (left > 0)
        {
            var both = random.Next();
            for (var half = 0; half < 2; half++, both >>= 32)
            {
                var product = (both & uint.MaxValue) * range;
                var unit = (int)(product >> 32);
                ref var word = ref members[unit >> 6];
                var fits =
                    (int)(word >> unit & 1 ^ leaving ^ 1) & ((uint)product >= unfair ? 1 : 0) & (left > 0 ? 1 : 0);
                word ^= (ulong)fits << unit;
                sum += fits * sign * values[unit];
                left -= fits;
            }
        }

        return sum;
    }
}
