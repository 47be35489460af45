// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design;

/// <summary>The partner's project lead accepts or declines. Accepting starts the partner's own experiment under the same protocol, letter for letter. The answer stands in both ledgers.</summary>
public sealed class AnswerInvitation(Work work, TimeProvider clock)
{
    public sealed record Command(Guid Invitation, bool Accept, Reason Reason);

    /// <summary>The address of the partner's experiment; null after declining.</summary>
    public Task<Outcome<string?>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<string?>(
            actor,
            Permission.JoinExperiments,
            async (db, entry) =>
            {
                var row = await db.Set<JointExperimentRow>()
                    .SingleOrDefaultAsync(
                        j => j.Id == command.Invitation && j.PartnerMunicipalityId == actor.MunicipalityId,
                        ct
                    );
                if (row is null)
                {
                    return new NoSuchInvitation();
                }

                var decided = JointExperiment.Answer(row.State, command.Accept, row.ProposedBy == actor.AccountId);
                if (decided is not Outcome<JointState>.Done { Value: var state })
                {
                    return new Outcome<string?>.Refused(decided.Why);
                }

                string? slug = null;
                if (state == JointState.Accepted)
                {
                    var joined = await Join(db, row, actor, ct);
                    if (joined is not Outcome<ExperimentRow>.Done { Value: var experiment })
                    {
                        return new Outcome<string?>.Refused(joined.Why);
                    }

                    (row.PartnerExperimentId, slug) = (experiment.Id, experiment.Slug);
                }

                row.State = state;
                (row.AnsweredAt, row.AnsweredBy) = (clock.GetUtcNow(), actor.AccountId);
                row.AnswerReason = command.Reason.Text;
                entry.Record(
                    command.Accept ? "experiment.uitnodiging-aangenomen" : "experiment.uitnodiging-afgewezen",
                    $"uitnodiging/{row.Id}",
                    command.Reason,
                    receipt: row.ProtocolSha256
                );
                entry.AlsoIn(row.LeadMunicipalityId);
                return new Outcome<string?>.Done(slug);
            },
            ct
        );

    /// <summary>The protocol as it stands at the lead now; an experiment that the partner already has counts when it is the same text.</summary>
    private async Task<Outcome<ExperimentRow>> Join(
        ProeftuinDb db,
        JointExperimentRow row,
        Actor actor,
        CancellationToken ct
    )
    {
        var version = await Joint.LatestProtocol(db, row.LeadExperimentId, ct);
        if (version.Sha256 != row.ProtocolSha256)
        {
            return new ProtocolChangedSince();
        }

        var text = new ProtocolText(version.Text, version.AnalysisPlanText, version.OverlayText);
        var protocol = ProtocolFile.Read(text).OrThrow();
        if (await db.Set<ExperimentRow>().SingleOrDefaultAsync(e => e.Slug == protocol.Slug, ct) is { } present)
        {
            return (await Joint.LatestProtocol(db, present.Id, ct)).Sha256 == version.Sha256
                ? present
                : new ExperimentExists(protocol.Slug);
        }

        var experiment = new ExperimentRow
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = actor.MunicipalityId,
            Slug = protocol.Slug,
            Name = protocol.Name,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(experiment);
        db.Add(ProtocolVersions.Of(experiment, 1, text, protocol, clock.GetUtcNow(), amendment: null));
        return experiment;
    }
}

/// <summary>There is no such invitation for this municipality.</summary>
public sealed record NoSuchInvitation : Refusal
{
    public override string Message => "Deze uitnodiging bestaat niet voor uw gemeente.";
}

/// <summary>The lead amended the protocol after inviting.</summary>
public sealed record ProtocolChangedSince : Refusal
{
    public override string Message =>
        "De andere gemeente heeft het protocol gewijzigd na de uitnodiging. Vraag haar om een nieuwe versie met u te bespreken.";
}
