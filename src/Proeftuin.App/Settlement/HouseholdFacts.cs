// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Storage;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Settlement;

/// <summary>A statement without its long texts.</summary>
internal sealed record StatementHead(
    Guid Id,
    Guid HouseholdId,
    DateOnly Month,
    int Number,
    DateTimeOffset SettledAt,
    string InputSha256,
    string ParametersSha256,
    long EarningsCents,
    long BenefitCents,
    long HolidayPaidCents,
    long DifferenceCents
)
{
    public long DueCents => BenefitCents + HolidayPaidCents;
}

/// <summary>Everything known about one household that its settlement may need, retracted facts included.</summary>
internal sealed record HouseholdFacts(
    Guid Id,
    IReadOnlyList<RegisterHouseholdRow> Registered,
    IReadOnlyList<RegisterPersonRow> Persons,
    IReadOnlyList<IncomeRow> Incomes,
    IReadOnlyList<SettlementFactRow> Told,
    IReadOnlyList<ByHandRow> ByHand,
    IReadOnlyList<ParticipantRow> Participants,
    IReadOnlyList<DateTimeOffset> ParticipationRecorded,
    IReadOnlyList<BenefitEventRow> Turns,
    DateOnly? Since,
    IReadOnlyList<StatementHead> Statements,
    IReadOnlyList<PaymentRow> Payments
)
{
    public IReadOnlyList<BenefitSpell> Spells =>
        BenefitTimeline
            .Of(
                Since,
                [.. Turns.Where(t => t.RetractedAt is null).Select(t => new BenefitEvent(t.Turn, t.On, t.Reason))]
            )
            .Spells;

    /// <summary>Loads households by their ids; at most some hundreds at a time.</summary>
    public static async Task<IReadOnlyList<HouseholdFacts>> Of(
        ProeftuinDb db,
        IReadOnlyList<Guid> households,
        CancellationToken ct
    )
    {
        var registered = (
            await db.Set<RegisterHouseholdRow>()
                .AsNoTracking()
                .Where(h => households.Contains(h.HouseholdId))
                .ToListAsync(ct)
        ).ToLookup(h => h.HouseholdId);
        var people = (
            await db.Set<RegisterPersonRow>()
                .AsNoTracking()
                .Where(p => households.Contains(p.HouseholdId))
                .ToListAsync(ct)
        ).ToLookup(p => p.HouseholdId);
        var persons = people.SelectMany(g => g).Select(p => p.PersonId).Distinct().ToList();
        var applicants = people
            .SelectMany(g => g)
            .Where(p => p.Number == 1)
            .Select(p => p.PersonId)
            .Distinct()
            .ToList();
        var incomes = (
            await db.Set<IncomeRow>().AsNoTracking().Where(i => persons.Contains(i.PersonId)).ToListAsync(ct)
        ).ToLookup(i => i.PersonId);
        var told = (
            await db.Set<SettlementFactRow>()
                .AsNoTracking()
                .Where(f => households.Contains(f.HouseholdId))
                .ToListAsync(ct)
        ).ToLookup(f => f.HouseholdId);
        var byHand = (
            await db.Set<ByHandRow>().AsNoTracking().Where(b => households.Contains(b.HouseholdId)).ToListAsync(ct)
        ).ToLookup(b => b.HouseholdId);
        var participants = (
            await db.Set<ParticipantRow>().AsNoTracking().Where(p => persons.Contains(p.PersonId)).ToListAsync(ct)
        ).ToLookup(p => p.PersonId);
        var drawn = participants.SelectMany(g => g).Select(p => p.Id).ToList();
        var recorded =
            drawn.Count == 0
                ? []
                : await db.Set<ParticipationEventRow>()
                    .Where(e => drawn.Contains(e.ParticipantId))
                    .Select(e => new { e.ParticipantId, e.RecordedAt })
                    .ToListAsync(ct);
        var recordedOf = recorded.ToLookup(e => e.ParticipantId, e => e.RecordedAt);
        var turns = (
            await db.Set<BenefitEventRow>().AsNoTracking().Where(e => applicants.Contains(e.PersonId)).ToListAsync(ct)
        ).ToLookup(e => e.PersonId);
        var since = await RegisteredBenefit.Since(db, applicants, DateTimeOffset.MaxValue, ct);
        var statements = (await Heads(db, households, ct)).ToLookup(s => s.HouseholdId);
        var payments = (
            await db.Set<PaymentRow>().AsNoTracking().Where(p => households.Contains(p.HouseholdId)).ToListAsync(ct)
        ).ToLookup(p => p.HouseholdId);
        return
        [
            .. households.Select(id =>
            {
                Guid[] members = [.. people[id].Select(p => p.PersonId).Distinct()];
                var applicant = people[id].Where(p => p.Number == 1).Select(p => p.PersonId).FirstOrDefault();
                ParticipantRow[] taking = [.. members.SelectMany(m => participants[m])];
                return new HouseholdFacts(
                    id,
                    [.. registered[id]],
                    [.. people[id]],
                    [.. members.SelectMany(m => incomes[m])],
                    [.. told[id]],
                    [.. byHand[id]],
                    taking,
                    [.. taking.SelectMany(t => recordedOf[t.Id])],
                    [.. turns[applicant]],
                    since.TryGetValue(applicant, out var day) ? day : null,
                    [.. statements[id].OrderBy(s => s.Month).ThenBy(s => s.Number)],
                    [.. payments[id]]
                );
            }),
        ];
    }

    private static Task<List<StatementHead>> Heads(
        ProeftuinDb db,
        IReadOnlyList<Guid> households,
        CancellationToken ct
    ) =>
        db.Set<StatementRow>()
            .Where(s => households.Contains(s.HouseholdId))
            .Select(s => new StatementHead(
                s.Id,
                s.HouseholdId,
                s.Month,
                s.Number,
                s.SettledAt,
                s.InputSha256,
                s.ParametersSha256,
                s.EarningsCents,
                s.BenefitCents,
                s.HolidayPaidCents,
                s.DifferenceCents
            ))
            .ToListAsync(ct);
}
