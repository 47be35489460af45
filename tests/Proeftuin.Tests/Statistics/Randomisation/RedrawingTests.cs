// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Randomisation;
using Proeftuin.Statistics.Randomness;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Randomisation;

/// <summary>What is redrawn must be what enumeration gives, within the error of chance; and tests taken together must follow their definition.</summary>
public sealed class RedrawingTests
{
    private static readonly Redrawing Drawn = new() { ExactUpTo = 0, Draws = 20_000 };
    private static readonly Statistic Means = new Statistic.DifferenceInMeans(1, 0);

    [Fact]
    public void Tests_taken_together_are_those_of_going_through_all_draws()
    {
        double[] y = [2, 3.5, 9, 4, 1, 7];
        int[] arms = [0, 0, 1, 1, 2, 2];
        int[][] draws = [.. Draws(arms)];
        draws.Length.ShouldBe(90);
        (int First, int Second)[] pairs = [(1, 0), (2, 0), (2, 1)];
        double[][] values = [.. pairs.Select(pair => draws.Select(d => Difference(y, d, pair)).ToArray())];
        double[] deviations = [.. values.Select(row => Math.Sqrt(row.Sum(v => v * v) / row.Length))];
        double[] seen = [.. pairs.Select((pair, h) => Math.Abs(Difference(y, arms, pair)) / deviations[h])];
        double Share(Func<int, bool> counts) => Enumerable.Range(0, 90).Count(counts) / 90.0;
        double Size(int h, int draw) => Math.Abs(values[h][draw]) / deviations[h];

        var tests = MaxT.Test(
                [.. pairs.Select(p => new Hypothesis(y, new Statistic.DifferenceInMeans(p.First, p.Second)))],
                arms,
                new Declaration.Complete(6, [2, 2, 2]),
                new Redrawing { ExactUpTo = 90, Draws = 10 }
            )
            .OrThrow();

        int[] order = [.. Enumerable.Range(0, 3).OrderByDescending(h => seen[h])];
        double above = 0;
        for (var place = 0; place < 3; place++)
        {
            var h = order[place];
            tests[h].Observed.ShouldBe(Difference(y, arms, pairs[h]), 1e-12);
            tests[h].Standardised.ShouldBe(seen[h], 1e-9);
            tests[h].P.ShouldBe(Share(d => Size(h, d) >= seen[h] - 1e-8), 1e-12);
            tests[h].SingleStep.ShouldBe(Share(d => order.Max(other => Size(other, d)) >= seen[h] - 1e-8), 1e-12);
            above = Math.Max(above, Share(d => order[place..].Max(other => Size(other, d)) >= seen[h] - 1e-8));
            tests[h].StepDown.ShouldBe(above, 1e-12);
        }
    }

    [Fact]
    public void Tests_taken_together_by_redrawing_agree_with_enumeration()
    {
        // differences that hardly any two draws share, so that no tie falls on the wrong side of the redrawn mean
        double[] y = [2, 3.57, 9.21, 4.43, 1.09, 7.71, 8.34, 2.66, 6.15, 3.02, 5.48];
        int[] arms = [0, 0, 1, 1, 2, 2, 1, 0, 2, 0, 1];
        Hypothesis[] two = [new(y, Means), new(y, new Statistic.DifferenceInMeans(2, 0))];
        var declared = new Declaration.Complete(11, [4, 4, 3]);
        var exact = MaxT.Test(two, arms, declared).OrThrow();
        var drawn = MaxT.Test(two, arms, declared, Drawn).OrThrow();
        for (var h = 0; h < 2; h++)
        {
            Near(drawn[h].P, exact[h].P);
            Near(drawn[h].SingleStep, exact[h].SingleStep);
            Near(drawn[h].StepDown, exact[h].StepDown);
        }
    }

