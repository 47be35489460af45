// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>Units that swap arms among each other: the members, and every multiset of arm labels the draw may hand out (one, or several when a remainder goes to arms chosen by lot).</summary>
internal sealed class DrawBlock
{
    private readonly int[][] labelSets;
    private readonly int[] labels;
    private int set;

    /// <param name="members">The draw units of this block.</param>
    /// <param name="labelSets">Sorted labels, each as long as the members; every set is equally probable and allows equally many orders.</param>
    public DrawBlock(int[] members, int[][] labelSets)
    {
        Members = members;
        this.labelSets = labelSets;
        labels = new int[members.Length];
        Reset();
    }

    public int[] Members { get; }

    /// <summary>How many different assignments there are; infinite when a double cannot hold it.</summary>
    public double Count => labelSets.Length * Orders(labelSets[0]);

    /// <summary>The labels when there is one set of them; null when a remainder is drawn.</summary>
    public int[]? OnlyLabels => labelSets.Length == 1 ? labelSets[0] : null;

    /// <summary>A block of its own, so that two threads do not share the labels they shuffle.</summary>
    public DrawBlock Copy() => new(Members, labelSets);

    public void Redraw(Xoshiro256 random, int[] drawn)
    {
        // from the sorted labels every time, so that a draw depends on the stream alone and not on the draw before it
        var chosen = labelSets.Length == 1 ? 0 : random.Below(labelSets.Length);
        labelSets[chosen].CopyTo(labels, 0);
        random.Shuffle<int>(labels);
        Write(drawn);
    }

    /// <summary>Back to the first assignment of the enumeration.</summary>
    public void Reset()
    {
        set = 0;
        labelSets[0].CopyTo(labels, 0);
    }

    /// <summary>The next assignment in lexicographic order; false, and back at the first, after the last.</summary>
    public bool Advance()
    {
        if (NextOrder())
        {
            return true;
        }

        set++;
        if (set == labelSets.Length)
        {
            Reset();
            return false;
        }

        labelSets[set].CopyTo(labels, 0);
        return true;
    }

    public void Write(int[] drawn)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            drawn[Members[i]] = labels[i];
        }
    }

    /// <summary>Whether these arms can have come out of this block.</summary>
    public bool Allows(int[] drawn)
    {
        var seen = Array.ConvertAll(Members, member => drawn[member]);
        Array.Sort(seen);
        return Array.Exists(labelSets, allowed => allowed.AsSpan().SequenceEqual(seen));
    }

    /// <summary>The next order of a multiset. Reference: Knuth, The Art of Computer Programming 4A, algorithm 7.2.1.2L.</summary>
    private bool NextOrder()
    {
        var i = labels.Length - 2;
        while (i >= 0 && labels[i] >= labels[i + 1])
        {
            i--;
        }

        if (i < 0)
        {
            return false;
        }

        var j = labels.Length - 1;
        while (labels[j] <= labels[i])
        {
            j--;
        }

        (labels[i], labels[j]) = (labels[j], labels[i]);
        Array.Reverse(labels, i + 1, labels.Length - i - 1);
        return true;
    }

    private static double Orders(int[] sorted)
    {
        double count = 1;
        var run = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            count = Math.Round(count * (i + 1) / run);
        }

        return count;
    }
}
