// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>Ends the ceremony: from now on everybody can look, and everyone drawn stands on the list of participants.</summary>
public sealed class PublishDraw(Work work, TimeProvider clock)
{
    public sealed record Command(string DrawId);

    public Task<Outcome<DisclosedAs>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<DisclosedAs>(
            actor,
            Permission.ConductDraw,
            async (db, entry) =>
            {
                var found = await DrawFile.Find(db, command.DrawId, ct);
                if (found is not Outcome<DrawRow>.Done { Value: var row })
                {
                    return new Outcome<DisclosedAs>.Refused(found.Why);
                }

                var now = clock.GetUtcNow();
                var open = await NotComputed(db, row, now, ct);
                var decided = DrawFile.Committed(row).Then(record => DrawCeremony.Publish(row.State, record, open));
                if (!decided.IsDone)
                {
                    return decided;
                }

                row.State = DrawTransitions.Take(row.State, DrawStep.Publish).OrThrow().To;
                row.PublishedAt = now;
                entry.Record(
                    "loting.gepubliceerd",
                    DrawFile.Subject(row.DrawId),
                    DrawFile.Prescribed(DrawStep.Publish),
                    row.AssignmentSha256
                );
                var why = DrawFile.Plan(row).Id.PlacesIn is null
                    ? (await Enlisting.Enlist(db, row, row.ExperimentId, actor, now, ct)).Why
                    : (await PlacesDrawn.Write(db, row, actor, now, ct)).Why;
                return why.Count == 0 ? decided : new Outcome<DisclosedAs>.Refused(why);
            },
            ct
        );

    /// <summary>The first annulled attempt whose moment has passed and that can be computed: every secret is open. A secret that a holder withholds is shown in public by the holder's name and stops nobody.</summary>
    private static async Task<DrawId?> NotComputed(
        ProeftuinDb db,
        DrawRow row,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var attempts = await db.Set<DrawRow>()
            .AsNoTracking()
            .Where(d =>
                d.Draw == row.Draw
                && d.Id != row.Id
                && d.State == DrawState.Annulled
                && d.EntropyMoment <= now
                && d.ConductedAt == null
            )
            .OrderBy(d => d.PlannedAt)
            .ToListAsync(ct);
        foreach (var attempt in attempts)
        {
            if (!await db.Set<DrawHolderRow>().AnyAsync(h => h.DrawRowId == attempt.Id && h.Secret == null, ct))
            {
                return DrawId.Parse(attempt.DrawId).OrThrow();
            }
        }

        return null;
    }
}
