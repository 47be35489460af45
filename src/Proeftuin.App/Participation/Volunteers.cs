// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Enrolment before the lot: who is on the list, and that whoever is drawn takes part from the first day on the yes that was given before.</summary>
internal static class Volunteers
{
    /// <summary>The people whose enrolment stands; null where the protocol does not ask for enrolment before the lot, so that everyone in the target group is drawn.</summary>
    public static async Task<IReadOnlySet<Guid>?> EnrolledIn(ProeftuinDb db, Guid experiment, CancellationToken ct)
    {
        var recorded = await ProtocolOf(db, experiment, ct);
        return recorded.Protocol.EnrolBeforeTheLot
            ? (await Standing(db, experiment).Select(v => v.PersonId).ToListAsync(ct)).ToHashSet()
            : null;
    }

    /// <summary>Writes the yes of everyone who was drawn as the first line of their story. Does nothing where people say yes after the lot; whoever drew the free-choice arm says yes with the choice, so later.</summary>
    public static async Task<Outcome<int>> TakePart(
        ProeftuinDb db,
        DrawRow draw,
        Guid experiment,
        Actor actor,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var recorded = await ProtocolOf(db, experiment, ct);
        if (!recorded.Protocol.EnrolBeforeTheLot)
        {
            return 0;
        }

        var drawn = await db.Set<ParticipantRow>()
            .AsTracking()
            .Where(p => p.DrawRowId == draw.Id && p.ExperimentId == experiment)
            .OrderBy(p => p.Pseudonym)
            .ThenBy(p => p.PersonId)
            .ToListAsync(ct);
        var enrolled = await Standing(db, experiment).AsNoTracking().ToDictionaryAsync(v => v.PersonId, ct);
        var recruits = new Recruits(db, recorded, actor, now);
        var first = recorded.Protocol.Run.Match(run => run.From, _ => recruits.Today);
        return await recruits.Write(
            [
                .. drawn.Where(p =>
                    enrolled.ContainsKey(p.PersonId) && recruits.LotOf(p) is { Approached: true, ChoiceOf: [] }
                ),
            ],
            person => Yes(recorded, person, enrolled[person.PersonId], Later(first, recruits.Today.AddDays(1))),
            ct
        );
    }

    private static ParticipationEventRow Yes(
        RecordedProtocol recorded,
        ParticipantRow person,
        VolunteerRow enrolment,
        DateOnly starts
    ) =>
        new()
        {
            Act = ParticipationAct.Consent,
            On = enrolment.EnrolledOn,
            StartsOn = starts,
            Channel = enrolment.Channel,
            Help = enrolment.Help,
            ProtocolVersion = enrolment.ProtocolVersion,
            RulesSha256 = ArmRules.Of(recorded.Protocol, person.DrawnArm).Sha256,
        };

    private static IQueryable<VolunteerRow> Standing(ProeftuinDb db, Guid experiment) =>
        db.Set<VolunteerRow>().Where(v => v.ExperimentId == experiment && v.WithdrawnOn == null);

    private static async Task<RecordedProtocol> ProtocolOf(ProeftuinDb db, Guid experiment, CancellationToken ct)
    {
        var slug = await db.Set<ExperimentRow>().Where(e => e.Id == experiment).Select(e => e.Slug).SingleAsync(ct);
        return (await RecordedProtocol.Latest(db, slug, ct)).OrThrow();
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>In this experiment people say yes after the lot.</summary>
public sealed record NoEnrolmentBeforeTheLot(string Name) : Refusal
{
    public override string Message =>
        $"Volgens het protocol van {Name} melden mensen zich aan nadat zij zijn geloot. Leg de aanmelding vast bij de persoon zelf.";
}
