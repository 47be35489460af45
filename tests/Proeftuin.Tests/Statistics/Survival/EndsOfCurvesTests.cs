// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;
using static Proeftuin.Tests.Statistics.Survival.Scene;

namespace Proeftuin.Tests.Statistics.Survival;

public sealed class EndsOfCurvesTests
{
    private static readonly FollowUp Five = FollowUp.Of([1, 2, 3, 3, 4], [true, false, true, true, false]);

    [Fact]
    public void A_mean_up_to_the_last_observation_warns_of_nothing()
    {
        var curve = KaplanMeier.Of(Five).OrThrow();
        curve.RestrictedMean(3.5).OrThrow().Warnings.ShouldBeEmpty();
        curve.RestrictedMean(4).OrThrow().Warnings.ShouldBeEmpty();
        curve.RestrictedMean(4.5).OrThrow().Warnings.ShouldBe([Warning.BeyondLastObservation]);
        // before the first event everybody is still there, and nobody differs
        var early = curve.RestrictedMean(0.5).OrThrow();
        (early.Value, early.StandardError).ShouldBe((0.5, 0));
        early.Interval.ShouldBe(new Interval(0.5, 0.5, 0.95));
    }

    [Fact]
    public void Quantiles_at_and_beyond_the_ends()
    {
        var curve = KaplanMeier.Of(Five).OrThrow();
        curve.Quantile(0).Time.ShouldBe(0);
        curve.Quantile(-0.1).Time.ShouldBeNull();
        curve.Quantile(1).Time.ShouldBeNull();
        curve.Quantile(1.5).Time.ShouldBeNull();
        // it ends at 4/15: half way from month 3 to month 4 where just that much is asked
        curve.Quantile(11.0 / 15).Time.ShouldBe(3.5);
        var all = KaplanMeier.Of(FollowUp.Of([1, 2], [true, true])).OrThrow();
        all.Quantile(1).Time.ShouldBe(2);
        all.Quantile(1.5).Time.ShouldBeNull();
    }

    [Fact]
    public void A_curve_that_comes_down_to_nought_still_has_a_mean_with_its_error()
    {
        // area 1 + ½; right of month 1 lies a half, of two at risk one leaves: ¼·1/(2·1)
        var mean = KaplanMeier.Of(FollowUp.Of([1, 2], [true, true])).OrThrow().RestrictedMean(5).OrThrow();
        mean.Value.ShouldBe(1.5, 1e-12);
        mean.StandardError!.Value.ShouldBe(Math.Sqrt(0.125), 1e-12);
    }

    [Theory]
    [InlineData(CurveInterval.Plain, true)]
    [InlineData(CurveInterval.Log, true)]
    [InlineData(CurveInterval.LogLog, false)]
    [InlineData(CurveInterval.Logit, false)]
    [InlineData(CurveInterval.Arcsine, false)]
    public void While_everybody_is_there_some_scales_have_no_interval(CurveInterval kind, bool there)
    {
        var curve = KaplanMeier
            .Of(FollowUp.Of([1, 2, 3], [false, true, false]), new CurveOptions { Interval = kind })
            .OrThrow();
        curve.Point(0).Survival.ShouldBe(1);
        curve.Point(0).Interval.ShouldBe(there ? new Interval(1, 1, 0.95) : null);
        curve.Point(1).Interval.ShouldNotBeNull();
    }

    [Fact]
    public void The_arcsine_scale_ends_at_one()
    {
        // nine of ten stay: the angle of √0.9, give or take z/2·√(1/10); for 99% that goes beyond a right angle
        var ten = FollowUp.Of([1, 2, 2, 2, 2, 2, 2, 2, 2, 2], [true, .. Enumerable.Repeat(false, 9)]);
        var angle = Math.Asin(Math.Sqrt(0.9));
        var half = 1.959963984540054 / 2 * Math.Sqrt(0.1);
        var interval = Arcsine(ten);
        interval.Lower.ShouldBe(Math.Pow(Math.Sin(angle - half), 2), 1e-12);
        interval.Upper.ShouldBe(Math.Pow(Math.Sin(angle + half), 2), 1e-12);
        Arcsine(ten, 0.99).Upper.ShouldBe(1);

        static Interval Arcsine(FollowUp data, double level = 0.95) =>
            KaplanMeier
                .Of(data, new CurveOptions { Interval = CurveInterval.Arcsine, Level = level })
                .OrThrow()
                .Point(0)
                .Interval!.Value;
    }

