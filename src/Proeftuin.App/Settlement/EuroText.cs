// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.RegularExpressions;
using Proeftuin.Core;

namespace Proeftuin.App.Settlement;

/// <summary>An amount as somebody types it in a form: "450", "450,5", "1.450,00", "€ 450". A point is only read as thousands, so 1.45 is not understood rather than misread.</summary>
public static partial class EuroText
{
    [GeneratedRegex(
        @"\A(€\s?)?(?<whole>\d{1,6}|\d{1,3}\.\d{3})(,(?<rest>\d{1,2}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Amount();

    public static Eur? Read(string? text)
    {
        if (Amount().Match((text ?? "").Trim()) is not { Success: true } match)
        {
            return null;
        }

        var whole = match.Groups["whole"].Value.Replace(".", "", StringComparison.Ordinal);
        var rest = match.Groups["rest"].Value.PadRight(2, '0');
        return new(
            long.Parse(whole, CultureInfo.InvariantCulture) * 100 + long.Parse(rest, CultureInfo.InvariantCulture)
        );
    }
}
