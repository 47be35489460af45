// SPDX-License-Identifier: EUPL-1.2
using System.Buffers;
using System.Globalization;
using Proeftuin.App.Identity;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Exchange.Register;

/// <summary>Reads the cells of one row as typed values; whatever cannot be read becomes a defect with row, column and masked value.</summary>
internal sealed class CellReader(HeaderMap map, bool isSpreadsheet, ReadingLimits limits, DefectReport report)
{
    private static readonly SearchValues<char> Suspect = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(i => (char)i),
        '\u007F',
        '\uFFFD',
        'Ã',
        'â',
    ]);

    private string[] cells = [];

    public int Line { get; private set; }

    public CellReader At(SourceRow row)
    {
        (Line, cells) = (row.Line, row.Cells);
        return this;
    }

    /// <summary>The trimmed text; null when the column or the value is absent ("-" is an empty cell in many systems).</summary>
    public string? Text(RegisterField field)
    {
        var place = map.PlaceOf(field);
        if (place < 0 || place >= cells.Length)
        {
            return null;
        }

        var text = cells[place].Trim();
        return text is "" or "-" ? null
            : IsClean(text, field) ? text
            : null;
    }

    public string? Required(RegisterField field)
    {
        var text = Text(field);
        var place = map.PlaceOf(field);
        if (text is null && place >= 0 && (place >= cells.Length || cells[place].Trim() is "" or "-"))
        {
            Defect(
                DefectKinds.CellEmpty,
                $"Er is niets ingevuld bij '{RegisterColumns.HeaderOf(field)}'.",
                field,
                null
            );
        }

        return text;
    }

    /// <summary>A name or number without spreadsheet signs at its start.</summary>
    public string? Plain(RegisterField field, bool required)
    {
        var text = required ? Required(field) : Text(field);
        if (text is ['=' or '+' or '-' or '@', _, ..])
        {
            Defect(DefectKinds.CellFormula, $"De cel begint met '{text[0]}'.", field, text);
            return null;
        }

        return text;
    }

    public T? Word<T>(RegisterField field, IReadOnlyDictionary<string, T> words, bool required)
        where T : struct
    {
        if ((required ? Required(field) : Text(field)) is not { } text)
        {
            return null;
        }

        if (
            text[0] is not ('=' or '+' or '-' or '@')
            && words.TryGetValue(RegisterColumns.Normal(text), out var meaning)
        )
        {
            return meaning;
        }

        Defect(
            text[0] is '=' or '+' or '-' or '@' ? DefectKinds.CellFormula : DefectKinds.WordUnknown,
            $"Dit woord hoort niet bij '{RegisterColumns.HeaderOf(field)}' ({RegisterColumns.Of(field).Explanation}).",
            field,
            text
        );
        return null;
    }

    public Answer Answer(RegisterField field) =>
        Word(field, RegisterWords.Answers, required: false) ?? Core.Screening.Answer.Unknown;

    /// <summary>A date; null when it says 'onbekend' or cannot be read.</summary>
    public DateOnly? Date(RegisterField field)
    {
        if (Required(field) is not { } text || RegisterColumns.Normal(text) is "onbekend" or "onb")
        {
            return null;
        }

        var (date, kind, wrong) = DutchDates.Read(text, isSpreadsheet);
        if (kind is not null)
        {
            Defect(text[0] is '=' or '@' ? DefectKinds.CellFormula : kind, wrong, field, text);
        }

        return date;
    }

    /// <summary>A whole number from 0 up to and including the most; null when empty or 'onbekend'. "3,0" is 3.</summary>
    public int? Count(RegisterField field, int most)
    {
        if (Text(field) is not { } text || RegisterColumns.Normal(text) is "onbekend" or "onb")
        {
            return null;
        }

        if (
            !decimal.TryParse(
                text.Replace(',', '.'),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            Defect(
                text[0] is '=' or '@' or '+' or '-' ? DefectKinds.CellFormula : DefectKinds.NumberUnreadable,
                "Dit is geen getal.",
                field,
                text
            );
            return null;
        }

        var kind =
            number < 0 ? DefectKinds.NumberNegative
            : number != decimal.Truncate(number) ? DefectKinds.NumberDecimal
            : number > most ? DefectKinds.NumberTooLarge
            : null;
        if (kind is not null)
        {
            Defect(kind, $"Verwacht: een heel getal van 0 tot en met {most}, of leeg.", field, text);
            return null;
        }

        return (int)number;
    }

    /// <summary>A BSN; spaces and points are allowed, and a spreadsheet may have dropped a leading zero.</summary>
    public Bsn? BsnOf()
    {
        if (Required(RegisterField.Bsn) is not { } text)
        {
            return null;
        }

        var digits = text.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        if (digits.Length == 8 && !isSpreadsheet)
        {
            Defect(DefectKinds.BsnLength, "Het nummer heeft geen negen cijfers.", RegisterField.Bsn, text);
            return null;
        }

        var bsn = Identity.Bsn.Of(digits);
        if (bsn.Why is [var why, ..])
        {
            var isLength = why is BsnHasNoNineDigits;
            Defect(
                isLength ? DefectKinds.BsnLength : DefectKinds.BsnElevenTest,
                isLength ? "Het nummer heeft geen negen cijfers." : "Het nummer voldoet niet aan de elfproef.",
                RegisterField.Bsn,
                text
            );
            return null;
        }

        return bsn.OrThrow();
    }

    public void Defect(DefectKind kind, string wrong, RegisterField field, string? value) =>
        report.Add(
            kind,
            wrong,
            Line,
            RegisterColumns.HeaderOf(field),
            value is not null && field is RegisterField.Name or RegisterField.Address
                ? Masked.Hidden(value ?? "")
                : value
        );

    private bool IsClean(string text, RegisterField field)
    {
        if (text.Length > limits.MaxCellLength)
        {
            Defect(DefectKinds.CellTooLong, $"De cel is langer dan {limits.MaxCellLength} tekens.", field, text);
            return false;
        }

        var at = text.AsSpan().IndexOfAny(Suspect);
        if (at < 0)
        {
            return true;
        }

        if (text.Any(char.IsControl))
        {
            Defect(
                DefectKinds.CellControl,
                "Er staat een onzichtbaar stuurteken of regeleinde in de cel.",
                field,
                text
            );
            return false;
        }

        if (IsGarbled(text))
        {
            Defect(DefectKinds.CellGarbled, "Een letter met een accent is verminkt.", field, text);
            return false;
        }

        return true;
    }

    /// <summary>UTF-8 that was read as Windows-1252 shows "Ã" or "â€" before another sign that no Dutch word has there.</summary>
    private static bool IsGarbled(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            if (
                text[i] == '\uFFFD'
                || (text[i] == 'Ã' && next is (>= '\u0080' and <= '\u00BF') or '€' or '‚' or '„' or '…' or '¡')
                || (text[i] == 'â' && next == '€')
            )
            {
                return true;
            }
        }

        return false;
    }
}
