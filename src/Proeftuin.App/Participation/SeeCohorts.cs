// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>The lotteries of an experiment together and apart: who came in with which, who joined in time and who later on an earlier lot. Counts only.</summary>
public sealed class SeeCohorts(Work work)
{
    public Task<Outcome<IReadOnlyList<CohortLine>>> Handle(string slug, Actor actor, CancellationToken ct) =>
        work.Look<IReadOnlyList<CohortLine>>(
            actor,
            Permission.SeeFlow,
            async db => new Outcome<IReadOnlyList<CohortLine>>.Done(await Of(db, slug, ct)),
            ct
        );

    internal static async Task<IReadOnlyList<CohortLine>> Of(ProeftuinDb db, string slug, CancellationToken ct)
    {
        var counted = await db.Set<ParticipantRow>()
            .Where(p => db.Set<ExperimentRow>().Any(e => e.Id == p.ExperimentId && e.Slug == slug))
            .GroupBy(p => new
            {
                p.DrawRowId,
                p.DrawnOn,
                SaidYes = p.ConsentedOn != null,
                Later = p.ConsentedOn > p.ClosesOn,
                // The own start stays after stopping, except for who stopped before it.
                Began = p.StartsOn != null
                    && p.State != ParticipationState.Consented
                    && p.State != ParticipationState.Admitted,
            })
            .Select(g => new { g.Key, People = g.Count() })
            .ToListAsync(ct);
        var names = await db.Set<DrawRow>()
            .Select(d => new { d.Id, d.DrawId })
            .ToDictionaryAsync(d => d.Id, d => d.DrawId, ct);
        return
        [
            .. counted
                .GroupBy(c => c.Key.DrawRowId)
                .Select(g => (Name: names[g.Key], On: g.Min(c => c.Key.DrawnOn), Groups: g.ToList()))
                .OrderBy(d => d.On)
                .ThenBy(d => d.Name, StringComparer.Ordinal)
                .Select(
                    (d, i) =>
                        new CohortLine(
                            d.Name,
                            i + 1,
                            d.On,
                            d.Groups.Sum(g => g.People),
                            d.Groups.Where(g => g.Key is { SaidYes: true, Later: false }).Sum(g => g.People),
                            d.Groups.Where(g => g.Key is { SaidYes: true, Later: true }).Sum(g => g.People),
                            d.Groups.Where(g => g.Key.Began).Sum(g => g.People)
                        )
                ),
        ];
    }
}
