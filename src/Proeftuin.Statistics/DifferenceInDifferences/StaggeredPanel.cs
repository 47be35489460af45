// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.DifferenceInDifferences;

/// <summary>Outcomes by unit and period, and the period in which each unit begins (0 for never).</summary>
internal sealed record StaggeredPanel(double[][] Outcomes, int[] Periods, int[] Starts, int[] Groups)
{
    /// <summary>Null when a unit misses a period, is there twice, or has two beginnings. Who began in the first period has no before, and is left out; who begins after the last counts as never.</summary>
    public static StaggeredPanel? Of(
        IReadOnlyList<double> outcomes,
        IReadOnlyList<int> units,
        IReadOnlyList<int> periods,
        IReadOnlyList<int> starts
    )
    {
        int[] times = [.. periods.Distinct().Order()];
        var rows = new SortedDictionary<int, (double?[] Outcomes, int Start)>();
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (!rows.TryGetValue(units[i], out var row))
            {
                row = rows[units[i]] = (new double?[times.Length], starts[i]);
            }

            var at = Array.BinarySearch(times, periods[i]);
            if (row.Start != starts[i] || row.Outcomes[at] is not null)
            {
                return null;
            }

            row.Outcomes[at] = outcomes[i];
        }

        if (times.Length < 2 || rows.Values.Any(row => row.Outcomes.Contains(null)))
        {
            return null;
        }

        var kept = rows.Values.Where(row => row.Start == 0 || row.Start > times[0]).ToList();
        int[] begins = [.. kept.Select(row => row.Start > times[^1] ? 0 : row.Start)];
        return new StaggeredPanel(
            [.. kept.Select(row => Array.ConvertAll(row.Outcomes, value => value!.Value))],
            times,
            begins,
            [.. begins.Where(start => start != 0).Distinct().Order()]
        );
    }
}
