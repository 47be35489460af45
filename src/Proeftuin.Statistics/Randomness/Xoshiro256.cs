// SPDX-License-Identifier: EUPL-1.2
using System.Numerics;

namespace Proeftuin.Statistics.Randomness;

/// <summary>xoshiro256++: the house's stream of random numbers for simulation and redrawing (never for a lottery, which must be verifiable). A stream is named by a seed and a number, so work can be cut in numbered pieces and the answer is the same on any number of threads. Reference: Blackman, Vigna (2021), ACM Transactions on Mathematical Software 47:36.</summary>
public sealed class Xoshiro256
{
    private const double Step = 1.0 / (1UL << 53);

    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;
    private double spare;
    private bool hasSpare;

    /// <summary>A stream that starts in this state; at least one word differs from zero.</summary>
    public Xoshiro256(ulong a, ulong b, ulong c, ulong d)
    {
        if ((a | b | c | d) == 0)
        {
            throw new ArgumentException("A state of only zeros gives only zeros.", nameof(a));
        }

        (this.a, this.b, this.c, this.d) = (a, b, c, d);
    }

    /// <summary>Stream <paramref name="number"/> of this seed. Its state is the Philox block with the seed as key and the number as counter: different streams start at unrelated places of a period of 2²⁵⁶ − 1.</summary>
    public static Xoshiro256 Stream(ulong seed, ulong number) => Stream(seed, number, 0, 0);

    /// <summary>A stream for a part and a piece of the work that has this number; the first part's first piece has the number's own stream.</summary>
    public static Xoshiro256 Stream(ulong seed, ulong number, int part, int piece)
    {
        Span<ulong> state = stackalloc ulong[4];
        Philox.Block((seed, 0), (number, (ulong)part, (ulong)piece, 0), state);
        return new Xoshiro256(state[0], state[1], state[2], state[3]);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(a + d, 23) + a;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    /// <summary>The same as <see cref="Next"/> for every word of the span, with the state kept in registers.</summary>
    public void Fill(Span<ulong> words)
    {
        var (p, q, r, s) = (a, b, c, d);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = BitOperations.RotateLeft(p + s, 23) + p;
            var t = q << 17;
            r ^= p;
            s ^= q;
            q ^= r;
            p ^= s;
            r ^= t;
            s = BitOperations.RotateLeft(s, 45);
        }

        (a, b, c, d) = (p, q, r, s);
    }

    /// <summary>A whole number from 0 up to but not including <paramref name="limit"/>, every one equally probable. Reference: Lemire (2019), ACM Transactions on Modeling and Computer Simulation 29:3.</summary>
    public int Below(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var range = (ulong)limit;
        var number = Math.BigMul(Next(), range, out var rest);
        if (rest < range)
        {
            var unfair = (0 - range) % range;
            while (rest < unfair)
            {
                number = Math.BigMul(Next(), range, out rest);
            }
        }

        return (int)number;
    }

    /// <summary>A number from 0 up to but not including 1, in steps of 2⁻⁵³.</summary>
    public double Uniform() => (Next() >> 11) * Step;

    /// <summary>A standard normal number. Reference: Marsaglia, Bray (1964), SIAM Review 6:260-264 (the polar method).</summary>
    public double Normal()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }

        while (true)
        {
            var x = 2 * Uniform() - 1;
            var y = 2 * Uniform() - 1;
            var square = x * x + y * y;
            if (square is > 0 and < 1)
            {
                var factor = Math.Sqrt(-2 * Math.Log(square) / square);
                (spare, hasSpare) = (y * factor, true);
                return x * factor;
            }
        }
    }

    /// <summary>Puts the items in random order, every order equally probable. Reference: Fisher, Yates (1938); Durstenfeld (1964), Communications of the ACM 7:420.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
