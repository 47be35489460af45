// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomisation;

/// <summary>Where every unit stands when all units are put in the order of their blocks: the places of a block lie together, so that labels can be dealt block by block and handed out in the order of the units, in pieces on several threads.</summary>
internal sealed class BlockPlaces
{
    private readonly int[] blockOf;
    private readonly IReadOnlyList<IReadOnlyList<int>> armSizes;
    private readonly int[] places;
    private readonly int[][] nextPlaces;

    private BlockPlaces(int[] blocks, IReadOnlyList<IReadOnlyList<int>> sizes, int[] begin, int[][] next)
    {
        (blockOf, armSizes) = (blocks, sizes);
        (places, nextPlaces) = (begin, next);
    }

    /// <summary>Null where a unit has no block or the sizes do not fit.</summary>
    public static BlockPlaces? Of(Declaration.Blocked declared)
    {
        // a million calls of an interface would cost more than the draw
        var blocks = declared.Blocks as int[] ?? [.. declared.Blocks];
        var sizes = declared.Sizes;
        var next = new int[LabelDeal.Pieces(blocks.Length)][];
        LabelDeal.InPieces(
            blocks.Length,
            (piece, from, upTo) => next[piece] = Members(blocks.AsSpan(from..upTo), sizes.Count)
        );
        if (sizes.Count == 0 || Array.Exists(next, counts => counts.Length == 0))
        {
            return null;
        }

        // from members to the place of the first of them: after the blocks before, and after the pieces before
        var begin = new int[sizes.Count + 1];
        for (var b = 0; b < sizes.Count; b++)
        {
            var at = begin[b];
            foreach (var counts in next)
            {
                (counts[b], at) = (at, at + counts[b]);
            }

            begin[b + 1] = at;
            if (!LabelDeal.Fits(at - begin[b], sizes[b]))
            {
                return null;
            }
        }

        return new BlockPlaces(blocks, sizes, begin, next);
    }

    /// <summary>The arm of every unit. Only once: handing out moves the places on.</summary>
    public int[] Deal(ulong seed, ulong number)
    {
        var labels = new byte[blockOf.Length];
        Parallel.For(
            0,
            armSizes.Count,
            b => LabelDeal.Deal(labels, places[b], places[b + 1] - places[b], armSizes[b], new(seed, number, b))
        );
        var arms = GC.AllocateUninitializedArray<int>(blockOf.Length);
        LabelDeal.InPieces(
            arms.Length,
            (piece, from, upTo) =>
            {
                var next = nextPlaces[piece];
                for (var i = from; i < upTo; i++)
                {
                    arms[i] = labels[next[blockOf[i]]++] + Declaration.NotDrawn;
                }
            }
        );
        return arms;
    }

    /// <summary>How many units each block has; nothing when a unit has no block.</summary>
    private static int[] Members(ReadOnlySpan<int> units, int blocks)
    {
        var counts = new int[blocks];
        foreach (var block in units)
        {
            if ((uint)block >= (uint)blocks)
            {
                return [];
            }

            counts[block]++;
        }

        return counts;
    }
}
