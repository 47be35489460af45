// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>Settles one part of a run: some hundreds of households, whole or not at all. What it writes, it writes once.</summary>
internal sealed class PartOfRun(ProeftuinDb db, SettlementRunRow run, TownFacts town, DateTimeOffset moment)
{
    private readonly List<StatementRow> statements = [];
    private readonly List<PaymentRow> payments = [];
    private readonly List<AttentionRow> attention = [];
    private int refused;
    private long lines;

    private Month Through => Month.Of(run.Month);

    public async Task<SettlementPartRow> Settle(int number, IReadOnlyList<Guid> households, CancellationToken ct)
    {
        var facts = await HouseholdFacts.Of(db, households, ct);
        var starts = facts.ToDictionary(
            f => f.Id,
            f => new HouseholdFold(f, town, run.KnownOn).From(Through, run.ChangesSince)
        );
        var before = await StatesBefore(facts, starts, ct);
        // one household has nothing to do with another, so they go over the cores; the order stays
        var folded = facts
            .AsParallel()
            .AsOrdered()
            .Select(f =>
                (
                    Facts: f,
                    Fold: new HouseholdFold(f, town, run.KnownOn).Fold(
                        starts[f.Id],
                        Through,
                        before.GetValueOrDefault(f.Id)
                    )
                )
            )
            .ToList();
        var earlier = await EarlierTexts(folded, ct);
        foreach (var (household, fold) in folded)
        {
            Household(household, fold, earlier);
        }

        var part = new SettlementPartRow
        {
            RunId = run.Id,
            Number = number,
            MunicipalityId = run.MunicipalityId,
            LastHouseholdId = households[^1],
            Households = households.Count,
            Statements = statements.Count,
            Corrections = statements.Count(s => s.Number > 1),
            Refused = refused,
            LinesBenefitCents = lines,
            ToPayCents = payments.Sum(p => p.ToPayCents),
        };
        db.Add(part);
        await db.SaveChangesAsync(ct);
        await BulkWriter.Insert(db, statements, ct: ct);
        await BulkWriter.Insert(db, payments, ct: ct);
        await BulkWriter.Insert(db, attention, ct: ct);
        return part;
    }

    private void Household(HouseholdFacts facts, FoldedHousehold fold, IReadOnlyDictionary<Guid, StatementRow> earlier)
    {
        var written = new List<StatementRow>();
        foreach (var month in fold.Months)
        {
            var last = facts.Statements.LastOrDefault(s => s.Month == month.Month.FirstDay);
            if (Written(facts, month, last, last is null ? null : earlier.GetValueOrDefault(last.Id)) is { } statement)
            {
                written.Add(statement);
                attention.AddRange(month.Attention.Select(a => Note(facts.Id, month.Month, a, statement.Id)));
            }
        }

        statements.AddRange(written);
        if (fold.StopsAt is { } stop)
        {
            refused++;
            var why = string.Join(' ', fold.Why.Select(w => w.Message));
            attention.Add(Note(facts.Id, stop, new(AttentionKind.CannotBeSettled, null, why), null));
        }
        else
        {
            Pay(facts, written);
        }
    }

    /// <summary>The next statement of the month, or none when nothing is different.</summary>
    private StatementRow? Written(HouseholdFacts facts, SettledNow now, StatementHead? last, StatementRow? text)
    {
        var same =
            last is not null
            && string.Equals(last.InputSha256, now.InputSha256, StringComparison.Ordinal)
            && (
                string.Equals(last.ParametersSha256, TownFacts.ParametersSha256, StringComparison.Ordinal)
                || string.Equals(text?.Lines, now.LinesJson, StringComparison.Ordinal)
            );
        if (same)
        {
            return null;
        }

        var settled = now.Settled;
        var id = Guid.CreateVersion7();
        lines += Sum(settled, LineKind.Benefit, LineKind.ByHand, LineKind.HolidayPaid);
        return new()
        {
            Id = id,
            MunicipalityId = run.MunicipalityId,
            HouseholdId = facts.Id,
            Month = now.Month.FirstDay,
            Number = (last?.Number ?? 0) + 1,
            RunId = run.Id,
            SettledAt = moment,
            KnownOn = run.KnownOn,
            ProgramVersion = TownFacts.ProgramVersion,
            ParametersSha256 = TownFacts.ParametersSha256,
            InputSha256 = now.InputSha256,
            ContentSha256 = ContentOf(id, now.InputJson, now.LinesJson),
            Cause = text is null
                ? null
                : WhatChanged.Between(SettlementJson.Input(text.Input), SettlementJson.Input(now.InputJson)),
            IsEstimate = settled.Attention.Any(a => a.Kind is AttentionKind.Estimated),
            NormCents = settled.Norm.Cents,
            EarningsCents = settled.Earnings.Cents,
            ExemptCents = settled.Exempt.Cents,
            OtherIncomeCents = settled.OtherIncome.Cents,
            BenefitCents = settled.Benefit.Cents,
            HolidayReservedCents = settled.HolidayReserved.Cents,
            HolidayPaidCents = settled.HolidayPaid.Cents,
            DifferenceCents = last is null ? 0 : settled.Benefit.Cents + settled.HolidayPaid.Cents - last.DueCents,
            Input = now.InputJson,
            Lines = now.LinesJson,
            After = now.AfterJson,
        };
    }

