// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Regression;

/// <summary>Rows by the cluster they belong to, clusters in the order of their numbers.</summary>
internal static class RowClusters
{
    public static int[][] Of(IReadOnlyList<int> clusters)
    {
        var ids = clusters.ToArray();
        var rows = new int[ids.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }

        // by cluster and then by row, so that the order does not depend on the sorting method
        var keys = new long[ids.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)ids[i] << 32) | (uint)i;
        }

        Array.Sort(keys, rows);
        var result = new List<int[]>();
        for (var start = 0; start < rows.Length; )
        {
            var end = start;
            while (end < rows.Length && ids[rows[end]] == ids[rows[start]])
            {
                end++;
            }

            result.Add(rows[start..end]);
            start = end;
        }

        return [.. result];
    }
}
