// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Power;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Power;

/// <summary>Power written out: all tables with the test of the textbook, closed forms, and the edges of a plan.</summary>
public sealed class PowerByHandTests
{
    private static readonly double Z975 = 1.959963984540054;
    private static readonly double Z95 = 1.6448536269514722;
    private static readonly double Z80 = 0.8416212335729143;

    [Theory]
    [InlineData(TwoArmTest.Fisher)]
    [InlineData(TwoArmTest.ChiSquare)]
    [InlineData(TwoArmTest.ChiSquareYates)]
    [InlineData(TwoArmTest.UnpooledZ)]
    [InlineData(TwoArmTest.LogitWald)]
    public void Exact_power_is_the_chance_of_all_tables_the_textbook_rejects(TwoArmTest test)
    {
        foreach (var (n, m) in new[] { (9, 7), (6, 12), (1, 30), (20, 20) })
        {
            foreach (var alpha in (double[])[0.02, 0.05, 0.11, 0.3])
            {
                double power = 0;
                for (var x = 0; x <= n; x++)
                {
                    for (var y = 0; y <= m; y++)
                    {
                        power += P(test, x, n, y, m) <= alpha ? Chance(x, n, 0.35) * Chance(y, m, 0.7) : 0;
                    }
                }

                var found = ExactPower.Of(n, m, 0.35, 0.7, alpha, test).OrThrow();
                found.Power.ShouldBe(power, 1e-12, $"{n} {m} {alpha}");
                found.Effect.ShouldBe(0.35, 1e-12);
                found.Size.ShouldBe(n);
            }
        }
    }

    [Fact]
    public void The_size_of_a_formula_is_that_of_its_closed_form()
    {
        var both = (Z975 + Z80) * (Z975 + Z80);
        // Schoenfeld: (z + z)²/(s(1 − s)·ln²HR); Freedman: (z + z)²·(1 + HR)²/(1 − HR)²
        Size(PowerFormulas.LogRankSchoenfeld(0.3), 1.5).ShouldBe(both / (0.21 * Math.Log(1.5) * Math.Log(1.5)), 1e-6);
        Size(PowerFormulas.LogRankFreedman(), 0.6).ShouldBe(both * 1.6 * 1.6 / (0.4 * 0.4), 1e-6);
        // one-sided, without the wrong tail: n = (z + z)²/h², two groups twice, or for one in three 1.5 times
        var one = new Planning { Alternative = Alternative.Greater };
        var single = (Z95 + Z80) * (Z95 + Z80);
        Size(PowerFormulas.OneProportion(), 0.4, one).ShouldBe(single / 0.16, 1e-6);
        Size(PowerFormulas.Arcsine(), 0.4, one).ShouldBe(2 * single / 0.16, 1e-6);
        Size(PowerFormulas.Arcsine(2), 0.4, one).ShouldBe(1.5 * single / 0.16, 1e-6);
        // half take part: half the effect, four times the people; the level shared by five; clusters of 11 with icc 0.1
        Size(PowerFormulas.OneProportion(), 0.4, one with { TakeUp = 0.5 }).ShouldBe(4 * single / 0.16, 1e-6);
        Size(PowerFormulas.LogRankFreedman(), 0.6, new Planning { Alpha = 0.25, Comparisons = 5 })
            .ShouldBe(both * 16, 1e-6);
        Size(PowerFormulas.OneProportion(), 0.4, one with { ClusterSize = 11, Icc = 0.1, DropOut = 0.5 })
            .ShouldBe(4 * single / 0.16, 1e-6);

        static double Size(PowerFormula formula, double effect, Planning? planning = null) =>
            formula.Size(effect, 0.8, planning).OrThrow().Size;
    }

