// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Randomisation;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Randomisation;

public sealed class DeclarationTests
{
    private const int No = Declaration.NotDrawn;
    private static readonly Statistic Means = new Statistic.DifferenceInMeans(1, 0);

    [Fact]
    public void The_number_of_assignments_is_what_counting_says()
    {
        // 12!/(3!⁴), in two blocks 4!/(2!2!) · 6!/(3!3!), five clusters of which two, and 5 in 2 arms: C(5,2) twice
        Draws(new Declaration.Complete(6, [2, 2, 2]), [0, 0, 1, 1, 2, 2], new Statistic.BetweenArms(3)).ShouldBe(90);
        Draws(
                new Declaration.Blocked(
                    [0, 0, 0, 0, 1, 1, 1, 1, 1, 1],
                    [
                        [2, 2],
                        [3, 3],
                    ]
                ),
                [0, 0, 1, 1, 0, 0, 0, 1, 1, 1]
            )
            .ShouldBe(120);
        Draws(
                new Declaration.Clustered([0, 0, 1, 1, 2, 2, 3, 4], new Declaration.Complete(5, [3, 2])),
                [0, 0, 0, 0, 0, 0, 1, 1]
            )
            .ShouldBe(10);
        Draws(new Declaration.Equal(5, 2), [0, 0, 0, 1, 1]).ShouldBe(20);
        Draws(new Declaration.BlockedEqual([0, 0, 0, 1, 1, 1], 2), [0, 0, 1, 1, 1, 0]).ShouldBe(36);
    }

    [Fact]
    public void Who_was_not_drawn_does_not_take_part()
    {
        // ten people, four drawn, two in each arm: given the sample six assignments remain
        var declared = Declaration.SampleThenAssign(10, 2, 2);
        Draws(declared, [No, 0, No, 1, No, 0, No, 1, No, No]).ShouldBe(6);
    }

    [Fact]
    public void A_comparison_of_two_arms_leaves_the_third_alone()
    {
        var declared = new Declaration.Complete(7, [2, 2, 3]);
        Draws(declared, [0, 0, 1, 1, 2, 2, 2]).ShouldBe(6);
        // what the third arm has does not matter, and need not be known
        var with = Test(declared, [0, 0, 1, 1, 2, 2, 2], [1, 4, 9, 2, 100, 100, 100]);
        var without = Test(declared, [0, 0, 1, 1, 2, 2, 2], [1, 4, 9, 2, 7, double.NaN, 7]);
        without.P.ShouldBe(with.P);
    }

    [Fact]
    public void A_lottery_for_places_redraws_only_among_those_who_applied()
    {
        // two lists: four applied for two places, two applied for three places; two did not apply
        var declared = Declaration.Oversubscription([0, 0, 0, 0, 1, 1, No, No], [2, 3]);
        Draws(declared, [1, 0, 1, 0, 1, 1, No, No]).ShouldBe(6);
        Why(declared, [1, 0, 1, 0, 1, 0, No, No]).ShouldBe(Obstacle.DesignDoesNotFit);
        Why(declared, [1, 1, 1, 0, 1, 1, No, No]).ShouldBe(Obstacle.DesignDoesNotFit);
        Why(Declaration.Oversubscription([0, 0, 0], [5]), [1, 1, 1]).ShouldBe(Obstacle.EmptyGroup);
    }

    [Fact]
    public void Independent_draws_weigh_each_assignment_by_its_chance()
    {
        // three people, 1 in 4 into arm 1; the outcome is 1, 2, 4. Six assignments leave no arm empty.
        // P(T ≥ observed) for {third person}: only itself has the highest difference, 4 − 1.5:
        // weight ¼·¾² against 3·(¼·¾²) + 3·(¼²·¾): 9/36
        var test = Test(new Declaration.Simple(3, [0.75, 0.25]), [0, 0, 1], [1, 2, 4]);
        test.PGreater.ShouldBe(9.0 / 36, 1e-12);
        test.Warnings.ShouldBe([Warning.EmptyArmsSetAside]);
    }

