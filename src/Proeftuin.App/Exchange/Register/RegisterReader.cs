// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Register;

/// <summary>A delivery as it was read: the defects, and when there are none its rows grouped by household, with the hash of the file and of its content (independent of row order, column order and notation).</summary>
public sealed record RegisterReading
{
    public required DefectReport Defects { get; init; }
    public required IReadOnlyList<IReadOnlyList<RegisterRow>> Households { get; init; }
    public required int Persons { get; init; }

    /// <summary>"CSV, puntkomma, UTF-8".</summary>
    public required string Format { get; init; }

    /// <summary>Columns in the file that are not used and not stored.</summary>
    public required IReadOnlyList<string> IgnoredColumns { get; init; }
    public required string FileSha256 { get; init; }
    public required string ContentSha256 { get; init; }
}

/// <summary>Reads a delivery whole: what kind of file it is, its header, its rows, its households. Every defect is reported at once; with a defect nothing is accepted.</summary>
public static class RegisterReader
{
    public static RegisterReading Read(byte[] file, ReadingOptions options, Action<long>? progress = null)
    {
        var report = new DefectReport();
        CheckReferenceDate(options, report);
        var table = FileSniffer.Open(file, options.Limits, report);
        var map = table is null ? null : HeaderMap.Of(table.Header, options.Limits, report);
        var rows = table is null || map is null ? [] : Rows(table, map, options, report, progress);
        // Only needed for a delivery without defects, and that is what nearly every delivery is: on another core meanwhile.
        var content = Task.Run(() => ContentHash(rows));
        var households = HouseholdChecks.Group(rows);
        HouseholdChecks.Check(households, report);
        return new RegisterReading
        {
            Defects = report,
            Households = households,
            Persons = rows.Count,
            Format = table?.Format ?? "onbekend",
            IgnoredColumns = map?.Ignored ?? [],
            FileSha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
            ContentSha256 = report.IsEmpty ? content.GetAwaiter().GetResult() : "",
        };
    }

    private static void CheckReferenceDate(ReadingOptions options, DefectReport report)
    {
        if (options.ReferenceDate is not { } on)
        {
            report.Add(DefectKinds.ReferenceDateMissing, "Er is geen peildatum opgegeven.");
        }
        else if (on > options.Today)
        {
            report.Add(
                DefectKinds.ReferenceDateInFuture,
                $"De peildatum {Dutch.Date(on)} ligt na vandaag ({Dutch.Date(options.Today)})."
            );
        }
    }

    private static List<RegisterRow> Rows(
        SourceTable table,
        HeaderMap map,
        ReadingOptions options,
        DefectReport report,
        Action<long>? progress
    )
    {
        var rows = new List<RegisterRow>();
        var controls = new ControlLines(options.Totals);
        var cells = new CellReader(map, table.IsSpreadsheet, options.Limits, report);
        var reader = new RowReader(cells, options);
        foreach (var source in table.Rows)
        {
            if (ControlLines.Is(source))
            {
                controls.Read(source, report);
            }
            else if (
                !Array.TrueForAll(source.Cells, string.IsNullOrWhiteSpace)
                && HasRightWidth(source, map, table.IsSpreadsheet, report)
            )
            {
                if (rows.Count == options.Limits.MaxRows)
                {
                    report.Add(
                        DefectKinds.RowsTooMany,
                        $"Er zijn meer dan {Dutch.Count(options.Limits.MaxRows)} rijen.",
                        source.Line
                    );
                    break;
                }

                cells.At(source);
                rows.Add(reader.Read());
                if (rows.Count % 1000 == 0)
                {
                    progress?.Invoke(rows.Count);
                }
            }
        }

        if (rows.Count == 0 && report.IsEmpty)
        {
            report.Add(DefectKinds.FileOnlyHeader, "Alleen de kopregel is gevuld.");
        }

        controls.Check(rows.Select(r => r.Household).Distinct(StringComparer.Ordinal).Count(), rows.Count, report);
        progress?.Invoke(rows.Count);
        return rows;
    }

    private static bool HasRightWidth(SourceRow row, HeaderMap map, bool isSpreadsheet, DefectReport report)
    {
        var used = row.Cells.Length;
        while (used > map.Width && string.IsNullOrWhiteSpace(row.Cells[used - 1]))
        {
            used--;
        }

        if (used > map.Width)
        {
            report.Add(
                DefectKinds.RowTooWide,
                $"De kopregel heeft {map.Width} kolommen, deze rij {used} cellen.",
                row.Line
            );
            return false;
        }

        // A spreadsheet does not write empty cells at the end of a row.
        if (used < map.Width && !isSpreadsheet)
        {
            report.Add(
                DefectKinds.RowTooShort,
                $"De kopregel heeft {map.Width} kolommen, deze rij {used} cellen.",
                row.Line
            );
            return false;
        }

        return true;
    }

    private static string ContentHash(List<RegisterRow> rows)
    {
        var lines = rows.ConvertAll(r => r.CanonicalLine());
        lines.Sort(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
