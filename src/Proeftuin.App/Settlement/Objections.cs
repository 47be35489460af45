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

                if (command.ReceivedOn > clock.Today() || command.ReceivedOn < DutchTime.DateOf(statement.SettledAt))
                {
                    return new ObjectionDayImpossible();
                }

                return ObjectionTerm
                    .Of(DutchTime.DateOf(statement.SettledAt), ShippedParameters.Book)
                    .Map(term =>
                    {
                        var row = new ObjectionRow
                        {
                            Id = Guid.CreateVersion7(),
                            MunicipalityId = actor.MunicipalityId,
                            StatementId = statement.Id,
                            HouseholdId = statement.HouseholdId,
                            ReceivedOn = command.ReceivedOn,
                            IsLate = command.ReceivedOn > term.LastDay,
                            Grounds = command.Grounds.Trim(),
                            RecordedAt = clock.GetUtcNow(),
                            RecordedBy = actor.AccountId,
                        };
                        db.Add(row);
                        entry.Record(
                            "verrekening.bezwaar",
                            $"verrekening/uitkomst/{statement.Id}",
                            Reason.Of("Bezwaar ontvangen").OrThrow()
                        );
                        return row.Id;
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

                (row.Outcome, row.DecidedOn, row.Explanation) = (
                    command.Outcome,
                    clock.Today(),
                    command.Explanation.Trim()
                );
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

/// <summary>An objection cannot come before the statement or in the future.</summary>
public sealed record ObjectionDayImpossible : Refusal
{
    public override string Message => "De dag van ontvangst ligt voor de verrekening of na vandaag. Controleer de dag.";
}

/// <summary>There is no such objection, or its outcome stands.</summary>
public sealed record NoSuchObjection : Refusal
{
    public override string Message => "Dit bezwaar is er niet, of de uitkomst staat al vast.";
}
