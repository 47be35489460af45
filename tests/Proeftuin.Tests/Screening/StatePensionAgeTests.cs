// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Screening;

public sealed class StatePensionAgeTests
{
    private static readonly DateOnly In2017 = new(2017, 7, 1);

    [Fact]
    public void A_decision_of_2017_uses_the_age_that_was_known_in_2017()
    {
        var ages = StatePensionAge
            .Of([
                Scene.Row("1954-10-01", "1955-12-31", 67, 3, "2016-11-01"),
                Scene.Row("1954-10-01", "1955-12-31", 66, 7, "2019-07-02"),
            ])
            .OrThrow();

        ages.ReachedOn(new DateOnly(1955, 5, 10), In2017).OrThrow().ShouldBe(new DateOnly(2022, 8, 10));
        ages.ReachedOn(new DateOnly(1955, 5, 10), new DateOnly(2019, 7, 2))
            .OrThrow()
            .ShouldBe(new DateOnly(2021, 12, 10));
    }

    [Fact]
    public void A_row_without_a_known_from_date_is_refused_when_asked_as_known_on_a_day()
    {
        var ages = StatePensionAge.Of([Scene.Row("1952-01-01", "1955-12-31", 66, 0, null)]).OrThrow();

        ages.ReachedOn(new DateOnly(1952, 5, 10), In2017)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<StatePensionAgeKnownFromMissing>();
    }

    [Fact]
    public void A_row_that_was_published_later_is_not_used()
    {
        var ages = StatePensionAge.Of([Scene.Row("1952-01-01", "1955-12-31", 66, 0, "2018-01-01")]).OrThrow();

        ages.ReachedOn(new DateOnly(1952, 5, 10), In2017)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<StatePensionAgeNotYetKnown>();
    }

    [Fact]
    public void A_birth_date_outside_the_table_is_refused()
    {
        var ages = StatePensionAge.Of([Scene.Row("1952-01-01", "1955-12-31", 66, 0, "2015-01-01")]).OrThrow();

        ages.ReachedOn(new DateOnly(1987, 5, 10), In2017)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<StatePensionAgeNotInTable>();
    }

    [Fact]
    public void Somebody_who_is_too_young_at_every_age_of_the_table_does_not_reach_it_whatever_was_known()
    {
        var ages = StatePensionAge.Of([Scene.Row("1952-01-01", "1955-12-31", 66, 0, null)]).OrThrow();
        var end = new DateOnly(2019, 7, 1);

        ages.ReachedBefore(new DateOnly(1987, 5, 10), end, In2017).OrThrow().ShouldBeFalse();
        ages.ReachedBefore(new DateOnly(1953, 7, 1), end, In2017).OrThrow().ShouldBeFalse();
        ages.ReachedBefore(new DateOnly(1953, 6, 30), end, In2017).IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData("1953-05-31", 66, 4, "2019-10-01")] // 31 September does not exist
    [InlineData("1952-02-29", 67, 0, "2019-03-01")] // 2019 has no 29 February
    [InlineData("1952-02-29", 68, 0, "2020-02-29")]
    [InlineData("1953-01-31", 65, 1, "2018-03-01")]
    public void Where_the_day_does_not_exist_the_age_is_reached_on_the_first_day_after_it(
        string born,
        int years,
        int months,
        string reached
    ) => Age.ReachedOn(Scene.Day(born), years, months).ShouldBe(Scene.Day(reached));

    [Fact]
    public void A_table_with_a_gap_is_refused() =>
        StatePensionAge
            .Of([
                Scene.Row("1952-01-01", "1952-12-31", 66, 0, "2015-01-01"),
                Scene.Row("1953-01-02", "1953-12-31", 66, 4, "2015-01-01"),
            ])
            .Why.ShouldHaveSingleItem()
            .ShouldBe(new StatePensionAgeGap(new DateOnly(1953, 1, 1), new DateOnly(1953, 1, 1)));

    [Fact]
    public void Two_rows_for_the_same_births_that_became_known_on_the_same_day_are_refused() =>
        StatePensionAge
            .Of([
                Scene.Row("1952-01-01", "1952-12-31", 66, 0, "2015-01-01"),
                Scene.Row("1952-12-31", "1953-12-31", 66, 4, "2015-01-01"),
            ])
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<StatePensionAgeOverlap>();

    [Fact]
    public void A_table_with_an_impossible_row_or_without_rows_is_refused()
    {
        StatePensionAge.Of([]).Why.ShouldHaveSingleItem().ShouldBeOfType<StatePensionAgeTableEmpty>();
        StatePensionAge
            .Of([Scene.Row("1952-12-31", "1952-01-01", 66, 0, null)])
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<StatePensionAgeRowWrong>();
        StatePensionAge
            .Of([Scene.Row("1952-01-01", "1952-12-31", 66, 12, null)])
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<StatePensionAgeRowWrong>();
    }
}
