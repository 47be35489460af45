// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design;

/// <summary>What an experiment has to do, what is done, what is near and what is overdue today.</summary>
public sealed class SeeAgenda(Work work, TimeProvider clock)
{
    public sealed record View(RecordedProtocol Recorded, Agenda Agenda);

    public Task<Outcome<View>> Handle(string slug, Actor actor, CancellationToken ct) =>
        work.Look<View>(
            actor,
            Permission.SeeExperiments,
            async db =>
            {
                var found = await RecordedProtocol.Latest(db, slug, ct);
                return found is Outcome<RecordedProtocol>.Done { Value: var recorded }
                    ? new View(recorded, await Of(db, recorded, clock, ct))
                    : new Outcome<View>.Refused(found.Why);
            },
            ct
        );

    internal static async Task<Agenda> Of(
        ProeftuinDb db,
        RecordedProtocol recorded,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        Agenda.Of(
            recorded.Protocol,
            await AgendaMarks.Of(db, recorded.ExperimentId, ct),
            DateOnly.FromDateTime(clock.GetLocalNow().DateTime)
        );
}
