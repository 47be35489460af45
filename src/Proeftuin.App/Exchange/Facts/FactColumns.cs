// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Register;

namespace Proeftuin.App.Exchange.Facts;

/// <summary>A column of a delivery of facts.</summary>
public enum FactField
{
    Bsn,
    Turn,
    On,
    Reason,
    Month,
    Amount,
    Source,
    From,
    Until,
    Goals,
    Highest,
    Promising,

    // only in a delivery of income
    Kind,
    Rhythm,
    Slip,
    IssuedOn,
    Estimate,
    HolidayPay,
    ReservationsPaid,
    ReservationsEarned,
    TravelCosts,
    SickSince,
    InFactWages,
    JobEnds,
    Municipality,
}

/// <summary>One column as documented in docs/handleiding/monitor.md.</summary>
public sealed record FactColumn(
    FactField Field,
    string Header,
    bool Required,
    string Explanation,
    params string[] Synonyms
);

/// <summary>The columns per kind of delivery. The order in a file is free; capitals, spaces and punctuation in a header do not matter.</summary>
public static class FactColumns
{
    private static readonly FactColumn Person = new(
        FactField.Bsn,
        "bsn",
        true,
        "burgerservicenummer, negen cijfers",
        "burgerservicenummer"
    );

    private static readonly Dictionary<FactKind, IReadOnlyList<FactColumn>> ByKind = new()
    {
        [FactKind.Benefit] =
        [
            Person,
            new(FactField.Turn, "gebeurtenis", true, "uitstroom of herinstroom", "soort gebeurtenis", "mutatie"),
            new(
                FactField.On,
                "datum",
                true,
                "uitstroom: de eerste dag zonder bijstand; herinstroom: de eerste dag met bijstand",
                "per",
                "ingangsdatum"
            ),
            new(
                FactField.Reason,
                "reden",
                true,
                "code van de uitstroomreden; 'onbekend' mag; leeg bij herinstroom",
                "uitstroomreden",
                "reden beeindiging"
            ),
        ],
        [FactKind.Earnings] =
        [
            Person,
            new(FactField.Month, "maand", true, "bijvoorbeeld 2018-03", "inkomstenmaand"),
            new(
                FactField.Amount,
                "bedrag",
                true,
                "netto, in euro's, dat met de bijstand wordt verrekend",
                "netto",
                "netto inkomsten",
                "te verrekenen"
            ),
            new(FactField.Source, "bron", false, "werkgever of soort werk; mag leeg", "werkgever"),
        ],
        [FactKind.Jobs] =
        [
            Person,
            new(FactField.From, "begin baan", true, "eerste dag van de baan", "begindatum baan", "baan vanaf"),
            new(
                FactField.Until,
                "einde baan",
                true,
                "laatste dag van de baan; leeg zolang de baan duurt",
                "einddatum baan",
                "baan tot en met"
            ),
        ],
        [FactKind.Goals] =
        [
            Person,
            new(FactField.On, "datum", true, "dag waarop de doelen zijn bepaald", "datum nulmeting"),
            new(
                FactField.Goals,
                "doelen",
                true,
                "codes van de doelen uit het protocol, met een plusteken ertussen",
                "doel"
            ),
            new(FactField.Highest, "hoogst haalbaar", false, "code van het hoogst haalbare doel", "hoogste doel"),
            new(FactField.Promising, "kansrijk", false, "ja of nee; leeg is niet beoordeeld", "kansrijk uitstroom"),
        ],
    };

    private static readonly HashSet<string> AllNames = new(
        ByKind.Values.SelectMany(c => c).SelectMany(Names),
        StringComparer.Ordinal
    );

    public static IReadOnlyList<FactColumn> Of(FactKind kind) => ByKind[kind];

    public static bool IsKnown(string header) => AllNames.Contains(RegisterColumns.Normal(header));

    /// <summary>The kind whose required columns are all in the header; null when there is none.</summary>
    public static FactKind? Recognise(IReadOnlyList<string> header) =>
        Enum.GetValues<FactKind>()
            .Select(kind => (FactKind?)kind)
            .FirstOrDefault(kind => Missing(kind!.Value, header).Count == 0);

    /// <summary>The columns that the likeliest kind lacks, and how many of its required columns are there.</summary>
    internal static (IReadOnlyList<FactColumn> Missing, int There) Nearest(IReadOnlyList<string> header) =>
        Enum.GetValues<FactKind>()
            .Select(kind => (Missing: Missing(kind, header), Required: Of(kind).Count(c => c.Required)))
            .Select(k => (k.Missing, There: k.Required - k.Missing.Count))
            .OrderBy(k => k.Missing.Count)
            .ThenByDescending(k => k.There)
            .First();

    private static IReadOnlyList<FactColumn> Missing(FactKind kind, IReadOnlyList<string> header)
    {
        var there = header.Select(RegisterColumns.Normal).ToHashSet(StringComparer.Ordinal);
        return [.. Of(kind).Where(c => c.Required && !Names(c).Any(there.Contains))];
    }

    internal static IEnumerable<string> Names(FactColumn column) =>
        column.Synonyms.Prepend(column.Header).Select(RegisterColumns.Normal);
}
