// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Settlement;

/// <summary>Asks to change a month's benefit by hand. Nothing changes until somebody else approves it.</summary>
public sealed class AskChangeByHand(Work work, TimeProvider clock)
{
    public sealed record Command(Guid Household, Month Month, Eur Amount, Reason Why);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Permission.SettleMonths,
            async (db, entry) =>
            {
                if (command.Amount == Eur.Zero)
                {
                    return new ChangeOfNothing();
                }

                if (
                    !await db.Set<StatementRow>()
                        .AnyAsync(s => s.HouseholdId == command.Household && s.Month == command.Month.FirstDay, ct)
                )
                {
                    return new NoSuchStatement();
                }

                var row = new ByHandRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    HouseholdId = command.Household,
                    Month = command.Month.FirstDay,
                    AmountCents = command.Amount.Cents,
                    Why = command.Why.Text,
                    State = ByHandState.Asked,
                    AskedAt = clock.GetUtcNow(),
                    AskedBy = actor.AccountId,
                };
                db.Add(row);
                entry.Record("verrekening.met-de-hand.gevraagd", $"huishouden/{command.Household}", command.Why);
                return row.Id;
            },
            ct
        );
}

/// <summary>Approves or rejects a change by hand; never the own one.</summary>
public sealed class DecideChangeByHand(Work work, TimeProvider clock)
{
    public sealed record Command(Guid Change, bool Approve, Reason Why);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Permission.ApproveByHand,
            async (db, entry) =>
            {
                var row = await db.Set<ByHandRow>()
                    .FirstOrDefaultAsync(b => b.Id == command.Change && b.State == ByHandState.Asked, ct);
                if (row is null)
                {
                    return new NoSuchChange();
                }

                if (row.AskedBy == actor.AccountId)
                {
                    return new OwnChange();
                }

                row.State = command.Approve ? ByHandState.Approved : ByHandState.Rejected;
                (row.DecidedAt, row.DecidedBy) = (clock.GetUtcNow(), actor.AccountId);
                entry.Record(
                    command.Approve ? "verrekening.met-de-hand.goedgekeurd" : "verrekening.met-de-hand.afgewezen",
                    $"huishouden/{row.HouseholdId}",
                    command.Why
                );
                return row.Id;
            },
            ct
        );
}

/// <summary>The changes by hand that wait for a second person; reading them is recorded, because they are about households.</summary>
public sealed class SeeChangesByHand(Work work)
{
    public sealed record Waiting(Guid Id, Month Month, Eur Amount, string Why, DateTimeOffset AskedAt, bool IsOwn);

    public Task<Outcome<IReadOnlyList<Waiting>>> Handle(Actor actor, CancellationToken ct) =>
        work.Read<IReadOnlyList<Waiting>>(
            actor,
            Permission.ApproveByHand,
            async (db, entry) =>
            {
                var rows = await db.Set<ByHandRow>()
                    .AsNoTracking()
                    .Where(b => b.State == ByHandState.Asked)
                    .ToListAsync(ct);
                entry.Record(
                    "verrekening.met-de-hand.gezien",
                    "verrekening/met-de-hand",
                    Reason.Of("Wijzigingen met de hand die op een tweede medewerker wachten").OrThrow(),
                    count: rows.Count
                );
                return rows.OrderBy(b => b.AskedAt)
                    .Select(b => new Waiting(
                        b.Id,
                        Month.Of(b.Month),
                        new(b.AmountCents),
                        b.Why,
                        b.AskedAt,
                        b.AskedBy == actor.AccountId
                    ))
                    .ToList();
            },
            ct
        );
}

/// <summary>A change of nothing.</summary>
public sealed record ChangeOfNothing : Refusal
{
    public override string Message =>
        "Een wijziging van € 0,00 verandert niets. Vul een bedrag in, met een min ervoor als het minder wordt.";
}

/// <summary>There is no such change, or it was decided already.</summary>
public sealed record NoSuchChange : Refusal
{
    public override string Message => "Deze wijziging is er niet (meer). Misschien heeft iemand al beslist.";
}

/// <summary>Nobody approves their own change.</summary>
public sealed record OwnChange : Refusal
{
    public override string Message =>
        "U hebt deze wijziging zelf gevraagd. Een andere medewerker moet haar beoordelen.";
}
