// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.RegularExpressions;
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Yaml;

/// <summary>How dates, counts, amounts and percentages are written in our YAML files. Each gives the value or what is wrong.</summary>
internal static partial class ScalarRules
{
    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\A\d{4}-\d{2}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsoMonth();

    [GeneratedRegex(@"\A-?\d{1,9}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"\A(?<whole>\d{1,12})(,(?<rest>\d{2}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"\A(?<whole>\d{1,3})(,(?<rest>\d))?%\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Percent();

    /// <summary>Plans and laws of our time; a typing error such as 0217 or 9999 is no date.</summary>
    private static bool InOurTime(int year) => year is >= 1900 and < 2200;

    public static DateOnly? Date(string text) =>
        IsoDate().IsMatch(text)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && InOurTime(day.Year)
            ? day
            : null;

    /// <summary>True for 2017-02-30: written well, but no day of the calendar.</summary>
    public static bool LooksLikeDate(string text) => IsoDate().IsMatch(text);

    public static Month? MonthOf(string text) =>
        IsoMonth().IsMatch(text)
        && int.Parse(text[..4], CultureInfo.InvariantCulture) is var year
        && InOurTime(year)
        && int.Parse(text[5..], CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month
            ? new Month(year, month)
            : null;

    public static int? Integer(string text) =>
        Digits().IsMatch(text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>"875000" or "124,20"; no thousands point, so that 1.200 can never be read as one euro twenty.</summary>
    public static Eur? Euro(string text) =>
        Amount().Match(text) is { Success: true } m
            ? new Eur(
                long.Parse(m.Groups["whole"].Value, CultureInfo.InvariantCulture) * 100
                    + (m.Groups["rest"].Success ? long.Parse(m.Groups["rest"].Value, CultureInfo.InvariantCulture) : 0)
            )
            : null;

    /// <summary>"50%" or "12,5%", in tenths of a per cent.</summary>
    public static int? PercentTenths(string text) =>
        Percent().Match(text) is { Success: true } m
        && int.Parse(m.Groups["whole"].Value, CultureInfo.InvariantCulture) * 10
            + (m.Groups["rest"].Success ? int.Parse(m.Groups["rest"].Value, CultureInfo.InvariantCulture) : 0)
            is <= 1000
                and var tenths
            ? tenths
            : null;
}
