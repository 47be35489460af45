// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Evaluation;
using Proeftuin.Core.Evaluation.Calibration;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary>A small calibration with a fixed seed. The large one is run with <c>proeftuin calibrate</c>; its figures stand in docs/statistiek.md.</summary>
public sealed class CalibrateTests
{
    private static readonly CalibrationQuestion Question = new()
    {
        Protocol = SyntheticStudy.Wageningen,
        Plan = SyntheticStudy.Plan,
        Seed = 7,
    };

    private static readonly Lazy<Calibrated> TwoHundred = new(() =>
        Calibrate.Handle(Question, 200, null, CancellationToken.None).OrThrow()
    );

    [Fact]
    public void Estimators_of_the_lot_keep_their_promise_in_two_hundred_rehearsals()
    {
        var calibrated = TwoHundred.Value;
        calibrated.Estimators.Count.ShouldBe(3 * Enum.GetValues<Estimator>().Length);
        calibrated.Estimators.Where(e => e.Kept is Kept.No).ShouldBeEmpty();
        calibrated.Estimators.ShouldAllBe(e => e.Found.Answers == 200);
        calibrated.Estimators.Where(e => e.Estimator is Estimator.Complier).ShouldAllBe(e => e.Covered!.Answers == 200);
    }

    [Fact]
    public void Beside_people_who_did_not_take_part_keenness_looks_like_an_effect()
    {
        // who is keen says yes more often and leaves more often: without any effect the raw comparison finds one far too often
        TwoHundred
            .Value.Estimators.Where(e => e.Estimator is Estimator.Outsiders)
            .ShouldAllBe(e => e.Found.Value > 0.1 && e.Kept == Kept.NotJudged);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        var (one, two) = (Few(), Few());
        one.Estimators.Select(e => (e.Found, e.Covered)).ShouldBe(two.Estimators.Select(e => (e.Found, e.Covered)));

        static Calibrated Few() => Calibrate.Handle(Question, 20, null, CancellationToken.None).OrThrow();
    }

    [Fact]
    public void A_rate_far_from_its_promise_is_not_called_good()
    {
        var comparison = Question.Compared[0];
        new CalibratedEstimator(comparison, Estimator.Regression, new(100, 1000), null, 0.95).Kept.ShouldBe(Kept.No);
        new CalibratedEstimator(comparison, Estimator.Regression, new(60, 1000), new(900, 1000), 0.95).Kept.ShouldBe(
            Kept.No
        );
        new CalibratedEstimator(comparison, Estimator.Fisher, new(20, 1000), null, 0.95).Kept.ShouldBe(Kept.Yes);
        new CalibratedEstimator(comparison, Estimator.Fisher, new(90, 1000), null, 0.95).Kept.ShouldBe(Kept.No);
        new CalibratedEstimator(comparison, Estimator.Regression, new(0, 0), null, 0.95).Kept.ShouldBe(Kept.No);
    }

    [Fact]
    public void Chances_that_cannot_be_are_refused()
    {
        (Question with { Effect = 0.9 }).Checked().Why.ShouldHaveSingleItem().ShouldBeOfType<CannotCalibrate>();
        (Question with { TakeUp = 1.2 }).Checked().Why.ShouldHaveSingleItem().ShouldBeOfType<CannotCalibrate>();
    }
}
