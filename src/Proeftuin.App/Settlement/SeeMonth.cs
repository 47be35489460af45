// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Settlement;

/// <summary>A settled month: totals, what needs attention, and the households with earnings or a correction. It shows households, so looking is recorded.</summary>
public sealed class SeeMonth(Work work)
{
    /// <summary>So many rows of each list; who looks for another household types its number.</summary>
    public const int Most = 200;

    public sealed record View(
        Month Month,
        IReadOnlyList<SettlementRunRow> Runs,
        Totals Totals,
        IReadOnlyList<Note> Notes,
        int AllNotes,
        IReadOnlyList<Statement> Statements,
        int AllStatements
    );

    /// <summary>Over the latest statement of every household, and over what was paid with this month.</summary>
    public sealed record Totals(
        int Households,
        Eur Earnings,
        Eur Exempt,
        Eur OtherIncome,
        Eur Benefit,
        Eur HolidayPaid,
        Eur BackPayment,
        Eur SetOff,
        Eur ToPay
    );

    public sealed record Note(AttentionRow Row, string Number);

    public sealed record Statement(
        Guid Id,
        Guid Household,
        string HouseholdNumber,
        int Number,
        Eur Earnings,
        Eur Exempt,
        Eur Benefit,
        Eur Difference,
        bool IsEstimate
    );

    /// <summary>With a number only that household; without, those with earnings, other income or a correction.</summary>
    public Task<Outcome<View>> Handle(Month month, string? number, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.SeeStatements,
            async (db, entry) =>
            {
                var runs = await db.Set<SettlementRunRow>()
                    .AsNoTracking()
                    .Where(r => r.Month == month.FirstDay)
                    .OrderBy(r => r.Number)
                    .ToListAsync(ct);
                if (runs.Count == 0)
                {
                    return new NoSuchStatement();
                }

                entry.Record(
                    "verrekening.gezien",
                    $"verrekening/{month}",
                    Reason.Of("Uitkomsten van een verrekende maand bekeken").OrThrow()
                );
                var latest = LatestOf(db, month);
                var notes = await Notes(db, month, latest, runs[^1].Id, ct);
                var shown = string.IsNullOrWhiteSpace(number)
                    ? latest.Where(s => s.EarningsCents > 0 || s.OtherIncomeCents > 0 || s.Number > 1)
                    : latest.Where(s =>
                        db.Set<HouseholdRow>().Any(h => h.Id == s.HouseholdId && h.Number == number.Trim())
                    );
                var statements = await (
                    from s in shown
                    join h in db.Set<HouseholdRow>() on s.HouseholdId equals h.Id
                    orderby h.Number
                    select new Statement(
                        s.Id,
                        s.HouseholdId,
                        h.Number,
                        s.Number,
                        new(s.EarningsCents),
                        new(s.ExemptCents),
                        new(s.BenefitCents),
                        new(s.DifferenceCents),
                        s.IsEstimate
                    )
                )
                    .Take(Most)
                    .ToListAsync(ct);
                return new View(
                    month,
                    runs,
                    await TotalsOf(db, month, latest, ct),
                    [.. notes.Take(Most)],
                    notes.Count,
                    statements,
                    await shown.CountAsync(ct)
                );
            },
            ct
        );

    /// <summary>The latest statement of every household for the month.</summary>
    internal static IQueryable<StatementRow> LatestOf(ProeftuinDb db, Month month) =>
        db.Set<StatementRow>()
            .AsNoTracking()
            .Where(s => s.Month == month.FirstDay)
            .Where(s =>
                !db.Set<StatementRow>()
                    .Any(o => o.HouseholdId == s.HouseholdId && o.Month == s.Month && o.Number > s.Number)
            );

    /// <summary>What the latest statements say, and months that could not be settled in the last run.</summary>
    private static async Task<List<Note>> Notes(
        ProeftuinDb db,
        Month month,
        IQueryable<StatementRow> latest,
        Guid lastRun,
        CancellationToken ct
    ) =>
        await (
            from a in db.Set<AttentionRow>().AsNoTracking()
            join h in db.Set<HouseholdRow>() on a.HouseholdId equals h.Id
            where a.Month == month.FirstDay
            where (a.StatementId == null && a.RunId == lastRun) || latest.Any(s => s.Id == a.StatementId)
            orderby h.Number, a.Kind
            select new Note(a, h.Number)
        ).ToListAsync(ct);

    private static async Task<Totals> TotalsOf(
        ProeftuinDb db,
        Month month,
        IQueryable<StatementRow> latest,
        CancellationToken ct
    )
    {
        var sums = await latest
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Households = g.Count(),
                Earnings = g.Sum(s => s.EarningsCents),
                Exempt = g.Sum(s => s.ExemptCents),
                Other = g.Sum(s => s.OtherIncomeCents),
                Benefit = g.Sum(s => s.BenefitCents),
                Holiday = g.Sum(s => s.HolidayPaidCents),
            })
            .FirstOrDefaultAsync(ct);
        var paid = await db.Set<PaymentRow>()
            .Where(p => p.Month == month.FirstDay)
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Back = g.Sum(p => p.BackPaymentCents),
                SetOff = g.Sum(p => p.SetOffCents),
                ToPay = g.Sum(p => p.ToPayCents),
            })
            .FirstOrDefaultAsync(ct);
        return new(
            sums?.Households ?? 0,
            new(sums?.Earnings ?? 0),
            new(sums?.Exempt ?? 0),
            new(sums?.Other ?? 0),
            new(sums?.Benefit ?? 0),
            new(sums?.Holiday ?? 0),
            new(paid?.Back ?? 0),
            new(paid?.SetOff ?? 0),
            new(paid?.ToPay ?? 0)
        );
    }
}
