// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Proeftuin.App.Exchange.Register;

namespace Proeftuin.App.Exchange.Facts;

/// <summary>What every delivery of a month's rows has, facts and income alike: columns at their places, rows of the right width, words for yes and no, and the hash of what it says.</summary>
internal static class DeliveredRows
{
    public static readonly IReadOnlyDictionary<string, bool> YesNo = new Dictionary<string, bool>(
        StringComparer.Ordinal
    )
    {
        ["ja"] = true,
        ["j"] = true,
        ["nee"] = false,
        ["n"] = false,
    };

    public static Dictionary<FactField, (FactColumn Column, int Place)> Places(
        string[] header,
        IReadOnlyList<FactColumn> columns,
        DefectReport report
    )
    {
        var places = new Dictionary<FactField, (FactColumn, int)>();
        foreach (var column in columns)
        {
            var names = FactColumns.Names(column).ToHashSet(StringComparer.Ordinal);
            int[] found =
            [
                .. Enumerable.Range(0, header.Length).Where(i => names.Contains(RegisterColumns.Normal(header[i]))),
            ];
            if (found.Length > 1)
            {
                report.Add(
                    DefectKinds.ColumnTwice,
                    $"De kolommen {found[0] + 1} en {found[1] + 1} zijn allebei '{column.Header}'.",
                    row: 1,
                    column: column.Header
                );
            }

            if (found.Length > 0)
            {
                places.Add(column.Field, (column, found[0]));
            }
        }

        return places;
    }

    public static bool HasRightWidth(SourceRow row, int width, DefectReport report)
    {
        if (row.Cells.Length == width)
        {
            return true;
        }

        report.Add(
            row.Cells.Length > width ? DefectKinds.RowTooWide : DefectKinds.RowTooShort,
            $"De kopregel heeft {width} kolommen, deze rij {row.Cells.Length} cellen.",
            row.Line
        );
        return false;
    }

    public static string ContentHash(IEnumerable<string> canonicalLines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in canonicalLines.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