    [Fact]
    public void Power_counts_the_tail_on_the_wrong_side_when_it_is_asked_to()
    {
        // 4 people, h = 0.3: distance 0.6
        PowerFormulas
            .OneProportion()
            .Power(4, 0.3)
            .OrThrow()
            .Power.ShouldBe(Normal.Cdf(0.6 - Z975) + Normal.Cdf(-0.6 - Z975), 1e-12);
        PowerFormulas
            .OneProportion()
            .Power(4, -0.3, new Planning { Alternative = Alternative.Less })
            .OrThrow()
            .Power.ShouldBe(Normal.Cdf(0.6 - Z95), 1e-12);
        // two shares 0.4 and 0.5 in groups of 20 and 30
        var under = Z975 * Math.Sqrt(0.46 * 0.54 * (1 + 1 / 1.5));
        var error = Math.Sqrt(0.24 + 0.25 / 1.5);
        var distance = Math.Sqrt(20) * 0.1;
        var right = Normal.Cdf((distance - under) / error);
        PowerFormulas.TwoProportions(0.4, 1.5).Power(20, 0.1).OrThrow().Power.ShouldBe(right, 1e-12);
        PowerFormulas
            .TwoProportions(0.4, 1.5, strict: true)
            .Power(20, 0.1)
            .OrThrow()
            .Power.ShouldBe(right + Normal.Cdf((-distance - under) / error), 1e-12);
        // means with both tails are regression on one term, and analysis of variance of two groups: F = t²
        var t = PowerFormulas.TwoMeans().Power(12, 0.5).OrThrow().Power;
        PowerFormulas.Anova(2).Power(12, 0.25).OrThrow().Power.ShouldBe(t, 1e-9);
        PowerFormulas.Regression(1).Power(22, 24 * 0.0625 / 24).OrThrow().Power.ShouldBe(t, 1e-9);
        PowerFormulas.TwoMeans(2, 1.5).Power(10, 1).OrThrow().Power.ShouldBe(Mean(0.5 * Math.Sqrt(6), 23, true), 1e-12);
        PowerFormulas
            .TwoMeans(2, 1.5, strict: false)
            .Power(10, 1)
            .OrThrow()
            .Power.ShouldBe(Mean(0.5 * Math.Sqrt(6), 23, false), 1e-12);
        PowerFormulas.OneMean(2).Power(9, 1).OrThrow().Power.ShouldBe(Mean(1.5, 8, true), 1e-12);
        // one degree of freedom: the square of z
        PowerFormulas
            .ChiSquare(1)
            .Power(4, 0.3)
            .OrThrow()
            .Power.ShouldBe(Normal.Cdf(0.6 - Z975) + Normal.Cdf(-0.6 - Z975), 1e-12);

        static double Mean(double shift, double df, bool both)
        {
            var critical = StudentT.Quantile(0.975, df);
            return NoncentralT.Upper(critical, df, shift) + (both ? NoncentralT.Cdf(-critical, df, shift) : 0);
        }
    }

