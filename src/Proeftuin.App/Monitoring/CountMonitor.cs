// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>Counts a monitor from the facts and keeps it for the next one who opens it.</summary>
public sealed class CountMonitor(Work work, TimeProvider clock)
{
    /// <summary>Progress in six steps of reading, then in people.</summary>
    public async Task<Outcome<MonitorTables>> Handle(
        MonitorQuery query,
        Actor actor,
        Action<long, long, string>? progress,
        CancellationToken ct
    )
    {
        var counted = await work.Look<(MonitorScope Scope, MonitorTables Tables, long Sequence)>(
            actor,
            Permission.SeeMonitor,
            async db =>
            {
                var found = await MonitorScope.Of(db, query, clock.Today(), ct);
                if (found is not Outcome<MonitorScope>.Done { Value: var scope })
                {
                    return new Outcome<(MonitorScope, MonitorTables, long)>.Refused(found.Why);
                }

                var sequence = await MonitorStore.Sequence(db, ct);
                var people = await KnownFacts.Of(db, scope, progress, ct);
                return Counting
                    .Of(
                        scope.Plan,
                        people,
                        scope.CountDate,
                        scope.KnownOn,
                        done => progress?.Invoke(done, people.Count, "Tellen")
                    )
                    .Map(tables => (scope, tables, sequence));
            },
            ct
        );
        if (counted is not Outcome<(MonitorScope Scope, MonitorTables Tables, long Sequence)>.Done { Value: var done })
        {
            return new Outcome<MonitorTables>.Refused(counted.Why);
        }

        // Keeping may fail (somebody else was first, the file is busy); the figures are right all the same.
        await work.Do<bool>(
            actor,
            Permission.SeeMonitor,
            async (db, _) =>
            {
                await MonitorStore.Keep(db, done.Scope, done.Tables, done.Sequence, ct);
                return true;
            },
            ct
        );
        return done.Tables;
    }
}
