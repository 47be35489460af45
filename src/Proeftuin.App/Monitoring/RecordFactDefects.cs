// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Exchange.Facts;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Monitoring;

/// <summary>Keeps the masked defects of a refused delivery of facts, and records that it was refused.</summary>
public sealed class RecordFactDefects(Work work, TimeProvider clock)
{
    public Task<Outcome<Guid>> Handle(
        FactReading reading,
        ImportFacts.Command command,
        Actor actor,
        CancellationToken ct
    ) =>
        work.Do<Guid>(
            actor,
            Permission.ImportFacts,
            (db, entry) =>
            {
                var row = new DefectReportRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    Source = command.Source,
                    Format = reading.Format,
                    FileSha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(command.File)),
                    Defects = reading.Defects.Count,
                    Json = JsonSerializer.Serialize(reading.Defects.Groups),
                    RefusedAt = clock.GetUtcNow(),
                };
                db.Add(row);
                entry.Record(
                    "feiten.geweigerd",
                    $"feiten/meldingen/{row.Id}",
                    Reason.Of($"Levering van feiten met fouten: {command.Source}").OrThrow(),
                    row.FileSha256,
                    row.Defects
                );
                return Task.FromResult<Outcome<Guid>>(row.Id);
            },
            ct
        );
}
