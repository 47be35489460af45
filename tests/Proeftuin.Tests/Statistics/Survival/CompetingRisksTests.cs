// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;
using static Proeftuin.Tests.Statistics.Survival.Scene;

namespace Proeftuin.Tests.Statistics.Survival;

public sealed class CompetingRisksTests
{
    // to work after 1 and 3 months, moved away after 2, still there after 4
    private static readonly FollowUp Four = FollowUp.Of([1, 2, 3, 4], [1, 2, 1, 0]);

    [Fact]
    public void Four_people_by_hand()
    {
        var curves = CumulativeIncidence.Of(Four).OrThrow();
        curves.Free.ShouldBe([0.75, 0.5, 0.25, 0.25], 1e-15);
        curves.Of(1).Incidence.ShouldBe([0.25, 0.25, 0.5, 0.5], 1e-15);
        curves.Of(2).Incidence.ShouldBe([0, 0.25, 0.25, 0.25], 1e-15);
        // nobody is lost before month 3, so the error is that of a share
        curves.Of(1).StandardError[2].ShouldBe(Math.Sqrt(0.5 * 0.5 / 4), 1e-14);
        curves.Of(2).StandardError[1].ShouldBe(Math.Sqrt(0.25 * 0.75 / 4), 1e-14);
        // and Aalen's that of a share with n − 1 at a single step
        curves.Of(1).AalenVariance![0].ShouldBe(1.0 / 16, 1e-15);
    }

    [Fact]
    public void Free_and_all_causes_add_up_to_one_and_the_order_of_rows_changes_nothing() =>
        Holds(scene =>
        {
            var curves = CumulativeIncidence.Of(scene.Competing).OrThrow();
            var back = CumulativeIncidence.Of(scene.Backwards().Competing).OrThrow();
            return Enumerable
                    .Range(0, curves.Times.Count)
                    .All(k =>
                        Near(curves.Free[k] + curves.Causes.Sum(c => c.Incidence[k]), 1, 1e-12)
                        && curves.Causes.All(c => c.Incidence[k] is >= 0 and <= 1 && c.StandardError[k] < 1)
                    ) && curves.Causes.Zip(back.Causes).All(p => p.First.Incidence.SequenceEqual(p.Second.Incidence));
        });

    [Fact]
    public void The_short_way_and_the_way_through_the_states_agree_also_for_cut_rows() =>
        Holds(scene =>
        {
            var (data, units) = scene.CutAtFour(c => c);
            var simple = CumulativeIncidence.Of(scene.Competing).OrThrow();
            var cut = Occupation
                .Of(Multistate.Of(units, [.. data.Exit.Select((t, i) => t > 4 ? 4.0 : 0.0)], data.Exit, data.Cause))
                .OrThrow();
            return simple.Causes.All(c =>
            {
                var s = cut.States.ToList().IndexOf(c.Cause);
                return simple.Times.All(t =>
                {
                    var (k, l) = (simple.StepAt(t), cut.StepAt(t));
                    return Near(c.Incidence[k], cut.Probability[s][l])
                        && Near(c.StandardError[k], cut.StandardError[s][l], 1e-8);
                });
            });
        });

    [Fact]
    public void With_one_cause_incidence_is_one_minus_Kaplan_Meier_Grays_test_is_a_log_rank_and_Fine_Gray_is_Cox() =>
        Holds(scene =>
        {
            var curve = KaplanMeier.Of(scene.Data).OrThrow();
            var curves = CumulativeIncidence.Of(scene.Data).OrThrow();
            var alike = curves.Causes.Count == 0 || Near(curves.Of(1).Incidence, curve.Survival.Select(s => 1 - s));
            var x = Matrix.OfColumns([scene.Age]);
            var cox = Cox.Fit(scene.Data, x, new() { Ties = CoxTies.Breslow, Robust = true });
            return alike
                && FineGray
                    .Fit(scene.Data, x, 1)
                    .Match(
                        fit =>
                            Near(fit.Terms[0].LogHazardRatio.Value, cox.OrThrow().Terms[0].LogHazardRatio.Value)
                            && Near(fit.Variance[0, 0], cox.OrThrow().Variance[0, 0]),
                        why => Why(cox) == why
                    );
        });

