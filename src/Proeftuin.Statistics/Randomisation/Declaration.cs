// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomisation;

/// <summary>How the lots were drawn, as declared beforehand: what randomisation inference draws again. Arms are numbered from 0; <see cref="NotDrawn"/> is somebody outside the sample. In the words of R's randomizr: declare_ra and declare_rs.</summary>
public abstract record Declaration
{
    /// <summary>The arm of somebody who was not drawn.</summary>
    public const int NotDrawn = -1;

    private Declaration() { }

    /// <summary>Every unit gets an arm by itself, with these shares (together 1). Group sizes differ from draw to draw. randomizr: simple_ra.</summary>
    public sealed record Simple(int Units, IReadOnlyList<double> Shares) : Declaration;

    /// <summary>Fixed numbers per arm. When the sizes are together less than the units, the rest is not drawn. randomizr: complete_ra with m_each.</summary>
    public sealed record Complete(int Units, IReadOnlyList<int> Sizes) : Declaration;

    /// <summary>As equal as possible: what is left after dividing goes to arms chosen by lot. randomizr: complete_ra with num_arms.</summary>
    public sealed record Equal(int Units, int Arms) : Declaration;

    /// <summary>A complete draw within every block. <c>Blocks</c> holds the block of each unit (from 0), <c>Sizes</c> the numbers per arm of each block; units that are left over in a block are not drawn. randomizr: block_ra with block_m_each.</summary>
    public sealed record Blocked(IReadOnlyList<int> Blocks, IReadOnlyList<IReadOnlyList<int>> Sizes) : Declaration;

    /// <summary>As equal as possible within every block. randomizr: block_ra with num_arms.</summary>
    public sealed record BlockedEqual(IReadOnlyList<int> Blocks, int Arms) : Declaration;

    /// <summary>Whole clusters (households, neighbourhoods) are drawn. <c>Clusters</c> holds the cluster of each unit (from 0); the inner declaration counts clusters. randomizr: cluster_ra and block_and_cluster_ra.</summary>
    public sealed record Clustered(IReadOnlyList<int> Clusters, Declaration OfClusters) : Declaration;

    /// <summary>First a random sample of the units, then the sample divided over arms: Groningen's draw. The same chances as one draw with a group that is not drawn.</summary>
    public static Declaration SampleThenAssign(int units, params IReadOnlyList<int> sizes) =>
        new Complete(units, sizes);

    /// <summary>A lottery for places among those who applied. <paramref name="lists"/> holds for each unit the list it stands on (from 0) or <see cref="NotDrawn"/> for who did not apply; <paramref name="places"/> the places per list. Arm 1 is admitted, arm 0 is not; a list with enough places admits everybody.</summary>
    public static Declaration Oversubscription(IReadOnlyList<int> lists, IReadOnlyList<int> places)
    {
        var applied = new int[places.Count];
        var outside = 0;
        foreach (var list in lists)
        {
            outside += list == NotDrawn ? 1 : 0;
            if (list >= 0 && list < applied.Length)
            {
                applied[list]++;
            }
        }

        // who did not apply is a block of its own in which nobody is drawn
        var blocks = new int[lists.Count];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = lists[i] == NotDrawn ? places.Count : lists[i];
        }

        var sizes = new List<IReadOnlyList<int>>();
        for (var list = 0; list < places.Count; list++)
        {
            var admitted = Math.Min(places[list], applied[list]);
            sizes.Add([applied[list] - admitted, admitted]);
        }

        if (outside > 0)
        {
            sizes.Add([0, 0]);
        }

        return new Blocked(blocks, sizes);
    }
}
