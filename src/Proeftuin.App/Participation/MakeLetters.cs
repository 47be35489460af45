// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Draw;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>
/// Makes the invitations of one draw, or reminders for who did not answer: a line for every person and one batch, in one
/// transaction. Who has the letter cannot get it again: a second click finds nobody.
/// </summary>
public sealed class MakeLetters(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, string DrawId, LetterKind Kind, DateOnly On, DateOnly ClosesOn);

    /// <summary>Gives the batch, so that it can be printed.</summary>
    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Permission.LeadParticipation,
            async (db, entry) =>
            {
                var found = await Recruits.Of(db, command.Experiment, actor, clock, ct);
                if (found is not Outcome<Recruits>.Done { Value: var recruits })
                {
                    return new Outcome<Guid>.Refused(found.Why);
                }

                var drawn = await DrawFile.Find(db, command.DrawId, ct);
                if (drawn is not Outcome<DrawRow>.Done { Value: var draw })
                {
                    return new Outcome<Guid>.Refused(drawn.Why);
                }

                if (command.ClosesOn < command.On)
                {
                    return new ClosesBeforeSending(command.ClosesOn);
                }

                var people = await ManyActs.People(Addressed(recruits, draw, command), ct);
                if (people.Count == 0)
                {
                    return new NobodyToWriteTo(command.Kind);
                }

                var batch = await Batch(db, recruits, draw, command, people, actor, ct);
                var written = await recruits.Write(people, _ => Line(command, batch), ct);
                entry.Record(
                    command.Kind == LetterKind.Invitation ? "deelname.uitgenodigd" : "deelname.herinnerd",
                    $"brieven/{batch.Id}",
                    Reason.Of(Why(command.Kind)).OrThrow(),
                    batch.Sha256,
                    batch.Letters
                );
                return written.Map(_ => batch.Id);
            },
            ct
        );

    /// <summary>Who gets this letter: for an invitation everyone in an approached arm who has had none; for a reminder who has not answered and had no reminder on or after this day.</summary>
    private static IQueryable<ParticipantRow> Addressed(Recruits recruits, DrawRow draw, Command command)
    {
        var approached = recruits
            .Recorded.Protocol.Arms.Where(a => a.Approached && a.TakesPart)
            .Select(a => a.Code)
            .ToList();
        var ofDraw = recruits.Visible().Where(p => p.DrawRowId == draw.Id && approached.Contains(p.DrawnArm));
        return command.Kind == LetterKind.Invitation
            ? ofDraw.Where(p => p.State == ParticipationState.Drawn)
            : ofDraw.Where(p =>
                p.State == ParticipationState.Invited && (p.RemindedOn == null || p.RemindedOn < command.On)
            );
    }

    private static ParticipationEventRow Line(Command command, LetterBatchRow batch) =>
        new()
        {
            Act = command.Kind == LetterKind.Invitation ? ParticipationAct.Invite : ParticipationAct.Remind,
            On = command.On,
            ClosesOn = command.ClosesOn,
            LetterBatchId = batch.Id,
        };

    private async Task<LetterBatchRow> Batch(
        ProeftuinDb db,
        Recruits recruits,
        DrawRow draw,
        Command command,
        List<ParticipantRow> people,
        Actor actor,
        CancellationToken ct
    )
    {
        var batch = new LetterBatchRow
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = draw.MunicipalityId,
            ExperimentId = draw.ExperimentId,
            DrawRowId = draw.Id,
            Kind = command.Kind,
            On = command.On,
            ClosesOn = command.ClosesOn,
            ProtocolVersion = recruits.Recorded.Number,
            Letters = people.Count,
            MadeAt = clock.GetUtcNow(),
            MadeBy = actor.AccountId,
        };
        var meetings = await db.Set<MeetingRow>()
            .AsNoTracking()
            .Where(m => m.ExperimentId == draw.ExperimentId)
            .ToListAsync(ct);
        var texts = new SortedDictionary<string, IReadOnlyList<RulesSection>>(StringComparer.Ordinal);
        foreach (var arm in people.Select(p => p.DrawnArm).Distinct(StringComparer.Ordinal))
        {
            texts[arm] = LetterText.Of(recruits.Recorded.Protocol, arm, batch, meetings);
        }

        batch.Texts = LetterText.Write(texts);
        batch.Sha256 = LetterText.Sha256(people.Select(p => (p.Pseudonym, p.DrawnArm)), texts);
        db.Add(batch);
        await db.SaveChangesAsync(ct);
        return batch;
    }

    private static string Why(LetterKind kind) =>
        kind == LetterKind.Invitation ? "Uitnodigingen gemaakt" : "Herinneringen gemaakt";
}

/// <summary>Nobody is waiting for this letter.</summary>
public sealed record NobodyToWriteTo(LetterKind Kind) : Refusal
{
    public override string Message =>
        Kind == LetterKind.Invitation
            ? "Iedereen die een uitnodiging krijgt, heeft die al. Er zijn geen nieuwe brieven gemaakt; afdrukken kan opnieuw."
            : "Er is niemand die nog moet antwoorden en op deze dag nog geen herinnering had.";
}
