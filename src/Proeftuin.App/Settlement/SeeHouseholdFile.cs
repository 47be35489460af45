// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Settlement;

/// <summary>The settlement file of one household: who, the slips, what was recorded, and every statement with its corrections. Opening it is a ledger event.</summary>
public sealed class SeeHouseholdFile(Work work, IdentityStore identities)
{
    public sealed record Someone(Guid Id, int Number, string? Name, DateOnly? Born);

    public sealed record View(
        Guid Id,
        string Number,
        IReadOnlyList<Someone> People,
        RegisterHouseholdRow Registered,
        IReadOnlyList<IncomeRow> Incomes,
        IReadOnlyList<SettlementFactRow> Told,
        IReadOnlyList<StatementRow> Statements,
        IReadOnlyList<PaymentRow> Payments,
        IReadOnlyList<ByHandRow> ByHand,
        IReadOnlyList<ObjectionRow> Objections
    );

    public Task<Outcome<View>> Handle(Guid household, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.SeeStatements,
            async (db, entry) =>
            {
                var row = await db.Set<HouseholdRow>().AsNoTracking().FirstOrDefaultAsync(h => h.Id == household, ct);
                var registered = await (
                    from h in db.Set<RegisterHouseholdRow>().AsNoTracking()
                    join s in db.Set<RegisterSnapshotRow>() on h.SnapshotId equals s.Id
                    where h.HouseholdId == household
                    orderby s.ReferenceDate descending, s.ImportedAt descending
                    select h
                ).FirstOrDefaultAsync(ct);
                if (row is null || registered is null)
                {
                    return new NoSuchHousehold();
                }

                var people = await db.Set<RegisterPersonRow>()
                    .AsNoTracking()
                    .Where(p => p.HouseholdId == household && p.SnapshotId == registered.SnapshotId)
                    .OrderBy(p => p.Number)
                    .ToListAsync(ct);
                foreach (var person in people)
                {
                    entry.Record(
                        "dossier.gelezen",
                        $"huishouden/{household}",
                        Reason.Of("Verrekeningen van een huishouden bekeken").OrThrow(),
                        dataSubject: person.PersonId
                    );
                }

                var ids = people.ConvertAll(p => p.PersonId);
                var who = await identities.Reveal(db, ids, ct);
                return new View(
                    household,
                    row.Number,
                    [
                        .. people.Select(p => new Someone(
                            p.PersonId,
                            p.Number,
                            who.GetValueOrDefault(p.PersonId)?.Name,
                            p.Born
                        )),
                    ],
                    registered,
                    [
                        .. (
                            await db.Set<IncomeRow>()
                                .AsNoTracking()
                                .Where(i => ids.Contains(i.PersonId))
                                .ToListAsync(ct)
                        )
                            .OrderByDescending(i => i.FirstDay)
                            .ThenBy(i => i.RecordedAt),
                    ],
                    [
                        .. (
                            await db.Set<SettlementFactRow>()
                                .AsNoTracking()
                                .Where(f => f.HouseholdId == household)
                                .ToListAsync(ct)
                        ).OrderBy(f => f.RecordedAt),
                    ],
                    [
                        .. (
                            await db.Set<StatementRow>()
                                .AsNoTracking()
                                .Where(s => s.HouseholdId == household)
                                .ToListAsync(ct)
                        )
                            .OrderByDescending(s => s.Month)
                            .ThenByDescending(s => s.Number),
                    ],
                    await db.Set<PaymentRow>().AsNoTracking().Where(p => p.HouseholdId == household).ToListAsync(ct),
                    await db.Set<ByHandRow>().AsNoTracking().Where(b => b.HouseholdId == household).ToListAsync(ct),
                    await db.Set<ObjectionRow>().AsNoTracking().Where(o => o.HouseholdId == household).ToListAsync(ct)
                );
            },
            ct
        );
}
