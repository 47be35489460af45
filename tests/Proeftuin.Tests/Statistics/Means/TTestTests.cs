// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Means;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Means;

public sealed class TTestTests
{
    [Fact]
    public void Two_people_per_group_are_the_fewest_and_have_their_t_by_hand()
    {
        // means 2 and 7, variances 2 and 8: the error is √5 either way
        var pooled = TTest.Pooled([1, 3], [5, 9], 0.95).OrThrow();
        pooled.Test.Statistic!.Value.ShouldBe(-Math.Sqrt(5), 1e-12);
        pooled.Test.DegreesOfFreedom.ShouldBe(2);
        // with two degrees of freedom P(|T| > t) is 1 − t/√(2 + t²)
        pooled.Test.P.ShouldBe(1 - Math.Sqrt(5.0 / 7), 1e-12);
        pooled.Difference.Value.ShouldBe(-5, 1e-12);
        pooled.Difference.StandardError!.Value.ShouldBe(Math.Sqrt(5), 1e-12);
        // 97.5% of t with two degrees of freedom: 0.95·√2/√(1 − 0.95²)
        var half = 0.95 * Math.Sqrt(2 / (1 - 0.95 * 0.95)) * Math.Sqrt(5);
        pooled.Difference.Interval.Lower.ShouldBe(-5 - half, 1e-11);
        pooled.Difference.Interval.Upper.ShouldBe(-5 + half, 1e-11);
        pooled.Difference.N.ShouldBe(4);
        var welch = TTest.Welch([1, 3], [5, 9], 0.95).OrThrow();
        welch.Test.Statistic!.Value.ShouldBe(-Math.Sqrt(5), 1e-12);
        welch.Test.DegreesOfFreedom!.Value.ShouldBe(25.0 / 17, 1e-12);
        welch.Test.P.ShouldBe(2 * StudentT.Upper(Math.Sqrt(5), 25.0 / 17), 1e-12);
        // differences 1 and 3: t is 2 with one degree of freedom
        var paired = TTest.Paired([1, 3], 0.9).OrThrow();
        paired.Test.Statistic!.Value.ShouldBe(2, 1e-12);
        paired.Test.P.ShouldBe(1 - 2 / Math.PI * Math.Atan(2), 1e-12);
        paired.Difference.Interval.Upper.ShouldBe(2 + Math.Tan(0.45 * Math.PI), 1e-11);
        TTest.Paired([1, 3], 0.9, Alternative.Greater).OrThrow().Test.P.ShouldBe(0.5 - Math.Atan(2) / Math.PI, 1e-12);
        TTest.Paired([1, 3], 0.9, Alternative.Less).OrThrow().Test.P.ShouldBe(0.5 + Math.Atan(2) / Math.PI, 1e-12);
        // groups of three and two: 1, 2, 6 (mean 3, squares 14) and 4, 8 (mean 6, squares 8), variance 22/3
        var uneven = TTest.Pooled([1, 2, 6], [4, 8], 0.95).OrThrow();
        uneven.Test.Statistic!.Value.ShouldBe(-3 / Math.Sqrt(22.0 / 3 * (1.0 / 3 + 0.5)), 1e-12);
        var apart = TTest.Welch([1, 2, 6], [4, 8], 0.95).OrThrow();
        apart.Test.Statistic!.Value.ShouldBe(-3 / Math.Sqrt(7.0 / 3 + 4), 1e-12);
        apart.Test.DegreesOfFreedom!.Value.ShouldBe(19.0 / 3 * (19.0 / 3) / (49.0 / 9 / 2 + 16), 1e-12);
    }

    [Fact]
    public void Means_that_cannot_be_compared_have_a_name()
    {
        Why(TTest.Pooled([1], [2, 3], 0.95)).ShouldBe(Obstacle.TooFewUnits);
        Why(TTest.Welch([1, 2], [3], 0.95)).ShouldBe(Obstacle.TooFewUnits);
        Why(TTest.Welch([], [3, 4], 0.95)).ShouldBe(Obstacle.EmptyGroup);
        Why(TTest.Welch([1, double.NaN], [3, 4], 0.95)).ShouldBe(Obstacle.NotFinite);
        Why(TTest.Welch([1, 1], [3, 3], 0.95)).ShouldBe(Obstacle.NoVariation);
        Why(TTest.Paired([2, 2, 2], 0.95)).ShouldBe(Obstacle.NoVariation);
        Why(TTest.Paired([2, 3], 1)).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        TTest.Welch([1, 1], [3, 4], 0.95).OrThrow().Test.DegreesOfFreedom!.Value.ShouldBe(1, 1e-12);
    }

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => default(Obstacle?), why => why);
}
