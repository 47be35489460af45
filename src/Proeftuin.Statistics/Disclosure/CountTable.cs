// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Disclosure;

/// <summary>A sum that everybody knows: these cells together are the total cell, or a published number. It may also tie cells of different tables or months together.</summary>
public sealed record TableSum(IReadOnlyList<int> Parts, int? TotalCell, long Published);

/// <summary>Counts of people with the sums that hold between them: what an attacker can use. Cells are numbered from 0; a matrix is numbered row after row.</summary>
public sealed record CountTable(IReadOnlyList<long> Counts, IReadOnlyList<TableSum> Sums)
{
    /// <summary>A matrix whose row and column totals are published and stay visible.</summary>
    public static CountTable WithPublishedMargins(IReadOnlyList<IReadOnlyList<long>> rows)
    {
        long[] counts = [.. rows.SelectMany(row => row)];
        return new CountTable(counts, [.. Lines(rows).Select(parts => Sum(counts, parts))]);
    }

    /// <summary>A matrix whose totals are cells too and may be hidden: first the inner cells row after row, then the row totals, then the column totals, last the whole.</summary>
    public static CountTable WithMarginCells(IReadOnlyList<IReadOnlyList<long>> rows)
    {
        var width = rows.Count == 0 ? 0 : rows[0].Count;
        var counts = rows.SelectMany(row => row).ToList();
        var sums = new List<TableSum>();
        foreach (var parts in Lines(rows).ToList())
        {
            sums.Add(new TableSum(parts, counts.Count, 0));
            counts.Add(parts.Sum(cell => counts[cell]));
        }

        var first = rows.Count * width;
        counts.Add(Enumerable.Range(first, rows.Count).Sum(cell => counts[cell]));
        sums.Add(new TableSum([.. Enumerable.Range(first, rows.Count)], counts.Count - 1, 0));
        sums.Add(new TableSum([.. Enumerable.Range(first + rows.Count, width)], counts.Count - 1, 0));
        return new CountTable(counts, sums);
    }

    /// <summary>What is wrong with the table, if anything.</summary>
    internal Obstacle? Check() =>
        Counts.Any(count => count < 0) ? Obstacle.CountOutsideGroup
        : Sums.Any(sum => sum.Parts.Sum(cell => Counts[cell]) != Total(sum)) ? Obstacle.TableDoesNotAdd
        : null;

    private long Total(TableSum sum) => sum.TotalCell is { } cell ? Counts[cell] : sum.Published;

    private static TableSum Sum(long[] counts, int[] parts) => new(parts, null, parts.Sum(cell => counts[cell]));

    private static IEnumerable<int[]> Lines(IReadOnlyList<IReadOnlyList<long>> rows)
    {
        var width = rows.Count == 0 ? 0 : rows[0].Count;
        if (rows.Any(row => row.Count != width))
        {
            throw new ArgumentException("The rows of a table are equally long.", nameof(rows));
        }

        for (var r = 0; r < rows.Count; r++)
        {
            yield return [.. Enumerable.Range(r * width, width)];
        }

        for (var c = 0; c < width; c++)
        {
            yield return [.. Enumerable.Range(0, rows.Count).Select(r => r * width + c)];
        }
    }
}
