// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;
using static Proeftuin.Tests.Statistics.Survival.Scene;

namespace Proeftuin.Tests.Statistics.Survival;

/// <summary>Robust errors are what each unit moves the estimate: the root of the summed squares of weight times slope, here with slopes taken numerically by weighing units a little more and less.</summary>
public sealed class JackknifeTests
{
    private const double Step = 1e-5;

    private static readonly double[] Exit = [3, 5, 5, 6, 8, 8, 9, 11, 12, 12, 13, 15];
    private static readonly double[] Entry = [0, 0, 2, 0, 4, 0, 5, 0, 1, 7, 0, 3];
    private static readonly int[] Cause = [1, 0, 2, 1, 2, 1, 0, 1, 1, 0, 2, 1];
    private static readonly double[] Weights = [1, 2, 0.5, 1.5, 1, 1, 2, 1, 0.7, 1, 1.2, 1];
    private static readonly int[] Pairs = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5];
    private static readonly double[] Age = [3, 1, 4, 1.5, 5, 9, 2, 6, 5.5, 3.5, 8, 7];
    private static readonly int[] Alone = [.. Enumerable.Range(0, 12)];

    public static TheoryData<bool, bool> Ways =>
        new()
        {
            { false, false },
            { true, false },
            { false, true },
            { true, true },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Of_a_survival_curve(bool late, bool pairs)
    {
        SurvivalCurve Curve(double[] weights)
        {
            var data = FollowUp.Of(Exit, [.. Cause.Select(c => c > 0)]).Weighted(weights);
            var options = new CurveOptions { Robust = true, Clusters = pairs ? Pairs : null };
            return KaplanMeier.Of(late ? data.From(Entry) : data, options).OrThrow();
        }

        var curve = Curve(Weights);
        double[] errors = Errors(weights => [.. Curve(weights).Survival], Weights, pairs ? Pairs : Alone);
        for (var k = 0; k < curve.Times.Count; k++)
        {
            (curve.Point(k).StandardError ?? 0).ShouldBe(errors[k], 1e-7, $"step {k}");
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Of_the_incidence_of_every_cause(bool late, bool pairs)
    {
        OccupationCurves Curves(double[] weights)
        {
            var data = Multistate.Of(Alone, late ? Entry : new double[12], Exit, Cause).Weighted(weights);
            return Occupation.Of(pairs ? data.Clustered(Pairs) : data).OrThrow();
        }

        Same(Curves, Weights, pairs ? Pairs : Alone, 16);
    }

    [Fact]
    public void Of_states_that_are_left_and_entered_again_when_not_all_begin_in_the_same()
    {
        // seven people in eleven stretches over states 1, 2 and 3; four begin in 1 and three in 2
        int[] unit = [0, 0, 0, 1, 1, 2, 3, 3, 4, 5, 6];
        double[] start = [0, 2, 5, 0, 3, 0, 0, 4, 0, 0, 0];
        double[] stop = [2, 5, 9, 3, 8, 7, 4, 6, 6, 5, 9];
        int[] to = [2, 1, 0, 3, 0, 3, 1, 2, 0, 1, 0];
        int[] from = [1, 1, 1, 1, 1, 2, 2, 2, 1, 2, 1];
        double[] weights = [1, 1, 1, 2, 2, 0.5, 1, 1, 1.5, 1, 1];
        OccupationCurves Curves(double[] w) =>
            Occupation.Of(Multistate.Of(unit, start, stop, to).StartingIn(from).Weighted(w)).OrThrow();
        var curves = Curves(weights);
        curves.States.ShouldBe([1, 2, 3]);
        curves.N.ShouldBe(7);
        // weights of who begins in 1: 1, 2, 1.5 and 1; in 2: 0.5, 1 and 1
        curves.AtStart.ShouldBe([5.5 / 8, 2.5 / 8, 0], 1e-12);
        curves.At(1, 1).Value.ShouldBe(5.5 / 8, 1e-12);
        // at 2 the first goes from 1 to 2, at 3 the second from 1 to 3
        curves.At(2, 2).Value.ShouldBe(3.5 / 8, 1e-12);
        curves.At(3, 3).Value.ShouldBe(2 / 8.0, 1e-12);
        curves.AtRisk[0][0].ShouldBe(5.5, 1e-12);
        curves.Entries[1][0].ShouldBe(1, 1e-12);
        Same(Curves, weights, unit, 9);
    }

    [Fact]
    public void The_beginning_is_the_first_move_when_people_in_different_states_come_later()
    {
        // one from 1 to 2 at month 3; one in 2 since month 1; one in 1 who comes only at month 4
        var curves = Occupation
            .Of(Multistate.Of([0, 0, 1, 2], [0, 3, 1, 4], [3, 6, 6, 6], [2, 0, 0, 0]).StartingIn([1, 1, 2, 1]))
            .OrThrow();
        curves.Start.ShouldBe(3);
        curves.AtStart.ShouldBe([0.5, 0.5], 1e-12);
        curves.At(1, 3).Value.ShouldBe(0, 1e-12);
        curves.At(2, 5).Value.ShouldBe(1, 1e-12);
        curves.AtRisk[0][1].ShouldBe(1, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Of_the_hazard_ratios_of_a_Cox_regression(bool late, bool pairs)
    {
        int[] strata = [0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0];
        double[] other = [.. Age.Select((a, i) => a * i % 4)];
        double[] offset = [.. Age.Select(a => a / 20)];
        CoxFit Fit(double[] weights)
        {
            var data = FollowUp.Of(Exit, [.. Cause.Select(c => c > 0)]).Weighted(weights);
            return Cox.Fit(
                    late ? data.From(Entry) : data,
                    Matrix.OfColumns([Age, other]),
                    new()
                    {
                        Ties = CoxTies.Breslow,
                        Strata = strata,
                        Offset = offset,
                        Robust = true,
                        Clusters = pairs ? Pairs : null,
                    }
                )
                .OrThrow();
        }

        var fit = Fit(Weights);
        double[] errors = Errors(
            weights => [.. Fit(weights).Terms.Select(t => t.LogHazardRatio.Value)],
            Weights,
            pairs ? Pairs : Alone
        );
        for (var j = 0; j < 2; j++)
        {
            fit.Terms[j].LogHazardRatio.StandardError!.Value.ShouldBe(errors[j], 1e-6 * errors[j]);
        }
    }

    [Fact]
    public void Of_concordance_which_knows_only_the_order()
    {
        var data = FollowUp.Of(Exit, [.. Cause.Select(c => c > 0)]).From(Entry);
        Concordance Of(double[] weights) =>
            Cox.Fit(data.Weighted(weights), Matrix.OfColumns([Age])).OrThrow().Concordance().OrThrow();
        var error = Errors(weights => [Of(weights).Share.Value], Weights, Alone)[0];
        Of(Weights).Share.StandardError!.Value.ShouldBe(error, 1e-6);
    }

    [Fact]
    public void Two_clusters_are_the_fewest_for_a_robust_error_and_lengths_must_agree()
    {
        var data = FollowUp.Of(Exit, [.. Cause.Select(c => c > 0)]);
        var x = Matrix.OfColumns([Age]);
        int[] halves = [.. Alone.Select(i => i % 2)];
        Cox.Fit(data, x, new() { Clusters = halves }).OrThrow().N.ShouldBe(12);
        int[] few = [1, 2];
        Should.Throw<ArgumentException>(() => Cox.Fit(data, x, new() { Clusters = few }));
        Should.Throw<ArgumentException>(() => Cox.Fit(data, x, new() { Strata = few }));
        Should.Throw<ArgumentException>(() => Cox.Fit(data, x, new() { Offset = [1, 2] }));
        Should.Throw<ArgumentException>(() => Cox.Fit(data, x, new() { Names = ["a", "b"] }));
        Should.Throw<ArgumentException>(() => KaplanMeier.Of(data, new CurveOptions { Clusters = few }));
        Should.Throw<ArgumentException>(() => LogRank.Test(data, halves, null, few));
        Should.Throw<ArgumentException>(() => GrayTest.Of(data, few, 1));
        Should.Throw<ArgumentException>(() => GrayTest.Of(data, halves, 1, 0, few));
        Should.Throw<ArgumentException>(() => data.From([1, 2]));
        Should.Throw<ArgumentException>(() => Multistate.Of([1], [0], [1, 2], [1]));
        Should.Throw<ArgumentException>(() => Multistate.Of([1], [0], [1], [1, 2]));
        var one = Multistate.Of([1], [0], [1], [1]);
        Should.Throw<ArgumentException>(() => one.StartingIn(few));
        Should.Throw<ArgumentException>(() => one.Weighted([1, 2]));
        Should.Throw<ArgumentException>(() => one.Clustered(few));
    }

    /// <summary>The errors of all probabilities, and of the time in each state.</summary>
    private static void Same(Func<double[], OccupationCurves> curves, double[] weights, int[] units, double horizon)
    {
        var seen = curves(weights);
        double[] errors = Errors(w => [.. curves(w).Probability.SelectMany(p => p)], weights, units);
        double[] mine = [.. seen.StandardError.SelectMany(e => e)];
        for (var k = 0; k < mine.Length; k++)
        {
            mine[k].ShouldBe(errors[k], 1e-7, $"probability {k}");
        }

        double[] times = Errors(
            w => [.. curves(w).TimeInState(horizon).OrThrow().Select(t => t.Value)],
            weights,
            units
        );
        var spent = seen.TimeInState(horizon).OrThrow();
        for (var s = 0; s < times.Length; s++)
        {
            spent[s].StandardError!.Value.ShouldBe(times[s], 1e-6, $"time in state {s}");
        }
    }

    private static double[] Errors(Func<double[], double[]> estimate, double[] weights, int[] clusters)
    {
        var squares = new double[estimate(weights).Length];
        foreach (var rows in Enumerable.Range(0, weights.Length).GroupBy(i => clusters[i]))
        {
            // who belongs together moves together: all their weights by the same part
            double[] Moved(double part) => [.. weights.Select((w, i) => rows.Contains(i) ? w * (1 + part) : w)];
            var (more, less) = (estimate(Moved(Step)), estimate(Moved(-Step)));
            for (var k = 0; k < squares.Length; k++)
            {
                var slope = (more[k] - less[k]) / (2 * Step);
                squares[k] += slope * slope;
            }
        }

        return [.. squares.Select(Math.Sqrt)];
    }
}
