// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>A draw in a list: no place, no person.</summary>
public sealed record DrawLine(
    string DrawId,
    DrawState State,
    DateTimeOffset PlannedAt,
    int? UnitsInFrame,
    DateTimeOffset? EntropyMoment
);

/// <summary>The draws of an experiment and the screenings from which a frame can be frozen.</summary>
public sealed record DrawsOfExperiment(string Slug, string Name, IReadOnlyList<DrawLine> Draws, bool WeLead);

/// <summary>Lists the draws of an experiment.</summary>
public sealed class SeeDraws(Work work)
{
    public Task<Outcome<DrawsOfExperiment>> Handle(string experiment, Actor actor, CancellationToken ct) =>
        work.Look<DrawsOfExperiment>(
            actor,
            Permission.SeeDraws,
            async db =>
            {
                if (await db.Set<ExperimentRow>().SingleOrDefaultAsync(e => e.Slug == experiment, ct) is not { } found)
                {
                    return new NoSuchExperiment(experiment);
                }

                var followed = await Joint.Followed(db, found.Id, ct);
                var conducted = followed?.LeadExperimentId ?? found.Id;
                var draws = await db.Set<DrawRow>()
                    .IgnoreQueryFilters()
                    .Where(d => d.ExperimentId == conducted)
                    .Select(d => new DrawLine(d.DrawId, d.State, d.PlannedAt, d.UnitsInFrame, d.EntropyMoment))
                    .ToListAsync(ct);
                return new DrawsOfExperiment(
                    found.Slug,
                    found.Name,
                    [.. draws.OrderBy(d => d.PlannedAt).ThenBy(d => d.DrawId, StringComparer.Ordinal)],
                    followed is null
                );
            },
            ct
        );
}
