// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Rehearsal;

/// <summary>The rehearsals of an experiment, the newest first, and one of them with what came out.</summary>
public sealed class SeeRehearsals(Work work)
{
    public sealed record Line(
        Guid Id,
        DateTimeOffset StartedAt,
        long Seed,
        int Households,
        int Months,
        bool IsFinished,
        bool CancelAsked,
        string? WhyNot,
        bool HasOutcome
    );

    public sealed record List(RecordedProtocol Recorded, string Assumptions, IReadOnlyList<Line> Rehearsals);

    /// <summary><paramref name="Result"/> is null while it plays, and for ever when there is no outcome.</summary>
    public sealed record One(
        RecordedProtocol Recorded,
        Line Line,
        Guid? Job,
        string Assumptions,
        RehearsalResult? Result
    );

    public Task<Outcome<List>> Handle(string slug, Actor actor, CancellationToken ct) =>
        work.Look<List>(
            actor,
            Permission.SeeMonitor,
            async db =>
            {
                var found = await RecordedProtocol.Latest(db, slug, ct);
                if (found is not Outcome<RecordedProtocol>.Done { Value: var recorded })
                {
                    return new Outcome<List>.Refused(found.Why);
                }

                var rows = await db.Set<RehearsalRow>()
                    .Where(r => r.ExperimentId == recorded.ExperimentId)
                    .ToListAsync(ct);
                return new List(
                    recorded,
                    AssumptionsFile.Shipped(slug),
                    [.. rows.OrderByDescending(r => r.StartedAt).Select(LineOf)]
                );
            },
            ct
        );

    public Task<Outcome<One>> HandleOne(string slug, Guid id, Actor actor, CancellationToken ct) =>
        work.Look<One>(
            actor,
            Permission.SeeMonitor,
            async db =>
            {
                var found = await RecordedProtocol.Latest(db, slug, ct);
                if (found is not Outcome<RecordedProtocol>.Done { Value: var recorded })
                {
                    return new Outcome<One>.Refused(found.Why);
                }

                return
                    await db.Set<RehearsalRow>()
                        .SingleOrDefaultAsync(r => r.Id == id && r.ExperimentId == recorded.ExperimentId, ct)
                        is { } row
                    ? new One(
                        recorded,
                        LineOf(row),
                        row.JobId,
                        row.Assumptions,
                        row.Outcome is { } json ? RehearsalResult.Read(json) : null
                    )
                    : new NoSuchRehearsal();
            },
            ct
        );

    internal async Task<bool> IsCancelAsked(Guid id, Actor actor)
    {
        var asked = await work.LookAt<bool>(
            actor.MunicipalityId,
            async db => await db.Set<RehearsalRow>().AnyAsync(r => r.Id == id && r.CancelAskedAt != null),
            CancellationToken.None
        );
        return asked.OrThrow();
    }

    private static Line LineOf(RehearsalRow row) =>
        new(
            row.Id,
            row.StartedAt,
            row.Seed,
            row.Households,
            row.Months,
            row.FinishedAt is not null,
            row.CancelAskedAt is not null,
            row.WhyNot,
            row.Outcome is not null
        );
}
