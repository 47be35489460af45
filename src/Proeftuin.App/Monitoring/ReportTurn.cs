// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>Reports an exit or a return of one person: what a project lead or the person's own case manager types.</summary>
public sealed class ReportTurn(Work work, TimeProvider clock)
{
    public sealed record Command(Guid Participant, BenefitTurn Turn, DateOnly On, string? ReasonCode, Reason Why);

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

                if (Problem(command) is { } problem)
                {
                    return problem;
                }

                var turn = new BenefitEvent(
                    command.Turn,
                    command.On,
                    command.Turn is BenefitTurn.Exit ? command.ReasonCode : null
                );
                var story = (await BenefitStories.Of(db, [person], ct))[person];
                var judged = story.Judge(turn, clock.Today());
                if (judged is not Outcome<Reported>.Done { Value: not Reported.KnownAlready })
                {
                    return judged;
                }

                var row = TurnRows.New(actor, person, turn, clock.GetUtcNow());
                db.Add(row);
                await db.SaveChangesAsync(ct);
                await ParkedReentries.Settle(db, [person], row.RecordedAt, ct);
                entry.Record(
                    command.Turn is BenefitTurn.Exit ? "feit.uitstroom" : "feit.herinstroom",
                    $"persoon/{person}",
                    command.Why,
                    dataSubject: person
                );
                return judged;
            },
            ct
        );

    private static Refusal? Problem(Command command) =>
        command.Turn is BenefitTurn.Exit
        && (command.ReasonCode is null || ExitReasonsFile.Shipped().Find(command.ReasonCode) is null)
            ? new ExitReasonNotChosen()
            : null;
}

/// <summary>An exit needs a reason of the list.</summary>
public sealed record ExitReasonNotChosen : Refusal
{
    public override string Message => "Kies de reden van uitstroom. Weet u die niet, kies dan 'Onbekend'.";
}
