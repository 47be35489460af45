// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;
using static Proeftuin.Tests.Statistics.Survival.Scene;

namespace Proeftuin.Tests.Statistics.Survival;

public sealed class KaplanMeierTests
{
    // worked out by hand in docs/statistiek.md: exits after 1, 3 and 3 months; seen until 2 and 4
    private static readonly FollowUp Five = FollowUp.Of([1, 2, 3, 3, 4], [true, false, true, true, false]);

    [Fact]
    public void Five_people_by_hand()
    {
        var curve = KaplanMeier.Of(Five, new CurveOptions { Interval = CurveInterval.Plain }).OrThrow();
        curve.AtRisk.ShouldBe([5, 4, 3, 1]);
        curve.Survival[0].ShouldBe(4.0 / 5, 1e-15);
        curve.Survival[3].ShouldBe(4.0 / 5 * 1 / 3, 1e-15);
        // Greenwood: 1/(5·4) + 2/(3·1)
        curve.Point(3).StandardError!.Value.ShouldBe(4.0 / 15 * Math.Sqrt(1.0 / 20 + 2.0 / 3), 1e-15);
        curve.Point(3).Interval!.Value.Lower.ShouldBe(0);
        curve.CumulativeHazard[2].ShouldBe(1.0 / 5 + 2.0 / 3, 1e-15);
        // area to 4 months: 1 + 2 × 0.8 + 1 × 4/15; what lies right of month 1 and of month 3 carries the variance
        var mean = curve.RestrictedMean(4).OrThrow();
        mean.Value.ShouldBe(1 + 1.6 + 4.0 / 15, 1e-14);
        mean.StandardError!.Value.ShouldBe(
            Math.Sqrt(Math.Pow(1.6 + 4.0 / 15, 2) / 20 + Math.Pow(4.0 / 15, 2) * 2 / 3),
            1e-14
        );
        curve.Quantile(0.5).Time.ShouldBe(3);
        curve.Quantile(0.2).Time.ShouldBe(2); // level at 0.8 between months 1 and 3
        curve.Quantile(0.8).Time.ShouldBeNull();
    }

    [Theory]
    [InlineData(CurveInterval.Plain)]
    [InlineData(CurveInterval.Log)]
    [InlineData(CurveInterval.LogLog)]
    [InlineData(CurveInterval.Logit)]
    [InlineData(CurveInterval.Arcsine)]
    public void A_survival_of_a_half_of_26_people_has_these_five_intervals(CurveInterval kind)
    {
        // nobody is lost before the half way, so the standard error is that of a proportion
        double[] months = [.. Enumerable.Range(0, 26).Select(i => i < 13 ? 1.0 : 2.0)];
        var data = FollowUp.Of(months, [.. months.Select(m => m < 2)]);
        var point = KaplanMeier.Of(data, new CurveOptions { Interval = kind }).OrThrow().Point(0);
        point.Survival.ShouldBe(0.5);
        point.StandardError!.Value.ShouldBe(Math.Sqrt(0.25 / 26), 1e-15);
        point.Interval!.Value.Lower.ShouldBe(ByFormula(kind, -1), 1e-12);
        point.Interval!.Value.Upper.ShouldBe(ByFormula(kind, 1), 1e-12);
    }

    private static double ByFormula(CurveInterval kind, int side)
    {
        var half = side * 1.9599639845400545 * Math.Sqrt(0.25 / 26);
        return kind switch
        {
            CurveInterval.Plain => 0.5 + half,
            CurveInterval.Log => 0.5 * Math.Exp(half / 0.5),
            CurveInterval.LogLog => Math.Pow(0.5, Math.Exp(-half / (0.5 * Math.Log(2)))),
            CurveInterval.Logit => 1 / (1 + Math.Exp(-half / 0.25)),
            CurveInterval.Arcsine => Math.Pow(Math.Sin(Math.PI / 4 + half), 2),
        };
    }

    [Fact]
    public void Without_weights_or_clusters_the_jackknife_is_Greenwood() =>
        Holds(scene =>
        {
            var greenwood = KaplanMeier.Of(scene.Data).OrThrow();
            var jackknife = KaplanMeier.Of(scene.Data, new CurveOptions { Robust = true }).OrThrow();
            return Near(Errors(greenwood), Errors(jackknife), 1e-8);
        });

    [Fact]
    public void Stretches_that_follow_on_each_other_give_the_curve_of_the_whole() =>
        Holds(scene =>
        {
            var (data, units) = scene.CutAtFour();
            var whole = KaplanMeier.Of(scene.Data, new CurveOptions { Robust = true }).OrThrow();
            var cut = KaplanMeier.Of(data, new CurveOptions { Clusters = units }).OrThrow();
            return whole.Times.All(t =>
                Near(whole.At(t).Survival, cut.At(t).Survival)
                && Near(whole.At(t).StandardError ?? -1, cut.At(t).StandardError ?? -1, 1e-8)
                && whole.At(t).AtRisk == cut.At(t).AtRisk
            );
        });