    [Fact]
    public void The_interval_of_an_incidence_stays_between_nought_and_one()
    {
        // ten people, seven of whom leave by cause 1 at month 1, and one by cause 2
        int[] causes = [1, 1, 1, 1, 1, 1, 1, 2, 0, 0];
        var curves = CumulativeIncidence.Of(FollowUp.Of([.. causes.Select(c => c > 0 ? 1.0 : 2)], causes)).OrThrow();
        var half = 1.959963984540054 * Math.Sqrt(0.7 * 0.3 / 10);
        curves.Of(1).Interval(0).Lower.ShouldBe(0.7 - half, 1e-12);
        curves.Of(1).Interval(0).Upper.ShouldBe(0.7 + half, 1e-12);
        var small = 1.959963984540054 * Math.Sqrt(0.1 * 0.9 / 10);
        curves.Of(2).Interval(0).Lower.ShouldBe(0);
        curves.Of(2).Interval(0).Upper.ShouldBe(0.1 + small, 1e-12);
        var most = CumulativeIncidence.Of(FollowUp.Of([1, 1, 1, 1, 2], new[] { 1, 1, 1, 1, 0 })).OrThrow();
        most.Of(1).Interval(0).Upper.ShouldBe(1);
    }

    [Fact]
    public void One_cause_by_itself_is_an_event_and_the_others_are_no_longer_seen()
    {
        var data = FollowUp.Of([1, 2, 3, 4], new[] { 1, 2, 0, 2 });
        data.Only(2).Cause.ShouldBe([0, 1, 0, 1]);
        data.Rows([3, 0]).Cause.ShouldBe([2, 1]);
        data.Rows([3, 0]).Exit.ShouldBe([4, 1]);
    }

    [Fact]
    public void The_first_row_is_checked_like_the_others()
    {
        Why(KaplanMeier.Of(Five.Weighted([0, 1, 1, 1, 1]))).ShouldBe(Obstacle.NonPositiveWeight);
        Why(KaplanMeier.Of(Five.From([1, 0, 0, 0, 0]))).ShouldBe(Obstacle.StretchWithoutLength);
        // so short that rounding leaves nothing of it
        Why(KaplanMeier.Of(Five.From([Math.BitDecrement(1), 0, 0, 0, 0]))).ShouldBe(Obstacle.StretchWithoutLength);
        Why(Occupation.Of(Multistate.Of([1, 2], [2, 0], [2, 1], [1, 0]))).ShouldBe(Obstacle.StretchWithoutLength);
        Why(Occupation.Of(Multistate.Of([1, 2], [3, 0], [2, 1], [1, 0]))).ShouldBe(Obstacle.StretchWithoutLength);
    }

    [Fact]
    public void When_all_begin_alike_the_curves_begin_with_the_first_of_them()
    {
        var curves = Occupation.Of(Multistate.Of([0, 1, 2], [2, 1, 5], [6, 8, 9], [1, 1, 0])).OrThrow();
        curves.Start.ShouldBe(1);
        curves.AtStart.ShouldBe([1, 0]);
        // at 6 one of three leaves, at 8 one of two
        curves.At(1, 6).Value.ShouldBe(1 / 3.0, 1e-12);
        curves.At(1, 8).Value.ShouldBe(2 / 3.0, 1e-12);
    }

    [Fact]
    public void The_scales_of_time_of_the_proportionality_test_are_each_others_ranks_and_logarithms()
    {
        double[] x = [3, 1, 4, 1.5, 5, 9, 2, 6, 5.5, 3.5];
        double[] order = [4, 1, 7, 3, 10, 2, 9, 5, 8, 6];
        var all = order.Select(_ => true).ToArray();
        var by = Statistic(order, all, TimeTransform.Identity);
        // events at other times in the same order: the same ranks
        Statistic([.. order.Select(t => t * t * t)], all, TimeTransform.Rank).ShouldBe(by, 1e-9);
        Statistic([.. order.Select(t => Math.Exp(t / 3))], all, TimeTransform.Log).ShouldBe(by, 1e-9);
        // without anybody lost, one minus the curve just before falls by a tenth each time
        Statistic([.. order.Select(t => t * t)], all, TimeTransform.KaplanMeier).ShouldBe(by, 1e-9);
        // two events at once share their rank, and who is only seen for a while has none
        double[] tied = [4, 1, 6.5, 3, 10, 2, 9, 5, 8, 6.5];
        Statistic([.. tied.Select(t => t * t)], all, TimeTransform.Rank)
            .ShouldBe(Statistic(tied, all, TimeTransform.Identity), 1e-9);
        double[] longer = [4, 1, 6, 3, 9, 2, 8, 5, 7, 5.5];
        bool[] last = [.. all[..9], false];
        Statistic([.. longer.Select(t => t * t)], last, TimeTransform.Rank)
            .ShouldBe(Statistic(longer, last, TimeTransform.Identity), 1e-9);

        double Statistic(double[] times, bool[] happened, TimeTransform transform) =>
            Cox.Fit(FollowUp.Of(times, happened), Matrix.OfColumns([x]))
                .OrThrow()
                .ProportionalHazards(transform)
                .OrThrow()
                .Terms[0]
                .Statistic!.Value;
    }
}
