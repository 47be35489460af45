// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.Web.Pages.Settlement;

/// <summary>How things of the settlement are called on the screen.</summary>
public static class SettlementWords
{
    public static string Name(Month month) => Dutch.MonthOf(month.Year, month.Number);

    public static string Name(DateOnly month) => Dutch.MonthOf(month.Year, month.Month);

    public static string Name(AttentionKind kind) =>
        kind switch
        {
            AttentionKind.Estimated => "Geschat: loonstrook ontbreekt",
            AttentionKind.NotDecided => "Besluit ontbreekt",
            AttentionKind.CounterEnds => "Vrijlating bijna op",
            AttentionKind.BetterOffUnderTheAct => "In de groep slechter af",
            AttentionKind.FourWeeklyLeftOut => "Extra vierwekenloon",
            AttentionKind.HolidayReserveUnknown => "Vakantietoeslag onbekend",
            AttentionKind.EarningsJumped => "Sprong in het loon",
            AttentionKind.ChildAgeUnknown => "Leeftijd kind onbekend",
            AttentionKind.CannotBeSettled => "Kan niet worden verrekend",
            AttentionKind.SetOffByHand => "Te veel betaald",
        };

    public static string Why(CorrectionCause? cause) => cause is { } known ? Why(known) : "eerste verrekening";

    private static string Why(CorrectionCause cause) =>
        cause switch
        {
            CorrectionCause.Income => "een loonstrook kwam later of veranderde",
            CorrectionCause.Household => "een gegeven of besluit over het huishouden veranderde",
            CorrectionCause.Group => "meedoen in een groep begon, eindigde of veranderde",
            CorrectionCause.Entitlement => "de dagen met recht op bijstand veranderden",
            CorrectionCause.Choice => "de gemeente koos anders",
            CorrectionCause.ByHand => "een wijziging met de hand is goedgekeurd",
            CorrectionCause.EarlierMonth => "een eerdere maand veranderde",
            CorrectionCause.Parameters => "de bedragen van de wet of het programma veranderden",
        };

    public static string Name(ObjectionOutcome outcome) =>
        outcome switch
        {
            ObjectionOutcome.Upheld => "gegrond",
            ObjectionOutcome.PartlyUpheld => "deels gegrond",
            ObjectionOutcome.Dismissed => "ongegrond",
            ObjectionOutcome.Inadmissible => "niet-ontvankelijk",
            ObjectionOutcome.Withdrawn => "ingetrokken",
        };

    public static string Name(ByHandState state) =>
        state switch
        {
            ByHandState.Asked => "wacht op een tweede medewerker",
            ByHandState.Approved => "goedgekeurd",
            ByHandState.Rejected => "afgewezen",
        };

    /// <summary>A sentence in which no line ends between the euro sign and its amount.</summary>
    public static string Together(string sentence) => sentence.Replace("€ ", "€\u00a0", StringComparison.Ordinal);

    /// <summary>A month as somebody types it: 2018-03.</summary>
    public static Month? Read(string? text) =>
        DateOnly.TryParseExact(
            text?.Trim(),
            "yyyy-MM",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var first
        )
            ? Month.Of(first)
            : null;
}
