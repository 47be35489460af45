// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Proportions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics;

/// <summary>Every value of reference 01 (and the any-exit comparisons of 02), made by R.</summary>
public sealed class TwoProportionWitnessTests
{
    private static readonly Witness One = Witness.Of("01-wageningen-two-proportions.json");
    private static readonly Witness Two = Witness.Of("02-wageningen-attrition-bounds.json");

    public static TheoryData<string> Comparisons =>
        [
            .. One
                .Names.Concat(Two.Names)
                .Where(n =>
                    n.Contains("_vs_", StringComparison.Ordinal) && Find(n).Element.TryGetProperty("x1", out _)
                ),
        ];

    public static TheoryData<string> SingleProportions =>
        [.. One.Names.Where(n => n.Contains("one_proportion", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void Effect_sizes_equal_those_of_R(string name)
    {
        var (expected, first, second) = Pair(name);
        expected["p1"].ShouldBe(first.Value);
        expected["p2"].ShouldBe(second.Value);
        expected["difference"].ShouldBe(RiskDifference.Wald(first, second, 0.95).OrThrow().Value);
        expected["ratio"].ShouldBe(RiskRatio.Katz(first, second, 0.95).OrThrow().Value);
        expected["odds_ratio"].ShouldBe(OddsRatio.Woolf(first, second, 0.95).OrThrow().Value);
        expected["odds_ratio_conditional_mle"].ShouldBe(OddsRatio.Conditional(first, second, 0.95).OrThrow().Value);
        // R's own fisher.test stops its search at 1e-4
        var loose = expected["odds_ratio_conditional_mle_r_fisher_test"] with
        {
            Relative = 1e-4,
        };
        loose.ShouldBe(OddsRatio.Conditional(first, second, 0.95).OrThrow().Value);
        expected["nnt"].ShouldBe(RiskDifference.NumberNeeded(first, second).OrThrow());
        expected["cohen_h"].ShouldBe(RiskDifference.CohenH(first, second).OrThrow());
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void Tests_equal_those_of_R(string name)
    {
        var (expected, first, second) = Pair(name);
        var unpooled = ApproximateTests.UnpooledZ(first, second, Alternative.TwoSided).OrThrow();
        var pooled = ApproximateTests.PooledZ(first, second, Alternative.TwoSided).OrThrow();
        expected["se_unpooled"].ShouldBe(RiskDifference.Wald(first, second, 0.95).OrThrow().StandardError!.Value);
        expected["se_pooled"].ShouldBe((first.Value - second.Value) / pooled.Statistic!.Value);
        expected["z_unpooled"].ShouldBe(unpooled.Statistic!.Value);
        expected["p_z_unpooled"].ShouldBe(unpooled.P);
        expected["z_pooled"].ShouldBe(pooled.Statistic!.Value);
        expected["p_z_pooled"].ShouldBe(pooled.P);
        var chi = ApproximateTests.ChiSquare(first, second).OrThrow();
        expected["chi2"].ShouldBe(chi.Statistic!.Value);
        expected["p_chi2"].ShouldBe(chi.P);
        var yates = ApproximateTests.ChiSquareYates(first, second).OrThrow();
        expected["chi2_yates"].ShouldBe(yates.Statistic!.Value);
        expected["p_chi2_yates"].ShouldBe(yates.P);
        expected["min_expected"].ShouldBe(ApproximateTests.SmallestExpected(first, second).OrThrow());
        var g = ApproximateTests.LikelihoodRatio(first, second).OrThrow();
        expected["g_stat"].ShouldBe(g.Statistic!.Value);
        expected["p_g"].ShouldBe(g.P);
        expected["p_fisher_two_sided"].ShouldBe(ExactTests.Fisher(first, second, Alternative.TwoSided).OrThrow().P);
        expected["p_fisher_greater"].ShouldBe(ExactTests.Fisher(first, second, Alternative.Greater).OrThrow().P);
        expected["p_fisher_less"].ShouldBe(ExactTests.Fisher(first, second, Alternative.Less).OrThrow().P);
        expected["p_midp_greater"].ShouldBe(ExactTests.MidP(first, second, Alternative.Greater).OrThrow().P);
        expected["p_midp_two_sided_doubled"].ShouldBe(ExactTests.MidP(first, second, Alternative.TwoSided).OrThrow().P);
        expected["p_permutation_exact_abs_difference"].ShouldBe(ExactTests.Permutation(first, second).OrThrow().P);
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void Intervals_equal_those_of_R_at_four_levels(string name)
    {
        var (expected, first, second) = Pair(name);
        foreach (var percent in new[] { 85, 90, 95, 99 })
        {
            var at = expected["ci"][$"level_{percent}"];
            var level = percent / 100.0;
            Same(at["wald"], RiskDifference.Wald(first, second, level));
            Same(at["wald_cc"], RiskDifference.WaldCorrected(first, second, level));
            Same(at["wilson_1"], OneProportion.Wilson(first, level));
            Same(at["wilson_2"], OneProportion.Wilson(second, level));
            Same(at["newcombe"], RiskDifference.Newcombe(first, second, level));
            Same(at["newcombe_cc"], RiskDifference.NewcombeCorrected(first, second, level));
            Same(at["agresti_caffo"], RiskDifference.AgrestiCaffo(first, second, level));
            Same(at["miettinen_nurminen"], RiskDifference.MiettinenNurminen(first, second, level));
            Same(at["ratio_katz_log"], RiskRatio.Katz(first, second, level));
            Same(at["odds_ratio_woolf"], OddsRatio.Woolf(first, second, level));
            Same(at["odds_ratio_fisher_conditional"], OddsRatio.Conditional(first, second, level));
        }
    }

    [Theory]
    [MemberData(nameof(SingleProportions))]
    public void Intervals_of_one_proportion_equal_those_of_R(string name)
    {
        var expected = One[name];
        var published = name.StartsWith("gross", StringComparison.Ordinal) ? Published.Gross : Published.Net;
        var group = published[name[(name.LastIndexOf('_') + 1)..]];
        expected["p"].ShouldBe(group.Value);
        Same(expected["clopper_pearson"], OneProportion.ClopperPearson(group, 0.95));
        Same(expected["wilson"], OneProportion.Wilson(group, 0.95));
        Same(expected["wilson_cc"], OneProportion.WilsonCorrected(group, 0.95));
        Same(expected["jeffreys"], OneProportion.Jeffreys(group, 0.95));
        Same(expected["agresti_coull"], OneProportion.AgrestiCoull(group, 0.95));
    }

    [Theory]
    [InlineData("gross", 4)]
    [InlineData("gross", 5)]
    [InlineData("net", 4)]
    [InlineData("net", 5)]
    public void Tests_of_all_groups_at_once_equal_those_of_R(string outcome, int groups)
    {
        var expected = One[$"{outcome}/omnibus_{groups}_groups"];
        var published = outcome is "gross" ? Published.Gross : Published.Net;
        Proportion[] arms =
        [
            .. new[] { "EXP1", "EXP2", "EXP3", "EXP4", "GD" }.Take(groups).Select(code => published[code]),
        ];
        var chi = ApproximateTests.ChiSquare(arms).OrThrow();
        expected["chi2"].ShouldBe(chi.Statistic!.Value);
        expected["df"].ShouldBe(chi.DegreesOfFreedom!.Value);
        expected["p_chi2"].ShouldBe(chi.P);
        expected["p_fisher_freeman_halton"].ShouldBe(FreemanHalton.Test(arms).OrThrow().P);
    }

    private static void Same(Witness.Expected expected, Answer<Estimate> answer)
    {
        var interval = answer.OrThrow().Interval;
        expected.ShouldBe(interval.Lower, interval.Upper);
    }

    private static (Witness.Expected Expected, Proportion First, Proportion Second) Pair(string name)
    {
        var expected = Find(name);
        return (
            expected,
            new(expected["x1"].Count, expected["n1"].Count),
            new(expected["x2"].Count, expected["n2"].Count)
        );
    }

    private static Witness.Expected Find(string name) =>
        (One.Names.Contains(name, StringComparer.Ordinal) ? One : Two)[name];
}