    [Fact]
    public void Grays_p_lies_between_nought_and_one_and_does_not_know_the_names_of_the_groups() =>
        Holds(scene =>
            GrayTest
                .Of(scene.Competing, scene.Arms, 1)
                .Match(
                    one =>
                    {
                        var other = GrayTest.Of(scene.Competing, [.. scene.Arms.Select(a => (a * 2) % 5)], 1).OrThrow();
                        var strata = GrayTest.Of(
                            scene.Competing,
                            scene.Arms,
                            1,
                            0,
                            scene.Arms.Select(_ => 3).ToArray()
                        );
                        return one.P is >= 0 and <= 1
                            && Near(one.Statistic!.Value, other.Statistic!.Value, 1e-8)
                            && Near(one.Statistic!.Value, strata.OrThrow().Statistic!.Value, 1e-8);
                    },
                    _ => true
                )
        );

    [Fact]
    public void What_Fine_Gray_predicts_starts_below_one_and_only_rises() =>
        Holds(scene =>
            FineGray
                .Fit(scene.Competing, Matrix.OfColumns([scene.Age, scene.Woman]), 1)
                .Match(
                    fit =>
                    {
                        var incidence = fit.Incidence([40, 1]);
                        return incidence.All(p => p is > 0 and < 1)
                            && incidence.Zip(incidence.Skip(1)).All(p => p.Second >= p.First)
                            && fit.Terms.All(t => t.P is >= 0 and <= 1 && t.LogHazardRatio.StandardError > 0);
                    },
                    _ => true
                )
        );

    [Fact]
    public void What_cannot_be_computed_has_a_name()
    {
        var x = Matrix.OfColumns([
            [1, 0, 1, 0],
        ]);
        Why(CumulativeIncidence.Of(FollowUp.Of([], Array.Empty<int>()))).ShouldBe(Obstacle.EmptyGroup);
        Why(CumulativeIncidence.Of(FollowUp.Of([double.NaN], [1]))).ShouldBe(Obstacle.NotFinite);
        Why(CumulativeIncidence.Of(Four, new() { Level = 2 })).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        CumulativeIncidence.Of(FollowUp.Of([1, 2], [0, 0])).OrThrow().Warnings.ShouldBe([Warning.NoEvents]);
        Why(GrayTest.Of(Four, [1, 1, 1, 1], 1)).ShouldBe(Obstacle.TooFewGroups);
        Why(GrayTest.Of(Four, [1, 1, 2, 2], 3)).ShouldBe(Obstacle.NoEvents);
        Why(GrayTest.Of(Four.Weighted([1, 2, 1, 1]), [1, 1, 2, 2], 1)).ShouldBe(Obstacle.WeightsNotSupported);
        Why(GrayTest.Of(Four.From([0, 0, 1, 1]), [1, 1, 2, 2], 1)).ShouldBe(Obstacle.LateEntryNotSupported);
        Why(GrayTest.Of(FollowUp.Of([1, 1], [1, 1]), [1, 2], 1)).ShouldBe(Obstacle.NoVariation);
        Why(FineGray.Fit(Four, x, 9)).ShouldBe(Obstacle.NoEvents);
        Why(FineGray.Fit(Four, x, 1)).ShouldBe(Obstacle.Separation);
        Why(
                FineGray.Fit(
                    Four,
                    Matrix.OfColumns([
                        [1, 1, 1, 1],
                    ]),
                    1
                )
            )
            .ShouldBe(Obstacle.Collinear);
        Why(FineGray.Fit(Four, new Matrix(4, 5), 1)).ShouldBe(Obstacle.MoreTermsThanRows);
        Why(FineGray.Fit(Four.Weighted([1, 1, 1, 2]), x, 1)).ShouldBe(Obstacle.WeightsNotSupported);
        Why(FineGray.Fit(Four.From([0, 0, 1, 1]), x, 1)).ShouldBe(Obstacle.LateEntryNotSupported);
    }
}
