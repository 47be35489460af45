// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>One statement with its lines, as the participant gets it, with how and until when somebody can object. Opening it is a ledger event.</summary>
public sealed class SeeStatement(Work work, IdentityStore identities)
{
    public sealed record View(
        StatementRow Row,
        string HouseholdNumber,
        string Municipality,
        IReadOnlyList<string> Names,
        string? Address,
        IReadOnlyList<StoredLine> Lines,
        IReadOnlyList<AttentionRow> Notes,
        StatementRow? Previous,
        int LatestNumber,
        PaymentRow? Payment,
        ObjectionTerm? Term,
        IReadOnlyList<ObjectionRow> Objections
    )
    {
        public Month Month => Month.Of(Row.Month);

        public bool IsLatest => Row.Number == LatestNumber;

        public DateOnly SettledOn => DutchTime.DateOf(Row.SettledAt);

        public StatementLetter Letter =>
            new(
                Row,
                HouseholdNumber,
                Municipality,
                Names,
                Address,
                Lines,
                Previous is { } before ? new Eur(before.BenefitCents) : null,
                Term
            );
    }

    public Task<Outcome<View>> Handle(Guid statement, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.SeeStatements,
            async (db, entry) =>
            {
                var row = await db.Set<StatementRow>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == statement, ct);
                if (row is null)
                {
                    return new NoSuchStatement();
                }

                var all = await db.Set<StatementRow>()
                    .AsNoTracking()
                    .Where(s => s.HouseholdId == row.HouseholdId && s.Month == row.Month)
                    .ToListAsync(ct);
                var people = SettlementJson.Input(row.Input).Persons.Select(p => Guid.Parse(p.Id)).ToList();
                foreach (var person in people)
                {
                    entry.Record(
                        "dossier.gelezen",
                        $"verrekening/uitkomst/{row.Id}",
                        Reason.Of("Verrekening van een huishouden bekeken").OrThrow(),
                        dataSubject: person
                    );
                }

                var who = await identities.Reveal(db, people, ct);
                var inOrder = people.Select(p => who.GetValueOrDefault(p)).OfType<NewIdentity>().ToList();
                var payments = await db.Set<PaymentRow>()
                    .AsNoTracking()
                    .Where(p => p.HouseholdId == row.HouseholdId && p.Month >= row.Month)
                    .ToListAsync(ct);
                return new View(
                    row,
                    await db.Set<HouseholdRow>()
                        .Where(h => h.Id == row.HouseholdId)
                        .Select(h => h.Number)
                        .SingleAsync(ct),
                    await db.Set<MunicipalityRow>()
                        .Where(m => m.Id == row.MunicipalityId)
                        .Select(m => m.Name)
                        .SingleAsync(ct),
                    [.. inOrder.Select(i => i.Name).OfType<string>()],
                    inOrder.Select(i => i.Address).FirstOrDefault(a => a is not null),
                    SettlementJson.Lines(row.Lines),
                    await db.Set<AttentionRow>().AsNoTracking().Where(a => a.StatementId == row.Id).ToListAsync(ct),
                    all.Find(s => s.Number == row.Number - 1),
                    all.Max(s => s.Number),
                    payments.Find(p => p.Month == row.Month && row.Number == 1),
                    ObjectionTerm
                        .Of(DutchTime.DateOf(row.SettledAt), ShippedParameters.Book)
                        .Match(term => (ObjectionTerm?)term, _ => null),
                    await db.Set<ObjectionRow>().AsNoTracking().Where(o => o.StatementId == row.Id).ToListAsync(ct)
                );
            },
            ct
        );
}
