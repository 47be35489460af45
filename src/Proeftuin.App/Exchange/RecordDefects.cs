// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Exchange;

/// <summary>A delivery that was refused as a whole. <paramref name="What"/> is how the ledger names it: "register", "feiten", "inkomsten".</summary>
public sealed record RefusedDelivery(
    string What,
    Permission Permission,
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
            delivery.Permission,
            (db, entry) =>
            {
                var row = new DefectReportRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    Source = delivery.Source,
                    Format = delivery.Format,
                    ReferenceDate = delivery.ReferenceDate,
                    FileSha256 = delivery.FileSha256,
                    Defects = delivery.Defects.Count,
                    Json = JsonSerializer.Serialize(delivery.Defects.Groups),
                    RefusedAt = clock.GetUtcNow(),
                };
                db.Add(row);
                entry.Record(
                    $"{delivery.What}.geweigerd",
                    $"{delivery.What}/meldingen/{row.Id}",
                    delivery.Because,
                    row.FileSha256,
                    row.Defects
                );
                return Task.FromResult<Outcome<Guid>>(row.Id);
            },
            ct
        );
}