    /// <summary>Of the id, the input and the lines: who changes a statement past the program is found out.</summary>
    internal static string ContentOf(Guid id, string input, string lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id:N}\n{input}\n{lines}")));

    private void Pay(HouseholdFacts facts, IReadOnlyList<StatementRow> written)
    {
        if (facts.Payments.Any(p => p.Month == run.Month))
        {
            return;
        }

        var account = HouseholdAccount.Of(facts, written, run.Month, town.ChoicesIn(Through));
        if (account.Payment is not { } pay)
        {
            return;
        }

        payments.Add(
            new()
            {
                HouseholdId = facts.Id,
                Month = run.Month,
                MunicipalityId = run.MunicipalityId,
                RunId = run.Id,
                BenefitCents = pay.Benefit.Cents,
                HolidayCents = pay.HolidayAllowance.Cents,
                BackPaymentCents = pay.BackPayment.Cents,
                SetOffCents = pay.SetOff.Cents,
                ByHandCents = pay.ByHand.Cents,
                StaysOpenCents = pay.StaysOpen.Cents,
                ToPayCents = pay.ToPay.Cents,
            }
        );
        if (pay.ByHand > Eur.Zero)
        {
            attention.Add(Note(facts.Id, Through, Signals.ForAPerson(pay.ByHand), account.StatementId));
        }
    }

    private AttentionRow Note(Guid household, Month month, Attention a, Guid? statement) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = run.MunicipalityId,
            RunId = run.Id,
            HouseholdId = household,
            Month = month.FirstDay,
            StatementId = statement,
            PersonId = Guid.TryParse(a.Person, out var person) ? person : null,
            Kind = a.Kind,
            Sentence = a.Sentence,
        };

    /// <summary>The state after the last statement before the first month to settle, for households that have one.</summary>
    private async Task<Dictionary<Guid, SettlementState>> StatesBefore(
        IReadOnlyList<HouseholdFacts> facts,
        Dictionary<Guid, Month> starts,
        CancellationToken ct
    )
    {
        var wanted = facts
            .Select(f => f.Statements.LastOrDefault(s => s.Month < starts[f.Id].FirstDay)?.Id)
            .OfType<Guid>()
            .ToList();
        var states = await db.Set<StatementRow>()
            .Where(s => wanted.Contains(s.Id))
            .Select(s => new { s.HouseholdId, s.After })
            .ToListAsync(ct);
        return states.ToDictionary(s => s.HouseholdId, s => SettlementJson.State(s.After).Read());
    }

    /// <summary>The texts of the statements that will get a successor.</summary>
    private async Task<Dictionary<Guid, StatementRow>> EarlierTexts(
        IReadOnlyList<(HouseholdFacts Facts, FoldedHousehold Fold)> folded,
        CancellationToken ct
    )
    {
        var wanted = folded
            .SelectMany(f =>
                f.Fold.Months.Select(m => (m, Last: f.Facts.Statements.LastOrDefault(s => s.Month == m.Month.FirstDay)))
            )
            .Where(p =>
                p.Last is { } last
                && !(
                    string.Equals(last.InputSha256, p.m.InputSha256, StringComparison.Ordinal)
                    && string.Equals(last.ParametersSha256, TownFacts.ParametersSha256, StringComparison.Ordinal)
                )
            )
            .Select(p => p.Last!.Id)
            .ToList();
        var rows = new Dictionary<Guid, StatementRow>();
        foreach (var some in wanted.Chunk(250))
        {
            foreach (
                var row in await db.Set<StatementRow>().AsNoTracking().Where(s => some.Contains(s.Id)).ToListAsync(ct)
            )
            {
                rows.Add(row.Id, row);
            }
        }

        return rows;
    }

    private static long Sum(MonthlySettlement settled, params IReadOnlyList<LineKind> kinds) =>
        settled.Lines.Where(l => kinds.Contains(l.Kind)).Sum(l => l.Amount?.Cents ?? 0);
}
