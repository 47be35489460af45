// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>What a household is due over all its months against what it was paid, and so what it is paid with this month; no payment when nothing is due either way.</summary>
internal sealed record HouseholdAccount(MonthPayment? Payment, Guid? StatementId)
{
    public static HouseholdAccount Of(
        HouseholdFacts facts,
        IReadOnlyList<StatementRow> written,
        DateOnly month,
        MunicipalChoices choices
    )
    {
        var now = written.LastOrDefault(s => s.Month == month);
        var head = facts.Statements.LastOrDefault(s => s.Month == month);
        var latest = facts
            .Statements.GroupBy(s => s.Month)
            .Where(g => written.All(w => w.Month != g.Key))
            .Select(g => (g.Key, Due: g.Last().DueCents))
            .Concat(written.Select(w => (w.Month, Due: w.BenefitCents + w.HolidayPaidCents)));
        var elsewhere = latest.Where(m => m.Item1 != month).Sum(m => m.Due);
        var arrears = elsewhere - facts.Payments.Sum(p => p.ToPayCents) + facts.Payments.Sum(p => p.ByHandCents);
        if (now is null && head is null && arrears == 0)
        {
            return new(null, null);
        }

        var payment = MonthPayment.Of(
            new(now?.BenefitCents ?? head?.BenefitCents ?? 0),
            new(now?.HolidayPaidCents ?? head?.HolidayPaidCents ?? 0),
            new(now?.NormCents ?? 0),
            new(new(arrears), new(TooOld(facts, written, month))),
            choices.SetOffBasisPoints
        );
        return new(payment, now?.Id ?? head?.Id);
    }

    /// <summary>What was paid too much over months that lie too far back, in corrections that no payment has covered yet.</summary>
    private static long TooOld(HouseholdFacts facts, IReadOnlyList<StatementRow> written, DateOnly month)
    {
        var covered = facts.Payments.Count == 0 ? default(DateOnly?) : facts.Payments.Max(p => p.Month);
        var since = facts
            .Statements.Where(s => s.Month == covered && s.Number == 1)
            .Select(s => s.SettledAt)
            .FirstOrDefault(DateTimeOffset.MinValue);
        var open = facts
            .Statements.Where(s => s.Number > 1 && s.SettledAt > since)
            .Select(s => (s.Month, s.DifferenceCents))
            .Concat(written.Where(s => s.Number > 1).Select(s => (s.Month, s.DifferenceCents)))
            .ToList();
        if (open.Count == 0)
        {
            return 0;
        }

        var reach = ShippedRules
            .Default.Parameters.Find(ParameterNames.SetOffMonths, month)
            .Match(found => (int)found.Value, _ => 0);
        var oldest = Month.Of(month).Plus(-reach).FirstDay;
        return open.Where(s => s.Month < oldest && s.DifferenceCents < 0).Sum(s => -s.DifferenceCents);
    }
}
