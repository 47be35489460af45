// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>Any whole numbers as labels, turned into 0, 1, 2, … in ascending order of the labels.</summary>
internal sealed class Groups
{
    private Groups(int[] labels, int[] codes) => (Labels, Codes) = (labels, codes);

    public int[] Labels { get; }

    /// <summary>Per row the place of its label.</summary>
    public int[] Codes { get; }

    public int Count => Labels.Length;

    public static Groups Of(IReadOnlyList<int> labels)
    {
        var places = new SortedDictionary<int, int>();
        var codes = new int[labels.Count];
        var (seen, place) = (0, -1);
        for (var i = 0; i < codes.Length; i++)
        {
            // neighbours often share a label, and a look-up costs more than a comparison
            if (place < 0 || labels[i] != seen)
            {
                seen = labels[i];
                if (!places.TryGetValue(seen, out place))
                {
                    place = places.Count;
                    places.Add(seen, place);
                }
            }

            codes[i] = place;
        }

        int[] sorted = [.. places.Keys];
        var rank = new int[sorted.Length];
        for (var r = 0; r < sorted.Length; r++)
        {
            rank[places[sorted[r]]] = r;
        }

        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = rank[codes[i]];
        }

        return new Groups(sorted, codes);
    }

    /// <summary>Every row its own group.</summary>
    public static Groups OfRows(int rows)
    {
        int[] own = [.. Enumerable.Range(0, rows)];
        return new Groups(own, own);
    }

    public long[] Sizes()
    {
        var sizes = new long[Count];
        foreach (var code in Codes)
        {
            sizes[code]++;
        }

        return sizes;
    }

    public IEnumerable<(int Label, int[] Rows)> Members()
    {
        var rows = new List<int>[Count];
        for (var g = 0; g < Count; g++)
        {
            rows[g] = [];
        }

        for (var i = 0; i < Codes.Length; i++)
        {
            rows[Codes[i]].Add(i);
        }

        return Labels.Select((label, g) => (label, rows[g].ToArray()));
    }
}
