// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Screening;

/// <summary>The screenings of an experiment, newest first, and the snapshots that can be screened.</summary>
public sealed class SeeScreenings(Work work)
{
    public sealed record Line(ScreeningRow Screening, DateOnly RegisterDate, string Source);

    public sealed record View(
        string ExperimentName,
        IReadOnlyList<Line> Screenings,
        IReadOnlyList<RegisterSnapshotRow> Snapshots
    );

    public Task<Outcome<View>> Handle(string experiment, Actor actor, CancellationToken ct) =>
        work.Look<View>(
            actor,
            Permission.SeeScreening,
            async db =>
            {
                if (await db.Set<ExperimentRow>().FirstOrDefaultAsync(e => e.Slug == experiment, ct) is not { } found)
                {
                    return new Design.NoSuchExperiment(experiment);
                }

                var lines = await (
                    from s in db.Set<ScreeningRow>()
                    join r in db.Set<RegisterSnapshotRow>() on s.SnapshotId equals r.Id
                    where s.ExperimentId == found.Id
                    orderby s.RunAt descending
                    select new Line(s, r.ReferenceDate, r.Source)
                ).ToListAsync(ct);
                return new View(found.Name, lines, await SeeSnapshots.All(db, ct));
            },
            ct
        );
}
