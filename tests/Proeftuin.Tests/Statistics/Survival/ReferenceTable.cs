// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;

namespace Proeftuin.Tests.Statistics.Survival;

/// <summary>A data file of the reference folder, by column; NA is not a number.</summary>
internal sealed class ReferenceTable
{
    private readonly string[] names;
    private readonly string[][] rows;

    private ReferenceTable(string[] names, string[][] rows) => (this.names, this.rows) = (names, rows);

    public int Count => rows.Length;

    public static ReferenceTable Of(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "reference", file));
        return new ReferenceTable(Cells(lines[0]), [.. lines[1..].Select(Cells)]);
    }

    public string[] Text(string column)
    {
        var place = Array.IndexOf(names, column);
        return [.. rows.Select(r => r[place])];
    }

    public double[] Numbers(string column) =>
        [.. Text(column).Select(t => t is "NA" ? double.NaN : double.Parse(t, CultureInfo.InvariantCulture))];

    public int[] Counts(string column) => [.. Numbers(column).Select(n => (int)n)];

    /// <summary>1 where the text is this, otherwise 0.</summary>
    public double[] Is(string column, string text) => [.. Text(column).Select(t => t == text ? 1.0 : 0.0)];

    public ReferenceTable Where(Func<int, bool> keep) => new(names, [.. rows.Where((_, i) => keep(i))]);

    private static string[] Cells(string line) => [.. line.Split(',').Select(c => c.Trim('"'))];
}
