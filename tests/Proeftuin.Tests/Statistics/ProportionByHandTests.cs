// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Proportions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics;

/// <summary>The ends of intervals are where their own test is at its level; with the test written out here.</summary>
public sealed class ProportionByHandTests
{
    private const double Z = 1.959963984540054;

    private static readonly Proportion[] Groups = [new(0, 9), new(1, 12), new(7, 20), new(15, 16), new(11, 11)];

    [Fact]
    public void The_limits_of_one_share_solve_their_equation()
    {
        foreach (var group in Groups)
        {
            double n = group.Size;
            var p = group.Events / n;
            var wilson = OneProportion.Wilson(group, 0.95).OrThrow().Interval;
            foreach (var end in new[] { wilson.Lower, wilson.Upper })
            {
                // (p − x)² = z²·x(1 − x)/n
                ((p - end) * (p - end)).ShouldBe(Z * Z * end * (1 - end) / n, 1e-12);
            }

            var corrected = OneProportion.WilsonCorrected(group, 0.95).OrThrow().Interval;
            if (group.Events > 0)
            {
                (p - corrected.Lower - 0.5 / n).ShouldBe(Root(corrected.Lower, n), 1e-10);
            }

            if (group.Others > 0)
            {
                (corrected.Upper - p - 0.5 / n).ShouldBe(Root(corrected.Upper, n), 1e-10);
            }

            var exact = OneProportion.ClopperPearson(group, 0.95).OrThrow().Interval;
            var (at, all) = ((int)group.Events, (int)group.Size);
            if (at == 0)
            {
                exact.Lower.ShouldBe(0);
            }
            else
            {
                Enumerable.Range(at, all - at + 1).Sum(k => Chance(k, all, exact.Lower)).ShouldBe(0.025, 1e-12);
            }

            if (at == all)
            {
                exact.Upper.ShouldBe(1);
            }
            else
            {
                Enumerable.Range(0, at + 1).Sum(k => Chance(k, all, exact.Upper)).ShouldBe(0.025, 1e-12);
            }

            var middle = (group.Events + Z * Z / 2) / (n + Z * Z);
            var half = Z * Math.Sqrt(middle * (1 - middle) / (n + Z * Z));
            var coull = OneProportion.AgrestiCoull(group, 0.95).OrThrow().Interval;
            coull.Lower.ShouldBe(middle - half, 1e-12);
            coull.Upper.ShouldBe(middle + half, 1e-12);
            OneProportion
                .AgrestiCoull(group, 0.95)
                .OrThrow()
                .Warnings.Contains(Warning.IntervalOutsideRange)
                .ShouldBe(middle - half < 0 || middle + half > 1);
            var jeffreys = OneProportion.Jeffreys(group, 0.95).OrThrow().Interval;
            jeffreys.Lower.ShouldBeInRange(exact.Lower, p);
            jeffreys.Upper.ShouldBeInRange(p, exact.Upper);
        }

        static double Root(double x, double n) => Z * Math.Sqrt(x * (1 - x) / n);
    }

    [Fact]
    public void The_score_limits_of_a_difference_are_where_the_most_likely_shares_give_z()
    {
        (Proportion First, Proportion Second)[] pairs =
        [
            (new(7, 20), new(3, 15)),
            (new(1, 12), new(9, 14)),
            (new(15, 16), new(2, 9)),
            (new(0, 8), new(5, 11)),
        ];
        foreach (var (first, second) in pairs)
        {
            var interval = RiskDifference.MiettinenNurminen(first, second, 0.95).OrThrow().Interval;
            Score(first, second, interval.Lower).ShouldBe(Z, 1e-5);
            Score(first, second, interval.Upper).ShouldBe(-Z, 1e-5);
        }

        var all = RiskDifference.MiettinenNurminen(new(5, 5), new(0, 6), 0.95).OrThrow().Interval;
        all.Upper.ShouldBe(1);
        var none = RiskDifference.MiettinenNurminen(new(0, 6), new(5, 5), 0.95).OrThrow().Interval;
        none.Lower.ShouldBe(-1);
        none.Upper.ShouldBe(-all.Lower, 1e-9);
        Score(new(5, 5), new(0, 6), all.Lower).ShouldBe(Z, 1e-5);
    }

