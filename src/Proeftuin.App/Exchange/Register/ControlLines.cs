// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Register;

/// <summary>Totals that travel in the file itself ("#controle;huishoudens;502") or were typed with the delivery, compared with what was read.</summary>
internal sealed class ControlLines(ControlTotals typed)
{
    public const string Mark = "#controle";

    private readonly List<(string What, int Expected, int? Row)> expected =
    [
        .. new[] { ("huishoudens", typed.Households), ("personen", typed.Persons), ("uitkeringen", typed.Benefits) }
            .Where(t => t.Item2 is not null)
            .Select(t => (t.Item1, t.Item2!.Value, (int?)null)),
    ];

    public static bool Is(SourceRow row) =>
        row.Cells is [var first, ..] && first.Trim().Equals(Mark, StringComparison.OrdinalIgnoreCase);

    public void Read(SourceRow row, DefectReport report)
    {
        var what = row.Cells.Length > 1 ? row.Cells[1].Trim().ToLowerInvariant() : "";
        var number = row.Cells.Length > 2 ? row.Cells[2].Trim().Replace(".", "", StringComparison.Ordinal) : "";
        if (
            what is "huishoudens" or "personen" or "uitkeringen"
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var total)
        )
        {
            expected.Add((what, total, row.Line));
        }
        else
        {
            report.Add(
                DefectKinds.ControlTotalUnreadable,
                "De controleregel noemt geen bekend totaal of geen getal.",
                row.Line,
                value: string.Join(' ', row.Cells)
            );
        }
    }

    /// <summary>One household is one benefit, so both words count households.</summary>
    public void Check(int households, int persons, DefectReport report)
    {
        foreach (var (what, total, row) in expected)
        {
            var read = what == "personen" ? persons : households;
            if (read != total)
            {
                report.Add(
                    DefectKinds.ControlTotalWrong,
                    $"Opgegeven: {Dutch.Count(total)} {what}. Gelezen: {Dutch.Count(read)}.",
                    row
                );
            }
        }
    }
}
