// SPDX-License-Identifier: EUPL-1.2
using System.Numerics;

namespace Proeftuin.App.Demo;

/// <summary>
/// Chance for fictional data that must be the same on every machine: xoshiro256++ (Blackman and Vigna, 2019), filled from the seed with
/// SplitMix64. Never used for a draw: that takes its chance from secrets and public entropy.
/// </summary>
public sealed class SeededRandom
{
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    public SeededRandom(long seed)
    {
        var state = unchecked((ulong)seed);
        a = SplitMix(ref state);
        b = SplitMix(ref state);
        c = SplitMix(ref state);
        d = SplitMix(ref state);
    }

    public ulong Next()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(a + d, 23) + a;
            var shifted = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = BitOperations.RotateLeft(d, 45);
            return result;
        }
    }

    /// <summary>A number from 0 up to, not including, <paramref name="count"/>, each equally likely (Lemire's multiplication; a biased remainder is thrown again).</summary>
    public int Below(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var bound = (ulong)count;
        while (true)
        {
            var high = Math.BigMul(Next(), bound, out var low);
            if (low >= unchecked(0 - bound) % bound)
            {
                return (int)high;
            }
        }
    }

    /// <summary>From the least up to and including the most.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in so many cases out of a thousand.</summary>
    public bool Chance(int perMille) => Below(1000) < perMille;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of the values, as often as its weight says.</summary>
    public T Weighted<T>(params ReadOnlySpan<(int Weight, T Value)> table)
    {
        var sum = 0;
        foreach (var (weight, _) in table)
        {
            sum += weight;
        }

        var at = Below(sum);
        foreach (var (weight, value) in table)
        {
            at -= weight;
            if (at < 0)
            {
                return value;
            }
        }

        throw new InvalidOperationException("The weights sum to more than they are.");
    }

    private static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
