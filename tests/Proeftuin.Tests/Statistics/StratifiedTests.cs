// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Proportions;
using Proeftuin.Tests.Statistics.Regression;
using Shouldly;
using Xunit;
using Alternative = Proeftuin.Statistics.Alternative;

namespace Proeftuin.Tests.Statistics;

/// <summary>Stratified comparisons against the examples in R's own documentation of mantelhaen.test, hand calculations and identities.</summary>
public sealed class StratifiedTests
{
    /// <summary>R's UCBAdmissions: admitted men and women of six departments.</summary>
    private static readonly Stratum[] Berkeley =
    [
        new(new(512, 825), new(89, 108)),
        new(new(353, 560), new(17, 25)),
        new(new(120, 325), new(202, 593)),
        new(new(138, 417), new(131, 375)),
        new(new(53, 191), new(94, 393)),
        new(new(22, 373), new(24, 341)),
    ];

    /// <summary>Agresti (1990): rabbits cured by penicillin given at once or later, five doses.</summary>
    private static readonly Stratum[] Rabbits =
    [
        new(new(0, 6), new(0, 5)),
        new(new(3, 6), new(0, 6)),
        new(new(6, 6), new(2, 6)),
        new(new(5, 6), new(6, 6)),
        new(new(2, 2), new(5, 5)),
    ];

    private static readonly Arbitrary<Stratum[]> AnyStrata = (
        from n in Gen.Choose(1, 30)
        from m in Gen.Choose(1, 30)
        from x in Gen.Choose(0, n)
        from y in Gen.Choose(0, m)
        select new Stratum(new(x, n), new(y, m))
    )
        .NonEmptyListOf()
        .Select(list => list.Take(6).ToArray())
        .ToArbitrary();

    [Fact]
    public void Admissions_at_Berkeley_equal_Rs_documentation()
    {
        var odds = MantelHaenszel.OddsRatio(0.95, Berkeley).OrThrow();
        odds.Value.ShouldBe(0.9046968, 5e-8);
        odds.Interval.Lower.ShouldBe(0.7719074, 5e-8);
        odds.Interval.Upper.ShouldBe(1.0603298, 5e-8);
        var test = MantelHaenszel.Test(Alternative.TwoSided, true, Berkeley).OrThrow();
        test.Statistic!.Value.ShouldBe(1.4269, 5e-5);
        test.P.ShouldBe(0.2323, 5e-5);
        Homogeneity.Woolf(Berkeley).OrThrow().P.ShouldBe(0.0034, 5e-5);
    }

    [Fact]
    public void The_rabbits_of_Agresti_equal_Rs_documentation()
    {
        MantelHaenszel.Test(Alternative.TwoSided, true, Rabbits).OrThrow().P.ShouldBe(0.047, 5e-4);
        StratifiedExact.Test(Alternative.TwoSided, Rabbits).OrThrow().P.ShouldBe(0.040, 5e-4);
        var greater = StratifiedExact.Test(Alternative.Greater, Rabbits).OrThrow();
        greater.P.ShouldBe(0.020, 5e-4);
        greater.Statistic.ShouldBe(16);
    }

    [Fact]
    public void Two_strata_by_hand()
    {
        // 2 of 4 against 1 of 4, and 3 of 4 against 2 of 6
        Stratum[] strata = [new(new(2, 4), new(1, 4)), new(new(3, 4), new(2, 6))];
        // R = 2·3/8 + 3·4/10, S = 2·1/8 + 1·2/10
        MantelHaenszel.OddsRatio(0.95, strata).OrThrow().Value.ShouldBe(1.95 / 0.45, 1e-13);
        // (2·4/8 + 3·6/10) / (1·4/8 + 2·4/10)
        MantelHaenszel.RiskRatio(0.95, strata).OrThrow().Value.ShouldBe(2.8 / 1.3, 1e-13);
        // weights 2 and 2.4 for differences 1/4 and 5/12
        var sato = MantelHaenszel.RiskDifference(0.95, CommonDifferenceError.Sato, strata).OrThrow();
        sato.Value.ShouldBe(1.5 / 4.4, 1e-13);
        // Sato: P = (16 − 32)/64 + (32 − 108 + 24)/100, Q = (2·3 + 1·2)/16 + (3·4 + 2·1)/20
        var variance = (1.5 / 4.4 * (-16.0 / 64 - 52.0 / 100) + 8.0 / 16 + 14.0 / 20) / (4.4 * 4.4);
        sato.StandardError!.Value.ShouldBe(Math.Sqrt(variance), 1e-13);
        // surplus 2 − 1.5 + 3 − 2 = 1.5; variances 4·4·3·5/(64·7) and 4·6·5·5/(100·9)
        var test = MantelHaenszel.Test(Alternative.TwoSided, false, strata).OrThrow();
        test.Statistic!.Value.ShouldBe(2.25 / (240.0 / 448 + 600.0 / 900), 1e-13);
    }

