// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Exchange.Income;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Settlement;

/// <summary>Keeps the masked defects of a refused delivery of income, and records that it was refused.</summary>
public sealed class RecordIncomeDefects(Work work, TimeProvider clock)
{
    public Task<Outcome<Guid>> Handle(
        IncomeReading reading,
        ImportIncome.Command command,
        Actor actor,
        CancellationToken ct
    ) =>
        work.Do<Guid>(
            actor,
            Permission.SettleMonths,
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
                    "inkomsten.geweigerd",
                    $"inkomsten/meldingen/{row.Id}",
                    Reason.Of($"Levering van inkomsten met fouten: {command.Source}").OrThrow(),
                    row.FileSha256,
                    row.Defects
                );
                return Task.FromResult<Outcome<Guid>>(row.Id);
            },
            ct
        );
}