    [Fact]
    public void Draws_in_which_an_arm_is_empty_count_for_none_of_the_tests_taken_together()
    {
        // each into arm 1 with chance ¼; outcomes 1, 2 and 4, third in arm 1: see the test of the declaration
        var declared = new Declaration.Simple(3, [0.75, 0.25]);
        var one = MaxT.Test([new Hypothesis([1, 2, 4], Means)], [0, 0, 1], declared).OrThrow()[0];
        // differences of {3} 2.5, {1} −2, {2} −0.5 with weight 9, of their complements 0.5, 2, −2.5 with weight 3;
        // mean (9·(2.5 − 2 − 0.5) + 3·(0.5 + 2 − 2.5))/36 = 0, so |d| ≥ 2.5 has weight 9 + 3
        one.P.ShouldBe(12.0 / 36, 1e-12);
        one.SingleStep.ShouldBe(12.0 / 36, 1e-12);
        one.Standardised.ShouldBe(2.5 / Math.Sqrt((9 * (6.25 + 4 + 0.25) + 3 * (0.25 + 4 + 6.25)) / 36), 1e-12);
        Near(MaxT.Test([new Hypothesis([1, 2, 4], Means)], [0, 0, 1], declared, Drawn).OrThrow()[0].P, 12.0 / 36);
    }

