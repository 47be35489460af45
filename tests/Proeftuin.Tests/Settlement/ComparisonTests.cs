// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Settlement;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Settlement;

/// <summary>What somebody is told before consenting; expected amounts by hand from 50% up to 199 against 25% up to 202 for six months.</summary>
public sealed class ComparisonTests
{
    private static readonly Comparison Told = Comparison
        .Of(
            Scene.Single(Scene.Person()),
            Scene.NothingUsed(),
            Scene.ArmRule,
            Scene.January,
            [Eur.OfEuros(100), Eur.OfEuros(450), Eur.OfEuros(900), Eur.OfEuros(1500)],
            Scene.Rules()
        )
        .OrThrow();

    [Fact]
    public void The_crossing_lies_at_796_euro() => Told.Crossing.ShouldBe(Eur.OfEuros(796));

    [Theory]
    // 50 against 25; 24 × 50 against 6 × 25
    [InlineData(100, 5000, 2500, 120000, 15000)]
    // 199 against 112.50; 24 × 199 against 6 × 112.50
    [InlineData(450, 19900, 11250, 477600, 67500)]
    // 199 against 202; 24 × 199 against 6 × 202
    [InlineData(900, 19900, 20200, 477600, 121200)]
    public void Each_amount_is_what_hand_work_gives(long euros, long group, long without, long group24, long without24)
    {
        var row = Told.Rows.Single(r => r.Earnings == Eur.OfEuros(euros));
        row.InGroup.Month.Cents.ShouldBe(group);
        row.Without.Month.Cents.ShouldBe(without);
        row.InGroup.TwoYears.Cents.ShouldBe(group24);
        row.Without.TwoYears.Cents.ShouldBe(without24);
    }

    [Fact]
    public void Above_the_benefit_both_keep_the_same_and_it_is_their_wage_less_the_benefit_they_would_have_had()
    {
        var row = Told.Rows.Single(r => r.Earnings == Eur.OfEuros(1500));
        row.InGroup.Month.Cents.ShouldBe(150000 - 94251);
        row.MonthDifference.ShouldBe(Eur.Zero);
        row.TwoYearDifference.ShouldBe(Eur.Zero);
    }

    [Fact]
    public void Where_all_six_months_are_used_there_is_no_crossing() =>
        Comparison
            .Of(
                Scene.Single(Scene.Person()),
                Scene.Used(MonthCounters.NothingUsed with { N = 6 }),
                Scene.ArmRule,
                Scene.January,
                [Eur.OfEuros(900)],
                Scene.Rules()
            )
            .OrThrow()
            .Crossing.ShouldBeNull();
}
