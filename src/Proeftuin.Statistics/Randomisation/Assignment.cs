// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>
/// One assignment of a declared design from a named stream: the arm of every unit, or <see cref="Declaration.NotDrawn"/>. The same seed gives the
/// same assignment on every machine. For simulation; a lottery about people must be verifiable and is drawn elsewhere. Not estimable when the
/// declaration cannot be drawn. Reference: Fisher, Yates (1938), the order within a block.
/// </summary>
public static class Assignment
{
    /// <summary>Draws with stream <paramref name="number"/> of <paramref name="seed"/>.</summary>
    public static Answer<int[]> Draw(Declaration declaration, ulong seed, ulong number = 0)
    {
        var random = Xoshiro256.Stream(seed, number);
        switch (declaration)
        {
            case Declaration.Complete complete when Fits(complete.Units, complete.Sizes):
                return Together(complete.Units, complete.Sizes, random);
            case Declaration.Blocked blocked when Members(blocked) is { } members:
                return PerBlock(blocked, members, random);
            default:
                if (Reading.Of(declaration) is not { } lots)
                {
                    return Obstacle.DesignDoesNotFit;
                }

                var arms = new int[lots.Units];
                lots.Redraw(random, arms);
                return arms;
        }
    }

    private static bool Fits(int units, IReadOnlyList<int> sizes) =>
        units > 0
        && sizes.Count is > 0 and < byte.MaxValue
        && sizes.All(size => size >= 0)
        && sizes.Sum(size => (long)size) <= units;

    private static int[] Together(int units, IReadOnlyList<int> sizes, Xoshiro256 random)
    {
        var labels = new byte[units];
        Shuffled(labels, sizes, random);
        var arms = new int[units];
        for (var i = 0; i < units; i++)
        {
            arms[i] = labels[i] + Declaration.NotDrawn;
        }

        return arms;
    }

    /// <summary>Where the members of each block begin and end among all units in the order of their blocks; null where the sizes do not fit, which another way then says.</summary>
    private static int[]? Members(Declaration.Blocked blocked)
    {
        var blocks = blocked.Sizes.Count;
        var ends = new int[blocks + 1];
        foreach (var block in blocked.Blocks)
        {
            if (block < 0 || block >= blocks)
            {
                return null;
            }

            ends[block + 1]++;
        }

        for (var b = 0; b < blocks; b++)
        {
            if (!Fits(ends[b + 1], blocked.Sizes[b]))
            {
                return null;
            }

            ends[b + 1] += ends[b];
        }

        return blocks > 0 ? ends : null;
    }

    private static int[] PerBlock(Declaration.Blocked blocked, int[] ends, Xoshiro256 random)
    {
        // labels stand in the order of the blocks and are handed out in the order of the units
        var labels = new byte[blocked.Blocks.Count];
        for (var b = 0; b < blocked.Sizes.Count; b++)
        {
            Shuffled(labels.AsSpan(ends[b]..ends[b + 1]), blocked.Sizes[b], random);
        }

        var next = ends[..^1];
        var arms = new int[labels.Length];
        for (var i = 0; i < arms.Length; i++)
        {
            arms[i] = labels[next[blocked.Blocks[i]]++] + Declaration.NotDrawn;
        }

        return arms;
    }

    /// <summary>Labels one higher than the arm, so that nobody's arm is zero; a byte each, so that a million stay close to the processor.</summary>
    private static void Shuffled(Span<byte> labels, IReadOnlyList<int> sizes, Xoshiro256 random)
    {
        var at = labels.Length - sizes.Sum();
        labels[..at].Clear();
        for (var arm = 0; arm < sizes.Count; arm++)
        {
            labels.Slice(at, sizes[arm]).Fill((byte)(arm - Declaration.NotDrawn));
            at += sizes[arm];
        }

        random.Shuffle(labels);
    }
}
