// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Exchange.Register;

/// <summary>Which cell of a row holds which field. Columns that are not ours are left out and named, so that the sender sees what is not used.</summary>
internal sealed class HeaderMap
{
    private readonly int[] places;

    private HeaderMap(int[] places, int width, IReadOnlyList<string> ignored) =>
        (this.places, Width, Ignored) = (places, width, ignored);

    /// <summary>The number of named columns.</summary>
    public int Width { get; }

    public IReadOnlyList<string> Ignored { get; }

    /// <summary>The place of a field; -1 when the file does not have it.</summary>
    public int PlaceOf(RegisterField field) => places[(int)field];

    /// <summary>The map, with a defect for every missing, doubled or nameless column; null when rows cannot be read with it.</summary>
    public static HeaderMap? Of(string[] header, ReadingLimits limits, DefectReport report)
    {
        var width = header.Length;
        while (width > 0 && string.IsNullOrWhiteSpace(header[width - 1]))
        {
            width--;
        }

        if (width > limits.MaxColumns)
        {
            report.Add(DefectKinds.ColumnsTooMany, $"Er zijn meer dan {limits.MaxColumns} kolommen.", row: 1);
            return null;
        }

        var found = Enumerable.Repeat(-1, RegisterColumns.All.Count).ToArray();
        var ignored = new List<string>();
        for (var i = 0; i < width; i++)
        {
            if (string.IsNullOrWhiteSpace(header[i]))
            {
                report.Add(DefectKinds.ColumnNameless, $"Kolom {i + 1} heeft geen naam.", row: 1);
            }
            else if (RegisterColumns.Recognise(header[i]) is not { } column)
            {
                ignored.Add(Masked.Text(header[i]));
            }
            else if (found[(int)column.Field] >= 0)
            {
                report.Add(
                    DefectKinds.ColumnTwice,
                    $"De kolommen {found[(int)column.Field] + 1} en {i + 1} zijn allebei '{column.Header}'.",
                    row: 1,
                    column: column.Header
                );
            }
            else
            {
                found[(int)column.Field] = i;
            }
        }

        foreach (var column in RegisterColumns.All.Where(c => c.Required && found[(int)c.Field] < 0))
        {
            report.Add(
                DefectKinds.ColumnMissing,
                $"De kolom '{column.Header}' ontbreekt ({column.Explanation}).",
                row: 1,
                column: column.Header
            );
        }

        return new HeaderMap(found, width, ignored);
    }
}
