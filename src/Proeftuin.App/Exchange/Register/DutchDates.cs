// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.RegularExpressions;

namespace Proeftuin.App.Exchange.Register;

/// <summary>Reads dates as Dutch systems write them: 1-7-2017, 01/07/2017, 1.7.2017, 2017-07-01, 20170701, 1 juli 2017, and in a spreadsheet a serial number.</summary>
internal static partial class DutchDates
{
    private static readonly string[] Months =
    [
        "jan",
        "feb",
        "mrt",
        "apr",
        "mei",
        "jun",
        "jul",
        "aug",
        "sep",
        "okt",
        "nov",
        "dec",
    ];

    /// <summary>The date, or the kind of defect and what is wrong.</summary>
    public static (DateOnly? Date, DefectKind? Kind, string Wrong) Read(string text, bool allowSerial)
    {
        // The notation of nearly every delivery, without the patterns below.
        if (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain)
        )
        {
            return (plain, null, "");
        }

        var bare = Midnight().Replace(text, "");
        if (Numeric().Match(bare) is { Success: true } numeric)
        {
            return FromNumbers(numeric.Groups["a"].Value, numeric.Groups["b"].Value, numeric.Groups["c"].Value);
        }

        if (Iso().Match(bare) is { Success: true } iso)
        {
            return Existing(Number(iso.Groups["a"]), Number(iso.Groups["b"]), Number(iso.Groups["c"]));
        }

        if (Written().Match(bare) is { Success: true } written && MonthOf(written.Groups["b"].Value) is { } month)
        {
            return written.Groups["c"].Length == 2
                ? (null, DefectKinds.DateTwoDigitYear, "Het jaartal heeft twee cijfers.")
                : Existing(Number(written.Groups["c"]), month, Number(written.Groups["a"]));
        }

        if (
            allowSerial
            && Serial().IsMatch(bare)
            && XlsxCells.SerialDay(int.Parse(bare, CultureInfo.InvariantCulture)) is { } day
        )
        {
            return (day, null, "");
        }

        return (null, DefectKinds.DateUnreadable, "Dit is niet als datum te lezen.");
    }

    private static (DateOnly?, DefectKind?, string) FromNumbers(string first, string second, string year)
    {
        if (year.Length == 2)
        {
            return (null, DefectKinds.DateTwoDigitYear, "Het jaartal heeft twee cijfers.");
        }

        var (day, month) = (
            int.Parse(first, CultureInfo.InvariantCulture),
            int.Parse(second, CultureInfo.InvariantCulture)
        );
        return month > 12 && day is >= 1 and <= 12 && month <= 31
            ? (null, DefectKinds.DateOrder, $"Maand {month} bestaat niet; dit lijkt maand-dag-jaar.")
            : Existing(int.Parse(year, CultureInfo.InvariantCulture), month, day);
    }

    private static (DateOnly?, DefectKind?, string) Existing(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? (new DateOnly(year, month, day), null, "")
            : (null, DefectKinds.DateDoesNotExist, "Deze dag staat niet op de kalender.");

    private static int? MonthOf(string word)
    {
        var lower = word.ToLowerInvariant();
        var key = lower.StartsWith("maa", StringComparison.Ordinal) ? "mrt" : lower[..3];
        var index = Array.IndexOf(Months, key);
        return index < 0 ? null : index + 1;
    }

    private static int Number(Group group) =>
        int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A(?<a>[0-9]{1,2})[-/.](?<b>[0-9]{1,2})[-/.](?<c>[0-9]{4}|[0-9]{2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Numeric();

    [GeneratedRegex(
        @"\A(?<a>[0-9]{4})[-/]?(?<b>[0-9]{2})[-/]?(?<c>[0-9]{2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"\A(?<a>[0-9]{1,2})[ -](?<b>[A-Za-z]{3,9})\.?[ -](?<c>[0-9]{4}|[0-9]{2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Written();

    [GeneratedRegex(@"[T ]00?:00(?::00(?:\.0+)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Midnight();

    [GeneratedRegex(@"\A[0-9]{1,6}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Serial();
}
