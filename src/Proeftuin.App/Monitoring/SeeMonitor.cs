// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>Opens the monitor: at once when it was counted before and nothing has changed, or when there are few people; otherwise it has to be counted first, with progress.</summary>
public sealed class SeeMonitor(Work work, CountMonitor count, TimeProvider clock)
{
    /// <summary>So many people are counted while the page waits.</summary>
    private const int CountedAtOnce = 20_000;

    /// <summary>A lottery that can be shown apart.</summary>
    public sealed record Lottery(string DrawId, DateOnly On, int Drawn);

    /// <summary><paramref name="Tables"/> is null when it has to be counted first.</summary>
    public sealed record View(
        string Experiment,
        string Name,
        DateOnly CountDate,
        DateOnly KnownOn,
        DateOnly? PlannedCountDate,
        IReadOnlyList<Lottery> Lotteries,
        MonitorTables? Tables
    );

    public async Task<Outcome<View>> Handle(MonitorQuery query, Actor actor, CancellationToken ct)
    {
        var opened = await work.Look<(View View, bool Few)>(
            actor,
            Permission.SeeMonitor,
            async db =>
            {
                var found = await MonitorScope.Of(db, query, clock.Today(), ct);
                if (found is not Outcome<MonitorScope>.Done { Value: var scope })
                {
                    return new Outcome<(View, bool)>.Refused(found.Why);
                }

                var tables = await MonitorStore.Find(db, scope, ct);
                var few =
                    tables is null
                    && await db.Set<RegisterPersonRow>().Take(CountedAtOnce + 1).CountAsync(ct) <= CountedAtOnce;
                return (await Shown(db, scope, tables, ct), few);
            },
            ct
        );
        if (opened is not Outcome<(View View, bool Few)>.Done { Value: { View.Tables: null, Few: true } first })
        {
            return opened.Map(o => o.View);
        }

        return (await count.Handle(query, actor, null, ct)).Map(tables => first.View with { Tables = tables });
    }

    private static async Task<View> Shown(
        ProeftuinDb db,
        MonitorScope scope,
        MonitorTables? tables,
        CancellationToken ct
    )
    {
        var experiment = scope.Recorded;
        var drawn = await db.Set<ParticipantRow>()
            .Where(p => p.ExperimentId == experiment.ExperimentId)
            .GroupBy(p => p.DrawRowId)
            .Select(g => new
            {
                Draw = g.Key,
                On = g.Min(p => p.DrawnOn),
                Drawn = g.Count(),
            })
            .Join(
                db.Set<DrawRow>(),
                g => g.Draw,
                d => d.Id,
                (g, d) =>
                    new
                    {
                        d.DrawId,
                        g.On,
                        g.Drawn,
                    }
            )
            .ToListAsync(ct);
        return new View(
            experiment.Slug,
            experiment.Protocol.Name,
            scope.CountDate,
            scope.KnownOn,
            experiment.Protocol.CountDate.Match(day => (DateOnly?)day, _ => null),
            [
                .. drawn
                    .OrderBy(d => d.On)
                    .ThenBy(d => d.DrawId, StringComparer.Ordinal)
                    .Select(d => new Lottery(d.DrawId, d.On, d.Drawn)),
            ],
            tables
        );
    }
}
