// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Proportions;
using Proeftuin.Statistics.Randomisation;
using Proeftuin.Statistics.Randomness;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Randomisation;

public sealed class RandomisationPropertyTests
{
    private static readonly Statistic Means = new Statistic.DifferenceInMeans(1, 0);
    private static readonly Redrawing NeverExact = new() { ExactUpTo = 0, Draws = 20_000 };

    /// <summary>Outcomes of ten people in two arms of four and six.</summary>
    private static readonly Arbitrary<double[]> Ten = Gen.Choose(-500, 500)
        .Select(x => x / 7.0)
        .ArrayOf(10)
        .Where(values => values.Distinct().Count() > 2)
        .ToArbitrary();

    private static readonly int[] Arms = [1, 0, 0, 1, 0, 1, 0, 0, 1, 0];
    private static readonly Declaration Complete = new Declaration.Complete(10, [6, 4]);

    [Fact]
    public void Adding_a_constant_to_everybody_changes_nothing() =>
        Holds(
            (values, test) =>
                Same(test, Exact([.. values.Select(v => v + 1000)]))
                && Same(test, Exact([.. values.Select(v => v * 3)]))
        );

    [Fact]
    public void Swapping_the_arms_swaps_the_one_sided_p_values() =>
        Holds(
            (values, test) =>
            {
                var other = RandomisationInference
                    .Test(values, Arms, Complete, new Statistic.DifferenceInMeans(0, 1))
                    .OrThrow();
                return Math.Abs(other.PGreater - test.PLess) < 1e-12 && Math.Abs(other.P - test.P) < 1e-12;
            }
        );

    [Fact]
    public void The_order_of_the_rows_does_not_matter() =>
        Holds(
            (values, test) =>
            {
                var turned = RandomisationInference
                    .Test([.. values.Reverse()], [.. Arms.Reverse()], Complete, Means)
                    .OrThrow();
                return Math.Abs(turned.P - test.P) < 1e-12;
            }
        );

    [Fact]
    public void Four_ways_to_the_exact_p_value_agree() =>
        Holds(
            (values, test) =>
            {
                var halves = PermutationTests.OneWayExact(values, Arms).OrThrow().P;
                var whole = values.Select(v => Math.Round(7 * v)).ToArray();
                return Math.Abs(halves - test.P) < 1e-9
                    && Math.Abs(PermutationTests.OneWayExact(whole, Arms).OrThrow().P - test.P) < 1e-9
                    && Math.Abs(Exact(whole).P - test.P) < 1e-9
                    && test.P is > 0 and <= 1;
            }
        );

    [Fact]
    public void The_interval_is_where_the_test_does_not_reject() =>
        Holds(
            (values, _) =>
            {
                var interval = RandomisationInference.Interval(values, Arms, Complete, Means, 0.9).OrThrow().Interval;
                var width = interval.Upper - interval.Lower;
                return P(interval.Lower - 1e-3 * width) <= 0.1
                    && P(interval.Upper + 1e-3 * width) <= 0.1
                    && P(interval.Lower + 1e-9 * width) > 0.1
                    && P(interval.Upper - 1e-9 * width) > 0.1;

                double P(double effect) =>
                    RandomisationInference.Test(values, Arms, Complete, Means, effect: effect).OrThrow().P;
            }
        );

