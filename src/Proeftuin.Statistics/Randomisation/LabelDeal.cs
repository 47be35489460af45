// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>
/// Deals labels of fixed numbers among units, much faster than putting them in random order. Everybody first gets a label by himself, by a random
/// byte; then units picked at random give up labels that are too many for labels that are too few. Nothing in this looks at the order of
/// the units, so all ways to deal are equally probable. Pieces have a stream each, so that the number of threads changes nothing.
/// </summary>
internal static class LabelDeal
{
    private const int Sides = 256;
    private const int Piece = 1 << 16;

    public static bool Fits(int units, IReadOnlyList<int> sizes) =>
        units > 0
        && sizes.Count is > 0 and < byte.MaxValue
        && sizes.All(size => size >= 0)
        && sizes.Sum(size => (long)size) <= units;

    /// <summary>Labels are one higher than the arm, so that zero is who is not drawn: whoever is left over from the sizes.</summary>
    public static void Deal(byte[] labels, int start, int count, IReadOnlyList<int> sizes, DealStreams streams)
    {
        Span<int> surplus = stackalloc int[sizes.Count + 1];
        surplus[0] = -count;
        for (var arm = 0; arm < sizes.Count; arm++)
        {
            surplus[arm - Declaration.NotDrawn] = -sizes[arm];
            surplus[0] += sizes[arm];
        }

        var die = Die(surplus, count);
        InPieces(
            count,
            (piece, from, upTo) => Toss(labels.AsSpan(start + from, upTo - from), die, streams.Of(piece + 1))
        );
        var own = labels.AsSpan(start, count);
        for (var label = 0; label < surplus.Length; label++)
        {
            surplus[label] += own.Count((byte)label);
        }

        Settle(own, surplus, streams.Of(0));
    }

    /// <summary>In how many pieces <see cref="InPieces"/> cuts.</summary>
    public static int Pieces(int count) => Math.Max(1, (count + Piece - 1) / Piece);

    /// <summary>Works through a count in numbered pieces, each from a place up to another, on the threads there are.</summary>
    public static void InPieces(int count, Action<int, int, int> work)
    {
        if (count <= Piece)
        {
            work(0, 0, count);
            return;
        }

        Parallel.For(0, Pieces(count), piece => work(piece, piece * Piece, Math.Min(count, (piece + 1) * Piece)));
    }

    /// <summary>A die of 256 sides as near to the sizes as it can be; what the others do not fill is for the largest.</summary>
    private static byte[] Die(ReadOnlySpan<int> minusSizes, int count)
    {
        var largest = 0;
        for (var label = 1; label < minusSizes.Length; label++)
        {
            largest = minusSizes[label] < minusSizes[largest] ? label : largest;
        }

        var die = new byte[Sides];
        Array.Fill(die, (byte)largest);
        var side = 0;
        for (var label = 0; label < minusSizes.Length; label++)
        {
            var sides = label == largest ? 0 : (int)(-(long)minusSizes[label] * Sides / count);
            die.AsSpan(side, sides).Fill((byte)label);
            side += sides;
        }

        return die;
    }

    private static void Toss(Span<byte> labels, byte[] die, Xoshiro256 random)
    {
        var whole = labels.Length / sizeof(ulong) * sizeof(ulong);
        for (var i = 0; i < whole; i += sizeof(ulong))
        {
            var word = random.Next();
            var eight = labels.Slice(i, sizeof(ulong));
            for (var k = 0; k < eight.Length; k++, word >>= 8)
            {
                eight[k] = die[(byte)word];
            }
        }

        var last = random.Next();
        for (var i = whole; i < labels.Length; i++, last >>= 8)
        {
            labels[i] = die[(byte)last];
        }
    }

    private static void Settle(Span<byte> labels, Span<int> surplus, Xoshiro256 random)
    {
        for (var few = 0; few < surplus.Length; few++)
        {
            while (surplus[few] < 0)
            {
                ref var label = ref labels[random.Below(labels.Length)];
                if (surplus[label] > 0)
                {
                    surplus[label]--;
                    surplus[few]++;
                    label = (byte)few;
                }
            }
        }
    }
}

/// <summary>The streams of random numbers of one block of a draw.</summary>
internal readonly record struct DealStreams(ulong Seed, ulong Number, int Block)
{
    public Xoshiro256 Of(int piece) => Xoshiro256.Stream(Seed, Number, Block, piece);
}
