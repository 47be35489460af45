// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Parameters;

/// <summary>The keys 'van' and 'tot_en_met' of a row; without an end it holds until further notice.</summary>
internal static class Validity
{
    public static Period Of(MapReader row)
    {
        var from = row.Date("van");
        var last = row.DateOrNone("tot_en_met");
        if (last < from)
        {
            row.Wrong("tot_en_met", "De laatste dag ligt vóór de eerste.", "een dag op of na 'van'.");
            return Period.Since(from);
        }

        return last is { } day ? Period.FromUpTo(from, day.AddDays(1)).OrThrow() : Period.Since(from);
    }
}
