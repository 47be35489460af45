// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Income;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>A payment between its row and the words of Core.</summary>
internal static class StoredIncome
{
    public static KnownSlip Of(IncomeRow row) =>
        new(
            Income
                .Of(row.Payer, row.Kind, row.Rhythm, row.FirstDay, new(row.NetCents), row.SickSince, row.InFactWages)
                .OrThrow() with
            {
                HolidayPayPaid = new(row.HolidayPayCents),
                ReservationsPaid = new(row.ReservationsPaidCents),
                ReservationsEarned = new(row.ReservationsEarnedCents),
                TravelCosts = new(row.TravelCents),
                IsEstimate = row.IsEstimate,
            },
            row.JobEnds
        );

    public static SlipStanding Standing(IncomeRow row) => new(row.IsEstimate, row.IssuedOn);

    public static bool SaysTheSame(IncomeRow row, IncomeLine line) =>
        Of(row) == new KnownSlip(line.Income, line.JobEnds) && Standing(row) == line.Standing;

    public static IncomeRow Row(IncomeLine line, Guid person, IncomeDeliveryRow delivery) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = delivery.MunicipalityId,
            PersonId = person,
            DeliveryId = delivery.Id,
            Kind = line.Income.Kind,
            Rhythm = line.Income.Rhythm,
            FirstDay = line.Income.FirstDay,
            Payer = line.Income.From,
            NetCents = line.Income.Net.Cents,
            HolidayPayCents = line.Income.HolidayPayPaid.Cents,
            ReservationsPaidCents = line.Income.ReservationsPaid.Cents,
            ReservationsEarnedCents = line.Income.ReservationsEarned.Cents,
            TravelCents = line.Income.TravelCosts.Cents,
            SickSince = line.Income.SickSince,
            InFactWages = line.Income.InFactWages,
            JobEnds = line.JobEnds,
            Slip = line.Slip,
            IssuedOn = line.Standing.IssuedOn,
            IsEstimate = line.Standing.IsEstimate,
            RecordedAt = delivery.ImportedAt,
            RecordedBy = delivery.ImportedBy,
        };
}
