// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Multiplicity;
using Proeftuin.Statistics.Power;
using Proeftuin.Statistics.Randomisation;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Power;

public sealed class PowerPropertyTests
{
    private static readonly (string Name, PowerFormula Formula, double Effect)[] All =
    [
        ("two proportions", PowerFormulas.TwoProportions(0.1), 0.12),
        ("strict", PowerFormulas.TwoProportions(0.3, 1.5, strict: true), -0.12),
        ("arcsine", PowerFormulas.Arcsine(), 0.3),
        ("one proportion", PowerFormulas.OneProportion(), 0.3),
        ("two means", PowerFormulas.TwoMeans(2, 0.8), 0.7),
        ("one mean", PowerFormulas.OneMean(), 0.3),
        ("chi-square", PowerFormulas.ChiSquare(3), 0.25),
        ("analysis of variance", PowerFormulas.Anova(4), 0.2),
        ("regression", PowerFormulas.Regression(3), 0.05),
        ("Schoenfeld", PowerFormulas.LogRankSchoenfeld(0.3), 1.4),
        ("Freedman", PowerFormulas.LogRankFreedman(), 0.7),
    ];

    public static TheoryData<string> Names => [.. All.Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_smaller_alpha_and_more_comparisons_need_more_people(string name)
    {
        var (_, formula, effect) = All.Single(a => a.Name == name);
        var usual = Size(new Planning());
        Size(new Planning { Alpha = 0.01 }).ShouldBeGreaterThan(usual);
        Size(new Planning { Comparisons = 4 }).ShouldBeGreaterThan(usual);
        Size(new Planning { TakeUp = 0.8 }).ShouldBeGreaterThan(usual);
        Size(new Planning { DropOut = 0.2 }).ShouldBe(usual / 0.8, 1e-6 * usual);
        Size(new Planning { ClusterSize = 3, Icc = 0.5 }).ShouldBe(2 * usual, 1e-6 * usual);

        double Size(Planning planning) => formula.Size(effect, 0.8, planning).OrThrow().Size;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Size_effect_and_power_tell_the_same_story(string name)
    {
        var (_, formula, effect) = All.Single(a => a.Name == name);
        var size = formula.Size(effect, 0.8).OrThrow().Size;
        formula.Power(size, effect).OrThrow().Power.ShouldBe(0.8, 1e-9);
        formula.Power(size * 1.1, effect).OrThrow().Power.ShouldBeGreaterThan(0.8);
        var smallest = formula.SmallestEffect(size, 0.8).OrThrow();
        smallest.Power.ShouldBe(0.8, 1e-9);
        if (name is not ("strict" or "Freedman"))
        {
            // those two fall; the smallest effect is looked for upwards
            smallest.Effect.ShouldBe(effect, 1e-7);
        }
    }

    [Fact]
    public void What_cannot_be_planned_has_a_name()
    {
        var formula = PowerFormulas.TwoProportions(0.1);
        Why(formula.Power(100, 0)).ShouldBe(Obstacle.NoDifference);
        Why(formula.Power(100, 0.95)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(formula.Power(double.NaN, 0.1)).ShouldBe(Obstacle.NotFinite);
        Why(formula.Power(0, 0.1)).ShouldBe(Obstacle.TooFewUnits);
        Why(formula.Power(100, 0.1, new Planning { Alpha = 5 })).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Why(formula.Power(100, 0.1, new Planning { TakeUp = 0 })).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(formula.Power(100, 0.1, new Planning { DropOut = 1 })).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(formula.Size(0.1, 1)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(formula.SmallestEffect(2, 0.999)).ShouldBe(Obstacle.OutOfReach);
        Why(ExactPower.Of(0, 10, 0.1, 0.2, 0.05, TwoArmTest.Fisher)).ShouldBe(Obstacle.EmptyGroup);
        Why(ExactPower.Of(10, 10, 0.1, 1.2, 0.05, TwoArmTest.Fisher)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(ExactPower.Of(100_000, 100_000, 0.1, 0.2, 0.05, TwoArmTest.Fisher)).ShouldBe(Obstacle.TooManyTables);
        Why(TrialSimulation.Run(Five with { Comparisons = [(0, 9)] }, 10, 1)).ShouldBe(Obstacle.DesignDoesNotFit);
        Why(TrialSimulation.Run(Five with { Tests = [] }, 10, 1)).ShouldBe(Obstacle.TooFewGroups);
        Why(
                TrialSimulation.Run(
                    Five with
                    {
                        Arms = [Five.Arms[0] with { Drawn = 0 }, Five.Arms[1]],
                        Comparisons = [(0, 1)],
                    },
                    10,
                    1
                )
            )
            .ShouldBe(Obstacle.EmptyGroup);
    }

    [Fact]
    public void Fishers_test_here_is_that_of_the_evaluation() =>
        Prop.ForAll(
                Gen.Choose(0, 30).ArrayOf(4).ToArbitrary(),
                x =>
                {
                    var (n1, n2) = (x[0] + x[1], x[2] + x[3]);
                    // a trial in which everybody has the outcome counts as nothing found
                    if (n1 == 0 || n2 == 0)
                    {
                        return true;
                    }

                    // the exact power at chances that make one table certain says what the test does with that table
                    var first = new Proeftuin.Statistics.Proportions.Proportion(n1, n1);
                    var second = new Proeftuin.Statistics.Proportions.Proportion(0, n2);
                    var p = Proeftuin
                        .Statistics.Proportions.ExactTests.Fisher(
                            first,
                            second,
                            Proeftuin.Statistics.Alternative.TwoSided
                        )
                        .OrThrow()
                        .P;
                    var just = ExactPower
                        .Of(n1, n2, 1, 0, Math.Min(0.999999, p * 1.000001), TwoArmTest.Fisher)
                        .OrThrow();
                    var below = ExactPower.Of(n1, n2, 1, 0, p * 0.999, TwoArmTest.Fisher).OrThrow();
                    return (p >= 0.999999 || just.Power > 0.999) && below.Power < 0.001;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    private static readonly SimulatedTrial Five = new()
    {
        Arms =
        [
            .. Enumerable
                .Range(0, 5)
                .Select(arm => new SimulatedArm
                {
                    Drawn = 100,
                    Untreated = 0.1,
                    Treated = arm == 0 ? 0.1 : 0.2,
                }),
        ],
        Comparisons = [(1, 0), (2, 0), (3, 0), (4, 0)],
        Tests = [TwoArmTest.Fisher, TwoArmTest.ChiSquare],
    };

    [Fact]
    public void Five_arms_find_each_effect_as_often_as_two_do_and_at_least_one_more_often()
    {
        var played = TrialSimulation.Run(Five, 4_000, 5).OrThrow();
        var exact = ExactPower.Of(100, 100, 0.1, 0.2, 0.05, TwoArmTest.Fisher).OrThrow().Power;
        foreach (var one in played.Where(p => p.Test == TwoArmTest.Fisher && p.Comparison is not null))
        {
            one.Power.ShouldBe(exact, 4 * Math.Sqrt(exact * (1 - exact) / 4_000));
        }

        played.Single(p => p.Test == TwoArmTest.Fisher && p.Comparison is null).Power.ShouldBeGreaterThan(exact + 0.1);
    }

    [Fact]
    public void A_correction_keeps_a_false_finding_rare_when_nothing_works()
    {
        var nothing = Five with { Arms = [.. Five.Arms.Select(arm => arm with { Treated = 0.1 })] };
        double Any(Correction correction) =>
            TrialSimulation
                .Run(nothing with { Correction = correction }, 4_000, 6)
                .OrThrow()
                .Single(p => p.Test == TwoArmTest.ChiSquare && p.Comparison is null)
                .Power;
        Any(Correction.None).ShouldBeGreaterThan(0.1);
        Any(Correction.Holm).ShouldBeLessThan(0.05 + 4 * Math.Sqrt(0.05 * 0.95 / 4_000));
    }

    [Fact]
    public void Few_joiners_few_places_and_drop_out_cost_power_as_the_formulas_say()
    {
        // half join: an effect of 0.10 becomes 0.05, on two arms of 400
        var half = Two(
            new SimulatedArm
            {
                Drawn = 400,
                Untreated = 0.1,
                Treated = 0.2,
                TakeUp = 0.5,
            }
        );
        var exact = ExactPower.Of(400, 400, 0.15, 0.1, 0.05, TwoArmTest.ChiSquare).OrThrow().Power;
        half.ShouldBe(exact, 4 * Math.Sqrt(exact * (1 - exact) / 4_000));
        // everybody wants to join, 200 places: the same
        Two(
                new SimulatedArm
                {
                    Drawn = 400,
                    Untreated = 0.1,
                    Treated = 0.2,
                    Places = 200,
                }
            )
            .ShouldBe(exact, 0.02 + 4 * Math.Sqrt(exact * (1 - exact) / 4_000));
        // a quarter of each arm not seen: as if 300 were drawn, give or take
        var seen = ExactPower.Of(300, 300, 0.2, 0.1, 0.05, TwoArmTest.ChiSquare).OrThrow().Power;
        Two(
                new SimulatedArm
                {
                    Drawn = 400,
                    Untreated = 0.1,
                    Treated = 0.2,
                    DropOut = 0.25,
                },
                dropOut: 0.25
            )
            .ShouldBe(seen, 0.02 + 4 * Math.Sqrt(seen * (1 - seen) / 4_000));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing_of_a_simulation()
    {
        var together = TrialSimulation.Run(Five, 2_300, 8).OrThrow();
        IReadOnlyList<SimulatedPower>? alone = null;
        var thread = new Thread(() => alone = TrialSimulation.Run(Five, 2_300, 8).OrThrow());
        thread.Start();
        thread.Join();
        alone!.ShouldBe(together);
    }

    [Fact]
    public void A_declared_design_in_blocks_is_drawn_block_by_block()
    {
        // strata with very different chances, analysed by a permutation test within them; no effect: as often as the level says
        int[] blocks = [.. Enumerable.Range(0, 60).Select(i => i % 2)];
        var declared = new Declaration.BlockedEqual(blocks, 2);
        var power = DesignSimulation
            .Run(
                declared,
                (random, arms, outcomes) =>
                {
                    for (var i = 0; i < arms.Length; i++)
                    {
                        outcomes[i] = random.Normal() + 5 * (i % 2);
                    }
                },
                (outcomes, arms) =>
                    PermutationTests
                        .OneWay(outcomes.ToArray(), arms.ToArray(), blocks)
                        .Match(test => test.P, _ => double.NaN),
                0.05,
                2_000,
                9
            )
            .OrThrow();
        power.Power.ShouldBe(0.05, 4 * Math.Sqrt(0.05 * 0.95 / 2_000));
        power.WithoutAnswer.ShouldBe(0);
        Why(DesignSimulation.Run(new Declaration.Equal(0, 2), (_, _, _) => { }, (_, _) => 1, 0.05, 10, 1))
            .ShouldBe(Obstacle.DesignDoesNotFit);
    }

    private static double Two(SimulatedArm arm, double dropOut = 0) =>
        TrialSimulation
            .Run(
                new SimulatedTrial
                {
                    Arms =
                    [
                        arm,
                        new SimulatedArm
                        {
                            Drawn = 400,
                            Untreated = 0.1,
                            Treated = 0.1,
                            DropOut = dropOut,
                        },
                    ],
                    Comparisons = [(0, 1)],
                    Tests = [TwoArmTest.ChiSquare],
                },
                4_000,
                7
            )
            .OrThrow()[0]
            .Power;

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => default(Obstacle?), why => why);
}