    [Theory]
    [InlineData(4)]
    [InlineData(25)]
    [InlineData(90)]
    public void Redrawing_agrees_with_the_exact_answer_within_its_error(int inFirst)
    {
        // whole numbers of a hundred people: exact by the shift algorithm, redrawn by the fast path
        var random = Xoshiro256.Stream(11, (ulong)inFirst);
        double[] values = [.. Enumerable.Range(0, 100).Select(i => random.Below(30) + (i < inFirst ? 3.0 : 0))];
        int[] arms = [.. Enumerable.Range(0, 100).Select(i => i < inFirst ? 1 : 0)];
        var exact = PermutationTests.OneWayExact(values, [.. arms.Select(arm => 1 - arm)]).OrThrow().P;
        var declared = new Declaration.Complete(100, [100 - inFirst, inFirst]);
        var redrawn = RandomisationInference.Test(values, arms, declared, Means, NeverExact).OrThrow();
        redrawn.P.ShouldBe(exact, 4 * redrawn.MonteCarloError!.Value + 1.0 / 20_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(99)]
    public void Everybody_is_equally_often_in_a_group_that_always_has_its_size(int size)
    {
        // with one unit worth 1 the difference says whether it is in: 1/size, or −1/others; a wrong size would show
        int[] arms = [.. Enumerable.Range(0, 100).Select(i => i < size ? 1 : 0)];
        foreach (var unit in new[] { 0, 63, 64, 99 })
        {
            var values = new double[100];
            values[unit] = 1;
            var redrawn = RandomisationInference
                .Test(values, arms, new Declaration.Complete(100, [100 - size, size]), Means, NeverExact)
                .OrThrow()
                .Null.Values;
            var share = size / 100.0;
            redrawn.ShouldAllBe(t => Math.Abs(t - 1.0 / size) < 1e-12 || Math.Abs(t + 1.0 / (100 - size)) < 1e-12);
            ((double)redrawn.Count(t => t > 0) / redrawn.Count).ShouldBe(
                share,
                4.5 * Math.Sqrt(share * (1 - share) / redrawn.Count)
            );
        }
    }

    [Fact]
    public void A_zero_one_outcome_gets_the_hypergeometric_answer_whatever_the_size()
    {
        double[] outcomes = [.. Enumerable.Range(0, 189).Select(i => i < 26 || (i >= 98 && i < 113) ? 1.0 : 0)];
        int[] arms = [.. Enumerable.Range(0, 189).Select(i => i < 98 ? 1 : 0)];
        var test = RandomisationInference
            .Test(outcomes, arms, new Declaration.Complete(189, [91, 98]), Means)
            .OrThrow();
        test.IsExact.ShouldBeTrue();
        test.P.ShouldBe(ExactTests.Permutation(new(26, 98), new(15, 91)).OrThrow().P, 1e-12);
        var redrawn = RandomisationInference
            .Test(outcomes, arms, new Declaration.Complete(189, [91, 98]), Means, NeverExact)
            .OrThrow();
        redrawn.P.ShouldBe(test.P, 4 * redrawn.MonteCarloError!.Value);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var random = Xoshiro256.Stream(3, 1);
        double[] values = [.. Enumerable.Range(0, 60).Select(_ => random.Normal())];
        int[] arms = [.. Enumerable.Range(0, 60).Select(i => i % 3)];
        Declaration[] designs = [new Declaration.Complete(60, [20, 20, 20]), new Declaration.Equal(60, 3)];
        foreach (var design in designs)
        {
            foreach (var statistic in new[] { Means, new Statistic.BetweenArms(3) })
            {
                var how = new Redrawing { Draws = 5_500 };
                var parallel = RandomisationInference.Test(values, arms, design, statistic, how).OrThrow();
                RandomisationTest? alone = null;
                var thread = new Thread(() =>
                    alone = RandomisationInference.Test(values, arms, design, statistic, how).OrThrow()
                );
                thread.Start();
                thread.Join();
                alone!.Null.Values.ShouldBe(parallel.Null.Values);
            }
        }
    }

    private static RandomisationTest Exact(double[] values) =>
        RandomisationInference.Test(values, Arms, Complete, Means).OrThrow();

    private static bool Same(RandomisationTest a, RandomisationTest b) =>
        Math.Abs(a.P - b.P) < 1e-12 && Math.Abs(a.PGreater - b.PGreater) < 1e-12;

    private static void Holds(Func<double[], RandomisationTest, bool> property) =>
        Prop.ForAll(Ten, values => property(values, Exact(values))).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
}
