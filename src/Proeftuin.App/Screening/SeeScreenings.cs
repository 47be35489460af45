// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Screening;

/// <summary>The screenings of an experiment, newest first, and the snapshots that can be screened.</summary>
public sealed class SeeScreenings(Work work)
{
    public sealed record Line(ScreeningRow Screening, DateOnly RegisterDate, string Source);

    /// <summary><paramref name="Start"/> is the first day of the experiment, where the protocol knows it; <paramref name="Obstacles"/> say why the protocol cannot screen.</summary>
    public sealed record View(
        string ExperimentName,
        DateOnly? Start,
        IReadOnlyList<Refusal> Obstacles,
        IReadOnlyList<Line> Screenings,
        IReadOnlyList<RegisterSnapshotRow> Snapshots
    );

    public Task<Outcome<View>> Handle(string experiment, Actor actor, CancellationToken ct) =>
        work.Look<View>(
            actor,
            Permission.SeeScreening,
            async db =>
            {
                var recorded = await RecordedProtocol.Latest(db, experiment, ct);
                if (recorded is not Outcome<RecordedProtocol>.Done { Value: var found })
                {
                    return new Outcome<View>.Refused(recorded.Why);
                }

                var lines = await (
                    from s in db.Set<ScreeningRow>()
                    join r in db.Set<RegisterSnapshotRow>() on s.SnapshotId equals r.Id
                    where s.ExperimentId == found.ExperimentId
                    orderby s.RunAt descending
                    select new Line(s, r.ReferenceDate, r.Source)
                ).ToListAsync(ct);
                var start = found.Protocol.Run.Match(run => run.From, _ => (DateOnly?)null);
                return new View(
                    found.Protocol.Name,
                    start,
                    ProtocolRules.Of(found.Protocol, start ?? DateOnly.MinValue).Why,
                    lines,
                    await SeeSnapshots.All(db, ct)
                );
            },
            ct
        );
}
