// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>The budget. Lines that do not add up to the total are refused, and years too.</summary>
internal static class BudgetSection
{
    public static Budget Read(MapReader b)
    {
        var total = b.Euro("totaal");
        var lines = b.SectionsOrNone(
            "regels",
            l => new BudgetLine(l.Text("naam"), l.Euro("bedrag"), l.TextsOrNone("waaronder"))
        );
        var years = b.SectionsOrNone("jaren", y => new BudgetYear(y.Integer("jaar", 2000, 2100), y.Euro("bedrag")));
        MustAddUp(b, "regels", [.. lines.Select(l => l.Amount)], total);
        MustAddUp(b, "jaren", [.. years.Select(y => y.Amount)], total);
        return new Budget
        {
            Total = total,
            Lines = lines,
            Years = years,
            Cover = b.SectionsOrNone("dekking", ProtocolSections.NoteOf),
            Source = b.TextOrNone("bron"),
        };
    }

    private static void MustAddUp(MapReader b, string key, IReadOnlyList<Eur> amounts, Eur total)
    {
        var sum = amounts.Aggregate(Eur.Zero, (a, c) => a + c);
        if (amounts.Count > 0 && sum != total)
        {
            b.Wrong(
                key,
                $"De bedragen bij '{key}' tellen op tot {sum}, maar het totaal is {total}.",
                "bedragen die samen het totaal zijn."
            );
        }
    }
}
