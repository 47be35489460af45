// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement.WhatIf;

namespace Proeftuin.App.WhatIf;

/// <summary>The outcome in plain Dutch, the same on the page and on the command line.</summary>
public static class WhatIfWords
{
    /// <summary>"€ 12,3 miljoen": readable totals; the exact amount stands in the tables.</summary>
    public static string Millions(Eur amount)
    {
        // tenths of a million euro are ten million cents
        var tenths = (Math.Abs(amount.Cents) + 5_000_000) / 10_000_000;
        return $"{(amount < Eur.Zero ? "-" : "")}€ {Dutch.Count(tenths / 10)},{tenths % 10} miljoen";
    }

    public static string Type(HouseholdType type) =>
        type switch
        {
            HouseholdType.SinglePerson => "alleenstaand",
            HouseholdType.SingleParent => "alleenstaande ouder",
            HouseholdType.Couple => "gehuwd of samenwonend",
            HouseholdType.Unknown => "onbekend",
        };

    public static string Band(EffectBand band) =>
        (band.From, band.UpTo) switch
        {
            (null, { } upTo) => $"meer dan {Whole(upTo)} minder",
            ({ } from, null) => $"meer dan {Whole(from)} meer",
            ({ Cents: 0 }, { Cents: 0 }) => "geen verschil",
            ({ } from, { } upTo) when from < Eur.Zero => $"{Whole(upTo)} tot en met {Whole(from)} minder",
            ({ } from, { } upTo) => $"meer dan {Whole(from)} tot en met {Whole(upTo)} meer",
            (null, null) => "alle",
        };

    /// <summary>What the rule does, as sentences for somebody who decides.</summary>
    public static IEnumerable<string> Sentences(WhatIfAnswer answer, WhatIfRow row)
    {
        if (row.Effect is not { } effect)
        {
            yield return $"De bijstand kost onder de wet {Millions(row.Cost)} in {answer.Months} maanden, met de vakantietoeslag erbij.";
            yield break;
        }

        yield return effect.Extra == Eur.Zero
            ? "Deze regel kost precies evenveel als de wet."
            : $"Deze regel kost {Millions(effect.Extra < Eur.Zero ? Eur.Zero - effect.Extra : effect.Extra)} {(effect.Extra > Eur.Zero ? "meer" : "minder")} dan de wet in {answer.Months} maanden.";
        yield return $"{Dutch.Count(effect.Winners)} huishoudens gaan erop vooruit (samen {Millions(effect.Gained)}), {Dutch.Count(effect.Losers)} gaan erop achteruit (samen {Millions(effect.Lost)}) en voor {Dutch.Count(effect.Same)} verandert er niets.";
        if (row.KeptOfHundred is { } kept && answer.Law.KeptOfHundred is { } before)
        {
            yield return $"Van € 100 extra loon houdt iemand met loon gemiddeld € {kept} over; onder de wet is dat € {before}.";
        }
    }

    public static string Kept(int least, int most) =>
        (least, most) switch
        {
            (0, 0) => "niets",
            (100, 100) => "alles (geen bijstand meer)",
            _ => $"{least} tot en met {most} cent",
        };

    /// <summary>The bands in which the cents kept of an extra euro are shown.</summary>
    public static readonly IReadOnlyList<(int Least, int Most)> KeptBands =
    [
        (0, 0),
        (1, 20),
        (21, 40),
        (41, 60),
        (61, 99),
        (100, 100),
    ];

    public static long KeptIn(WhatIfRow row, (int Least, int Most) band) =>
        row.KeptOfExtra.Skip(band.Least).Take(band.Most - band.Least + 1).Sum();

    private static string Whole(Eur amount) => $"€ {Dutch.Count(Math.Abs(amount.Cents) / 100)}";
}
