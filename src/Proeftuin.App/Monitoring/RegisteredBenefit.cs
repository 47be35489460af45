// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Monitoring;

/// <summary>Since when people are on benefit according to the first register in which they stand: the beginning of their story. What happened after that is told by the facts.</summary>
internal static class RegisteredBenefit
{
    /// <summary>The first day per person; of everybody when <paramref name="persons"/> is null. An unknown first day counts as the register's own date.</summary>
    public static async Task<Dictionary<Guid, DateOnly>> Since(
        ProeftuinDb db,
        IReadOnlyCollection<Guid>? persons,
        DateTimeOffset knownBefore,
        CancellationToken ct
    )
    {
        var snapshots = await db.Set<RegisterSnapshotRow>()
            .Where(s => s.ImportedAt < knownBefore)
            .OrderBy(s => s.ReferenceDate)
            .ThenBy(s => s.ImportedAt)
            .Select(s => new { s.Id, s.ReferenceDate })
            .ToListAsync(ct);
        var since = new Dictionary<Guid, DateOnly>();
        List<Guid> earlier = [];
        foreach (var snapshot in snapshots)
        {
            var people = db.Set<RegisterPersonRow>().Where(p => p.SnapshotId == snapshot.Id);
            if (persons is not null)
            {
                people = people.Where(p => persons.Contains(p.PersonId));
            }

            if (earlier.Count > 0)
            {
                people = people.Where(p =>
                    !db.Set<RegisterPersonRow>().Any(e => earlier.Contains(e.SnapshotId) && e.PersonId == p.PersonId)
                );
            }

            var begun = people.Join(
                db.Set<RegisterHouseholdRow>().Where(h => h.SnapshotId == snapshot.Id),
                p => p.HouseholdId,
                h => h.HouseholdId,
                (p, h) => new { p.PersonId, h.BenefitSince }
            );
            await foreach (var person in begun.AsAsyncEnumerable().WithCancellation(ct))
            {
                since[person.PersonId] = person.BenefitSince ?? snapshot.ReferenceDate;
            }

            earlier.Add(snapshot.Id);
        }

        return since;
    }
}
