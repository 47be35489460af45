// SPDX-License-Identifier: EUPL-1.2
using System.Text.RegularExpressions;

namespace Proeftuin.App.Exchange.Register;

/// <summary>A value that may be shown: at most forty characters, control characters visible, and any run of seven or more digits reduced to its last two, whatever column it stands in.</summary>
public static partial class Masked
{
    private const int Longest = 40;

    public static string Text(string value)
    {
        var cut = value.Length > Longest ? value[..Longest] + "…" : value;
        var visible = string.Concat(cut.Select(c => char.IsControl(c) || c == '\uFFFD' ? '·' : c));
        return Dated().IsMatch(visible) ? visible : Digits().Replace(visible, run => Stars(run.Value));
    }

    /// <summary>Names and addresses are never shown, not even a letter.</summary>
    public static string Hidden(string value) => value.Length == 0 ? "" : "•••";

    private static string Stars(string run)
    {
        var digits = run.Count(char.IsAsciiDigit);
        return digits < 7 ? run : new string('*', digits - 2) + string.Concat(run.Where(char.IsAsciiDigit).TakeLast(2));
    }

    [GeneratedRegex(@"\d[\d .\-]*\d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"\A\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(\d{2})?\z|\A\d{4}[-/]\d{1,2}[-/]\d{1,2}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Dated();
}
