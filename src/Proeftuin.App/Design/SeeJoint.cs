// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design;

/// <summary>An agreement as both parties see it.</summary>
public sealed record JointView(
    Guid Id,
    string Lead,
    string Partner,
    bool WeLead,
    string ExperimentName,
    string? OurSlug,
    JointState State,
    DateTimeOffset ProposedAt,
    string ProposalReason,
    DateTimeOffset? AnsweredAt,
    string? AnswerReason,
    bool ProtocolsAreEqual
);

/// <summary>The agreements of the own municipality: invitations it sent and received.</summary>
public sealed class SeeJoint(Work work)
{
    public Task<Outcome<IReadOnlyList<JointView>>> Handle(Actor actor, CancellationToken ct) =>
        work.Look<IReadOnlyList<JointView>>(actor, Permission.SeeExperiments, async db => await Views(db, ct), ct);

    /// <summary>Those of one experiment of the own municipality, with its name.</summary>
    public Task<Outcome<(string Name, IReadOnlyList<JointView> Agreements)>> HandleFor(
        string slug,
        Actor actor,
        CancellationToken ct
    ) =>
        work.Look<(string Name, IReadOnlyList<JointView> Agreements)>(
            actor,
            Permission.SeeExperiments,
            async db =>
                await db.Set<ExperimentRow>().SingleOrDefaultAsync(e => e.Slug == slug, ct) is { } experiment
                    ? (experiment.Name, [.. (await Views(db, ct)).Where(v => v.OurSlug == slug)])
                    : new NoSuchExperiment(slug),
            ct
        );

    private static async Task<List<JointView>> Views(ProeftuinDb db, CancellationToken ct)
    {
        var rows = await Joint.Of(db).ToListAsync(ct);
        var names = await Joint.Names(
            db,
            rows.SelectMany(r => new[] { r.LeadMunicipalityId, r.PartnerMunicipalityId }),
            ct
        );
        var views = new List<JointView>();
        foreach (var row in rows.OrderBy(r => r.ProposedAt))
        {
            var weLead = row.LeadMunicipalityId == db.MunicipalityId;
            var lead = await db.Set<ExperimentRow>()
                .IgnoreQueryFilters()
                .SingleAsync(e => e.Id == row.LeadExperimentId, ct);
            var isEqual =
                row.PartnerExperimentId is not { } partner
                || (await Joint.LatestProtocol(db, partner, ct)).Sha256
                    == (await Joint.LatestProtocol(db, row.LeadExperimentId, ct)).Sha256;
            views.Add(
                new JointView(
                    row.Id,
                    names[row.LeadMunicipalityId],
                    names[row.PartnerMunicipalityId],
                    weLead,
                    lead.Name,
                    weLead || row.State == JointState.Accepted ? lead.Slug : null,
                    row.State,
                    row.ProposedAt,
                    row.ProposalReason,
                    row.AnsweredAt,
                    row.AnswerReason,
                    isEqual
                )
            );
        }

        return views;
    }
}
