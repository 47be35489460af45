// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>Keeps the list of returns that wait for their exit equal to what the facts say. Called in the transaction that wrote the facts.</summary>
internal static class ParkedReentries
{
    public static async Task Settle(
        ProeftuinDb db,
        IReadOnlyCollection<Guid> persons,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (persons.Count == 0)
        {
            return;
        }

        var stories = await BenefitStories.Of(db, persons, ct);
        var wanted = persons.ToHashSet();
        var waiting = (await db.Set<ParkedReentryRow>().Where(p => p.ResolvedAt == null).ToListAsync(ct))
            .Where(p => wanted.Contains(p.PersonId))
            .ToDictionary(p => (p.PersonId, p.On));
        foreach (var person in persons)
        {
            var open = stories[person].Unplaced.Where(u => u.Turn is BenefitTurn.Reentry).Select(u => u.On).ToHashSet();
            foreach (var row in waiting.Values.Where(w => w.PersonId == person && !open.Contains(w.On)))
            {
                row.ResolvedAt = now;
            }

            foreach (var on in open.Where(on => !waiting.ContainsKey((person, on))).Order())
            {
                await Park(db, person, on, now, ct);
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private static async Task Park(ProeftuinDb db, Guid person, DateOnly on, DateTimeOffset now, CancellationToken ct)
    {
        var turn = await db.Set<BenefitEventRow>()
            .AsNoTracking()
            .SingleAsync(
                e => e.PersonId == person && e.Turn == BenefitTurn.Reentry && e.On == on && e.RetractedAt == null,
                ct
            );
        // A return that was parked before, placed, and parked again by a correction is the same task.
        if (await db.Set<ParkedReentryRow>().SingleOrDefaultAsync(p => p.BenefitEventId == turn.Id, ct) is { } again)
        {
            again.ResolvedAt = null;
            return;
        }

        db.Add(
            new ParkedReentryRow
            {
                Id = Guid.CreateVersion7(),
                MunicipalityId = turn.MunicipalityId,
                PersonId = person,
                BenefitEventId = turn.Id,
                On = on,
                ParkedAt = now,
            }
        );
    }
}
