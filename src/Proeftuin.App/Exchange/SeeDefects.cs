// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Exchange;

/// <summary>The defect report of a refused delivery of one kind, for the page and the download. A report of another kind is not found: it may be open to others.</summary>
public sealed class SeeDefects(Work work)
{
    public sealed record View(DefectReportRow Report, IReadOnlyList<DefectGroup> Groups);

    public Task<Outcome<View>> Handle(Guid report, DeliveryKind kind, Actor actor, CancellationToken ct) =>
        work.Look<View>(
            actor,
            Deliveries.PermissionFor(kind),
            async db =>
                await db.Set<DefectReportRow>().SingleOrDefaultAsync(r => r.Id == report, ct) is { } row
                && (row.Kind == kind || (row.Kind is null && kind is not DeliveryKind.Income))
                    ? new View(row, JsonSerializer.Deserialize<List<DefectGroup>>(row.Json) ?? [])
                    : new NoSuchDefectReport(),
            ct
        );
}

/// <summary>There is no such defect report in this municipality.</summary>
public sealed record NoSuchDefectReport : Refusal
{
    public override string Message => "Deze meldingen zijn er niet (meer). Lever het bestand opnieuw aan.";
}