    [Fact]
    public void No_effect_is_no_plan_and_a_small_power_a_small_effect()
    {
        (PowerFormula Formula, double None)[] all =
        [
            (PowerFormulas.TwoProportions(0.1), 0),
            (PowerFormulas.Arcsine(), 0),
            (PowerFormulas.OneProportion(), 0),
            (PowerFormulas.TwoMeans(), 0),
            (PowerFormulas.OneMean(), 0),
            (PowerFormulas.ChiSquare(2), 0),
            (PowerFormulas.Anova(3), 0),
            (PowerFormulas.Regression(2), 0),
            (PowerFormulas.LogRankSchoenfeld(), 1),
            (PowerFormulas.LogRankFreedman(), 1),
        ];
        foreach (var (formula, none) in all)
        {
            Why(formula.Power(100, none)).ShouldBe(Obstacle.NoDifference);
        }

        // those with a noncentral distribution are searched for in another test
        foreach (var (formula, none) in all.Where((_, i) => i is < 3 or >= 7))
        {
            var smallest = formula.SmallestEffect(300, 0.2).OrThrow();
            smallest.Power.ShouldBe(0.2, 1e-9);
            smallest.Effect.ShouldBeInRange(none, none + 0.2);
            Why(formula.SmallestEffect(300, 0.01)).ShouldBe(Obstacle.OutOfReach);
            Why(formula.SmallestEffect(300, 1)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
            Why(formula.Size(double.NaN, 0.8)).ShouldBe(Obstacle.NotFinite);
        }

        // in euros instead of hundreds of euros the smallest effect is a hundred times as large
        var hundred = PowerFormulas.TwoMeans(100).SmallestEffect(30, 0.8).OrThrow().Effect;
        hundred.ShouldBe(100 * PowerFormulas.TwoMeans().SmallestEffect(30, 0.8).OrThrow().Effect, 1e-6);
        PowerFormulas
            .OneMean(100)
            .SmallestEffect(30, 0.8)
            .OrThrow()
            .Effect.ShouldBe(100 * PowerFormulas.OneMean().SmallestEffect(30, 0.8).OrThrow().Effect, 1e-6);
        Why(PowerFormulas.Arcsine().Size(1e-9, 0.8)).ShouldBe(Obstacle.OutOfReach);
        Why(PowerFormulas.LogRankFreedman().Size(1 + 1e-9, 0.8)).ShouldBe(Obstacle.OutOfReach);
        // the least a formula can do with is enough for a very large effect
        PowerFormulas.OneMean().Size(40, 0.5).OrThrow().Size.ShouldBe(2);
        PowerFormulas.OneProportion().Size(3, 0.5, new Planning { DropOut = 0.5 }).OrThrow().Size.ShouldBe(2);
    }

    [Fact]
    public void Two_comparisons_are_corrected_for_each_other_and_each_has_its_own_power()
    {
        SimulatedArm Arm(double chance, double dropOut = 0) =>
            new()
            {
                Drawn = 60,
                Untreated = chance,
                Treated = chance,
                DropOut = dropOut,
            };
        var trial = new SimulatedTrial
        {
            Arms = [Arm(0.2), Arm(0.45), Arm(0.35)],
            Comparisons = [(1, 0), (2, 0)],
            Tests = [TwoArmTest.ChiSquare, TwoArmTest.Fisher],
            Correction = Proeftuin.Statistics.Multiplicity.Correction.Bonferroni,
        };
        var played = TrialSimulation.Run(trial, 3_001, 4).OrThrow();
        played
            .Select(p => (p.Test, p.Comparison))
            .ShouldBe([
                (TwoArmTest.ChiSquare, 0),
                (TwoArmTest.ChiSquare, 1),
                (TwoArmTest.ChiSquare, null),
                (TwoArmTest.Fisher, 0),
                (TwoArmTest.Fisher, 1),
                (TwoArmTest.Fisher, null),
            ]);
        foreach (var one in played.Where(p => p.Comparison is not null))
        {
            var chance = one.Comparison == 0 ? 0.45 : 0.35;
            var exact = ExactPower.Of(60, 60, 0.2, chance, 0.025, one.Test).OrThrow().Power;
            one.Power.ShouldBe(exact, 4 * Math.Sqrt(exact * (1 - exact) / 3_001));
            one.MonteCarloError.ShouldBe(Math.Sqrt(one.Power * (1 - one.Power) / 3_001), 1e-12);
            one.Replicates.ShouldBe(3_001);
        }

        // at least one: no less than the better, no more than both together
        played[2].Power.ShouldBeInRange(Math.Max(played[0].Power, played[1].Power), played[0].Power + played[1].Power);
        // a missing outcome as no outcome: half of 0.45 is left of 60
        var missing = TrialSimulation
            .Run(
                trial with
                {
                    Arms = [Arm(0.2, 0.5), Arm(0.45, 0.5), Arm(0.35)],
                    MissingIsFailure = true,
                    Comparisons = [(1, 0)],
                },
                3_001,
                5
            )
            .OrThrow()[0]
            .Power;
        var less = ExactPower.Of(60, 60, 0.1, 0.225, 0.05, TwoArmTest.ChiSquare).OrThrow().Power;
        missing.ShouldBe(less, 4 * Math.Sqrt(less * (1 - less) / 3_001));
        // a missing person left out: the mean over all pairs of sizes that may be seen
        var seen = TrialSimulation
            .Run(
                trial with
                {
                    Arms = [Arm(0.1, 0.4) with { Drawn = 18 }, Arm(0.6, 0.4) with { Drawn = 18 }, Arm(0.35)],
                    Comparisons = [(1, 0)],
                },
                4_000,
                7
            )
            .OrThrow()[0]
            .Power;
        var mean = 0.0;
        for (var n = 1; n <= 18; n++)
        {
            for (var m = 1; m <= 18; m++)
            {
                var power = ExactPower.Of(n, m, 0.1, 0.6, 0.05, TwoArmTest.ChiSquare).OrThrow().Power;
                mean += Chance(n, 18, 0.6) * Chance(m, 18, 0.6) * power;
            }
        }

        seen.ShouldBe(mean, 4 * Math.Sqrt(mean * (1 - mean) / 4_000));
        // what is certain is found every time, and not more often than that
        var certain = TrialSimulation
            .Run(trial with { Arms = [Arm(0), Arm(1), Arm(0)], Tests = [TwoArmTest.Fisher] }, 1_234, 6)
            .OrThrow();
        certain.Select(p => p.Power).ShouldBe([1, 0, 1]);
        Obstacle? Of(SimulatedTrial wrong, int replicates = 10) => Why(TrialSimulation.Run(wrong, replicates, 1));
        Of(trial, 0).ShouldBe(Obstacle.TooFewUnits);
        Of(trial with { Alpha = 0 }).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Of(trial with { Comparisons = [] }).ShouldBe(Obstacle.TooFewGroups);
        Of(trial with { Comparisons = [(1, 1)] }).ShouldBe(Obstacle.DesignDoesNotFit);
        Of(trial with { Comparisons = [(-1, 0)] }).ShouldBe(Obstacle.DesignDoesNotFit);
        Of(trial with { Comparisons = [(0, 3)] }).ShouldBe(Obstacle.DesignDoesNotFit);
        Of(trial with { Arms = [Arm(0.2), Arm(1.1), Arm(0.3)] }).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Of(trial with { Arms = [Arm(0.2), Arm(0.1, -0.1), Arm(0.3)] }).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Of(trial with { Arms = [Arm(0.2) with { Places = -1 }, Arm(0.1), Arm(0.3)] })
            .ShouldBe(Obstacle.CountOutsideGroup);
    }

    [Fact]
    public void A_plan_that_cannot_be_has_a_name()
    {
        var formula = PowerFormulas.TwoMeans();
        Obstacle? Of(Planning planning) => Why(formula.Power(100, 0.5, planning));
        foreach (var size in (double[])[0.9, double.NaN, double.PositiveInfinity])
        {
            Of(new Planning { ClusterSize = size }).ShouldBe(Obstacle.TooFewUnits);
        }

        Of(new Planning { Comparisons = 0 }).ShouldBe(Obstacle.TooFewUnits);
        Of(new Planning { Icc = -0.1 }).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Of(new Planning { Icc = 1.1 }).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Of(new Planning { TakeUp = 1.1 }).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Of(new Planning { DropOut = -0.1 }).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Of(new Planning { Alpha = 0 }).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Of(
                new Planning
                {
                    ClusterSize = 1,
                    Icc = 1,
                    TakeUp = 1,
                }
            )
            .ShouldBeNull();
        Why(formula.Power(1.9, 0.5)).ShouldBe(Obstacle.TooFewUnits);
        Why(formula.Power(2, 0.5)).ShouldBeNull();
        Why(PowerFormulas.TwoProportions(1.1).Power(10, -0.5)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(PowerFormulas.TwoProportions(0.5, 0).Power(10, 0.1)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(PowerFormulas.TwoProportions(0.5).Power(10, 0.5)).ShouldBeNull();
        Why(PowerFormulas.TwoMeans(0).Power(10, 0.5)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(PowerFormulas.TwoMeans(1, 0).Power(10, 0.5)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(PowerFormulas.OneMean(-1).Power(10, 0.5)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(PowerFormulas.Arcsine(0).Power(10, 0.5)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(PowerFormulas.LogRankSchoenfeld(1).Power(10, 2)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(PowerFormulas.LogRankSchoenfeld().Power(10, 0)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(PowerFormulas.LogRankFreedman().Power(10, -1)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(ExactPower.Of(10, 10, -0.1, 0.2, 0.05, TwoArmTest.Fisher)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(ExactPower.Of(10, 10, 0.1, 0.2, 1, TwoArmTest.Fisher)).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Why(ExactPower.Of(10, 0, 0.1, 0.2, 0.05, TwoArmTest.Fisher)).ShouldBe(Obstacle.EmptyGroup);
        ExactPower.Of(1, 1, 0, 1, 0.5, TwoArmTest.Fisher).OrThrow().Power.ShouldBe(0);
        ExactPower.Of(5, 5, 0, 1, 0.01, TwoArmTest.Fisher).OrThrow().Power.ShouldBe(1, 1e-12);
    }

    /// <summary>The p-value of the textbook; 1 where there is no test.</summary>
    private static double P(TwoArmTest test, int x, int n, int y, int m)
    {
        var (events, all) = (x + y, n + m);
        if (events == 0 || events == all)
        {
            return 1;
        }

        var (p1, p2, p) = ((double)x / n, (double)y / m, (double)events / all);
        var pooled = p * (1 - p) * (1.0 / n + 1.0 / m);
        switch (test)
        {
            case TwoArmTest.Fisher:
                var here = Choose(n, x) * Choose(m, y);
                return Enumerable
                        .Range(0, n + 1)
                        .Where(k => k <= events && events - k <= m)
                        .Select(k => Choose(n, k) * Choose(m, events - k))
                        .Where(ways => ways <= here * (1 + 1e-7))
                        .Sum() / Choose(all, events);
            case TwoArmTest.ChiSquare:
                return ChiSquare.Upper((p1 - p2) * (p1 - p2) / pooled, 1);
            case TwoArmTest.ChiSquareYates:
                var less = Math.Max(0, Math.Abs(p1 - p2) - (1.0 / n + 1.0 / m) / 2);
                return ChiSquare.Upper(less * less / pooled, 1);
            case TwoArmTest.UnpooledZ:
                var variance = p1 * (1 - p1) / n + p2 * (1 - p2) / m;
                return variance > 0 ? 2 * Normal.Upper(Math.Abs(p1 - p2) / Math.Sqrt(variance)) : 1;
            default:
                double[] cells = [x, n - x, y, m - y];
                return cells.Contains(0)
                    ? 1
                    : 2
                        * Normal.Upper(
                            Math.Abs(Math.Log(cells[0] * cells[3] / (cells[1] * cells[2])))
                                / Math.Sqrt(cells.Sum(cell => 1 / cell))
                        );
        }
    }

    private static double Chance(int k, int n, double p) => Choose(n, k) * Math.Pow(p, k) * Math.Pow(1 - p, n - k);

    private static double Choose(int n, int k)
    {
        double ways = 1;
        for (var i = 1; i <= k; i++)
        {
            ways = Math.Round(ways * (n - k + i) / i);
        }

        return ways;
    }

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => default(Obstacle?), why => why);
}
