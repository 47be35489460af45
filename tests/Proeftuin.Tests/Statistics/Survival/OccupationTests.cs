// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;
using static Proeftuin.Tests.Statistics.Survival.Scene;

namespace Proeftuin.Tests.Statistics.Survival;

public sealed class OccupationTests
{
    private const int Assistance = 9;
    private const int Work = 1;

    // A goes to work after month 2 and is back after month 4; B goes to work after month 3; C and D stay
    private static readonly Multistate Four = Multistate
        .Of([1, 1, 1, 2, 2, 3, 4], [0, 2, 4, 0, 3, 0, 0], [2, 4, 6, 3, 6, 6, 6], [Work, Assistance, 0, Work, 0, 0, 0])
        .StartingIn([.. Enumerable.Repeat(Assistance, 7)]);

    [Fact]
    public void Who_comes_back_counts_as_back()
    {
        var curves = Occupation.Of(Four).OrThrow();
        curves.States.ShouldBe([Work, Assistance]);
        curves.At(Work, 1).Value.ShouldBe(0);
        curves.At(Work, 2).Value.ShouldBe(0.25, 1e-15);
        curves.At(Work, 3.5).Value.ShouldBe(0.5, 1e-15);
        curves.At(Work, 5).Value.ShouldBe(0.25, 1e-15);
        // nobody is lost, so it is a share with the error of a share
        curves.At(Work, 3.5).StandardError!.Value.ShouldBe(Math.Sqrt(0.25 / 4), 1e-14);
        // at work: a quarter from 2 to 3, a half from 3 to 4, a quarter from 4 to 6
        var time = curves.TimeInState(6).OrThrow();
        time[0].Value.ShouldBe(0.25 + 0.5 + 0.5, 1e-14);
        time[1].Value.ShouldBe(6 - 1.25, 1e-14);
        // their own months at work: 2, 3, 0 and 0
        double[] months = [2, 3, 0, 0];
        time[0].StandardError!.Value.ShouldBe(Math.Sqrt(months.Sum(m => (m - 1.25) * (m - 1.25))) / 4, 1e-14);
    }

    [Fact]
    public void The_states_add_up_to_one_and_the_time_in_them_to_the_horizon_whatever_people_do() =>
        Holds(scene =>
        {
            var curves = Occupation.Of(Wandering(scene)).OrThrow();
            var time = curves.TimeInState(9).OrThrow();
            return Enumerable
                    .Range(0, curves.Times.Count)
                    .All(k =>
                        Near(curves.Probability.Sum(p => p[k]), 1, 1e-12) && curves.Probability.All(p => p[k] >= 0)
                    )
                && Near(time.Sum(t => t.Value), 9, 1e-11)
                && curves.AtStart.Sum() is > 0.999999 and < 1.000001;
        });

    [Fact]
    public void A_weight_of_two_for_everybody_changes_nothing_and_a_household_is_one_cluster() =>
        Holds(scene =>
        {
            var data = Wandering(scene);
            var one = Occupation.Of(data).OrThrow();
            var two = Occupation.Of(data.Weighted([.. Enumerable.Repeat(2.0, data.Count)])).OrThrow();
            var together = Occupation.Of(data.Clustered([.. Enumerable.Repeat(1, data.Count)])).OrThrow();
            return one.Probability.Zip(two.Probability).All(p => Near(p.First, p.Second))
                && one.StandardError.Zip(two.StandardError).All(p => Near(p.First, p.Second, 1e-8))
                // influences of everybody together add up to nothing
                && together.StandardError.All(e => e.All(v => v < 1e-9));
        });

    [Fact]
    public void What_cannot_be_computed_has_a_name()
    {
        Why(Occupation.Of(Multistate.Of([], [], [], []))).ShouldBe(Obstacle.EmptyGroup);
        Why(Occupation.Of(Multistate.Of([1, 1], [0, 1], [2, 3], [1, 0]))).ShouldBe(Obstacle.OverlappingStretches);
        Why(Occupation.Of(Multistate.Of([1], [2], [2], [1]))).ShouldBe(Obstacle.StretchWithoutLength);
        Why(Occupation.Of(Multistate.Of([1], [0], [double.NaN], [1]))).ShouldBe(Obstacle.NotFinite);
        Why(Occupation.Of(Four.Weighted([1, 1, 1, 1, 1, 1, 0]))).ShouldBe(Obstacle.NonPositiveWeight);
        Why(Occupation.Of(Four, 95)).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Why(Occupation.Of(Four).OrThrow().TimeInState(0)).ShouldBe(Obstacle.StretchWithoutLength);
        Why(Occupation.Of(Four).OrThrow().TimeInState(double.NaN)).ShouldBe(Obstacle.NotFinite);
        Occupation.Of(Multistate.Of([1], [0], [2], [0])).OrThrow().Warnings.ShouldBe([Warning.NoEvents]);
        Should.Throw<ArgumentException>(() => Multistate.Of([1], [0, 1], [2], [0]));
    }

    // everybody begins in one of two states and changes at the end of each of their stretches
    private static Multistate Wandering(Scene scene)
    {
        var (data, units) = scene.CutAtFour(c => c);
        double[] start = [.. data.Exit.Select(t => t > 4 ? 4.0 : 0.0)];
        int[] to = [.. data.Cause.Select((c, i) => data.Exit[i] == 4 && c == 0 ? scene.Arms[units[i]] : c)];
        return Multistate.Of(units, start, data.Exit, to).StartingIn([.. units.Select(u => scene.Arms[u] % 2 + 1)]);
    }
}
