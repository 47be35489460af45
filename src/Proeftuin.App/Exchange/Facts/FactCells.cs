// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.RegularExpressions;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Identity;
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Facts;

/// <summary>Reads the cells of one row of facts as typed values; whatever cannot be read becomes a defect with row, column and masked value.</summary>
internal sealed partial class FactCells(
    IReadOnlyDictionary<FactField, (FactColumn Column, int Place)> map,
    DateOnly today,
    DefectReport report
)
{
    private const long HighestCents = 20_000_00;

    private SourceRow row;

    public int Line => row.Line;

    public FactCells At(SourceRow source)
    {
        row = source;
        return this;
    }

    /// <summary>The trimmed text; null when the column or the value is absent, or when the cell cannot be trusted.</summary>
    public string? Text(FactField field)
    {
        if (!map.TryGetValue(field, out var at) || at.Place >= row.Cells.Length)
        {
            return null;
        }

        var text = row.Cells[at.Place].Trim();
        var (kind, wrong) = text switch
        {
            "" or "-" => (null, ""),
            { Length: > 200 } => (DefectKinds.CellTooLong, "De cel is langer dan 200 tekens."),
            _ when text.Any(char.IsControl) => (
                DefectKinds.CellControl,
                "Er staat een onzichtbaar stuurteken in de cel."
            ),
            ['=' or '@' or '+', ..] => (DefectKinds.CellFormula, $"De cel begint met '{text[0]}'."),
            _ => ((DefectKind?)null, text),
        };
        if (kind is not null)
        {
            Defect(kind, wrong, field, text);
        }

        return kind is null && wrong.Length > 0 ? text : null;
    }

    public string? Required(FactField field)
    {
        var empty =
            map.TryGetValue(field, out var at)
            && (at.Place >= row.Cells.Length || row.Cells[at.Place].Trim() is "" or "-");
        if (empty)
        {
            Defect(DefectKinds.CellEmpty, $"Er is niets ingevuld bij '{at.Column.Header}'.", field, null);
        }

        return empty ? null : Text(field);
    }

    public Bsn? Person()
    {
        if (Required(FactField.Bsn) is not { } text)
        {
            return null;
        }

        var digits = text.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        var bsn = digits.Length == 8 ? new BsnHasNoNineDigits() : Bsn.Of(digits);
        return bsn.Match(
            known => (Bsn?)known,
            why =>
            {
                var isLength = why[0] is BsnHasNoNineDigits;
                Defect(
                    isLength ? DefectKinds.BsnLength : DefectKinds.BsnElevenTest,
                    isLength ? "Het nummer heeft geen negen cijfers." : "Het nummer voldoet niet aan de elfproef.",
                    FactField.Bsn,
                    text
                );
                return null;
            }
        );
    }

    /// <summary>A day that has come; null with a defect otherwise.</summary>
    public DateOnly? Day(FactField field, bool required = true)
    {
        if ((required ? Required(field) : Text(field)) is not { } text)
        {
            return null;
        }

        var (day, kind, wrong) = DutchDates.Read(text, allowSerial: false);
        if (kind is not null)
        {
            Defect(kind, wrong, field, text);
        }
        else if (day > today)
        {
            Defect(FactDefects.InFuture, $"{Dutch.Date(day.Value)} ligt na vandaag.", field, text);
            return null;
        }

        return day;
    }

    public Month? Month()
    {
        if (Required(FactField.Month) is not { } text)
        {
            return null;
        }

        var match = MonthPattern().Match(text);
        var day = match.Success
            ? new DateOnly(
                int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture),
                1
            )
            : DutchDates.Read("1 " + text, allowSerial: false).Date;
        if (day is not { } first)
        {
            Defect(FactDefects.MonthUnreadable, "Dit is niet als maand te lezen.", FactField.Month, text);
            return null;
        }

        if (first > today)
        {
            Defect(FactDefects.InFuture, "De maand is nog niet begonnen.", FactField.Month, text);
            return null;
        }

        return Core.Month.Of(first);
    }

    /// <summary>An amount as Dutch systems write it: 450, 450,00, 1.250,00 or € 450,00; a point before two last digits is read as a comma.</summary>
    public Eur? Amount(FactField field = FactField.Amount, bool required = true)
    {
        if ((required ? Required(field) : Text(field)) is not { } text)
        {
            return null;
        }

        var match = AmountPattern().Match(text);
        if (!match.Success)
        {
            Defect(FactDefects.AmountUnreadable, "Dit is geen bedrag in euro's.", field, text);
            return null;
        }

        var euros = match.Groups["e"].Value.Replace(".", "", StringComparison.Ordinal);
        var cents = match.Groups["c"].Value.PadRight(2, '0');
        var amount = long.Parse(euros + cents, CultureInfo.InvariantCulture);
        var (kind, wrong) =
            match.Groups["n"].Length > 0 && amount > 0 ? (FactDefects.AmountNegative, "Het bedrag is kleiner dan nul.")
            : amount > HighestCents ? (FactDefects.AmountTooHigh, "Het bedrag is hoger dan € 20.000 in een maand.")
            : (null, "");
        if (kind is not null)
        {
            Defect(kind, wrong, field, text);
            return null;
        }

        return new Eur(amount);
    }

    public T? Word<T>(FactField field, IReadOnlyDictionary<string, T> words, bool required)
        where T : struct
    {
        if ((required ? Required(field) : Text(field)) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(RegisterColumns.Normal(text), out var meaning))
        {
            return meaning;
        }

        Defect(DefectKinds.WordUnknown, $"Verwacht: {map[field].Column.Explanation}.", field, text);
        return null;
    }

    public void Defect(DefectKind kind, string wrong, FactField field, string? value) =>
        report.Add(kind, wrong, row.Line, map[field].Column.Header, value);

    [GeneratedRegex(
        @"\A(?:(?<y>20[0-9]{2})[-/]?(?<m>0[1-9]|1[0-2])|(?<m>0?[1-9]|1[0-2])[-/](?<y>20[0-9]{2}))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MonthPattern();

    [GeneratedRegex(
        @"\A(?<n>-)?(?:€|EUR)? ?(?<n>-)?(?<e>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,9})(?:[,.](?<c>[0-9]{1,2}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AmountPattern();
}
