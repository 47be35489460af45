// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>Shows frozen tables as they were frozen, beside what is known now.</summary>
public sealed class SeeFrozen(Work work, SeeMonitor see)
{
    /// <summary>One frozen table in the list.</summary>
    public sealed record Frozen(
        Guid Id,
        DateOnly CountDate,
        DateOnly KnownOn,
        string Title,
        string Sha256,
        DateTimeOffset At
    );

    /// <summary>A frozen table with its bytes. <paramref name="Now"/> is null when today's figures have to be counted first.</summary>
    public sealed record View(
        Frozen Table,
        byte[] Document,
        bool HashIsRight,
        FrozenMonitor Monitor,
        MonitorTables? Now
    );

    public Task<Outcome<IReadOnlyList<Frozen>>> List(string experiment, Actor actor, CancellationToken ct) =>
        work.Look<IReadOnlyList<Frozen>>(
            actor,
            Permission.SeeMonitor,
            async db =>
                await Of(db, experiment)
                    .OrderByDescending(f => f.FrozenAt)
                    .Select(f => new Frozen(f.Id, f.CountDate, f.KnownOn, f.Title, f.Sha256, f.FrozenAt))
                    .ToListAsync(ct),
            ct
        );

    public async Task<Outcome<View>> Handle(string experiment, Guid id, Actor actor, CancellationToken ct)
    {
        var found = await work.Look<FrozenTableRow>(
            actor,
            Permission.SeeMonitor,
            async db =>
                await Of(db, experiment).FirstOrDefaultAsync(f => f.Id == id, ct) is { } row
                    ? row
                    : new NoSuchFrozenTable(),
            ct
        );
        if (found is not Outcome<FrozenTableRow>.Done { Value: var frozen })
        {
            return new Outcome<View>.Refused(found.Why);
        }

        var now = await see.Handle(new MonitorQuery(experiment, frozen.CountDate), actor, ct);
        return now.Map(today => new View(
            new Frozen(frozen.Id, frozen.CountDate, frozen.KnownOn, frozen.Title, frozen.Sha256, frozen.FrozenAt),
            frozen.Document,
            string.Equals(
                frozen.Sha256,
                Convert.ToHexStringLower(SHA256.HashData(frozen.Document)),
                StringComparison.Ordinal
            ),
            MonitorJson.ReadFrozen(frozen.Document),
            today.Tables
        ));
    }

    private static IQueryable<FrozenTableRow> Of(ProeftuinDb db, string experiment) =>
        db.Set<FrozenTableRow>()
            .Join(
                db.Set<ExperimentRow>().Where(e => e.Slug == experiment),
                f => f.ExperimentId,
                e => e.Id,
                (f, e) => f
            );
}