    [Fact]
    public void When_no_redraw_comes_near_the_p_value_is_one_over_the_draws_and_one()
    {
        double[] y = [.. Enumerable.Range(0, 60).Select(i => i + (i < 30 ? 1000.0 : 0))];
        int[] arms = [.. Enumerable.Range(0, 60).Select(i => i < 30 ? 1 : 0)];
        var test = RandomisationInference
            .Test(y, arms, new Declaration.Complete(60, [30, 30]), Means, Drawn with { Draws = 499 })
            .OrThrow();
        test.P.ShouldBe(1 / 500.0, 1e-15);
        test.PGreater.ShouldBe(1 / 500.0, 1e-15);
        test.PLess.ShouldBe(1, 1e-15);
        test.MonteCarloError!.Value.ShouldBe(Math.Sqrt(1 / 500.0 * (499 / 500.0) / 499), 1e-15);
        test.Draws.ShouldBe(499);
        test.Null.Values.Count.ShouldBe(499);
        // and for what the alternative asks
        foreach (var (side, p) in new[] { (Alternative.Greater, test.PGreater), (Alternative.Less, test.PLess) })
        {
            var how = Drawn with { Draws = 499, Alternative = side };
            RandomisationInference
                .Test(y, arms, new Declaration.Complete(60, [30, 30]), Means, how)
                .OrThrow()
                .P.ShouldBe(p);
        }
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1.5)]
    public void A_difference_within_blocks_is_redrawn_as_it_is_enumerated(double effect)
    {
        int[] blocks = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
        int[] arms = [1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 0];
        double[] y =
        [
            .. new[] { 1.2, 0.3, 2.5, 3.1, 0.9, 1.1, 7.2, 5.5, 6.1, 8.4, 6.6 }.Select((v, i) => v + effect * arms[i]),
        ];
        var declared = new Declaration.Blocked(
            blocks,
            [
                [4, 2],
                [2, 3],
            ]
        );
        // the second is no difference within the blocks of the draw, and is redrawn the slow way
        foreach (
            var statistic in new[]
            {
                new Statistic.BlockedDifference(1, 0, blocks),
                Means,
                new Statistic.Studentised(1, 0),
            }
        )
        {
            var exact = RandomisationInference.Test(y, arms, declared, statistic).OrThrow();
            var drawn = RandomisationInference.Test(y, arms, declared, statistic, Drawn).OrThrow();
            exact.Draws.ShouldBe(150);
            Near(drawn.P, exact.P);
            Near(drawn.PGreater, exact.PGreater);
            drawn.Null.Mean.ShouldBe(exact.Null.Mean, 5 * exact.Null.Spread / Math.Sqrt(20_000));
            drawn.Null.Spread.ShouldBe(exact.Null.Spread, 0.05 * exact.Null.Spread);
            HashSet<double> possible = [.. exact.Null.Values.Select(value => Math.Round(value, 6))];
            drawn.Null.Values.Where(value => !possible.Contains(Math.Round(value, 6))).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Clusters_and_independent_draws_are_redrawn_as_they_are_enumerated()
    {
        double[] y = [1, 4, 2, 8, 5, 7, 3, 9];
        (Declaration Declared, int[] Arms)[] designs =
        [
            (
                new Declaration.Clustered([0, 0, 1, 2, 2, 3, 4, 4], new Declaration.Complete(5, [3, 2])),
                [0, 0, 1, 0, 0, 1, 0, 0]
            ),
            (new Declaration.Simple(8, [0.3, 0.7]), [0, 1, 1, 1, 0, 1, 1, 0]),
            (new Declaration.Equal(8, 3), [0, 1, 2, 0, 1, 2, 0, 1]),
            (new Declaration.BlockedEqual([0, 0, 0, 1, 1, 1, 1, 1], 2), [0, 1, 1, 1, 0, 1, 0, 0]),
        ];
        foreach (var (declared, arms) in designs)
        {
            var exact = RandomisationInference.Test(y, arms, declared, Means).OrThrow();
            var drawn = RandomisationInference.Test(y, arms, declared, Means, Drawn).OrThrow();
            (exact.IsExact, drawn.IsExact).ShouldBe((true, false));
            Near(drawn.P, exact.P);
            Near(drawn.PGreater, exact.PGreater);
            Near(drawn.PLess, exact.PLess);
            drawn.Null.Spread.ShouldBe(exact.Null.Spread, 0.05 * exact.Null.Spread);
        }
    }

    [Fact]
    public void An_interval_by_redrawing_is_nearly_that_of_enumeration()
    {
        double[] y = [1.2, 0.3, 2.5, 3.1, 0.9, 1.1, 4.2, 5.5, 3.3, 2.4];
        int[] arms = [0, 0, 0, 1, 0, 0, 1, 1, 1, 1];
        var declared = new Declaration.Complete(10, [5, 5]);
        var exact = RandomisationInference.Interval(y, arms, declared, Means, 0.8).OrThrow();
        var drawn = RandomisationInference.Interval(y, arms, declared, Means, 0.8, Drawn).OrThrow();
        exact.Value.ShouldBe(18.5 / 5 - 6 / 5.0, 1e-12);
        drawn.Interval.Lower.ShouldBe(exact.Interval.Lower, 0.15);
        drawn.Interval.Upper.ShouldBe(exact.Interval.Upper, 0.15);
        // the ends are where the test itself changes its mind
        foreach (var (end, outside) in new[] { (exact.Interval.Lower, -1), (exact.Interval.Upper, 1) })
        {
            P(end + outside * 1e-6).ShouldBeLessThanOrEqualTo(0.2);
            P(end - outside * 1e-6).ShouldBeGreaterThan(0.2);
        }

        double P(double effect) => RandomisationInference.Test(y, arms, declared, Means, effect: effect).OrThrow().P;
    }

    [Fact]
    public void Very_many_people_are_redrawn_with_groups_of_the_declared_size()
    {
        // everybody has 1 and one person 2: whatever is drawn, a group of 7000 adds up to 7000 or 7001
        const int People = 20_000;
        const int Treated = 7_000;
        int[] arms = [.. Enumerable.Range(0, People).Select(i => i < Treated ? 1 : 0)];
        foreach (var special in new[] { 5, 16_383, 19_990 })
        {
            double[] y = [.. Enumerable.Repeat(1.0, People)];
            y[special] = 2;
            var values = RandomisationInference
                .Test(
                    y,
                    arms,
                    new Declaration.Complete(People, [People - Treated, Treated]),
                    Means,
                    Drawn with
                    {
                        Draws = 200,
                    }
                )
                .OrThrow()
                .Null.Values;
            values.ShouldAllBe(d =>
                Math.Abs(d - 1.0 / Treated) < 1e-9 || Math.Abs(d + 1.0 / (People - Treated)) < 1e-9
            );
            (values.Count(d => d > 0) / 200.0).ShouldBe(0.35, 4.5 * Math.Sqrt(0.35 * 0.65 / 200));
        }
    }

    private static void Near(double drawn, double exact) =>
        drawn.ShouldBe(exact, 4.5 * Math.Sqrt(exact * (1 - exact) / 20_000) + 1.0 / 20_000);

    private static double Difference(double[] y, int[] arms, (int First, int Second) pair) =>
        y.Where((_, i) => arms[i] == pair.First).Average() - y.Where((_, i) => arms[i] == pair.Second).Average();

    /// <summary>All different orders of these arms.</summary>
    private static IEnumerable<int[]> Draws(int[] arms) =>
        arms.Length == 0
            ?
            [
                [],
            ]
            : arms.Distinct()
                .SelectMany(first =>
                {
                    var left = arms.ToList();
                    left.Remove(first);
                    return Draws([.. left]).Select(rest => (int[])[first, .. rest]);
                });
}
