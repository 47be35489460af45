// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Screening;

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
