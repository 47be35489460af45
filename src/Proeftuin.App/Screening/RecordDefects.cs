// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Screening;

/// <summary>Keeps the masked defect report of a refused delivery, and records that the delivery was refused.</summary>
public sealed class RecordDefects(Work work, TimeProvider clock)
{
    public Task<Outcome<Guid>> Handle(
        RegisterReading reading,
        DateOnly? referenceDate,
        string source,
        Actor actor,
        CancellationToken ct
    ) =>
        work.Do<Guid>(
            actor,
            Permission.ImportRegister,
            (db, entry) =>
            {
                var row = new DefectReportRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    Source = source,
                    Format = reading.Format,
                    ReferenceDate = referenceDate,
                    FileSha256 = reading.FileSha256,
                    Defects = reading.Defects.Count,
                    Json = JsonSerializer.Serialize(reading.Defects.Groups),
                    RefusedAt = clock.GetUtcNow(),
                };
                db.Add(row);
                entry.Record(
                    "register.geweigerd",
                    $"register/meldingen/{row.Id}",
                    Reason.Of("De levering had fouten; er is niets van opgeslagen").OrThrow(),
                    row.FileSha256,
                    row.Defects
                );
                return Task.FromResult<Outcome<Guid>>(row.Id);
            },
            ct
        );
}

/// <summary>The defect report of a refused delivery, for the page and the download.</summary>
public sealed class SeeDefects(Work work)
{
    public sealed record View(DefectReportRow Report, IReadOnlyList<DefectGroup> Groups);

    public Task<Outcome<View>> Handle(Guid report, Actor actor, CancellationToken ct) =>
        work.Look<View>(
            actor,
            Permission.ImportRegister,
            async db =>
                await db.Set<DefectReportRow>().SingleOrDefaultAsync(r => r.Id == report, ct) is { } row
                    ? new View(row, JsonSerializer.Deserialize<List<DefectGroup>>(row.Json) ?? [])
                    : new NoSuchDefectReport(),
            ct
        );
}

/// <summary>There is no such defect report in this municipality.</summary>
public sealed record NoSuchDefectReport : Refusal
{
    public override string Message => "Deze meldingen zijn er niet (meer). Lever het register opnieuw aan.";
}