    [Fact]
    public void A_cluster_moves_as_a_whole()
    {
        // households of two with one outcome: as three units of which one is treated
        var clustered = Test(
            new Declaration.Clustered([0, 0, 1, 1, 2, 2], new Declaration.Complete(3, [2, 1])),
            [0, 0, 0, 0, 1, 1],
            [1, 1, 2, 2, 4, 4]
        );
        clustered.P.ShouldBe(1.0 / 3, 1e-12);
        Why(new Declaration.Clustered([0, 0, 1], new Declaration.Complete(2, [1, 1])), [0, 1, 1])
            .ShouldBe(Obstacle.DesignDoesNotFit);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_design_that_does_not_fit_is_an_obstacle_and_never_p_is_1(Declaration declared, int[] arms) =>
        Why(declared, arms).ShouldBe(Obstacle.DesignDoesNotFit);

    public static TheoryData<Declaration, int[]> Impossible =>
        new()
        {
            { new Declaration.Complete(4, [3, 2]), [0, 0, 1, 1] },
            { new Declaration.Complete(4, [3, 1]), [0, 0, 1, 1] },
            { new Declaration.Complete(4, [3, -1]), [0, 0, 1, 1] },
            { new Declaration.Complete(5, [2, 2]), [0, 0, 1, 1] },
            { new Declaration.Complete(0, []), [0, 0, 1, 1] },
            { new Declaration.Complete(4, []), [No, No, No, No] },
            {
                new Declaration.Clustered(
                    [0, 0, 1, 1],
                    new Declaration.Clustered([0, 1], new Declaration.Complete(2, [1, 1]))
                ),
                [0, 0, 1, 1]
            },
            { new Declaration.Equal(4, 1), [0, 0, 1, 1] },
            { new Declaration.Equal(4, 2), [0, 1, 1, 1] },
            { new Declaration.Simple(4, [0.5, 0.4]), [0, 0, 1, 1] },
            { new Declaration.Simple(4, [0.5, double.NaN]), [0, 0, 1, 1] },
            { new Declaration.Simple(4, [0.5, 0.5]), [0, 0, 1, 2] },
            {
                new Declaration.Blocked(
                    [0, 0, 1, 1],
                    [
                        [1, 1],
                    ]
                ),
                [0, 1, 0, 1]
            },
            {
                new Declaration.Blocked(
                    [0, 0, 2, 2],
                    [
                        [1, 1],
                        [1, 1],
                        [1, 1],
                    ]
                ),
                [0, 1, 0, 1]
            },
            {
                new Declaration.Blocked(
                    [0, 0, 1, 1],
                    [
                        [1, 1],
                        [1, 1],
                    ]
                ),
                [0, 0, 1, 1]
            },
            { new Declaration.Clustered([0, 0, 1, 1], new Declaration.Complete(3, [2, 1])), [0, 0, 1, 1] },
        };

    [Fact]
    public void What_cannot_be_compared_has_a_name()
    {
        var declared = new Declaration.Complete(4, [2, 2]);
        Why(declared, [0, 0, 1, 1], [1, 1, 1, 1]).ShouldBe(Obstacle.NoVariation);
        Why(declared, [0, 0, 1, 1], [1, double.NaN, 1, 2]).ShouldBe(Obstacle.NotFinite);
        Why(declared, [0, 0, 1, 1], [1, double.PositiveInfinity, 1, 2]).ShouldBe(Obstacle.NotFinite);
        Why(new Declaration.Complete(4, [4, 0]), [0, 0, 0, 0]).ShouldBe(Obstacle.EmptyGroup);
        // every block has one assignment: nothing to draw again
        Why(
                new Declaration.Blocked(
                    [0, 0, 1, 1],
                    [
                        [2, 0],
                        [0, 2],
                    ]
                ),
                [0, 0, 1, 1]
            )
            .ShouldBe(Obstacle.DegenerateNull);
        // a statistic that never changes
        RandomisationInference
            .Test([1, 2, 3, 4], [0, 0, 1, 1], declared, new Always())
            .ShouldBe(new Answer<RandomisationTest>.NotEstimable(Obstacle.DegenerateNull));
        RandomisationInference
            .Interval([1, 2, 3, 4], [0, 0, 1, 1], declared, Means, 1.5)
            .ShouldBe(new Answer<Estimate>.NotEstimable(Obstacle.LevelOutsideZeroToOne));
        Should.Throw<ArgumentException>(() => Test(declared, [0, 0, 1], [1, 2, 3, 4]));
    }

    [Fact]
    public void Too_few_people_for_the_level_gives_an_interval_without_limits_and_says_so()
    {
        var estimate = RandomisationInference
            .Interval([1, 2, 3, 4], [0, 0, 1, 1], new Declaration.Complete(4, [2, 2]), Means, 0.95)
            .OrThrow();
        estimate.Interval.Lower.ShouldBe(double.NegativeInfinity);
        estimate.Warnings.ShouldBe([Warning.EstimateAtTheEdge]);
    }

    private sealed record Always : Statistic
    {
        public override double Of(ReadOnlySpan<double> outcomes, ReadOnlySpan<int> arms) => 1;
    }

    private static double Draws(Declaration declared, int[] arms, Statistic? statistic = null)
    {
        double[] outcomes = [.. arms.Select((_, i) => Math.Sqrt(i + 2) + i)];
        return RandomisationInference.Test(outcomes, arms, declared, statistic ?? Means).OrThrow().Draws;
    }

    private static RandomisationTest Test(Declaration declared, int[] arms, double[] outcomes) =>
        RandomisationInference.Test(outcomes, arms, declared, Means).OrThrow();

    private static Obstacle Why(Declaration declared, int[] arms, double[]? outcomes = null) =>
        RandomisationInference
            .Test(outcomes ?? [.. arms.Select((_, i) => i * i + 1.0)], arms, declared, Means)
            .Match(test => throw new InvalidOperationException($"p = {test.P}"), why => why);
}
