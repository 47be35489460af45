// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.Globalization;
using Proeftuin.Core;

namespace Proeftuin.Cli.Settlement;

/// <summary>The option <c>--month</c> of commands about a stored month.</summary>
internal static class WhichMonth
{
    public static readonly Option<string> Option = new("--month")
    {
        Description = "de maand, jjjj-mm",
        HelpName = "MAAND",
        Required = true,
    };

    public static Outcome<Month> Of(ParseResult result) =>
        DateOnly.TryParseExact(
            result.GetValue(Option),
            "yyyy-MM",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var first
        )
            ? Month.Of(first)
            : new NotUnderstood("--month", result.GetValue(Option), "2018-03");
}
