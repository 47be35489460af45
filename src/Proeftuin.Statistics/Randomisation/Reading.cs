// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomisation;

/// <summary>Makes a declaration ready for drawing, or says that it cannot be drawn.</summary>
internal static class Reading
{
    /// <summary>More than this many ways to hand out remainders in one block is not enumerated one by one but refused.</summary>
    private const int MostRemainders = 100_000;

    public static Lots? Of(Declaration declaration) =>
        declaration switch
        {
            Declaration.Simple simple => OfSimple(simple),
            Declaration.Complete complete => OfBlocks(new int[Math.Max(0, complete.Units)], [complete.Sizes], null),
            Declaration.Equal equal => OfBlocks(new int[Math.Max(0, equal.Units)], null, equal.Arms),
            Declaration.Blocked blocked => OfBlocks(blocked.Blocks, blocked.Sizes, null),
            Declaration.BlockedEqual blocked => OfBlocks(blocked.Blocks, null, blocked.Arms),
            Declaration.Clustered clustered => OfClusters(clustered),
            _ => throw new InvalidOperationException("A declaration is one of the six."),
        };

    private static Lots? OfSimple(Declaration.Simple simple)
    {
        double sum = 0;
        foreach (var share in simple.Shares)
        {
            if (!(share > 0 && share <= 1))
            {
                return null;
            }

            sum += share;
        }

        return simple.Units > 0 && simple.Shares.Count > 1 && Math.Abs(sum - 1) < 1e-9
            ? Lots.OfIndependent(simple.Units, [.. simple.Shares])
            : null;
    }

    private static Lots? OfBlocks(IReadOnlyList<int> blockOf, IReadOnlyList<IReadOnlyList<int>>? sizes, int? arms)
    {
        var members = Members(blockOf);
        if (members is null || (sizes is not null && sizes.Count != members.Length) || arms is <= 1)
        {
            return null;
        }

        var blocks = new List<DrawBlock>();
        for (var b = 0; b < members.Length; b++)
        {
            var sets = sizes is null ? EqualSets(members[b].Length, arms!.Value) : Sized(members[b].Length, sizes[b]);
            if (sets is null)
            {
                return null;
            }

            blocks.Add(new DrawBlock(members[b], sets));
        }

        return Lots.OfBlocks(blockOf.Count, [.. blocks]);
    }

    private static Lots? OfClusters(Declaration.Clustered clustered)
    {
        var members = Members(clustered.Clusters);
        var inner = members is null || clustered.OfClusters is Declaration.Clustered ? null : Of(clustered.OfClusters);
        return inner is not null && inner.Units == members!.Length ? inner.OfClusters([.. clustered.Clusters]) : null;
    }

    /// <summary>The units of every group; null when there are none or a number in between has nobody.</summary>
    private static int[][]? Members(IReadOnlyList<int> groupOf)
    {
        var groups = new List<List<int>>();
        for (var i = 0; i < groupOf.Count; i++)
        {
            if (groupOf[i] < 0 || groupOf[i] >= groupOf.Count)
            {
                return null;
            }

            while (groups.Count <= groupOf[i])
            {
                groups.Add([]);
            }

            groups[groupOf[i]].Add(i);
        }

        return groups.Count > 0 && groups.TrueForAll(g => g.Count > 0) ? [.. groups.Select(g => g.ToArray())] : null;
    }

    private static int[][]? Sized(int units, IReadOnlyList<int> sizes)
    {
        long sum = 0;
        foreach (var size in sizes)
        {
            if (size < 0)
            {
                return null;
            }

            sum += size;
        }

        return sum <= units && sizes.Count > 0 ? [Labels(units, sizes)] : null;
    }

    private static int[][]? EqualSets(int units, int arms)
    {
        var (each, rest) = (units / arms, units % arms);
        var sets = new List<int[]>();
        var chosen = Enumerable.Range(0, rest).ToArray();
        while (sets.Count <= MostRemainders)
        {
            var sizes = Enumerable.Repeat(each, arms).ToArray();
            Array.ForEach(chosen, arm => sizes[arm]++);
            sets.Add(Labels(units, sizes));
            var i = rest - 1;
            while (i >= 0 && chosen[i] == arms - rest + i)
            {
                i--;
            }

            if (i < 0)
            {
                return [.. sets];
            }

            chosen[i]++;
            for (var j = i + 1; j < rest; j++)
            {
                chosen[j] = chosen[j - 1] + 1;
            }
        }

        return null;
    }

    private static int[] Labels(int units, IReadOnlyList<int> sizes)
    {
        var labels = new int[units];
        Array.Fill(labels, Declaration.NotDrawn);
        var at = units - sizes.Sum();
        for (var arm = 0; arm < sizes.Count; arm++)
        {
            labels.AsSpan(at, sizes[arm]).Fill(arm);
            at += sizes[arm];
        }

        return labels;
    }
}
