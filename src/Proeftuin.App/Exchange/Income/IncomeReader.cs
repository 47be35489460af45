// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Facts;
using Proeftuin.App.Exchange.Register;
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Income;

/// <summary>Reads a delivery of income whole, and finds what contradicts within the file. Every defect is reported at once.</summary>
public static class IncomeReader
{
    public static IncomeReading Read(byte[] file, Month delivered, DateOnly today, Action<long>? progress = null)
    {
        var report = new DefectReport();
        var isWorkbook = file.AsSpan().StartsWith("PK"u8);
        if (isWorkbook)
        {
            report.Add(IncomeDefects.SpreadsheetNotRead, "Inkomsten worden als CSV aangeleverd.");
        }

        var table = isWorkbook ? null : FileSniffer.Open(file, ReadingLimits.Default, report, IncomeColumns.IsKnown);
        if (table is null || !HasRightColumns(table.Header, report))
        {
            return new(report, [], 0, table?.Format ?? "onbekend", "");
        }

        var (lines, rows) = Lines(table, delivered, today, report, progress);
        return new(
            report,
            lines,
            rows,
            table.Format,
            report.IsEmpty ? DeliveredRows.ContentHash(lines.Select(l => l.Canonical)) : ""
        );
    }

    private static bool HasRightColumns(string[] header, DefectReport report)
    {
        var there = header.Select(RegisterColumns.Normal).ToHashSet(StringComparer.Ordinal);
        var missing = IncomeColumns.All.Where(c => c.Required && !FactColumns.Names(c).Any(there.Contains)).ToList();
        foreach (var column in missing)
        {
            report.Add(
                DefectKinds.ColumnMissing,
                $"De kolom '{column.Header}' ontbreekt ({column.Explanation}).",
                row: 1,
                column: column.Header
            );
        }

        foreach (var name in header)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                report.Add(DefectKinds.ColumnNameless, "Een kolom heeft geen naam.", row: 1);
            }
            else if (!IncomeColumns.IsKnown(name))
            {
                report.Add(
                    IncomeDefects.ColumnUnknown,
                    $"'{Masked.Text(name)}' is geen kolom van een levering van inkomen.",
                    row: 1
                );
            }
        }

        return missing.Count == 0;
    }

    private static (List<IncomeLine> Read, int Rows) Lines(
        SourceTable table,
        Month delivered,
        DateOnly today,
        DefectReport report,
        Action<long>? progress
    )
    {
        var cells = new FactCells(DeliveredRows.Places(table.Header, IncomeColumns.All, report), today, report);
        var row = new IncomeRowReader(cells, delivered);
        var read = new List<IncomeLine>();
        var rows = 0;
        foreach (var source in table.Rows.Where(r => !Array.TrueForAll(r.Cells, string.IsNullOrWhiteSpace)))
        {
            if (++rows > ReadingLimits.Default.MaxRows)
            {
                report.Add(
                    DefectKinds.RowsTooMany,
                    $"Er zijn meer dan {Dutch.Count(ReadingLimits.Default.MaxRows)} rijen.",
                    source.Line
                );
                break;
            }

            if (DeliveredRows.HasRightWidth(source, table.Header.Length, report) && row.Read(source) is { } line)
            {
                read.Add(line);
            }

            if (rows % 1000 == 0)
            {
                progress?.Invoke(rows);
            }
        }

        if (rows == 0 && report.IsEmpty)
        {
            report.Add(DefectKinds.FileOnlyHeader, "Alleen de kopregel is gevuld.");
        }

        WithinTheFile.Check(read, report);
        return (read, rows);
    }
}
