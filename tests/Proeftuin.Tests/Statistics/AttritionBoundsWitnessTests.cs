// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Attrition;
using Proeftuin.Statistics.Proportions;
using Shouldly;
using Xunit;
using Alternative = Proeftuin.Statistics.Alternative;

namespace Proeftuin.Tests.Statistics;

/// <summary>Every value of reference 02, made by R.</summary>
public sealed class AttritionBoundsWitnessTests
{
    private static readonly Witness Two = Witness.Of("02-wageningen-attrition-bounds.json");
    private static readonly Dictionary<string, long> Stopped = new(StringComparer.Ordinal)
    {
        ["EXP1"] = 8,
        ["EXP2"] = 4,
        ["EXP3"] = 4,
        ["EXP4"] = 2,
    };

    [Theory]
    [InlineData("gross", "EXP1")]
    [InlineData("gross", "EXP2")]
    [InlineData("gross", "EXP3")]
    [InlineData("net", "EXP1")]
    [InlineData("net", "EXP2")]
    [InlineData("net", "EXP3")]
    public void Bounds_for_those_who_stopped_equal_those_of_R(string outcome, string arm)
    {
        var published = outcome is "gross" ? Published.Gross : Published.Net;
        var expected = Two[$"{outcome}/{arm}_vs_EXP4"];
        var first = new WithMissing(published[arm], Stopped[arm]);
        var second = new WithMissing(published["EXP4"], Stopped["EXP4"]);
        var bounds = AttritionBounds.Of(first, second, 0.95).OrThrow();
        expected["lower"].ShouldBe(bounds.Lower);
        expected["upper"].ShouldBe(bounds.Upper);
        expected["se_lower"].ShouldBe(bounds.StandardErrorLower);
        expected["se_upper"].ShouldBe(bounds.StandardErrorUpper);
        expected["imbens_manski_c"].ShouldBe(bounds.CriticalValue);
        expected["imbens_manski_ci"].ShouldBe(bounds.Interval.Lower, bounds.Interval.Upper);
        expected["union_wald_ci"].ShouldBe(bounds.Union.Lower, bounds.Union.Upper);
        expected["all_missing_fail"].ShouldBe(first.AllFail.Value - second.AllFail.Value);
        expected["all_missing_succeed"].ShouldBe(first.AllSucceed.Value - second.AllSucceed.Value);
    }

    [Fact]
    public void Swapping_the_groups_turns_the_bounds_round_with_the_same_critical_value()
    {
        var first = new WithMissing(new(26, 98), 8);
        var second = new WithMissing(new(15, 91), 2);
        var one = AttritionBounds.Of(first, second, 0.95).OrThrow();
        var other = AttritionBounds.Of(second, first, 0.95).OrThrow();
        one.StandardErrorLower.ShouldNotBe(one.StandardErrorUpper);
        other.Lower.ShouldBe(-one.Upper, 1e-12);
        other.CriticalValue.ShouldBe(one.CriticalValue, 1e-9);
        other.Interval.Upper.ShouldBe(-one.Interval.Lower, 1e-9);
    }

    [Fact]
    public void Whether_arms_lost_people_differently_equals_R()
    {
        Proportion[] stopped = [new(8, 106), new(4, 98), new(4, 113), new(2, 93)];
        Two["differential_attrition_chi2_p"].ShouldBe(ApproximateTests.ChiSquare(stopped).OrThrow().P);
        Two["differential_attrition_fisher_p"].ShouldBe(FreemanHalton.Test(stopped).OrThrow().P);
    }

    [Fact]
    public void Freeman_Halton_of_two_groups_is_Fishers_test()
    {
        var fisher = ExactTests.Fisher(new(26, 98), new(15, 91), Alternative.TwoSided).OrThrow().P;
        Witness.Of("01-wageningen-two-proportions.json")["gross/EXP1_vs_EXP4"]["p_fisher_two_sided"].ShouldBe(fisher);
        Witness
            .Of("01-wageningen-two-proportions.json")["gross/EXP1_vs_EXP4"]["p_fisher_two_sided"]
            .ShouldBe(FreemanHalton.Test(new(26, 98), new Proportion(15, 91)).OrThrow().P);
    }
}
