// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Monitoring;

/// <summary>Which months were delivered, and which returns wait for their exit. Counts only.</summary>
public sealed class SeeDeliveries(Work work)
{
    /// <summary>A return that waits, with the participant it is about; null when the person was not drawn.</summary>
    public sealed record Waiting(Guid? Participant, string Code, DateOnly On, DateTimeOffset Since);

    public sealed record View(IReadOnlyList<FactDeliveryRow> Deliveries, IReadOnlyList<Waiting> Waits);

    public Task<Outcome<View>> Handle(Actor actor, CancellationToken ct) =>
        work.Look<View>(
            actor,
            Permission.ImportFacts,
            async db =>
            {
                var deliveries = await db.Set<FactDeliveryRow>().OrderByDescending(d => d.ImportedAt).ToListAsync(ct);
                var waits = await db.Set<ParkedReentryRow>()
                    .Where(p => p.ResolvedAt == null)
                    .Select(p => new
                    {
                        p.On,
                        p.ParkedAt,
                        Drawn = db.Set<ParticipantRow>()
                            .Where(d => d.PersonId == p.PersonId)
                            .OrderByDescending(d => d.DrawnOn)
                            .Select(d => new { d.Id, d.Pseudonym })
                            .FirstOrDefault(),
                    })
                    .ToListAsync(ct);
                return new View(
                    deliveries,
                    [
                        .. waits
                            .OrderBy(w => w.On)
                            .Select(w => new Waiting(
                                w.Drawn?.Id,
                                w.Drawn?.Pseudonym ?? "niet geloot",
                                w.On,
                                w.ParkedAt
                            )),
                    ]
                );
            },
            ct
        );
}
