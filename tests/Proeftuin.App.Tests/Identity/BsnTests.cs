// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Identity;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Identity;

public sealed class BsnTests
{
    [Theory]
    [InlineData("111222333")]
    [InlineData("123456782")]
    [InlineData(" 999999990 ")]
    [InlineData("010000008", "010000008")]
    [InlineData("10000008", "010000008")]
    public void A_number_that_passes_the_eleven_test_is_accepted(string text, string? digits = null) =>
        Bsn.Of(text).OrThrow().Digits.ShouldBe(digits ?? text.Trim());

    [Theory]
    [InlineData("111222334")]
    [InlineData("123456789")]
    [InlineData("000000000")]
    public void A_number_that_fails_the_eleven_test_is_refused(string text) =>
        Bsn.Of(text).Why.ShouldHaveSingleItem().ShouldBeOfType<BsnFailsElevenTest>();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1112223")]
    [InlineData("1112223334")]
    [InlineData("11122233A")]
    [InlineData("111.222.333")]
    [InlineData("١١١٢٢٢٣٣٣")]
    public void What_has_no_nine_digits_is_refused(string? text) =>
        Bsn.Of(text).Why.ShouldHaveSingleItem().ShouldBeOfType<BsnHasNoNineDigits>();

    [Fact]
    public void One_changed_digit_or_two_swapped_neighbours_never_pass()
    {
        const string Right = "123456782";
        for (var i = 0; i < 9; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit != Right[i])
                {
                    Bsn.Of(Right[..i] + digit + Right[(i + 1)..]).IsDone.ShouldBeFalse();
                }
            }
        }

        for (var i = 0; i < 7; i++)
        {
            Bsn.Of(Right[..i] + Right[i + 1] + Right[i] + Right[(i + 2)..]).IsDone.ShouldBeFalse();
        }
    }

    [Fact]
    public void It_never_shows_more_than_two_digits_by_accident() =>
        $"{Bsn.Of("111222333").OrThrow()}".ShouldBe("*******33");

    [Theory]
    [InlineData("op verzoek van 111222333", true)]
    [InlineData("bsn 1112 22 333.", true)]
    [InlineData("111.222.333", true)]
    [InlineData("telefoon 0612345678", false)]
    [InlineData("zaak 111222334", false)]
    [InlineData("besluit van 1 juli 2017", false)]
    [InlineData("", false)]
    public void A_number_inside_a_sentence_is_recognised(string text, bool expected) =>
        Bsn.OccursIn(text).ShouldBe(expected);
}
