// SPDX-License-Identifier: EUPL-1.2
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Proeftuin.App.Exchange.Register;

/// <summary>Opens an XLSX file with one plain sheet; refuses macros, links, several or hidden sheets, and a file that unpacks suspiciously large before anything is unpacked.</summary>
internal static class XlsxSource
{
    public static SourceTable? Open(byte[] file, ReadingLimits limits, DefectReport report)
    {
        try
        {
            return IsSafe(file, limits, report) ? Read(file, limits, report) : null;
        }
        catch (Exception broken)
            when (broken
                    is InvalidDataException
                        or OpenXmlPackageException
                        or FileFormatException
                        or XmlException
                        or IOException
                        or ArgumentException
                        or FormatException
                        or InvalidOperationException
                        or KeyNotFoundException
            )
        {
            report.Add(DefectKinds.XlsxBroken, "Het bestand is geen geldig .xlsx-bestand.");
            return null;
        }
    }

    private static bool IsSafe(byte[] file, ReadingLimits limits, DefectReport report)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            unpacked += entry.Length;
            var isBlownUp =
                entry.Length > 10 * 1024 * 1024 && entry.Length / Math.Max(1, entry.CompressedLength) > limits.MaxRatio;
            if (isBlownUp || unpacked > limits.MaxUnpackedBytes)
            {
                report.Add(DefectKinds.XlsxBomb, "Het bestand is uitgepakt vele malen groter dan ingepakt.");
                return false;
            }
        }

        var names = zip.Entries.Select(e => e.FullName).ToList();
        if (!names.Contains("xl/workbook.xml", StringComparer.OrdinalIgnoreCase))
        {
            report.Add(DefectKinds.FileKindUnknown, "Het bestand is een zip-bestand, maar geen Excel-werkmap.");
            return false;
        }

        if (names.Exists(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            report.Add(DefectKinds.XlsxMacros, "De werkmap bevat macro's.");
            return false;
        }

        if (names.Exists(n => n.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase)))
        {
            report.Add(DefectKinds.XlsxLinks, "De werkmap haalt gegevens uit een ander bestand.");
            return false;
        }

        return true;
    }

    private static SourceTable? Read(byte[] file, ReadingLimits limits, DefectReport report)
    {
        var document = SpreadsheetDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("no workbook");
        var sheets = workbook.Workbook.Sheets?.Elements<Sheet>().ToList() ?? [];
        if (sheets.Count != 1)
        {
            report.Add(DefectKinds.XlsxSheets, $"De werkmap heeft {sheets.Count} werkbladen.");
            return null;
        }

        if (sheets[0].State?.Value is { } state && state != SheetStateValues.Visible)
        {
            report.Add(DefectKinds.XlsxHidden, "Het werkblad is verborgen.");
            return null;
        }

        var part = (WorksheetPart)workbook.GetPartById(sheets[0].Id!.Value!);
        var cells = new XlsxCells(
            XlsxCells.SharedStrings(workbook.SharedStringTablePart, limits),
            XlsxCells.DateStyles(workbook.WorkbookStylesPart),
            workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false
        );
        // The whole sheet is read here, so that a broken end is found while the file is open.
        using (document)
        {
            var rows = cells.Rows(part, limits, report);
            if (rows.Count == 0)
            {
                report.Add(DefectKinds.FileEmpty, "Het werkblad is leeg.");
                return null;
            }

            if (!rows[0].Cells.Any(cell => RegisterColumns.Recognise(cell) is not null))
            {
                report.Add(
                    DefectKinds.HeaderMissing,
                    "Op de eerste regel staat geen enkele bekende kolomnaam.",
                    row: rows[0].Line
                );
                return null;
            }

            return new SourceTable(rows[0].Cells, rows.Skip(1), IsSpreadsheet: true, "Excel-werkmap (xlsx)");
        }
    }
}
