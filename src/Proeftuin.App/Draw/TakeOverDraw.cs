// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>After publication a partner municipality takes over the outcome for its own people: they become its participants. It learns nothing about the lead's.</summary>
public sealed class TakeOverDraw(Work work, TimeProvider clock)
{
    public sealed record Command(string DrawId, Reason Reason);

    /// <summary>How many people were taken over.</summary>
    public Task<Outcome<long>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<long>(
            actor,
            Permission.JoinExperiments,
            async (db, entry) =>
            {
                var found = await DrawFile.FindToSee(db, command.DrawId, ct);
                if (found is not Outcome<DrawRow>.Done { Value: var draw })
                {
                    return new Outcome<long>.Refused(found.Why);
                }

                var agreement = (await Joint.Partners(db, draw.ExperimentId, ct)).Find(j =>
                    j.PartnerMunicipalityId == actor.MunicipalityId
                );
                if (agreement?.PartnerExperimentId is not { } experiment)
                {
                    return new NothingToTakeOver();
                }

                if (draw.State != DrawState.Published)
                {
                    return new NotPublicYet(draw.DrawId);
                }

                if (await db.Set<ParticipantRow>().AnyAsync(p => p.DrawRowId == draw.Id, ct))
                {
                    return new TakenOverBefore();
                }

                var enlisted = await Enlisting.Enlist(db, draw, experiment, actor, clock.GetUtcNow(), ct);
                if (enlisted is not Outcome<long>.Done { Value: var people })
                {
                    return enlisted;
                }

                entry.Record(
                    "loting.uitslag-overgenomen",
                    DrawFile.Subject(draw.DrawId),
                    command.Reason,
                    draw.AssignmentSha256,
                    people
                );
                return people;
            },
            ct
        );
}

/// <summary>The draw is the own municipality's: its people became participants when it was published.</summary>
public sealed record NothingToTakeOver : Refusal
{
    public override string Message => "Uw gemeente voerde deze loting zelf uit. Er is niets over te nemen.";
}

/// <summary>The outcome was taken over before.</summary>
public sealed record TakenOverBefore : Refusal
{
    public override string Message => "De uitslag is al overgenomen. Dat gebeurt één keer.";
}
