// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;

namespace Proeftuin.Core;

/// <summary>How Dutch readers write numbers and dates, fixed here so that the machine's own culture never matters.</summary>
public static class Dutch
{
    /// <summary>Decimal comma, thousands point.</summary>
    public static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        PercentDecimalSeparator = ",",
        PercentGroupSeparator = ".",
        PercentPositivePattern = 1,
        PercentNegativePattern = 1,
        PercentSymbol = "%",
        NegativeSign = "-",
    };

    private static readonly string[] MonthNames =
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];

    /// <summary>"1 juli 2017".</summary>
    public static string Date(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {MonthNames[date.Month - 1]} {date.Year}");

    /// <summary>"juli 2017".</summary>
    public static string MonthOf(int year, int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{MonthNames[month - 1]} {year}");

    /// <summary>A count with thousands points: "1.200".</summary>
    public static string Count(long n) => n.ToString("#,##0", Numbers);

    /// <summary>The first letter as a capital.</summary>
    public static string Capital(string words) =>
        words.Length == 0 ? words : string.Concat(char.ToUpperInvariant(words[0]).ToString(), words.AsSpan(1));
}
