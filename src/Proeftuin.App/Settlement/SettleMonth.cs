// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Settlement;

/// <summary>
/// Settles a month for the whole municipality, with the corrections of earlier months that became known. It goes in parts that are each
/// whole or not there; a run that was broken off goes on where it stopped. The month after the last, or the last one again.
/// </summary>
public sealed class SettleMonth(Work work, TimeProvider clock)
{
    /// <summary>Households in a part: so many that a part takes a fraction of a second.</summary>
    private const int PartSize = 500;

    /// <summary>A write that was under way when the run before began is looked at again.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    public sealed record Command(Month Month, string Why);

    /// <summary>What a finished run brought.</summary>
    public sealed record Settled(
        Guid RunId,
        Month Month,
        int Households,
        int Statements,
        int Corrections,
        int Refused,
        Eur Benefit,
        Eur ToPay
    );

    public async Task<Outcome<Settled>> Handle(
        Command command,
        Actor actor,
        Action<long, long, string>? progress,
        CancellationToken ct
    )
    {
        var begun = await Reason
            .Of(command.Why)
            .Match(
                why => Begin(command.Month, why, actor, ct),
                why => Task.FromResult<Outcome<Guid>>(new Outcome<Guid>.Refused(why))
            );
        if (begun is not Outcome<Guid>.Done { Value: var run })
        {
            return new Outcome<Settled>.Refused(begun.Why);
        }

        var households = (await Due(command.Month, actor, ct)).OrThrow();
        var done = 0;
        while (true)
        {
            var part = await Part(run, households, actor, ct);
            if (part is not Outcome<int>.Done { Value: var some })
            {
                // another node settled this part; what is next stands in the database
                if (part.Why is [SomebodyElseWasFirst])
                {
                    continue;
                }

                return new Outcome<Settled>.Refused(part.Why);
            }

            if (some == 0)
            {
                return await Finish(run, actor, ct);
            }

            done = Math.Min(done + some, households.Count);
            progress?.Invoke(done, households.Count, "Huishoudens verrekenen");
        }
    }

