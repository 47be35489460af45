// SPDX-License-Identifier: EUPL-1.2
using CsvHelper;

namespace Proeftuin.App.Exchange.Register;

/// <summary>Reads a CSV file: finds the separator by the headers it makes recognisable, then reads row by row.</summary>
internal static class CsvSource
{
    private static readonly (char Sign, string Name)[] Separators = [(';', "puntkomma"), (',', "komma"), ('\t', "tab")];

    private const int LongestRecord = 1024 * 1024;

    private static readonly char[] OtherSeparators = ['|', ':', '~', '^', '#', '!'];

    public static SourceTable? Open(
        string text,
        string encoding,
        ReadingLimits limits,
        DefectReport report,
        Func<string, bool> isHeader
    )
    {
        var start = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? text.IndexOf('\n') + 1 : 0;
        var end = text.IndexOfAny(['\n', '\r'], start);
        var first = end < 0 ? text[start..] : text[start..end];
        var best = Separators.MaxBy(s => Recognised(first, s.Sign, isHeader));
        if (Recognised(first, best.Sign, isHeader) < 2)
        {
            var other = OtherSeparators.FirstOrDefault(s => Recognised(first, s, isHeader) >= 2);
            if (other != default)
            {
                report.Add(DefectKinds.FileSeparator, $"De kolommen zijn gescheiden met het teken '{other}'.");
                return null;
            }

            if (Recognised(first, best.Sign, isHeader) == 0)
            {
                report.Add(
                    DefectKinds.HeaderMissing,
                    "Op de eerste regel staat geen enkele bekende kolomnaam.",
                    row: 1
                );
                return null;
            }
        }

        var rows = Rows(text, start, best.Sign, limits, report).GetEnumerator();
        if (!rows.MoveNext())
        {
            return null;
        }

        return new SourceTable(rows.Current.Cells, Rest(rows), IsSpreadsheet: false, $"CSV, {best.Name}, {encoding}");
    }

    private static int Recognised(string line, char separator, Func<string, bool> isHeader) =>
        line.Split(separator).Count(isHeader);

    private static IEnumerable<SourceRow> Rest(IEnumerator<SourceRow> rows)
    {
        using (rows)
        {
            while (rows.MoveNext())
            {
                yield return rows.Current;
            }
        }
    }

    private static IEnumerable<SourceRow> Rows(
        string text,
        int start,
        char separator,
        ReadingLimits limits,
        DefectReport report
    )
    {
        var skipped = start == 0 ? 0 : 1;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            // One quote that is not closed then spoils its own line, not the rest of the file.
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = bad =>
            {
                if (bad.Reason != CsvMalformedReason.FieldCountMismatch)
                {
                    report.Add(
                        DefectKinds.FileQuotes,
                        "Er staat een los aanhalingsteken in de rij.",
                        row: (int)bad.LineNumber + skipped
                    );
                }
            },
        };
        using var reader = CsvReader.Create(
            new StringReader(start == 0 ? text : text[start..]),
            options,
            leaveOpen: false
        );
        while (true)
        {
            try
            {
                if (!reader.Read())
                {
                    yield break;
                }
            }
            catch (CsvFormatException)
            {
                report.Add(
                    DefectKinds.RowTooLong,
                    "Vanaf hier is het bestand niet gelezen: er staat een rij van meer dan een miljoen tekens."
                );
                yield break;
            }

            var cells = new string[reader.FieldCount];
            var length = 0;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i);
                length += cells[i].Length;
            }

            var line = (int)reader.LineNumber + skipped;
            if (length > limits.MaxRowLength)
            {
                report.Add(DefectKinds.RowTooLong, $"Deze rij is langer dan {limits.MaxRowLength} tekens.", row: line);
                continue;
            }

            yield return new SourceRow(line, cells);
        }
    }
}
