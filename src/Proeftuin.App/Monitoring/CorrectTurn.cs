// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>Corrects a known exit or return with a reason: the wrong fact is retracted and, if there is a right one, that is added. Both stay visible.</summary>
public sealed class CorrectTurn(Work work, TimeProvider clock)
{
    /// <summary><paramref name="On"/> null: it did not happen at all.</summary>
    public sealed record Command(Guid Participant, Guid Fact, DateOnly? On, string? ReasonCode, Reason Why);

    public Task<Outcome<Reported>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Reported>(
            actor,
            Permission.RecordFacts,
            async (db, entry) =>
            {
                if (await OwnPerson.Find(db, command.Participant, actor, ct) is not { } person)
                {
                    return new NoSuchPerson();
                }

                var wrong = await db.Set<BenefitEventRow>()
                    .SingleOrDefaultAsync(
                        e => e.Id == command.Fact && e.PersonId == person && e.RetractedAt == null,
                        ct
                    );
                if (wrong is null)
                {
                    return new NoSuchFact();
                }

                var right = Right(command, wrong);
                var story = (await BenefitStories.Of(db, [person], ct))[person];
                var judged = Judge(story, TurnRows.Told(wrong), right);
                if (judged is not Outcome<Reported>.Done { Value: not Reported.KnownAlready })
                {
                    return judged;
                }

                var now = clock.GetUtcNow();
                (wrong.RetractedAt, wrong.RetractedBy) = (now, actor.AccountId);
                await db.SaveChangesAsync(ct);
                if (right is { } instead)
                {
                    db.Add(TurnRows.New(actor, person, instead, now));
                    await db.SaveChangesAsync(ct);
                }

                await ParkedReentries.Settle(db, [person], now, ct);
                entry.Record("feit.gecorrigeerd", $"persoon/{person}", command.Why, dataSubject: person);
                return judged;
            },
            ct
        );

    private static BenefitEvent? Right(Command command, BenefitEventRow wrong) =>
        command.On is { } on
            ? new BenefitEvent(
                wrong.Turn,
                on,
                wrong.Turn is BenefitTurn.Exit ? command.ReasonCode ?? wrong.Reason : null
            )
            : null;

    private Outcome<Reported> Judge(BenefitStory story, BenefitEvent wrong, BenefitEvent? right)
    {
        if (right is { } same && same == wrong)
        {
            return Reported.KnownAlready;
        }

        if (
            right is { Turn: BenefitTurn.Exit, Reason: var code }
            && (code is null || ExitReasonsFile.Shipped().Find(code) is null)
        )
        {
            return new ExitReasonNotChosen();
        }

        var rest = story.Events.Where(e => e != wrong).ToList();
        if (right is { } instead)
        {
            return BenefitFacts.Judge(story.Since, rest, instead, clock.Today());
        }

        var left = BenefitTimeline.Of(story.Since, rest).Unplaced.Except(story.Unplaced).ToList();
        var exit = left.Where(e => e.Turn is BenefitTurn.Exit).Select(e => (DateOnly?)e.On).FirstOrDefault();
        return exit is { } other ? new CorrectionDoesNotFit(other)
            : left.Count > 0 ? Reported.Parked
            : Reported.Placed;
    }
}
