// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Cli.Evaluation;

/// <summary>Rows under a heading, in columns as wide as their widest cell; numbers to the right.</summary>
internal sealed class TextTable(params string[] heading)
{
    private readonly List<string[]> rows = [];

    public void Add(params string[] cells) => rows.Add(cells);

    public override string ToString()
    {
        var widths = heading.Select((h, i) => rows.Append(heading).Max(r => r[i].Length)).ToList();
        var right = heading.Select((h, i) => rows.Count > 0 && rows.TrueForAll(r => IsNumber(r[i]))).ToList();
        string Line(string[] cells) =>
            string.Join("  ", cells.Select((c, i) => right[i] ? c.PadLeft(widths[i]) : c.PadRight(widths[i])))
                .TrimEnd();
        var rule = string.Join("  ", widths.Select(w => new string('-', w)));
        return string.Concat(new[] { Line(heading), rule }.Concat(rows.Select(Line)).Select(l => l + "\n"));
    }

    /// <summary>Numbers, ranges of numbers and small p-values; an empty cell goes along with its column.</summary>
    private static bool IsNumber(string cell) =>
        cell.Length == 0
        || char.IsAsciiDigit(cell[0])
        || cell[0] is '-'
        || cell.StartsWith("kleiner", StringComparison.Ordinal)
        || cell.StartsWith("onbekend", StringComparison.Ordinal);
}