    private Task<Outcome<Guid>> Begin(Month month, Reason why, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Permission.SettleMonths,
            async (db, entry) =>
            {
                var runs = await db.Set<SettlementRunRow>().OrderBy(r => r.Month).ThenBy(r => r.Number).ToListAsync(ct);
                if (runs.LastOrDefault(r => r.FinishedAt is null) is { } open)
                {
                    return Month.Of(open.Month) == month ? open.Id : new RunIsOpen(Month.Of(open.Month));
                }

                if (Refuse(month, runs.Count == 0 ? null : Month.Of(runs[^1].Month)) is { } refused)
                {
                    return refused;
                }

                if (!await db.Set<RegisterSnapshotRow>().AnyAsync(ct))
                {
                    return new NoRegisterToSettle();
                }

                var run = new SettlementRunRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    Month = month.FirstDay,
                    Number = runs.Count(r => r.Month == month.FirstDay) + 1,
                    ChangesSince = runs.Count == 0 ? DateTimeOffset.UnixEpoch : runs.Max(r => r.StartedAt) - Margin,
                    KnownOn = clock.Today(),
                    StartedAt = clock.GetUtcNow(),
                    StartedBy = actor.AccountId,
                };
                db.Add(run);
                entry.Record("verrekening.begonnen", $"verrekening/{run.Id}", why);
                return run.Id;
            },
            ct
        );

    private Refusal? Refuse(Month month, Month? last) =>
        month.FirstDay > clock.Today() ? new MonthNotBegun(month)
        : last is { } l && month < l ? new MonthSettledAlready(month, l)
        : last is { } was && month > was.Plus(1) ? new MonthsBetween(was.Plus(1))
        : null;

    /// <summary>The place of the first household after this one.</summary>
    private static int After(List<Guid> households, Guid household)
    {
        var place = households.BinarySearch(household);
        return place < 0 ? ~place : place + 1;
    }

    /// <summary>Every household that was in a register by the end of the month, in the order of the ids.</summary>
    private Task<Outcome<List<Guid>>> Due(Month month, Actor actor, CancellationToken ct) =>
        work.Look<List<Guid>>(
            actor,
            Permission.SettleMonths,
            async db =>
            {
                var ids = await db.Set<RegisterHouseholdRow>()
                    .Where(h => h.Benefit == BenefitKind.Participatiewet)
                    .Where(h =>
                        db.Set<RegisterSnapshotRow>().Any(s => s.Id == h.SnapshotId && s.ReferenceDate <= month.LastDay)
                    )
                    .Select(h => h.HouseholdId)
                    .Distinct()
                    .ToListAsync(ct);
                ids.Sort();
                return ids;
            },
            ct
        );

    /// <summary>Settles the next part; 0 when there is none left.</summary>
    private Task<Outcome<int>> Part(Guid runId, List<Guid> households, Actor actor, CancellationToken ct) =>
        work.Do<int>(
            actor,
            Permission.SettleMonths,
            async (db, entry) =>
            {
                var run = await db.Set<SettlementRunRow>().SingleAsync(r => r.Id == runId, ct);
                var last = await db.Set<SettlementPartRow>()
                    .AsNoTracking()
                    .Where(p => p.RunId == runId)
                    .OrderByDescending(p => p.Number)
                    .FirstOrDefaultAsync(ct);
                var from = last is null ? 0 : After(households, last.LastHouseholdId);
                var next = households.GetRange(from, Math.Min(PartSize, households.Count - from));
                if (next.Count == 0)
                {
                    return 0;
                }

                var number = (last?.Number ?? 0) + 1;
                var town = await TownFacts.Of(db, ct);
                var part = await new PartOfRun(db, run, town, clock.GetUtcNow()).Settle(number, next, ct);
                entry.Record(
                    "verrekening.deel",
                    $"verrekening/{runId}/{number}",
                    Reason
                        .Of(
                            $"Deel {Dutch.Count(number)} van de verrekening van {Dutch.MonthOf(run.Month.Year, run.Month.Month)}"
                        )
                        .OrThrow(),
                    count: part.Statements
                );
                return next.Count;
            },
            ct
        );

    private Task<Outcome<Settled>> Finish(Guid runId, Actor actor, CancellationToken ct) =>
        work.Do<Settled>(
            actor,
            Permission.SettleMonths,
            async (db, entry) =>
            {
                var run = await db.Set<SettlementRunRow>().SingleAsync(r => r.Id == runId, ct);
                var parts = await db.Set<SettlementPartRow>().Where(p => p.RunId == runId).ToListAsync(ct);
                var statements = db.Set<StatementRow>().Where(s => s.RunId == runId);
                var stated = await statements.SumAsync(s => s.BenefitCents + s.HolidayPaidCents, ct);
                var paid = await db.Set<PaymentRow>().Where(p => p.RunId == runId).SumAsync(p => p.ToPayCents, ct);
                if (stated != parts.Sum(p => p.LinesBenefitCents) || paid != parts.Sum(p => p.ToPayCents))
                {
                    throw new InvalidOperationException(
                        "The lines and the amounts of this run do not add up to the same."
                    );
                }

                if (run.FinishedAt is null)
                {
                    run.Statements = parts.Sum(p => p.Statements);
                    run.Corrections = parts.Sum(p => p.Corrections);
                    run.Refused = parts.Sum(p => p.Refused);
                    run.BenefitCents = await statements
                        .Where(s => s.Month == run.Month)
                        .SumAsync(s => s.BenefitCents, ct);
                    run.ToPayCents = paid;
                    run.FinishedAt = clock.GetUtcNow();
                    entry.Record(
                        "verrekening.klaar",
                        $"verrekening/{run.Id}",
                        Reason.Of("Alle delen zijn klaar en de regels tellen op tot de bedragen").OrThrow(),
                        count: run.Statements
                    );
                }

                return new Settled(
                    run.Id,
                    Month.Of(run.Month),
                    parts.Sum(p => p.Households),
                    run.Statements,
                    run.Corrections,
                    run.Refused,
                    new(run.BenefitCents),
                    new(run.ToPayCents)
                );
            },
            ct
        );
}