    [Fact]
    public void The_exact_limits_of_a_common_odds_ratio_leave_their_part_in_each_tail()
    {
        Stratum[] strata = [new(new(3, 7), new(2, 8)), new(new(4, 6), new(1, 5)), new(new(1, 3), new(2, 9))];
        var odds = StratifiedExact.OddsRatio(0.9, strata).OrThrow();
        Tail(odds.Interval.Lower, sum => sum >= 8).ShouldBe(0.05, 1e-9);
        Tail(odds.Interval.Upper, sum => sum <= 8).ShouldBe(0.05, 1e-9);
        // at the most likely odds ratio eight are expected
        Enumerable.Range(0, 17).Sum(k => k * Tail(odds.Value, sum => sum == k)).ShouldBe(8, 1e-8);
        odds.N.ShouldBe(38);
        StratifiedExact.Test(Alternative.Greater, strata).OrThrow().P.ShouldBe(Tail(1, sum => sum >= 8), 1e-12);
        StratifiedExact.Test(Alternative.Less, strata).OrThrow().P.ShouldBe(Tail(1, sum => sum <= 8), 1e-12);
        // one stratum: the same two limits as Fisher's
        var plain = OddsRatio.Conditional(new(3, 7), new(2, 8), 0.9).OrThrow().Interval;
        var one = StratifiedExact.OddsRatio(0.9, strata[0]).OrThrow().Interval;
        one.Lower.ShouldBe(plain.Lower, 1e-9);
        one.Upper.ShouldBe(plain.Upper, 1e-9);

        double Tail(double ratio, Func<int, bool> counts)
        {
            var (part, all) = (0.0, 0.0);
            foreach (var a in Deal(strata[0]))
            {
                foreach (var b in Deal(strata[1]))
                {
                    foreach (var c in Deal(strata[2]))
                    {
                        var weight = a.Ways * b.Ways * c.Ways * Math.Pow(ratio, a.K + b.K + c.K);
                        all += weight;
                        part += counts(a.K + b.K + c.K) ? weight : 0;
                    }
                }
            }

            return part / all;
        }
    }

    [Fact]
    public void A_test_over_strata_on_one_side_is_that_of_its_z()
    {
        // 2 of 4 against 1 of 4, and 3 of 4 against 2 of 6: surplus 1.5, variances 240/448 and 600/900
        Stratum[] strata = [new(new(2, 4), new(1, 4)), new(new(3, 4), new(2, 6))];
        var error = Math.Sqrt(240.0 / 448 + 600.0 / 900);
        P(Alternative.Greater, false).ShouldBe(Normal.Upper(1.5 / error), 1e-12);
        P(Alternative.Less, false).ShouldBe(Normal.Cdf(1.5 / error), 1e-12);
        P(Alternative.Greater, true).ShouldBe(Normal.Upper(1 / error), 1e-12);
        P(Alternative.TwoSided, true).ShouldBe(2 * Normal.Upper(1 / error), 1e-12);
        // the groups the other way round
        MantelHaenszel
            .Test(Alternative.Less, true, [.. strata.Select(s => new Stratum(s.Second, s.First))])
            .OrThrow()
            .P.ShouldBe(Normal.Upper(1 / error), 1e-12);
        // the interval of the common difference: weights 2 and 2.4, see the same strata in the test of its error
        var difference = MantelHaenszel.RiskDifference(0.95, CommonDifferenceError.Sato, strata).OrThrow();
        var spread = Z * Math.Sqrt((1.5 / 4.4 * (-16.0 / 64 - 52.0 / 100) + 0.5 + 0.7) / (4.4 * 4.4));
        difference.Interval.Lower.ShouldBe(1.5 / 4.4 - spread, 1e-12);
        difference.Interval.Upper.ShouldBe(1.5 / 4.4 + spread, 1e-12);
        difference.Warnings.ShouldBeEmpty();
        // 9 of 10 against 1 of 10, and the other way round: nearly everything, with an interval beyond it
        var wide = MantelHaenszel
            .RiskDifference(0.999, CommonDifferenceError.GreenlandRobins, new Stratum(new(9, 10), new(1, 10)))
            .OrThrow();
        (wide.Interval.Upper > 1, wide.Interval.Lower > -1).ShouldBe((true, true));
        wide.Warnings.ShouldBe([Warning.IntervalOutsideRange]);
        MantelHaenszel
            .RiskDifference(0.999, CommonDifferenceError.GreenlandRobins, new Stratum(new(1, 10), new(9, 10)))
            .OrThrow()
            .Warnings.ShouldBe([Warning.IntervalOutsideRange]);
        var odds = MantelHaenszel.OddsRatio(0.95, strata).OrThrow();
        odds.Interval.Lower.ShouldBe(odds.Value * Math.Exp(-Z * odds.StandardError!.Value), 1e-12);
        odds.Interval.Upper.ShouldBe(odds.Value * Math.Exp(Z * odds.StandardError!.Value), 1e-12);
        // somebody alone in a stratum has nobody to be compared with
        Proportion[][] groups =
        [
            [new(2, 4), new(1, 4)],
            [new(3, 4), new(2, 6)],
        ];
        var two = StratifiedGroups.Test(groups).OrThrow();
        two.Statistic!.Value.ShouldBe(2.25 / error / error, 1e-12);
        two.DegreesOfFreedom.ShouldBe(1);
        two.P.ShouldBe(2 * Normal.Upper(1.5 / error), 1e-12);
        StratifiedGroups
            .Test([.. groups, [new(1, 1), new(0, 0)]])
            .OrThrow()
            .Statistic!.Value.ShouldBe(2.25 / error / error, 1e-12);

        double P(Alternative side, bool continuity) => MantelHaenszel.Test(side, continuity, strata).OrThrow().P;
    }

