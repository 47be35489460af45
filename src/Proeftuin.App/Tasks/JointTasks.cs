// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Tasks;

/// <summary>What waits for somebody because another municipality asked, planned or published.</summary>
internal static class JointTasks
{
    public static async Task<List<OpenTask>> Of(
        ProeftuinDb db,
        IReadOnlyList<ExperimentRow> experiments,
        Actor actor,
        CancellationToken ct
    )
    {
        var tasks = new List<OpenTask>();
        var mayJoin = Permissions.Allows(actor.Roles, Permission.JoinExperiments);
        var mayContribute = Permissions.Allows(actor.Roles, Permission.ContributeFrame);
        var agreements = await Joint
            .Of(db)
            .AsNoTracking()
            .Where(j => j.PartnerMunicipalityId == actor.MunicipalityId)
            .OrderBy(j => j.ProposedAt)
            .ToListAsync(ct);
        foreach (var agreement in agreements)
        {
            if (agreement.State == JointState.Proposed && mayJoin)
            {
                tasks.Add(
                    new("Beantwoord een uitnodiging", "Gezamenlijke experimenten", $"/gezamenlijk/{agreement.Id}")
                );
            }

            if (experiments.FirstOrDefault(e => e.Id == agreement.PartnerExperimentId) is not { } experiment)
            {
                continue;
            }

            var draws = await db.Set<DrawRow>()
                .IgnoreQueryFilters()
                .Where(d => d.ExperimentId == agreement.LeadExperimentId)
                .OrderBy(d => d.PlannedAt)
                .Select(d => new
                {
                    d.Id,
                    d.DrawId,
                    d.State,
                })
                .ToListAsync(ct);
            foreach (var draw in draws)
            {
                var (where, address) = (
                    $"Loting {draw.DrawId}",
                    $"/experimenten/{experiment.Slug}/lotingen/{draw.DrawId}"
                );
                if (
                    mayContribute
                    && draw.State == DrawState.Concept
                    && !await db.Set<FrameContributionRow>().AnyAsync(c => c.DrawRowId == draw.Id, ct)
                )
                {
                    tasks.Add(new("Draag onze lijst bij", where, address + "/bijdragen"));
                }

                if (
                    mayJoin
                    && draw.State == DrawState.Published
                    && !await db.Set<ParticipantRow>().AnyAsync(p => p.DrawRowId == draw.Id, ct)
                )
                {
                    tasks.Add(new("Neem de uitslag over", where, address + "/overnemen"));
                }
            }
        }

        return tasks;
    }
}
