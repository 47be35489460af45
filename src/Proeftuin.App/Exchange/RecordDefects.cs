// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Exchange;

/// <summary>A delivery that was refused as a whole.</summary>
public sealed record RefusedDelivery(
    DeliveryKind Kind,
    Reason Because,
    string Source,
    string Format,
    string FileSha256,
    DefectReport Defects,
    DateOnly? ReferenceDate = null
);

/// <summary>Keeps the masked defect report of a refused delivery, and records that the delivery was refused.</summary>
public sealed class RecordDefects(Work work, TimeProvider clock)
{
    public Task<Outcome<Guid>> Handle(RefusedDelivery delivery, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Deliveries.PermissionFor(delivery.Kind),
            (db, entry) =>
            {
                var row = new DefectReportRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    Kind = delivery.Kind,
                    Source = delivery.Source,
                    Format = delivery.Format,
                    ReferenceDate = delivery.ReferenceDate,
                    FileSha256 = delivery.FileSha256,
                    Defects = delivery.Defects.Count,
                    Json = JsonSerializer.Serialize(delivery.Defects.Groups),
                    RefusedAt = clock.GetUtcNow(),
                };
                db.Add(row);
                var what = Deliveries.Word(delivery.Kind);
                entry.Record(
                    $"{what}.geweigerd",
                    $"{what}/meldingen/{row.Id}",
                    delivery.Because,
                    row.FileSha256,
                    row.Defects
                );
                return Task.FromResult<Outcome<Guid>>(row.Id);
            },
            ct
        );
}

/// <summary>The kinds of delivery: who may deliver, and how the ledger names them.</summary>
internal static class Deliveries
{
    public static Permission PermissionFor(DeliveryKind kind) =>
        kind switch
        {
            DeliveryKind.Register => Permission.ImportRegister,
            DeliveryKind.Facts => Permission.ImportFacts,
            DeliveryKind.Income => Permission.SettleMonths,
        };

    public static string Word(DeliveryKind kind) =>
        kind switch
        {
            DeliveryKind.Register => "register",
            DeliveryKind.Facts => "feiten",
            DeliveryKind.Income => "inkomsten",
        };
}
