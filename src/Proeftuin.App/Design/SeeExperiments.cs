// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Design;

/// <summary>The experiments of the municipality, by name.</summary>
public sealed class SeeExperiments(Work work)
{
    public sealed record Line(string Slug, string Name, int Versions, DateTimeOffset StartedAt, bool HasDemoValues);

    public Task<Outcome<IReadOnlyList<Line>>> Handle(Actor actor, CancellationToken ct) =>
        work.Look<IReadOnlyList<Line>>(
            actor,
            Permission.SeeExperiments,
            async db =>
            {
                var experiments = await db.Set<ExperimentRow>().ToListAsync(ct);
                var versions = await db.Set<ProtocolVersionRow>()
                    .Select(v => new
                    {
                        v.ExperimentId,
                        v.Number,
                        Demo = v.OverlayText != null,
                    })
                    .ToListAsync(ct);
                return new Outcome<IReadOnlyList<Line>>.Done([
                    .. experiments
                        .OrderBy(e => e.Name, StringComparer.Ordinal)
                        .Select(e =>
                        {
                            var own = versions.Where(v => v.ExperimentId == e.Id).ToList();
                            return new Line(
                                e.Slug,
                                e.Name,
                                own.Count,
                                e.CreatedAt,
                                own.MaxBy(v => v.Number)?.Demo ?? false
                            );
                        }),
                ]);
            },
            ct
        );
}
