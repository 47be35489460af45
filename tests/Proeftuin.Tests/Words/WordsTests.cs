// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Core;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Words;

public class WordsTests
{
    [Theory]
    [InlineData(19900, "€ 199,00")]
    [InlineData(123456789, "€ 1.234.567,89")]
    [InlineData(-5, "-€ 0,05")]
    [InlineData(0, "€ 0,00")]
    public void An_amount_reads_as_Dutch_readers_write_it_in_any_culture(long cents, string text)
    {
        foreach (var culture in new[] { "nl-NL", "en-US", "ar-SA", "fa-IR" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            new Eur(cents).ToString().ShouldBe(text);
        }
    }

    [Fact]
    public void An_amount_that_does_not_fit_is_never_wrapped_around() =>
        Should.Throw<OverflowException>(() => new Eur(long.MaxValue) + new Eur(1));

    [Theory]
    [InlineData(38, 382, "9,9%")]
    [InlineData(26, 98, "26,5%")]
    [InlineData(1, 2000, "0,1%")]
    [InlineData(0, 5, "0,0%")]
    [InlineData(5, 5, "100,0%")]
    public void A_share_keeps_one_decimal_with_halves_away_from_zero(long part, long whole, string text) =>
        Share.Of(part, whole).OrThrow().ToString().ShouldBe(text);

    [Fact]
    public void A_share_of_nothing_does_not_exist() =>
        Share.Of(0, 0).Why.ShouldHaveSingleItem().ShouldBeOfType<NoWhole>();

    [Fact]
    public void A_part_larger_than_its_whole_is_refused() =>
        Share.Of(3, 2).Why.ShouldHaveSingleItem().ShouldBeOfType<PartOutsideWhole>();

    [Fact]
    public void Months_count_on_over_the_new_year()
    {
        var month = new Month(2017, 11).Plus(3);
        month.ToString().ShouldBe("2018-02");
        (month - new Month(2017, 11)).ShouldBe(3);
        month.LastDay.ShouldBe(new DateOnly(2018, 2, 28));
    }

    [Fact]
    public void A_period_contains_its_first_day_and_not_its_end()
    {
        var period = Period.FromUpTo(new DateOnly(2017, 7, 1), new DateOnly(2019, 7, 1)).OrThrow();
        period.Contains(new DateOnly(2017, 7, 1)).ShouldBeTrue();
        period.Contains(new DateOnly(2019, 6, 30)).ShouldBeTrue();
        period.Contains(new DateOnly(2019, 7, 1)).ShouldBeFalse();
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() =>
        Period
            .FromUpTo(new DateOnly(2019, 7, 1), new DateOnly(2019, 7, 1))
            .Why.ShouldHaveSingleItem()
            .Message.ShouldContain("einde moet na het begin");

    [Fact]
    public void Two_periods_overlap_when_they_share_a_day() =>
        Prop.ForAll(
                Gen.Choose(0, 40).Four().ToArbitrary(),
                t =>
                {
                    var (a, b, c, d) = t;
                    if (b <= a || d <= c)
                    {
                        return true;
                    }

                    var start = new DateOnly(2017, 1, 1);
                    var one = Period.FromUpTo(start.AddDays(a), start.AddDays(b)).OrThrow();
                    var two = Period.FromUpTo(start.AddDays(c), start.AddDays(d)).OrThrow();
                    var shared = Enumerable
                        .Range(0, 41)
                        .Any(i => one.Contains(start.AddDays(i)) && two.Contains(start.AddDays(i)));
                    return one.Overlaps(two) == shared && two.Overlaps(one) == shared;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void Without_a_reason_nothing_is_recorded(string? text) => Reason.Of(text).IsDone.ShouldBeFalse();

    [Fact]
    public void A_refusal_travels_through_the_next_steps_unchanged()
    {
        var refused = Share.Of(1, 0).Then<string>(s => s.ToString()).Map(s => s.Length);
        refused.Why.ShouldHaveSingleItem().ShouldBeOfType<NoWhole>();
        Should.Throw<InvalidOperationException>(() => refused.OrThrow());
    }
}
