// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Attrition;
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Proportions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Attrition;

/// <summary>Bounds and pooled estimates of a few people, worked out from the formulas of Lee, Imbens and Manski, and Barnard and Rubin.</summary>
public sealed class BoundsByHandTests
{
    [Fact]
    public void Lees_bounds_of_whole_persons_and_their_errors_by_hand()
    {
        // 8 of 10 seen against 6 of 15: half of the eight are left out
        var bounds = Lee([1, 2, 3, 5, 6, 8, 9, 12], 2, [0, 2, 2, 4, 4, 6], 9, Trimming.Whole);
        (bounds.Trimmed, bounds.N).ShouldBe((4, 25));
        bounds.TrimmedShare.ShouldBe(0.5, 1e-12);
        bounds.Naive.ShouldBe(46 / 8.0 - 3, 1e-12);
        bounds.Lower.ShouldBe(2.75 - 3, 1e-12);
        bounds.Upper.ShouldBe(8.75 - 3, 1e-12);
        // proposition 3: kept (1, 2, 3, 5 with edge 5; 6, 8, 9, 12 with edge 6), the shares seen, and the other arm
        const double Shares = 0.2 / (0.4 * 0.8) + 0.6 / (0.6 * 0.4);
        const double Other = 22 / 6.0 / (6 / 25.0);
        bounds.StandardErrorLower.ShouldBe(
            Math.Sqrt(((8.75 / 4 + 5.0625 * 0.5) / 0.16 + 5.0625 * Shares + Other) / 25),
            1e-12
        );
        bounds.StandardErrorUpper.ShouldBe(
            Math.Sqrt(((18.75 / 4 + 7.5625 * 0.5) / 0.16 + 7.5625 * Shares + Other) / 25),
            1e-12
        );
        CoversAsPromised(bounds);
    }

