// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;

namespace Proeftuin.App.Exchange.Register;

/// <summary>The defect report as a CSV file for the people who repair the source. Cells that a spreadsheet would read as a formula are neutralised with an apostrophe.</summary>
public static class DefectCsv
{
    /// <summary>UTF-8 with byte order mark and semicolons, so that Dutch Excel opens it right.</summary>
    public static byte[] Write(DefectReport report) => Write(report.Groups);

    /// <summary>The same from the groups of a kept report.</summary>
    public static byte[] Write(IReadOnlyList<DefectGroup> groups)
    {
        var text = new StringBuilder("\uFEFF");
        Line(
            text,
            "rij",
            "kolom",
            "code",
            "wat is er mis",
            "waarde (afgeschermd)",
            "wat kunt u doen",
            "aantal van deze soort"
        );
        foreach (var group in groups)
        {
            foreach (var defect in group.Kept)
            {
                Line(
                    text,
                    defect.Row?.ToString(CultureInfo.InvariantCulture) ?? "",
                    defect.Column ?? "",
                    group.Kind.Code,
                    defect.Wrong,
                    defect.MaskedValue ?? "",
                    group.Kind.Remedy,
                    group.Count.ToString(CultureInfo.InvariantCulture)
                );
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>An apostrophe before =, +, -, @, tab or return keeps a spreadsheet from running the text.</summary>
    public static string Neutral(string cell) =>
        cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + cell : cell;

    private static void Line(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            text.Append(i == 0 ? "" : ";")
                .Append('"')
                .Append(Neutral(cells[i]).Replace("\"", "\"\"", StringComparison.Ordinal))
                .Append('"');
        }

        text.Append("\r\n");
    }
}
