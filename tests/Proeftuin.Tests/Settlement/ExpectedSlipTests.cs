// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Settlement;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Settlement;

/// <summary>Which slips are expected and not there, by the rhythm of the pay, and what is estimated for them.</summary>
public sealed class ExpectedSlipTests
{
    private static readonly Month February = new(2018, 2);

    [Fact]
    public void Each_week_that_touches_the_month_and_was_not_paid_is_expected()
    {
        // Mondays: 22 and 29 January were paid, and 12 February
        var missing = Missing(PayRhythm.Weekly, new DateOnly(2018, 1, 22), new(2018, 1, 29), new(2018, 2, 12));

        missing.Select(m => m.FirstDay).ShouldBe([new DateOnly(2018, 2, 5), new(2018, 2, 19), new(2018, 2, 26)]);
        missing[1].Earlier.Count.ShouldBe(3);
    }

    [Fact]
    public void A_week_that_began_in_the_month_before_is_expected_too()
    {
        Missing(PayRhythm.Weekly, new DateOnly(2018, 1, 22))
            .Select(m => m.FirstDay)
            .ShouldBe([
                new DateOnly(2018, 1, 29),
                new DateOnly(2018, 2, 5),
                new DateOnly(2018, 2, 12),
                new DateOnly(2018, 2, 19),
                new DateOnly(2018, 2, 26),
            ]);
    }

    [Theory]
    [InlineData(FourWeeklyPay.ThirteenTwelfths, new[] { "2018-01-29" })]
    [InlineData(FourWeeklyPay.WorkingDays, new[] { "2018-01-29", "2018-02-26" })]
    public void Four_weeks_are_expected_where_they_count_in_the_month(FourWeeklyPay choice, string[] first)
    {
        var missing = ExpectedSlips.Missing(February, [Slip(PayRhythm.FourWeekly, new(2018, 1, 1))], choice);

        missing
            .Select(m => m.FirstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(first);
    }

    [Fact]
    public void Another_payday_of_the_employer_is_followed()
    {
        // Mondays until 29 January, then paid from Wednesday 7 February: nothing of that week is paid twice
        Missing(PayRhythm.Weekly, new DateOnly(2018, 1, 29), new(2018, 2, 7), new(2018, 2, 14), new(2018, 2, 21))
            .Select(m => m.FirstDay)
            .ShouldBe([new DateOnly(2018, 2, 28)]);
    }

    [Fact]
    public void After_the_end_of_the_job_nothing_is_expected()
    {
        KnownSlip last = Slip(PayRhythm.Weekly, new(2018, 1, 29)) with { JobEnds = new(2018, 2, 9) };

        ExpectedSlips
            .Missing(February, [last], FourWeeklyPay.WorkingDays)
            .Select(m => m.FirstDay)
            .ShouldBe([new DateOnly(2018, 2, 5)]);
    }

    [Fact]
    public void The_estimate_of_a_week_is_the_last_week_or_the_mean_of_three()
    {
        var slips = new[] { 100_00L, 130_00, 160_00 }
            .Select((cents, i) => Slip(PayRhythm.Weekly, new DateOnly(2018, 2, 5).AddDays(7 * i), cents))
            .ToList();
        var missing = ExpectedSlips.Missing(February, slips, FourWeeklyPay.WorkingDays).ShouldHaveSingleItem();

        ExpectedSlips.Estimate(missing, EstimateRule.LastKnownMonth).OrThrow().Net.ShouldBe(new Eur(160_00));
        var mean = ExpectedSlips.Estimate(missing, EstimateRule.AverageOfThree).OrThrow();
        (mean.Net, mean.FirstDay, mean.Rhythm, mean.IsEstimate).ShouldBe(
            (new Eur(130_00), new DateOnly(2018, 2, 26), PayRhythm.Weekly, true)
        );
    }

    [Fact]
    public void In_a_history_missing_weeks_are_estimated_and_a_job_without_any_slip_is_refused()
    {
        var week = Slip(PayRhythm.Weekly, new(2018, 1, 29), 100_00).Income;
        var january = Scene.Single(Scene.Person() with { Incomes = [week] });
        var february = Scene.Single(Scene.Person());
        Outcome<IReadOnlyList<MonthlySettlement>> Settle(string from) =>
            SettlementHistory.Of(
                Scene.NothingUsed(),
                [new(Scene.January, january), new(February, february, [new("1", from)])],
                Scene.Rules()
            );

        // three whole weeks of € 100, and three of the five working days of the week of 26 February
        Settle("bakkerij").OrThrow()[1].Earnings.ShouldBe(new Eur(360_00));
        Settle("slagerij").Why.ShouldBe([new NothingToEstimateFrom("slagerij")]);
    }

    private static IReadOnlyList<ExpectedSlip> Missing(PayRhythm rhythm, params IReadOnlyList<DateOnly> paid) =>
        ExpectedSlips.Missing(February, [.. paid.Select(on => Slip(rhythm, on))], FourWeeklyPay.WorkingDays);

    private static KnownSlip Slip(PayRhythm rhythm, DateOnly first, long cents = 100_00) =>
        new(Income.Of("bakkerij", IncomeKind.Wage, rhythm, first, new Eur(cents)).OrThrow(), null);
}
