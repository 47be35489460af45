// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Design;

/// <summary>How far an experiment has come: protocol, register, screening, lots.</summary>
public sealed class SeeExperiment(Work work, SeeProtocol protocol)
{
    public sealed record View(SeeProtocol.View Protocol, int Registers, int Screenings);

    public async Task<Outcome<View>> Handle(string slug, Actor actor, CancellationToken ct)
    {
        var seen = await protocol.Handle(new(slug), actor, ct);
        return seen is Outcome<SeeProtocol.View>.Done { Value: var view }
            ? await work.Look(actor, Permission.SeeExperiments, db => Progress(db, view, ct), ct)
            : new Outcome<View>.Refused(seen.Why);
    }

    private static async Task<Outcome<View>> Progress(ProeftuinDb db, SeeProtocol.View view, CancellationToken ct) =>
        new View(
            view,
            await db.Set<RegisterSnapshotRow>().CountAsync(ct),
            await db.Set<ScreeningRow>().CountAsync(s => s.ExperimentId == view.Recorded.ExperimentId, ct)
        );
}
