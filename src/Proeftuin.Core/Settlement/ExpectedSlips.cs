// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>A payment as it is known, with the last day of the job when somebody told it.</summary>
public sealed record KnownSlip(Income Income, DateOnly? JobEnds);

/// <summary>A slip that usually comes and is not there, with the real monthly slips before it, in order of time.</summary>
public sealed record ExpectedSlip(string From, IncomeKind Kind, PayRhythm Rhythm, IReadOnlyList<Income> Earlier);

/// <summary>
/// Which slips are missing in a month: who paid somebody in an earlier month is expected to pay again, until the job is known to have
/// ended. A payment once (on dismissal, or of an unknown kind) is not expected again.
/// </summary>
public static class ExpectedSlips
{
    public static IReadOnlyList<ExpectedSlip> Missing(Month month, IReadOnlyList<KnownSlip> slips) =>
        [
            .. slips
                .Where(s => Returns(s.Income.Kind))
                .GroupBy(s => (s.Income.From, s.Income.Kind, s.Income.Rhythm))
                .OrderBy(g => g.Key.From, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Kind)
                .ThenBy(g => g.Key.Rhythm)
                .Where(g => IsMissing(month, [.. g]))
                .Select(g => new ExpectedSlip(
                    g.Key.From,
                    g.Key.Kind,
                    g.Key.Rhythm,
                    [
                        .. g.Select(s => s.Income)
                            .Where(i => !i.IsEstimate && i.FirstDay < month.FirstDay)
                            .OrderBy(i => i.FirstDay),
                    ]
                )),
        ];

    /// <summary>The estimate for a missing monthly slip, by the municipality's rule. Refuses when there is nothing to go by.</summary>
    public static Outcome<Income> Estimate(ExpectedSlip missing, Month month, EstimateRule rule) =>
        Estimates
            .Of(missing.Earlier, rule, missing.From)
            .Then(amount =>
                Income.Of(
                    missing.From,
                    missing.Kind,
                    PayRhythm.Monthly,
                    month.FirstDay,
                    amount,
                    missing.Earlier[^1].SickSince,
                    missing.Earlier[^1].InFactWages
                )
            )
            .Map(income => income with { IsEstimate = true });

    private static bool IsMissing(Month month, IReadOnlyList<KnownSlip> slips)
    {
        var before = slips.Where(s => s.Income.FirstDay < month.FirstDay).ToList();
        var ended = slips.Any(s => s.JobEnds is { } last && last < month.FirstDay);
        var there = slips.Any(s => Month.Of(s.Income.FirstDay) == month || Month.Of(s.Income.LastDay) == month);
        return before.Count > 0 && !ended && !there;
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
