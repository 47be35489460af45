// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Evaluation;

public sealed class ClaimTests
{
    private static readonly PublishedCounts Wageningen = Table.Of(Table.Wageningen);

    [Theory]
    [InlineData("9,5%", "net.GD / n.GD", "Hoofdstuk 3: er staat 9,5%, maar de aantallen geven 38/382 = 9,9%.")]
    [InlineData(
        "124",
        "30 + 35 + 37 + 32",
        "Hoofdstuk 3: er staat 124, maar de aantallen geven 30 + 35 + 37 + 32 = 134."
    )]
    [InlineData(
        "98%",
        "391 / started.*",
        "Hoofdstuk 3: er staat 98%, maar de aantallen geven 391/(106 + 98 + 113 + 93) = 95,4%."
    )]
    public void A_printed_number_that_its_own_counts_contradict_is_named_with_the_right_one(
        string printed,
        string computed,
        string says
    )
    {
        var check = ClaimCheck.Of(Table.Claim(printed, computed), Wageningen).OrThrow();
        check.Agrees.ShouldBeFalse();
        check.Message.ShouldBe(says);
    }

    [Theory]
    [InlineData("9,9%", "net.GD / n.GD")]
    [InlineData("22%", "gross.EXP3 / n.EXP3")]
    [InlineData("392", "n.*")]
    [InlineData("18", "17 + 1")]
    [InlineData("18", "stopped.*")]
    [InlineData("59,0%", "on_benefit_end.* / started.*")]
    [InlineData("1.200", "1200")]
    public void A_printed_number_that_follows_from_the_counts_agrees(string printed, string computed) =>
        ClaimCheck.Of(Table.Claim(printed, computed), Wageningen).OrThrow().Agrees.ShouldBeTrue();

    [Theory]
    [InlineData("12,5%", 1, 8)]
    [InlineData("0,3%", 1, 400)]
    [InlineData("13%", 1, 8)]
    public void Halves_are_rounded_away_from_zero_as_reports_do(string printed, int part, int whole) =>
        ClaimCheck.Of(Table.Claim(printed, $"{part} / {whole}"), Wageningen).OrThrow().Agrees.ShouldBeTrue();

    [Theory]
    [InlineData("net.GD / n.GD / 2")]
    [InlineData("net")]
    [InlineData("30 +")]
    [InlineData("-3")]
    [InlineData(".GD")]
    public void A_computation_that_cannot_be_read_is_refused(string text) =>
        Computation.Parse(text).Why.ShouldHaveSingleItem().ShouldBeOfType<ComputationNotUnderstood>();

    [Theory]
    [InlineData("net.XX / n.GD")]
    [InlineData("stopped.GD / n.GD")]
    [InlineData("bestaatniet.GD / n.GD")]
    [InlineData("3 / 0")]
    public void A_computation_over_what_the_table_does_not_hold_is_refused(string computed) =>
        ClaimCheck
            .Of(Table.Claim("1%", computed), Wageningen)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<ComputationNotUnderstood>();

    [Fact]
    public void A_percentage_needs_a_fraction_and_a_count_may_not_have_one()
    {
        ClaimCheck.Of(Table.Claim("10%", "n.*"), Wageningen).Why.ShouldHaveSingleItem();
        ClaimCheck.Of(Table.Claim("10", "n.* / n.GD"), Wageningen).Why.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("veel")]
    [InlineData("")]
    [InlineData("9.5.1%")]
    [InlineData("9.5%")]
    [InlineData("1.20")]
    public void A_printed_number_that_is_none_is_refused(string text) =>
        Printed.Parse(text).Why.ShouldHaveSingleItem().ShouldBeOfType<PrintedNumberNotUnderstood>();
}
