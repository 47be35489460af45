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
