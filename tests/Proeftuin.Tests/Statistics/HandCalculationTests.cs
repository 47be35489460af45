// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Power;
using Proeftuin.Statistics.Proportions;
using Proeftuin.Statistics.Randomisation;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics;

/// <summary>The calculations done by hand in docs/statistiek.md.</summary>
public sealed class HandCalculationTests
{
    [Fact]
    public void Nobody_out_of_ten_has_the_upper_limit_that_a_power_gives() =>
        OneProportion
            .ClopperPearson(new(0, 10), 0.95)
            .OrThrow()
            .Interval.Upper.ShouldBe(1 - Math.Pow(0.025, 0.1), 1e-12);

    [Fact]
    public void Three_of_four_against_one_of_four_is_34_of_70() =>
        ExactTests.Fisher(new(3, 4), new(1, 4), Alternative.TwoSided).OrThrow().P.ShouldBe(34.0 / 70, 1e-12);

    [Fact]
    public void The_exact_permutation_of_all_against_none_is_two_of_seventy() =>
        ExactTests.Permutation(new(4, 4), new(0, 4)).OrThrow().P.ShouldBe(2.0 / 70, 1e-12);

    [Fact]
    public void Three_groups_of_one_with_one_event_are_all_equally_probable() =>
        FreemanHalton.Test(new(1, 1), new(0, 1), new Proportion(0, 1)).OrThrow().P.ShouldBe(1, 1e-12);

    [Fact]
    public void T_of_two_degrees_of_freedom_has_a_closed_form() =>
        StudentT.Upper(2, 2).ShouldBe((1 - 2 / Math.Sqrt(6)) / 2, 1e-15);

    [Fact]
    public void The_signs_of_three_pairs_one_two_three_give_two_of_eight() =>
        PermutationTests.SignFlip([1, 2, 3]).OrThrow().P.ShouldBe(2.0 / 8, 1e-12);

    [Fact]
    public void Ten_against_twenty_per_cent_with_a_hundred_each_is_a_coin_toss() =>
        PowerFormulas.TwoProportions(0.1).Power(100, 0.1).OrThrow().Power.ShouldBe(0.508, 0.0005);
}