    [Fact]
    public void Lees_bounds_of_a_part_of_a_person_and_their_errors_by_hand()
    {
        // all 5 seen against 7 of 10: one and a half are left out
        var bounds = Lee([1, 2, 4, 7, 11], 0, [0, 1, 2, 3, 4, 5, 6], 3, Trimming.Fractional);
        bounds.Trimmed.ShouldBe(1.5, 1e-12);
        bounds.Lower.ShouldBe((1 + 2 + 4 + 0.5 * 7) / 3.5 - 3, 1e-12);
        bounds.Upper.ShouldBe((0.5 * 2 + 4 + 7 + 11) / 3.5 - 3, 1e-12);
        // kept 1, 2, 4 and half of 7: mean 3, variance (4 + 1 + 1 + ½·16)/3.5, edge 7
        bounds.StandardErrorLower.ShouldBe(
            Math.Sqrt(((4 + 16 * 0.3) / (3.5 / 15) + 16 * (0.3 / (2 / 3.0 * 0.7)) + 4 / (7 / 15.0)) / 15),
            1e-12
        );
        CoversAsPromised(bounds);
        var whole = Lee([1, 2, 4, 7, 11], 0, [0, 1, 2, 3, 4, 5, 6], 3, Trimming.Whole);
        (whole.Trimmed, whole.Lower, whole.Upper).ShouldBe((1, 0.5, 3));
        // the arm that is seen less is the first: the same, turned round
        var turned = Lee([0, 1, 2, 3, 4, 5, 6], 3, [1, 2, 4, 7, 11], 0, Trimming.Whole);
        (turned.Lower, turned.Upper).ShouldBe((-3, -0.5));
        turned.Naive.ShouldBe(-2, 1e-12);
        turned.SeenTreated.ShouldBe(0.7, 1e-12);
        turned.SeenControl.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void One_person_seen_has_no_spread_to_bound_with()
    {
        LeeBounds
            .Of(
                [1, 2, 3, 4, 5],
                [true, true, true, false, false],
                [true, true, true, true, false],
                Trimming.Whole,
                0.95
            )
            .Match(_ => default(Obstacle?), why => why)
            .ShouldBe(Obstacle.TooFewUnits);
        Should.Throw<ArgumentException>(() => LeeBounds.Of([1, 2], [true], [true, true], Trimming.Whole, 0.95));
        Should.Throw<ArgumentException>(() => LeeBounds.Of([1, 2], [true, false], [true], Trimming.Whole, 0.95));
    }

    [Fact]
    public void Worst_cases_of_a_known_range_fill_in_its_ends()
    {
        // treated 2, 10 and one missing; others 0, 4 and two missing; between 0 and 10
        double[] y = [2, 10, -7, 0, 4, 99, 99];
        bool[] treated = [true, true, true, false, false, false, false];
        bool[] seen = [true, true, false, true, true, false, false];
        var bounds = RangeBounds.Of(y, treated, seen, 0, 10).OrThrow();
        bounds.Lower.ShouldBe(12 / 3.0 - 24 / 4.0, 1e-12);
        bounds.Upper.ShouldBe(22 / 3.0 - 4 / 4.0, 1e-12);
        bounds.N.ShouldBe(7);
        var two = RangeBounds.Of([3, 1], [true, false], [true, true], 0, 10).OrThrow();
        (two.Lower, two.Upper).ShouldBe((2, 2));
        Why(RangeBounds.Of(y, treated, seen, double.NegativeInfinity, 10)).ShouldBe(Obstacle.NotFinite);
        Why(RangeBounds.Of(y, treated, seen, 0, double.NaN)).ShouldBe(Obstacle.NotFinite);
        Why(RangeBounds.Of(y, treated, seen, 1, 10)).ShouldBe(Obstacle.ValueOutsideRange);
        Why(RangeBounds.Of(y, [.. treated.Select(_ => false)], seen, 0, 10)).ShouldBe(Obstacle.EmptyGroup);
        Should.Throw<ArgumentException>(() => RangeBounds.Of(y, [true], seen, 0, 10));
        Should.Throw<ArgumentException>(() => RangeBounds.Of(y, treated, [true], 0, 10));
    }

    [Fact]
    public void Worst_cases_of_shares_by_hand()
    {
        // 6 of 10 with 2 missing against 3 of 9 with 1 missing
        var bounds = AttritionBounds.Of(new(new(6, 10), 2), new(new(3, 9), 1), 0.9).OrThrow();
        bounds.Lower.ShouldBe(6 / 12.0 - 4 / 10.0, 1e-12);
        bounds.Upper.ShouldBe(8 / 12.0 - 3 / 10.0, 1e-12);
        var low = Math.Sqrt(0.25 / 12 + 0.24 / 10);
        var high = Math.Sqrt(2 / 9.0 / 12 + 0.21 / 10);
        bounds.StandardErrorLower.ShouldBe(low, 1e-12);
        bounds.StandardErrorUpper.ShouldBe(high, 1e-12);
        bounds.N.ShouldBe(22);
        const double Z90 = 1.6448536269514722;
        bounds.Union.Lower.ShouldBe(bounds.Lower - Z90 * low, 1e-12);
        bounds.Union.Upper.ShouldBe(bounds.Upper + Z90 * high, 1e-12);
        var c = bounds.CriticalValue;
        (Normal.Cdf(c + (bounds.Upper - bounds.Lower) / Math.Max(low, high)) - Normal.Cdf(-c)).ShouldBe(0.9, 1e-12);
        bounds.Interval.Lower.ShouldBe(bounds.Lower - c * low, 1e-12);
        bounds.Interval.Upper.ShouldBe(bounds.Upper + c * high, 1e-12);
        Why(AttritionBounds.Of(new(new(6, 10), -1), new(new(3, 9), 1), 0.9)).ShouldBe(Obstacle.CountOutsideGroup);
        Why(AttritionBounds.Of(new(new(6, 10), 1), new(new(3, 9), -1), 0.9)).ShouldBe(Obstacle.CountOutsideGroup);
        Why(AttritionBounds.Of(new(new(10, 10), 0), new(new(0, 9), 0), 0.9)).ShouldBe(Obstacle.NoVariation);
        Why(AttritionBounds.Of(new(new(6, 10), 1), new(new(3, 9), 1), 1)).ShouldBe(Obstacle.LevelOutsideZeroToOne);
    }

    [Fact]
    public void Imputations_that_agree_leave_the_degrees_of_freedom_of_the_data()
    {
        // no variance between: 98 complete degrees of freedom, (99/101)·98, less one in ten thousand
        var pooled = RubinRules.Pool([3, 3, 3], [4, 5, 6], 100, 2, 0.9).OrThrow();
        var observed = 99.0 / 101 * 98 * (1 - 1e-4);
        const double Large = 2 / 1e-8;
        var df = Large * observed / (Large + observed);
        pooled.DegreesOfFreedom.ShouldBe(df, 1e-9);
        (pooled.Between, pooled.RelativeIncrease).ShouldBe((0, 0));
        pooled.Within.ShouldBe(5, 1e-12);
        pooled.Total.ShouldBe(5, 1e-12);
        pooled.MissingInformation.ShouldBe(2 / (df + 3), 1e-12);
        pooled.Estimate.N.ShouldBe(100);
        var t = 3 / Math.Sqrt(5);
        pooled.P.ShouldBe(2 * StudentT.Upper(t, df), 1e-12);
        var half = pooled.Estimate.Interval.Upper - 3;
        pooled.Estimate.Interval.Lower.ShouldBe(3 - half, 1e-12);
        StudentT.Upper(half / Math.Sqrt(5), df).ShouldBe(0.05, 1e-12);
        pooled.Estimate.StandardError!.Value.ShouldBe(Math.Sqrt(5), 1e-12);
    }

    private static TrimmedBounds Lee(
        double[] treated,
        int missingTreated,
        double[] control,
        int missingControl,
        Trimming trimming
    )
    {
        (double Y, bool Treated, bool Seen)[] people =
        [
            .. control.Select(y => (y, false, true)),
            .. Enumerable.Repeat((-1000.0, true, false), missingTreated),
            .. treated.Reverse().Select(y => (y, true, true)),
            .. Enumerable.Repeat((1000.0, false, false), missingControl),
        ];
        return LeeBounds
            .Of(
                [.. people.Select(p => p.Y)],
                [.. people.Select(p => p.Treated)],
                [.. people.Select(p => p.Seen)],
                trimming,
                0.95
            )
            .OrThrow();
    }

    private static void CoversAsPromised(TrimmedBounds bounds)
    {
        // Φ(c + Δ/σ) − Φ(−c) is the level
        var c = (bounds.Lower - bounds.Interval.Lower) / bounds.StandardErrorLower;
        ((bounds.Interval.Upper - bounds.Upper) / bounds.StandardErrorUpper).ShouldBe(c, 1e-9);
        var width = (bounds.Upper - bounds.Lower) / Math.Max(bounds.StandardErrorLower, bounds.StandardErrorUpper);
        (Normal.Cdf(c + width) - Normal.Cdf(-c)).ShouldBe(0.95, 1e-9);
    }

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => default(Obstacle?), why => why);
}
