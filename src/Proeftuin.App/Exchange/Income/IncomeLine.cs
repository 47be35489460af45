// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Identity;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Exchange.Income;

/// <summary>One readable row of a delivery of income: the payment, and what its slip says about itself.</summary>
public sealed record IncomeLine(
    int Line,
    Bsn Bsn,
    Core.Settlement.Income Income,
    string Slip,
    SlipStanding Standing,
    DateOnly? JobEnds,
    string? Municipality
)
{
    /// <summary>Which payment it is about: of two rows with this key only one can hold.</summary>
    public (string Payer, IncomeKind Kind, PayRhythm Rhythm, DateOnly FirstDay) Payment =>
        (Income.From, Income.Kind, Income.Rhythm, Income.FirstDay);

    /// <summary>What the row says, whatever its notation.</summary>
    internal string Canonical =>
        string.Join(
            '\u001f',
            Bsn.Digits,
            Income.From,
            Income.Kind.ToString(),
            Income.Rhythm.ToString(),
            Iso(Income.FirstDay),
            Says,
            Slip
        );

    /// <summary>Everything but which payment it is and the reference of the slip.</summary>
    internal string Says =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Income.Net.Cents}|{Income.HolidayPayPaid.Cents}|{Income.ReservationsPaid.Cents}|{Income.ReservationsEarned.Cents}|{Income.TravelCosts.Cents}|{Iso(Income.SickSince)}|{Income.InFactWages}|{Standing.IsEstimate}|{Iso(Standing.IssuedOn)}|{Iso(JobEnds)}"
        );

    private static string Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A delivery of income as it was read. With a defect nothing of it is stored.</summary>
public sealed record IncomeReading(
    DefectReport Defects,
    IReadOnlyList<IncomeLine> Lines,
    int Rows,
    string Format,
    string ContentSha256
);
