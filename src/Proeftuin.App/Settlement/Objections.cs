// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>Records that somebody objected to a statement. A late objection is recorded too; whether it is excused is part of the outcome.</summary>
public sealed class RecordObjection(Work work, TimeProvider clock)
{
    public sealed record Command(Guid Statement, DateOnly ReceivedOn, string Grounds);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Permission.SettleMonths,
            async (db, entry) =>
            {
                var statement = await db.Set<StatementRow>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(s => s.Id == command.Statement, ct);
                if (statement is null)
                {
                    return new NoSuchStatement();
                }

                var row = new ObjectionRow { StatementId = statement.Id, HouseholdId = statement.HouseholdId };
                return AnyObjection
                    .Receive(
                        row,
                        DutchTime.DateOf(statement.SettledAt),
                        command.ReceivedOn,
                        command.Grounds,
                        actor,
                        clock.GetUtcNow()
                    )
                    .Map(received =>
                    {
                        db.Add(received);
                        entry.Record(
                            "verrekening.bezwaar",
                            $"verrekening/uitkomst/{statement.Id}",
                            Reason.Of("Bezwaar ontvangen").OrThrow()
                        );
                        return received.Id;
                    });
            },
            ct
        );
}

/// <summary>Records how an objection ended. A changed amount follows from facts or from a change by hand, never from this.</summary>
public sealed class DecideObjection(Work work, TimeProvider clock)
{
    public sealed record Command(Guid Objection, ObjectionOutcome Outcome, string Explanation);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Permission.SettleMonths,
            async (db, entry) =>
            {
                var row = await db.Set<ObjectionRow>()
                    .FirstOrDefaultAsync(o => o.Id == command.Objection && o.Outcome == null, ct);
                if (row is null)
                {
                    return new NoSuchObjection();
                }

                AnyObjection.Decide(row, command.Outcome, command.Explanation, clock.Today());
                entry.Record(
                    "verrekening.bezwaar.besloten",
                    $"verrekening/uitkomst/{row.StatementId}",
                    Reason.Of("Beslissing op bezwaar vastgelegd").OrThrow()
                );
                return row.StatementId;
            },
            ct
        );
}

/// <summary>What every objection has in common, whatever the decision is about.</summary>
internal static class AnyObjection
{
    /// <summary>Fills in an objection that came in. Refuses a day before the decision or after today.</summary>
    public static Outcome<TRow> Receive<TRow>(
        TRow row,
        DateOnly decidedOn,
        DateOnly receivedOn,
        string grounds,
        Actor actor,
        DateTimeOffset now
    )
        where TRow : AnyObjectionRow
    {
        if (receivedOn > DutchTime.DateOf(now) || receivedOn < decidedOn)
        {
            return new ObjectionDayImpossible();
        }

        return ObjectionTerm
            .Of(decidedOn, ShippedParameters.Book)
            .Map(term =>
            {
                row.Id = Guid.CreateVersion7();
                row.MunicipalityId = actor.MunicipalityId;
                (row.ReceivedOn, row.IsLate) = (receivedOn, receivedOn > term.LastDay);
                row.Grounds = grounds.Trim();
                (row.RecordedAt, row.RecordedBy) = (now, actor.AccountId);
                return row;
            });
    }

    public static void Decide(AnyObjectionRow row, ObjectionOutcome outcome, string explanation, DateOnly today) =>
        (row.Outcome, row.DecidedOn, row.Explanation) = (outcome, today, explanation.Trim());
}

/// <summary>An objection cannot come before the decision or in the future.</summary>
public sealed record ObjectionDayImpossible : Refusal
{
    public override string Message => "De dag van ontvangst ligt voor het besluit of na vandaag. Controleer de dag.";
}

/// <summary>There is no such objection, or its outcome stands.</summary>
public sealed record NoSuchObjection : Refusal
{
    public override string Message => "Dit bezwaar is er niet, of de uitkomst staat al vast.";
}