    [Fact]
    public void What_cannot_be_compared_over_strata_has_a_name()
    {
        Stratum one = new(new(3, 7), new(2, 8));
        Stratum wrong = new(new(9, 7), new(2, 8));
        foreach (
            var (stratum, level, obstacle) in new[]
            {
                (one, 1.0, Obstacle.LevelOutsideZeroToOne),
                (one, 0, Obstacle.LevelOutsideZeroToOne),
                (wrong, 0.95, Obstacle.CountOutsideGroup),
            }
        )
        {
            Why(MantelHaenszel.OddsRatio(level, stratum)).ShouldBe(obstacle);
            Why(MantelHaenszel.RiskRatio(level, stratum)).ShouldBe(obstacle);
            Why(MantelHaenszel.RiskDifference(level, CommonDifferenceError.Sato, stratum)).ShouldBe(obstacle);
            Why(StratifiedExact.OddsRatio(level, stratum)).ShouldBe(obstacle);
        }

        foreach (var none in new Stratum[] { new(new(0, 0), new(2, 8)), new(new(3, 7), new(0, 0)) })
        {
            Why(MantelHaenszel.OddsRatio(0.95, none)).ShouldBe(Obstacle.EmptyGroup);
            Why(MantelHaenszel.Test(Alternative.TwoSided, true, none)).ShouldBe(Obstacle.EmptyGroup);
        }

        Why(
                StratifiedGroups.Test([
                    [new(1, 3), new(4, 3)],
                ])
            )
            .ShouldBe(Obstacle.CountOutsideGroup);
        Why(
                StratifiedGroups.Test([
                    [new(1, 3), new(-1, 3)],
                ])
            )
            .ShouldBe(Obstacle.CountOutsideGroup);
        Why(
                StratifiedGroups.Test([
                    [new(1, 3), new(0, 0)],
                ])
            )
            .ShouldBe(Obstacle.EmptyGroup);
        Why(
                StratifiedGroups.Test([
                    [new(1, 3)],
                ])
            )
            .ShouldBe(Obstacle.TooFewGroups);
        Why(
                StratifiedGroups.Test([
                    [new(0, 3), new(0, 4)],
                ])
            )
            .ShouldBe(Obstacle.NoVariation);
        Should.Throw<ArgumentException>(() =>
            StratifiedGroups.Test([
                [new(1, 3), new(1, 3)],
                [new(1, 3)],
            ])
        );
        Why(MantelHaenszel.Test(Alternative.TwoSided, true, wrong)).ShouldBe(Obstacle.CountOutsideGroup);
        Why(StratifiedExact.Test(Alternative.TwoSided, wrong)).ShouldBe(Obstacle.CountOutsideGroup);
        Why(Homogeneity.Woolf(wrong)).ShouldBe(Obstacle.CountOutsideGroup);
        Why(MantelHaenszel.OddsRatio(0.95, new Stratum(new(0, 7), new(2, 8)))).ShouldBe(Obstacle.ZeroCell);
        Why(MantelHaenszel.RiskRatio(0.95, new Stratum(new(0, 7), new(2, 8)))).ShouldBe(Obstacle.ZeroCell);
        Why(StratifiedExact.OddsRatio(0.95, new Stratum(new(0, 7), new(0, 8)))).ShouldBe(Obstacle.NoVariation);
    }

    /// <summary>The difference less a supposed one in standard errors, at the most likely shares that differ by that.</summary>
    private static double Score(Proportion first, Proportion second, double supposed)
    {
        var (low, high) = (Math.Max(0, -supposed), Math.Min(1, 1 - supposed));
        for (var i = 0; i < 200; i++)
        {
            var (a, b) = (low + (high - low) / 3, high - (high - low) / 3);
            (low, high) = Likelihood(a) < Likelihood(b) ? (a, high) : (low, b);
        }

        var (p1, p2, n) = (low + supposed, low, (double)(first.Size + second.Size));
        var variance = (p1 * (1 - p1) / first.Size + p2 * (1 - p2) / second.Size) * n / (n - 1);
        return (first.Value - second.Value - supposed) / Math.Sqrt(variance);

        double Likelihood(double p) =>
            Part(first.Events, p + supposed)
            + Part(first.Others, 1 - p - supposed)
            + Part(second.Events, p)
            + Part(second.Others, 1 - p);
    }

    private static double Part(long count, double p) => count == 0 ? 0 : count * Math.Log(Math.Max(p, 1e-300));

    private static IEnumerable<(int K, double Ways)> Deal(Stratum s) =>
        Enumerable
            .Range(0, (int)s.First.Size + 1)
            .Select(k =>
                (
                    k,
                    Choose((int)s.First.Size, k)
                        * Choose((int)s.Second.Size, (int)(s.First.Events + s.Second.Events) - k)
                )
            )
            .Where(deal => deal.Item2 > 0);

    private static double Chance(int k, int n, double p) => Choose(n, k) * Math.Pow(p, k) * Math.Pow(1 - p, n - k);

    private static double Choose(int n, int k)
    {
        double ways = k < 0 || k > n ? 0 : 1;
        for (var i = 1; i <= k; i++)
        {
            ways = ways * (n - k + i) / i;
        }

        return ways;
    }

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => default(Obstacle?), why => why);
}