    [Fact]
    public void A_weight_of_two_is_the_row_twice() =>
        Holds(scene =>
        {
            var weights = scene.Arms.Select(a => a == 1 ? 2.0 : 1.0).ToArray();
            var twice = scene.InOrder([
                .. Enumerable.Range(0, scene.Count).SelectMany(i => Enumerable.Repeat(i, (int)weights[i])),
            ]);
            var one = KaplanMeier.Of(scene.Data.Weighted(weights)).OrThrow();
            var other = KaplanMeier.Of(twice.Data).OrThrow();
            return Near(one.Survival, other.Survival) && Near(Errors(one), Errors(other));
        });

    [Fact]
    public void The_order_of_the_rows_and_a_common_shift_of_unit_change_nothing() =>
        Holds(scene =>
        {
            var one = KaplanMeier.Of(scene.Data).OrThrow();
            var other = KaplanMeier.Of(scene.Backwards().Data).OrThrow();
            var inYears = FollowUp.Of([.. scene.Months.Select(m => m / 12)], [.. scene.Causes.Select(c => c > 0)]);
            return one.Survival.SequenceEqual(other.Survival)
                && one.Survival.SequenceEqual(KaplanMeier.Of(inYears).OrThrow().Survival);
        });

    [Fact]
    public void Times_that_rounding_drove_apart_stay_tied()
    {
        // 0.1 + 0.2 is not 0.3 on a computer
        var curve = KaplanMeier.Of(FollowUp.Of([0.1 + 0.2, 0.3, 1.5], [true, true, false])).OrThrow();
        curve.Times.Count.ShouldBe(2);
        curve.Events.ShouldBe([2, 0]);
    }

    [Fact]
    public void Somebody_who_enters_later_is_not_at_risk_before()
    {
        var data = FollowUp.Of([2, 3, 5, 6], [true, true, true, false]).From([0, 2, 0, 4]);
        var curve = KaplanMeier.Of(data).OrThrow();
        curve.AtRisk.ShouldBe([2, 2, 2, 1]);
        curve.Survival[2].ShouldBe(0.125, 1e-15);
        curve.Start.ShouldBe(0);
    }

    [Fact]
    public void What_cannot_be_a_curve_has_a_name()
    {
        Why(KaplanMeier.Of(FollowUp.Of([], Array.Empty<bool>()))).ShouldBe(Obstacle.EmptyGroup);
        Why(KaplanMeier.Of(FollowUp.Of([1, double.NaN], [true, true]))).ShouldBe(Obstacle.NotFinite);
        Why(KaplanMeier.Of(FollowUp.Of([1, double.PositiveInfinity], [true, true]))).ShouldBe(Obstacle.NotFinite);
        Why(KaplanMeier.Of(Five.Weighted([1, 1, 0, 1, 1]))).ShouldBe(Obstacle.NonPositiveWeight);
        Why(KaplanMeier.Of(Five.Weighted([1, 1, -1, 1, 1]))).ShouldBe(Obstacle.NonPositiveWeight);
        Why(KaplanMeier.Of(Five.From([0, 2, 0, 0, 0]))).ShouldBe(Obstacle.StretchWithoutLength);
        Why(KaplanMeier.Of(Five, new CurveOptions { Level = 95 })).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Why(KaplanMeier.Of(Five).OrThrow().RestrictedMean(double.NaN)).ShouldBe(Obstacle.NotFinite);
        Why(KaplanMeier.Of(Five).OrThrow().RestrictedMean(0)).ShouldBe(Obstacle.StretchWithoutLength);
        Should.Throw<ArgumentException>(() => FollowUp.Of([1, 2], [true]));
        Should.Throw<ArgumentException>(() => Five.Weighted([1]));
    }

    [Fact]
    public void A_curve_without_events_says_so_and_a_curve_that_reaches_nought_has_no_interval_there()
    {
        KaplanMeier.Of(FollowUp.Of([1, 2], [false, false])).OrThrow().Warnings.ShouldBe([Warning.NoEvents]);
        var all = KaplanMeier.Of(FollowUp.Of([1, 2], [true, true])).OrThrow();
        all.Point(1).Survival.ShouldBe(0);
        all.Point(1).Interval.ShouldBeNull();
        all.Point(1).StandardError.ShouldBeNull();
        all.RestrictedMean(5).OrThrow().Warnings.ShouldBe([Warning.BeyondLastObservation]);
    }

    private static IEnumerable<double> Errors(SurvivalCurve curve) =>
        Enumerable.Range(0, curve.Times.Count).Select(i => curve.Point(i).StandardError ?? -1);
}