    [Fact]
    public void The_errors_of_one_large_stratum_are_those_of_the_plain_table()
    {
        var (first, second) = (new Proportion(26, 98), new Proportion(15, 91));
        Stratum one = new(first, second);
        MantelHaenszel
            .OddsRatio(0.95, one)
            .OrThrow()
            .StandardError!.Value.ShouldBe(OddsRatio.Woolf(first, second, 0.95).OrThrow().StandardError!.Value, 1e-13);
        MantelHaenszel
            .RiskRatio(0.95, one)
            .OrThrow()
            .StandardError!.Value.ShouldBe(RiskRatio.Katz(first, second, 0.95).OrThrow().StandardError!.Value, 1e-13);
        MantelHaenszel
            .RiskDifference(0.95, CommonDifferenceError.GreenlandRobins, one)
            .OrThrow()
            .StandardError!.Value.ShouldBe(
                RiskDifference.Wald(first, second, 0.95).OrThrow().StandardError!.Value,
                1e-13
            );
    }

    [Fact]
    public void The_exact_answer_of_one_stratum_is_Fishers() =>
        Prop.ForAll(
                AnyStrata,
                strata =>
                {
                    var s = strata[0];
                    return Enum.GetValues<Alternative>()
                            .All(a =>
                                ExactTests
                                    .Fisher(s.First, s.Second, a)
                                    .Match(f => Near(f.P, StratifiedExact.Test(a, s).OrThrow().P), _ => true)
                            )
                        && OddsRatio
                            .Conditional(s.First, s.Second, 0.9)
                            .Match(
                                c => Near(c.Interval.Lower, StratifiedExact.OddsRatio(0.9, s).OrThrow().Interval.Lower),
                                _ => true
                            );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void An_exact_p_value_is_the_sum_over_all_pairs_of_tables() =>
        Prop.ForAll(
                AnyStrata,
                strata =>
                {
                    if (strata.Length < 2)
                    {
                        return true;
                    }

                    var (a, b) = (Deal(strata[0]), Deal(strata[1]));
                    var observed = strata[0].First.Events + strata[1].First.Events;
                    var p = a.SelectMany(x => b.Select(y => (Sum: x.K + y.K, P: x.P * y.P)))
                        .Where(t => t.Sum >= observed)
                        .Sum(t => t.P);
                    return StratifiedExact
                        .Test(Alternative.Greater, strata[..2])
                        .Match(t => Near(t.P, Math.Min(1, p)), _ => true);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_strata_and_the_names_of_groups_do_not_matter() =>
        Prop.ForAll(
                AnyStrata,
                strata =>
                {
                    Stratum[] turned = [.. strata.Reverse().Select(s => new Stratum(s.Second, s.First))];
                    return Same(
                            MantelHaenszel.Test(Alternative.TwoSided, true, strata),
                            MantelHaenszel.Test(Alternative.TwoSided, true, turned)
                        )
                        && Same(
                            MantelHaenszel.Test(Alternative.Greater, false, strata),
                            MantelHaenszel.Test(Alternative.Less, false, turned)
                        )
                        && Same(Homogeneity.BreslowDay(true, strata), Homogeneity.BreslowDay(true, turned))
                        && Same(
                            StratifiedExact.Test(Alternative.TwoSided, strata),
                            StratifiedExact.Test(Alternative.TwoSided, turned)
                        )
                        && MantelHaenszel
                            .OddsRatio(0.95, strata)
                            .Match(
                                o =>
                                    Near(
                                        1,
                                        o.Interval.Lower
                                            * MantelHaenszel.OddsRatio(0.95, turned).OrThrow().Interval.Upper
                                    ),
                                _ => true
                            );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_general_test_of_two_groups_is_the_one_without_continuity_correction() =>
        Prop.ForAll(
                AnyStrata,
                strata =>
                    Same(
                        MantelHaenszel.Test(Alternative.TwoSided, false, strata),
                        StratifiedGroups.Test([.. strata.Select(s => (IReadOnlyList<Proportion>)[s.First, s.Second])])
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_general_test_of_one_stratum_is_chi_square_times_N_minus_1_over_N()
    {
        Proportion[] arms = [new(26, 98), new(24, 94), new(24, 109), new(15, 91)];
        var chiSquare = ApproximateTests.ChiSquare(arms).OrThrow().Statistic!.Value;
        StratifiedGroups.Test([arms]).OrThrow().Statistic!.Value.ShouldBe(chiSquare * 391 / 392, 1e-12);
    }

    [Fact]
    public void Strata_with_the_same_odds_ratio_are_homogeneous_and_opposite_ones_are_not()
    {
        Stratum[] same = [new(new(20, 40), new(10, 40)), new(new(60, 120), new(30, 120))];
        Homogeneity.BreslowDay(false, same).OrThrow().Statistic!.Value.ShouldBe(0, 1e-12);
        Stratum[] opposite = [new(new(30, 40), new(10, 40)), new(new(10, 40), new(30, 40))];
        var found = Homogeneity.BreslowDay(true, opposite).OrThrow();
        // common odds ratio 1, so 20 expected and variance 1/(4/20): 2·100/5; Tarone takes nothing away
        found.Statistic!.Value.ShouldBe(40, 1e-10);
        found.DegreesOfFreedom.ShouldBe(1);
    }

    [Fact]
    public void Strata_that_say_nothing_change_nothing_about_the_odds()
    {
        Stratum[] more = [.. Rabbits, new(new(0, 0), new(3, 9)), new(new(4, 4), new(9, 9)), new(new(1, 1), new(0, 0))];
        MantelHaenszel
            .OddsRatio(0.95, more)
            .OrThrow()
            .Interval.ShouldBe(MantelHaenszel.OddsRatio(0.95, Rabbits).OrThrow().Interval);
        StratifiedExact
            .Test(Alternative.TwoSided, more)
            .OrThrow()
            .P.ShouldBe(StratifiedExact.Test(Alternative.TwoSided, Rabbits).OrThrow().P, 1e-13);
        Homogeneity.BreslowDay(true, more).OrThrow().DegreesOfFreedom.ShouldBe(2);
    }

    [Fact]
    public void What_cannot_be_compared_has_a_name()
    {
        Stratum none = new(new(0, 5), new(0, 5));
        Stratum oneSided = new(new(1, 5), new(0, 0));
        Trial.Why(MantelHaenszel.Test(Alternative.TwoSided, true, none)).ShouldBe(Obstacle.NoVariation);
        Trial.Why(MantelHaenszel.OddsRatio(0.95, none)).ShouldBe(Obstacle.ZeroCell);
        Trial.Why(MantelHaenszel.RiskRatio(0.95, none)).ShouldBe(Obstacle.ZeroCell);
        Trial.Why(MantelHaenszel.RiskDifference(0.95, CommonDifferenceError.Sato, none)).ShouldBe(Obstacle.NoVariation);
        Trial
            .Why(MantelHaenszel.RiskDifference(0.95, CommonDifferenceError.Sato, oneSided, new(new(0, 0), new(1, 4))))
            .ShouldBe(Obstacle.BlockWithoutBothGroups);
        Trial.Why(MantelHaenszel.Test(Alternative.TwoSided, true, oneSided)).ShouldBe(Obstacle.EmptyGroup);
        Trial.Why(MantelHaenszel.Test(Alternative.TwoSided, true)).ShouldBe(Obstacle.EmptyGroup);
        Trial.Why(MantelHaenszel.OddsRatio(1, Rabbits)).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Trial
            .Why(MantelHaenszel.OddsRatio(0.95, new Stratum(new(6, 5), new(0, 5))))
            .ShouldBe(Obstacle.CountOutsideGroup);
        Trial.Why(Homogeneity.BreslowDay(true, Rabbits[1])).ShouldBe(Obstacle.TooFewGroups);
        Trial.Why(Homogeneity.Woolf(Rabbits[1])).ShouldBe(Obstacle.TooFewGroups);
        Trial.Why(StratifiedExact.Test(Alternative.TwoSided, none)).ShouldBe(Obstacle.NoVariation);
        Trial
            .Why(
                StratifiedExact.OddsRatio(
                    0.95,
                    new Stratum(new(900_000, 2_000_000), new(900_000, 2_000_000)),
                    new(new(900_000, 2_000_000), new(900_000, 2_000_000))
                )
            )
            .ShouldBe(Obstacle.TooManyTables);
        Trial
            .Why(
                StratifiedGroups.Test([
                    [new(0, 3), new(0, 4), new(0, 2)],
                ])
            )
            .ShouldBe(Obstacle.NoVariation);
        Trial.Why(StratifiedGroups.Test([])).ShouldBe(Obstacle.TooFewGroups);
    }

    private static IEnumerable<(long K, double P)> Deal(Stratum s)
    {
        var deal = new Proeftuin.Statistics.Distributions.Hypergeometric(
            s.First.Size,
            s.Second.Size,
            s.First.Events + s.Second.Events
        );
        for (var k = deal.Lowest; k <= deal.Highest; k++)
        {
            yield return (k, deal.At(k));
        }
    }

    private static bool Same(Answer<Proeftuin.Statistics.TestResult> a, Answer<Proeftuin.Statistics.TestResult> b) =>
        a.Match(one => Near(one.P, b.OrThrow().P), why => Trial.Why(b) == why);

    private static bool Near(double a, double b) =>
        a.Equals(b) || Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));
}
