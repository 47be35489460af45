// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using CsvHelper;
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Counts;

/// <summary>A small CSV with a heading, read whole: comma, semicolon or tab, whichever the heading uses most.</summary>
internal sealed class CsvTable
{
    private const int LargestFile = 1_000_000;

    private CsvTable(IReadOnlyList<CsvRow> rows) => Rows = rows;

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Refuses an empty or too large text, a column that is missing, unknown or there twice, and a row with too many or too few values.</summary>
    public static Outcome<CsvTable> Read(
        string name,
        string text,
        IReadOnlyList<string> required,
        IReadOnlyList<string> optional
    )
    {
        if (text.Length > LargestFile)
        {
            return new TableTooLarge(name);
        }

        using var csv = CsvReader.Create(
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            new CsvReaderOptions
            {
                HasHeader = false,
                TrackLineNumbers = true,
                TrimWhitespace = true,
            },
            false
        );
        if (!csv.Read())
        {
            return new TableEmpty(name);
        }

        var columns = Fields(csv);
        var faults = Heading(name, columns, required, optional).ToList();
        if (faults.Count > 0)
        {
            return new Outcome<CsvTable>.Refused(faults);
        }

        var rows = new List<CsvRow>();
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            var fields = Fields(csv);
            if (fields.Count != columns.Count)
            {
                faults.Add(new RowTooLongOrShort(name, line, fields.Count, columns.Count));
                continue;
            }

            var values = columns.Zip(fields).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
            rows.Add(new CsvRow(name, line, values));
        }

        return faults.Count > 0 ? new Outcome<CsvTable>.Refused(faults)
            : rows.Count == 0 ? new TableEmpty(name)
            : new CsvTable(rows);
    }

    private static List<string> Fields(CsvReader csv) =>
        [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim())];

    private static IEnumerable<Refusal> Heading(
        string name,
        IReadOnlyList<string> columns,
        IReadOnlyList<string> required,
        IReadOnlyList<string> optional
    )
    {
        List<string> known = [.. required, .. optional];
        return
        [
            .. columns
                .GroupBy(c => c, StringComparer.Ordinal)
                .Where(c => c.Count() > 1)
                .Select(c => new ColumnTwice(name, c.Key)),
            .. required.Except(columns, StringComparer.Ordinal).Select(c => new ColumnMissing(name, c)),
            .. columns.Except(known, StringComparer.Ordinal).Select(c => new ColumnUnknown(name, c, known)),
        ];
    }
}

/// <summary>One row with its line number in the file.</summary>
internal sealed record CsvRow(string File, int Line, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The text of a column; empty when the column is not there.</summary>
    public string this[string column] => Values.GetValueOrDefault(column, "");

    /// <summary>A whole number; null where nothing (or NA) is written.</summary>
    public Outcome<long?> Number(string column)
    {
        var text = this[column];
        return text is "" or "NA" ? new Outcome<long?>.Done(null)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? new Outcome<long?>.Done(n)
            : (Outcome<long?>)new NotAWholeNumber(File, Line, column, text);
    }
}
