// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Facts;
using Proeftuin.App.Exchange.Register;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Exchange.Income;

/// <summary>The columns of a delivery of income, as documented in docs/handleiding/verrekenmaand.md, and the words in them.</summary>
public static class IncomeColumns
{
    public static readonly IReadOnlyList<FactColumn> All =
    [
        new(FactField.Bsn, "bsn", true, "burgerservicenummer, negen cijfers", "burgerservicenummer"),
        new(FactField.Month, "maand", true, "de maand van het loon, bijvoorbeeld 2018-03", "inkomstenmaand"),
        new(
            FactField.Kind,
            "soort",
            true,
            "loon, loon bij ziekte, zwangerschap, stage, ontslagvergoeding, alimentatie, ziektewet, anw of ander",
            "soort inkomen"
        ),
        new(
            FactField.Amount,
            "netto",
            true,
            "netto in euro's, zonder vakantiegeld en zonder uitbetaalde reserveringen",
            "netto bedrag",
            "nettoloon"
        ),
        new(FactField.Rhythm, "periode", true, "maand, vier weken of week", "betaalperiode", "per"),
        new(
            FactField.From,
            "begin periode",
            false,
            "eerste dag; verplicht bij vier weken en bij week",
            "eerste dag",
            "periode vanaf"
        ),
        new(FactField.Source, "werkgever", true, "wie betaalt; elke keer hetzelfde geschreven", "van", "betaler"),
        new(FactField.Slip, "loonstrook", true, "kenmerk van de strook of van de opgave", "kenmerk", "strook"),
        new(FactField.IssuedOn, "datum strook", true, "dag op de strook; de laatste strook geldt", "datum loonstrook"),
        new(FactField.Estimate, "schatting", true, "ja of nee", "geschat"),
        new(FactField.HolidayPay, "vakantiegeld", false, "in deze periode uitbetaald vakantiegeld"),
        new(FactField.ReservationsPaid, "reserveringen uitbetaald", false, "uitbetaalde vrije dagen, dertiende maand"),
        new(FactField.ReservationsEarned, "reserveringen opgebouwd", false, "wat in deze periode is opgebouwd"),
        new(FactField.TravelCosts, "reiskosten", false, "door de werknemer voorgeschoten"),
        new(FactField.SickSince, "ziek sinds", false, "eerste ziektedag; verplicht bij loon bij ziekte"),
        new(FactField.InFactWages, "feitelijk loon", false, "ja of nee; verplicht bij stage"),
        new(FactField.JobEnds, "einde baan", false, "laatste dag van de baan, als die bekend is", "uit dienst"),
        new(FactField.Municipality, "gemeente", false, "als de uitdraai van meer gemeenten is", "gemeentenaam"),
    ];

    public static readonly IReadOnlyDictionary<string, IncomeKind> Kinds = Words(
        ("loon", IncomeKind.Wage),
        ("salaris", IncomeKind.Wage),
        ("loon bij ziekte", IncomeKind.SickPay),
        ("loon tijdens ziekte", IncomeKind.SickPay),
        ("zwangerschap", IncomeKind.MaternityBenefit),
        ("stage", IncomeKind.InternshipPay),
        ("stagevergoeding", IncomeKind.InternshipPay),
        ("ontslagvergoeding", IncomeKind.Severance),
        ("alimentatie", IncomeKind.Alimony),
        ("ziektewet", IncomeKind.SicknessBenefit),
        ("anw", IncomeKind.SurvivorsBenefit),
        ("ander", IncomeKind.Other)
    );

    public static readonly IReadOnlyDictionary<string, PayRhythm> Rhythms = Words(
        ("maand", PayRhythm.Monthly),
        ("vier weken", PayRhythm.FourWeekly),
        ("4 weken", PayRhythm.FourWeekly),
        ("week", PayRhythm.Weekly)
    );

    private static readonly HashSet<string> Names = new(All.SelectMany(FactColumns.Names), StringComparer.Ordinal);

    public static bool IsKnown(string header) => Names.Contains(RegisterColumns.Normal(header));

    private static Dictionary<string, T> Words<T>(params IReadOnlyList<(string Word, T Meaning)> words) =>
        words.ToDictionary(w => RegisterColumns.Normal(w.Word), w => w.Meaning, StringComparer.Ordinal);
}
