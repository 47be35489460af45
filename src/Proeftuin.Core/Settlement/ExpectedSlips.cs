// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>A payment as it is known, with the last day of the job when somebody told it.</summary>
public sealed record KnownSlip(Income Income, DateOnly? JobEnds);

/// <summary>A slip that usually comes and is not there: the first day of the period it should be about, and the real slips before it, in order of time.</summary>
public sealed record ExpectedSlip(
    string From,
    IncomeKind Kind,
    PayRhythm Rhythm,
    DateOnly FirstDay,
    IReadOnlyList<Income> Earlier
);

/// <summary>
/// Which slips are missing for a month: who paid somebody in an earlier period is expected to pay again, each month, week or four weeks,
/// until the job is known to have ended. A payment once (on dismissal, or of an unknown kind) is not expected again.
/// </summary>
public static class ExpectedSlips
{
    public static IReadOnlyList<ExpectedSlip> Missing(
        Month month,
        IReadOnlyList<KnownSlip> slips,
        FourWeeklyPay fourWeekly
    ) =>
        [
            .. slips
                .Where(s => Returns(s.Income.Kind))
                .GroupBy(s => (s.Income.From, s.Income.Kind, s.Income.Rhythm))
                .OrderBy(g => g.Key.From, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Kind)
                .ThenBy(g => g.Key.Rhythm)
                .SelectMany(g =>
                    FirstDays(month, g.Key.Rhythm, [.. g], fourWeekly)
                        .Select(first => new ExpectedSlip(
                            g.Key.From,
                            g.Key.Kind,
                            g.Key.Rhythm,
                            first,
                            [
                                .. g.Select(s => s.Income)
                                    .Where(i => !i.IsEstimate && i.FirstDay < first)
                                    .OrderBy(i => i.FirstDay),
                            ]
                        ))
                ),
        ];

    /// <summary>The estimate for a missing slip, by the municipality's rule. Refuses when there is nothing to go by.</summary>
    public static Outcome<Income> Estimate(ExpectedSlip missing, EstimateRule rule) =>
        Estimates
            .Of(missing.Earlier, rule, missing.From)
            .Then(amount =>
                Income.Of(
                    missing.From,
                    missing.Kind,
                    missing.Rhythm,
                    missing.FirstDay,
                    amount,
                    missing.Earlier[^1].SickSince,
                    missing.Earlier[^1].InFactWages
                )
            )
            .Map(income => income with { IsEstimate = true });

    private static IEnumerable<DateOnly> FirstDays(
        Month month,
        PayRhythm rhythm,
        IReadOnlyList<KnownSlip> slips,
        FourWeeklyPay fourWeekly
    )
    {
        var ended = slips.Select(s => s.JobEnds).Max();
        return rhythm switch
        {
            PayRhythm.Monthly => Monthly(month, slips, ended),
            PayRhythm.Weekly => Every(7, month, slips, ended, endsInMonth: false),
            PayRhythm.FourWeekly => Every(
                28,
                month,
                slips,
                ended,
                endsInMonth: fourWeekly is FourWeeklyPay.ThirteenTwelfths
            ),
        };
    }

    private static IEnumerable<DateOnly> Monthly(Month month, IReadOnlyList<KnownSlip> slips, DateOnly? ended)
    {
        var known = slips.Any(s => s.Income.FirstDay < month.FirstDay);
        var there = slips.Any(s => Month.Of(s.Income.FirstDay) == month);
        return known && !there && !(ended < month.FirstDay) ? [month.FirstDay] : [];
    }

    /// <summary>
    /// The periods of a number of days, counted on from the last slip before each, that touch the month (or end in it) and of which no day
    /// was paid. After the last slip that is known nothing is expected for a month that has not come.
    /// </summary>
    private static IEnumerable<DateOnly> Every(
        int days,
        Month month,
        IReadOnlyList<KnownSlip> slips,
        DateOnly? ended,
        bool endsInMonth
    )
    {
        var known = slips.Select(s => s.Income).OrderBy(i => i.FirstDay).ToList();
        var first = (known.LastOrDefault(i => i.FirstDay < month.FirstDay) ?? known[0]).FirstDay;
        while (first <= month.LastDay && !(ended < first))
        {
            var last = first.AddDays(days - 1);
            if (known.LastOrDefault(i => i.FirstDay <= last && i.LastDay >= first) is { } paid)
            {
                // the employer's own calendar goes on from here
                first = paid.FirstDay;
            }
            else if (endsInMonth ? Month.Of(last) == month : last >= month.FirstDay)
            {
                yield return first;
            }

            first = first.AddDays(days);
        }
    }

    private static bool Returns(IncomeKind kind) =>
        kind switch
        {
            IncomeKind.Wage
            or IncomeKind.SickPay
            or IncomeKind.MaternityBenefit
            or IncomeKind.InternshipPay
            or IncomeKind.Alimony
            or IncomeKind.SicknessBenefit
            or IncomeKind.SurvivorsBenefit => true,
            IncomeKind.Severance or IncomeKind.Other => false,
        };
}
