// SPDX-License-Identifier: EUPL-1.2
using System.Numerics;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Means;
using Proeftuin.Statistics.Randomisation;
using Proeftuin.Statistics.Randomness;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Randomisation;

/// <summary>Exact tests against going through all assignments or signs here, in the plainest way.</summary>
public sealed class EnumerationTests
{
    private static readonly Alternative[] Alternatives = [Alternative.TwoSided, Alternative.Greater, Alternative.Less];

    /// <summary>Whole numbers with ties, decimals, and numbers that are no decimals.</summary>
    public static TheoryData<double[]> Values =>
        new([
            [3, 0, 7, 7, 12, 1, 5, 7, 2],
            [2.5, -1.25, 0.4, 0.4, 3.01, 2.2, -1.25, 9.9, 0],
            [
                Math.Sqrt(2),
                Math.PI,
                -Math.E,
                Math.Sqrt(5),
                Math.Log(7),
                -Math.Sqrt(3),
                Math.Cbrt(11),
                0.1,
                Math.Sqrt(2),
            ],
        ]);

    [Theory]
    [MemberData(nameof(Values))]
    public void The_exact_test_of_two_groups_counts_the_choices_that_are_as_far(double[] values)
    {
        double[] ranks = [.. values.Select(v => values.Count(w => w < v) + (values.Count(w => w.Equals(v)) + 1) / 2.0)];
        foreach (var size in new[] { 1, 3, 4, 6, 8 })
        {
            // any nine people of whom these are in group 0
            int[] groups = [.. values.Select((_, i) => 2 * i % 9 < size ? 0 : 1)];
            foreach (var side in Alternatives)
            {
                PermutationTests
                    .OneWayExact(values, groups, side)
                    .OrThrow()
                    .P.ShouldBe(Chosen(values, groups, side), 1e-12);
                PermutationTests
                    .WilcoxonExact(values, groups, side)
                    .OrThrow()
                    .P.ShouldBe(Chosen(ranks, groups, side), 1e-12);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void The_exact_test_of_pairs_counts_the_signs_that_are_as_far(double[] values)
    {
        foreach (var side in Alternatives)
        {
            var test = PermutationTests.SignFlip(values, side).OrThrow();
            test.Statistic!.Value.ShouldBe(values.Sum() / 9, 1e-12);
            test.N.ShouldBe(9);
            var counted = Enumerable
                .Range(0, 1 << 9)
                .Count(signs =>
                    Far(values.Select((v, i) => (signs >> i & 1) == 1 ? v : -v).Sum(), values.Sum(), 0, side)
                );
            test.P.ShouldBe(counted / 512.0, 1e-12);
        }
    }

    [Fact]
    public void Pairs_without_a_difference_change_nothing_and_without_any_there_is_no_test()
    {
        var five = PermutationTests.SignFlip([1, 2, -1, 4, 3]).OrThrow();
        PermutationTests.SignFlip([1, 2, 0, -1, 4, 0, 3]).OrThrow().P.ShouldBe(five.P, 1e-12);
        Why(PermutationTests.SignFlip([0, 0])).ShouldBe(Obstacle.NoVariation);
        Why(PermutationTests.SignFlip([])).ShouldBe(Obstacle.TooFewUnits);
        Why(PermutationTests.SignFlip([1, double.NaN])).ShouldBe(Obstacle.NotFinite);
        // 43 numbers that are no decimals are too many; 60 whole ones are not
        double[] roots = [.. Enumerable.Range(2, 43).Select(i => Math.Sqrt(i) + Math.PI)];
        Why(PermutationTests.SignFlip(roots)).ShouldBe(Obstacle.TooManyTables);
        Why(PermutationTests.OneWayExact(roots, [.. roots.Select((_, i) => i % 2)])).ShouldBe(Obstacle.TooManyTables);
        // one pair: either sign, as far
        PermutationTests.SignFlip([5]).OrThrow().P.ShouldBe(1, 1e-12);
        PermutationTests.SignFlip([5], Alternative.Greater).OrThrow().P.ShouldBe(0.5, 1e-12);
        Why(PermutationTests.SignFlip([0])).ShouldBe(Obstacle.NoVariation);
        // tenths of sixty people are whole numbers in another unit
        double[] tenths = [.. Enumerable.Range(0, 60).Select(i => i * 37 % 23 / 10.0)];
        int[] halves = [.. tenths.Select((_, i) => i * 7 % 5 < 2 ? 0 : 1)];
        PermutationTests
            .OneWayExact(tenths, halves)
            .OrThrow()
            .P.ShouldBe(
                PermutationTests.OneWayExact([.. tenths.Select(t => Math.Round(10 * t))], halves).OrThrow().P,
                1e-9
            );
        // all sixty the same size: 40 up and 20 down is a binomial number
        double[] whole = [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? -2.0 : 2)];
        PermutationTests.SignFlip(whole, Alternative.Greater).OrThrow().P.ShouldBe(Binomial.From(40, 60, 0.5), 1e-12);
    }

    [Fact]
    public void The_asymptotic_test_is_the_sum_less_its_mean_over_its_deviation()
    {
        // group 0 has 1, 2 and 6, mean 3; all five 1, 2, 6, 4, 7, mean 4, Σ(x − 4)² = 26:
        // (9 − 12) / √(3·2/(5·4)·26)
        var test = PermutationTests.OneWay([1, 2, 6, 4, 7], [0, 0, 0, 1, 1]).OrThrow();
        var z = -3 / Math.Sqrt(3.0 * 2 / 20 * 26);
        test.Statistic!.Value.ShouldBe(z, 1e-12);
        test.DegreesOfFreedom.ShouldBeNull();
        test.P.ShouldBe(2 * Normal.Cdf(z), 1e-12);
        One(Alternative.Less).ShouldBe(Normal.Cdf(z), 1e-12);
        One(Alternative.Greater).ShouldBe(Normal.Upper(z), 1e-12);
        // three groups without ties: the quadratic form of ranks is Kruskal and Wallis's H
        double[] values = [2.1, 0.3, 5.5, 1.7, 4.2, 9.9, 3.3, 6.1, 7.4, 8.8];
        int[] groups = [0, 0, 1, 0, 1, 2, 1, 2, 0, 2];
        var (form, h) = (
            PermutationTests.Wilcoxon(values, groups).OrThrow(),
            RankTests.KruskalWallis(values, groups).OrThrow()
        );
        // ranks 3, 1, 6, 2, 5, 10, 4, 7, 8, 9: sums 14, 15 and 26 of 4, 3 and 3
        h.Statistic!.Value.ShouldBe(12.0 / 110 * (14 * 14 / 4.0 + 15 * 15 / 3.0 + 26 * 26 / 3.0) - 33, 1e-12);
        form.Statistic!.Value.ShouldBe(h.Statistic.Value, 1e-12);
        form.DegreesOfFreedom.ShouldBe(2);
        h.DegreesOfFreedom.ShouldBe(2);
        form.P.ShouldBe(Math.Exp(-h.Statistic.Value / 2), 1e-12);

        // groups that lie between each other: ranks 1, 4, 5 and 2, 3, 6 give 12/42·(100 + 121)/3 − 21
        var mixed = RankTests.KruskalWallis([1, 2, 3, 4, 5, 6], [0, 1, 1, 0, 0, 1]).OrThrow();
        mixed.Statistic!.Value.ShouldBe(1 / 21.0, 1e-12);
        mixed.P.ShouldBe(2 * Normal.Upper(Math.Sqrt(1 / 21.0)), 1e-12);

        static double One(Alternative side) =>
            PermutationTests.OneWay([1, 2, 6, 4, 7], [0, 0, 0, 1, 1], null, side).OrThrow().P;
    }

    [Fact]
    public void Blocks_add_up_and_somebody_alone_in_a_block_adds_nothing()
    {
        // block 0: 1, 5 | 3 (sum of group 0 is 6, mean 6, variance 2·1/(3·2)·8); block 1: 2 | 8 (2, mean 5, variance ½·18)
        var test = PermutationTests.OneWay([1, 5, 3, 2, 8], [0, 0, 1, 0, 1], [0, 0, 0, 1, 1]).OrThrow();
        var z = (0 - 3) / Math.Sqrt(8.0 / 3 + 9);
        test.Statistic!.Value.ShouldBe(z, 1e-12);
        var alone = PermutationTests.OneWay([1, 5, 3, 2, 8, 100], [0, 0, 1, 0, 1, 0], [0, 0, 0, 1, 1, 2]).OrThrow();
        alone.Statistic!.Value.ShouldBe(z, 1e-12);
        Why(PermutationTests.OneWay([1, 1, 2, 2], [0, 1, 0, 1], [0, 0, 1, 1])).ShouldBe(Obstacle.NoVariation);
        Why(PermutationTests.OneWay([1, 1, 2, 2, 3, 3], [0, 1, 0, 1, 2, 2], [0, 0, 1, 1, 2, 2]))
            .ShouldBe(Obstacle.NoVariation);
    }

    [Fact]
    public void Groups_that_cannot_be_compared_have_a_name()
    {
        Why(PermutationTests.OneWay([], [])).ShouldBe(Obstacle.TooFewUnits);
        Why(PermutationTests.OneWay([1, 2], [0, 0])).ShouldBe(Obstacle.TooFewGroups);
        Why(PermutationTests.OneWay([1, 2], [0, 2])).ShouldBe(Obstacle.EmptyGroup);
        Why(PermutationTests.OneWay([1, 1], [0, 1])).ShouldBe(Obstacle.NoVariation);
        Why(PermutationTests.OneWay([1, double.NaN], [0, 1])).ShouldBe(Obstacle.NotFinite);
        Why(PermutationTests.Wilcoxon([1, double.NaN], [0, 1])).ShouldBe(Obstacle.NotFinite);
        Why(PermutationTests.WilcoxonExact([1, double.NaN], [0, 1])).ShouldBe(Obstacle.NotFinite);
        Why(PermutationTests.OneWayExact([1, 1], [0, 1])).ShouldBe(Obstacle.NoVariation);
        Why(RankTests.Wilcoxon([1, 1], [0, 1])).ShouldBe(Obstacle.NoVariation);
        Why(RankTests.KruskalWallis([1, 2], [0, 0])).ShouldBe(Obstacle.TooFewGroups);
        Should.Throw<ArgumentException>(() => PermutationTests.OneWayExact([1, 2, 3], [0, 1, 2]));
        Should.Throw<ArgumentException>(() => RankTests.Wilcoxon([1, 2, 3], [0, 1, 2]));
        Should.Throw<ArgumentException>(() => PermutationTests.OneWay([1, 2, 3], [0, 1, -1]));
        Should.Throw<ArgumentException>(() => PermutationTests.OneWay([1, 2, 3], [0, 1]));
        Should.Throw<ArgumentException>(() => PermutationTests.OneWay([1, 2, 3], [0, 1, 1], [0, 0]));
    }

    [Fact]
    public void Wilcoxons_normal_approximation_by_hand_on_every_side()
    {
        // W = 3 of 4·5 pairs: mean 10, variance 4·5·10/12
        double[] values = [1.1, 2.2, 3.3, 4.4, 2.5, 3.5, 4.5, 5.5, 6.5];
        int[] groups = [0, 0, 0, 0, 1, 1, 1, 1, 1];
        var deviation = Math.Sqrt(200.0 / 12);
        P(Alternative.TwoSided, true).ShouldBe(2 * Normal.Cdf(-6.5 / deviation), 1e-12);
        P(Alternative.Less, true).ShouldBe(Normal.Cdf(-6.5 / deviation), 1e-12);
        P(Alternative.Greater, true).ShouldBe(Normal.Upper(-7.5 / deviation), 1e-12);
        P(Alternative.TwoSided, false).ShouldBe(2 * Normal.Cdf(-7 / deviation), 1e-12);
        RankTests.Wilcoxon(values, groups).OrThrow().Statistic.ShouldBe(3);
        // with W in the middle nothing is corrected and p is 1
        RankTests.Wilcoxon([1, 4, 2, 3], [0, 0, 1, 1]).OrThrow().P.ShouldBe(1, 1e-12);
        // 1 and 2 against 1, 2 and 2: half a pair for the 1, one and two halves for the 2; Σ(t³ − t) = 6 + 24
        var tied = RankTests.Wilcoxon([1, 2, 1, 2, 2], [0, 0, 1, 1, 1], Alternative.Less, false).OrThrow();
        tied.Statistic.ShouldBe(2.5);
        tied.P.ShouldBe(Normal.Cdf(-0.5 / Math.Sqrt(2.0 * 3 / 12 * (6 - 30.0 / 20))), 1e-12);

        double P(Alternative side, bool continuity) => RankTests.Wilcoxon(values, groups, side, continuity).OrThrow().P;
    }

    [Fact]
    public void Each_statistic_is_what_its_definition_says()
    {
        double[] y = [1, 2, 3, 2, 4, 5, 7, 9, 100];
        int[] arms = [0, 0, 0, 1, 1, 2, 2, 2, Declaration.NotDrawn];
        // means 2, 3 and 7, grand mean 33/8: between 40.875 over 2, within 12 over 5
        new Statistic.BetweenArms(3)
            .Of(y, arms)
            .ShouldBe(40.875 / 2 / (12.0 / 5), 1e-12);
        new Statistic.DifferenceInMeans(2, 0).Of(y, arms).ShouldBe(5, 1e-12);
        // ranks among the six who play: 1, 2, 3 and 4, 5, 6
        new Statistic.DifferenceInRanks(2, 0)
            .Of(y, arms)
            .ShouldBe(3, 1e-12);
        var welch = TTest.Welch([5, 7, 9], [2, 4], 0.95).OrThrow().Test.Statistic!.Value;
        new Statistic.Studentised(2, 1).Of(y, arms).ShouldBe(welch, 1e-12);
        new Statistic.Studentised(1, 0).Of([3, 3, 3, 4, 4], [0, 0, 0, 1, 1]).ShouldBe(double.NaN);
        new Statistic.BetweenArms(2).Of([3, 3, 4, 4], [0, 0, 1, 1]).ShouldBe(double.NaN);
        // blocks 0 (arms 2 and 0: 6 − 2 over four) and 1 (9 − 3 over two); block 2 has only another arm
        new Statistic.BlockedDifference(2, 0, [0, 0, 1, 2, 2, 0, 0, 1, 1])
            .Of(y, arms)
            .ShouldBe((4 * (6 - 1.5) + 2 * (9 - 3)) / 6, 1e-12);
    }

    [Fact]
    public void What_is_left_after_dividing_equally_can_go_to_every_set_of_arms()
    {
        // 5 = 2 + 2 + 1 in three ways, 7 among 4 arms: one arm has one, 8 among 5: three arms have two
        Count(5, 3).ShouldBe(3 * 30);
        Count(7, 4).ShouldBe(4 * 630);
        Count(8, 5).ShouldBe(10 * 5040);

        static double Count(int units, int arms)
        {
            int[] drawn = [.. Enumerable.Range(0, units).Select(i => i % arms)];
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var test = RandomisationInference
                .Test(
                    [.. drawn.Select((_, i) => (double)(1 << i))],
                    drawn,
                    new Declaration.Equal(units, arms),
                    new Recording(seen)
                )
                .OrThrow();
            seen.Count.ShouldBe((int)test.Draws);
            return test.Draws;
        }
    }

    [Fact]
    public void Two_assignments_are_the_fewest_that_can_be_compared()
    {
        var test = RandomisationInference
            .Test([1, 2], [0, 1], new Declaration.Complete(2, [1, 1]), new Statistic.DifferenceInMeans(1, 0))
            .OrThrow();
        (test.Draws, test.P, test.PGreater, test.PLess).ShouldBe((2, 1, 0.5, 1));
    }

    [Fact]
    public void Numbers_that_are_equal_but_for_rounding_count_as_equal_whatever_their_size()
    {
        // tenths and sevenths add up to the same number in many ways, which the last digits do not know
        int[] whole = [1, 2, 3, 4, 5, 6, 7, 8, 3, 6];
        int[] arms = [1, 0, 0, 1, 0, 1, 0, 0, 1, 0];
        var counted = Chosen([.. whole.Select(v => (double)v)], [.. arms.Select(arm => 1 - arm)], Alternative.TwoSided);
        foreach (var size in (double[])[1e-9, 0.1, 1 / 7.0, 1e7 / 3, 1e12 / 7])
        {
            RandomisationInference
                .Test(
                    [.. whole.Select(v => v * size)],
                    arms,
                    new Declaration.Complete(10, [6, 4]),
                    new Statistic.DifferenceInMeans(1, 0)
                )
                .OrThrow()
                .P.ShouldBe(counted, 1e-12);
        }
    }

    [Fact]
    public void Independent_draws_are_weighed_also_among_three_arms_with_the_third_left_out()
    {
        // arms 0 and 1 with shares 0.5 and 0.2: among those who play 5/7 and 2/7
        double[] y = [3, 8, 1, 6, 50];
        int[] arms = [0, 1, 0, 1, 2];
        var test = RandomisationInference
            .Test(y, arms, new Declaration.Simple(5, [0.5, 0.2, 0.3]), new Statistic.DifferenceInMeans(1, 0))
            .OrThrow();
        var (far, low, all) = (0.0, 0.0, 0.0);
        for (var set = 1; set < 15; set++)
        {
            double[] first = [.. Enumerable.Range(0, 4).Where(i => (set >> i & 1) == 1).Select(i => y[i])];
            double[] second = [.. Enumerable.Range(0, 4).Where(i => (set >> i & 1) == 0).Select(i => y[i])];
            var weight = Math.Pow(2 / 7.0, first.Length) * Math.Pow(5 / 7.0, second.Length);
            var difference = first.Average() - second.Average();
            all += weight;
            far += Math.Abs(difference) >= 5 - 1e-9 ? weight : 0;
            low += difference <= 5 + 1e-9 ? weight : 0;
        }

        test.P.ShouldBe(far / all, 1e-12);
        test.PLess.ShouldBe(low / all, 1e-12);
        test.Null.Quantile(0).ShouldBe(test.Null.Values[0]);
        test.Null.Quantile(1).ShouldBe(test.Null.Values[^1]);
        test.N.ShouldBe(4);
    }

    [Fact]
    public void A_zero_one_outcome_keeps_only_the_tables_that_can_be()
    {
        // seven events among four and six: at least one in the first group, at most four
        double[] outcomes = [1, 1, 1, 1, 1, 1, 1, 0, 0, 0];
        int[] arms = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0];
        var test = RandomisationInference
            .Test(outcomes, arms, new Declaration.Complete(10, [6, 4]), new Statistic.DifferenceInMeans(1, 0))
            .OrThrow();
        test.Null.Values.Count.ShouldBe(4);
        test.Null.Values[0].ShouldBe(0.25 - 1, 1e-12);
        test.Null.Values[^1].ShouldBe(1 - 0.5, 1e-12);
        // four of four: C(6, 3)/C(10, 7); one of four lies further: C(4, 1)·C(6, 6)/C(10, 7)
        test.PGreater.ShouldBe(20.0 / 120, 1e-12);
        test.P.ShouldBe(24.0 / 120, 1e-12);
        test.Draws.ShouldBe(210);
        test.Null.Mean.ShouldBe(0, 1e-12);
        // the median of weights 4, 36, 60, 20
        test.Null.Quantile(0.5).ShouldBe(0.75 - 4 / 6.0, 1e-12);
        test.Null.Quantile(0.3).ShouldBe(0.5 - 5 / 6.0, 1e-12);
        Should.Throw<ArgumentOutOfRangeException>(() => test.Null.Quantile(1.1));
        Should.Throw<ArgumentOutOfRangeException>(() => test.Null.Quantile(-0.1));
    }

    private static double Chosen(double[] values, int[] groups, Alternative side)
    {
        var size = groups.Count(group => group == 0);
        var seen = values.Where((_, i) => groups[i] == 0).Sum();
        int[] sets =
        [
            .. Enumerable.Range(0, 1 << values.Length).Where(set => BitOperations.PopCount((uint)set) == size),
        ];
        return (double)
                sets.Count(set =>
                    Far(values.Where((_, i) => (set >> i & 1) == 1).Sum(), seen, size * values.Average(), side)
                ) / sets.Length;
    }

    private static bool Far(double sum, double seen, double middle, Alternative side) =>
        side switch
        {
            Alternative.Greater => sum >= seen - 1e-8,
            Alternative.Less => sum <= seen + 1e-8,
            _ => Math.Abs(sum - middle) >= Math.Abs(seen - middle) - 1e-8,
        };

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => default(Obstacle?), why => why);

    /// <summary>Notes every assignment it is asked about.</summary>
    private sealed record Recording(HashSet<string> Seen) : Statistic
    {
        public override double Of(ReadOnlySpan<double> outcomes, ReadOnlySpan<int> arms)
        {
            Seen.Add(string.Join(',', arms.ToArray()));
            return arms[0];
        }
    }
}
