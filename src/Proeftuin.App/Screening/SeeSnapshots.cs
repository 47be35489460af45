// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Screening;

/// <summary>The accepted deliveries of the municipality, newest reference date first: dates, sources, counts and hashes, no persons.</summary>
public sealed class SeeSnapshots(Work work)
{
    public Task<Outcome<IReadOnlyList<RegisterSnapshotRow>>> Handle(Actor actor, CancellationToken ct) =>
        work.Look(
            actor,
            Permission.ImportRegister,
            async db =>
                (Outcome<IReadOnlyList<RegisterSnapshotRow>>)
                    new Outcome<IReadOnlyList<RegisterSnapshotRow>>.Done(await All(db, ct)),
            ct
        );

    /// <summary>One delivery of the municipality.</summary>
    public Task<Outcome<RegisterSnapshotRow>> Handle(Guid snapshot, Actor actor, CancellationToken ct) =>
        work.Look<RegisterSnapshotRow>(
            actor,
            Permission.ImportRegister,
            async db =>
                await db.Set<RegisterSnapshotRow>().SingleOrDefaultAsync(s => s.Id == snapshot, ct) is { } row
                    ? row
                    : new NoSuchSnapshot(),
            ct
        );

    internal static async Task<IReadOnlyList<RegisterSnapshotRow>> All(ProeftuinDb db, CancellationToken ct) =>
        await db.Set<RegisterSnapshotRow>()
            .OrderByDescending(s => s.ReferenceDate)
            .ThenByDescending(s => s.ImportedAt)
            .ToListAsync(ct);
}
