// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Settlement;

/// <summary>A month with more than one stretch of right: a norm by the days of each, one exemption and one month of a counter; the whole month in two stretches is the whole month.</summary>
public sealed class StretchTests
{
    private static readonly SettledPerson Somebody = Scene.Person().Earning(Scene.January, 310_00);

    [Fact]
    public void Each_stretch_has_its_own_line_that_says_which_days()
    {
        var month = Scene.Settle(In(Alone(1, 10), Alone(21, 31)));

        month
            .Lines.Where(l => l.Kind is LineKind.Norm)
            .Select(l => (l.What, l.Amount))
            .ShouldBe([
                ("Norm van 1 tot en met 10 januari", new Eur(320_04)),
                ("Norm van 21 tot en met 31 januari", new Eur(352_04)),
            ]);
        month.Lines[1].Sentence.ShouldContain("Dat zijn 11 van de 31 dagen, dus € 352,04.");
        month.Lines[2].Sentence.ShouldStartWith("Samen is de norm € 672,08.");
        month.Norm.ShouldBe(new Eur(672_08));
    }

    [Fact]
    public void The_month_of_a_counter_is_used_once()
    {
        var month = Scene.Settle(In(Alone(1, 10), Alone(21, 31)));

        month.Exempt.ShouldBe(new Eur(52_50));
        month.After.For("1").N.ShouldBe(1);
    }

    [Fact]
    public void The_whole_month_as_one_stretch_is_the_month_without_stretches()
    {
        var whole = Scene.Settle(Scene.Single(Somebody));

        Scene.Settle(In(Alone(1, 31))).Lines.ShouldBe(whole.Lines, new SameLine());
    }

    [Fact]
    public void A_month_between_two_stretches_has_no_right_and_nothing_is_paid()
    {
        var household = Scene
            .Single(Somebody)
            .In([
                new(Period.FromUpTo(new(2017, 11, 1), new(2017, 12, 1)).OrThrow(), HouseholdType.SinglePerson, ["1"]),
                new(Period.Since(new(2018, 3, 1)), HouseholdType.SinglePerson, ["1"]),
            ])
            .OrThrow();

        Scene.Settle(household).Benefit.ShouldBe(Eur.Zero);
    }

    [Fact]
    public void Holiday_allowance_is_not_paid_out_when_the_right_begins_again_in_the_month()
    {
        Scene.Settle(In(Alone(1, 10), Alone(21, 31))).HolidayPaid.ShouldBe(Eur.Zero);
        Scene.Settle(In(Alone(1, 10))).Lines.ShouldContain(l => l.Kind == LineKind.HolidayPaid);
    }

    [Fact]
    public void Stretches_that_overlap_or_name_somebody_else_are_refused()
    {
        var household = Scene.Single(Somebody);

        household.In([Alone(1, 10), Alone(10, 31)]).Why.ShouldBe([new StretchesOverlap()]);
        household.In([Alone(1, 10) with { Persons = ["9"] }]).Why.ShouldBe([new StretchOfSomebodyElse()]);
        household
            .In([Alone(1, 10) with { Type = HouseholdType.Couple }])
            .Why.ShouldBe([new PersonsDoNotFit(HouseholdType.Couple, 1)]);
    }

    [Fact]
    public void A_birthday_begins_a_second_norm_only_where_the_municipality_chose_the_day_itself()
    {
        var household = Scene.Single(Scene.Person() with { Born = new(1997, 1, 16) });
        var choices = Scene.Choices with { AgeChange = AgeChange.FromTheDay };

        Scene.Settle(household).Lines.Count(l => l.Kind is LineKind.Norm).ShouldBe(1);
        var month = Scene.Settle(household, rules: Scene.Rules(choices: choices));

        month
            .Lines.Where(l => l.Kind is LineKind.Norm)
            .Select(l => l.What)
            .ShouldBe(["Norm van 1 tot en met 15 januari", "Norm van 16 tot en met 31 januari"]);
    }

    private static SettledHousehold In(params IReadOnlyList<Stretch> stretches) =>
        Scene.Single(Somebody).In(stretches).OrThrow();

    private static Stretch Alone(int first, int last) =>
        new(
            last == 31
                ? Period.Since(new(2018, 1, first))
                : Period.FromUpTo(new(2018, 1, first), new(2018, 1, last + 1)).OrThrow(),
            HouseholdType.SinglePerson,
            ["1"]
        );

    /// <summary>Two lines a reader cannot tell apart.</summary>
    private sealed class SameLine : IEqualityComparer<SettlementLine>
    {
        public bool Equals(SettlementLine? x, SettlementLine? y) =>
            (x?.Kind, x?.What, x?.Amount, x?.Sentence) == (y?.Kind, y?.What, y?.Amount, y?.Sentence);

        public int GetHashCode(SettlementLine line) => line.Kind.GetHashCode();
    }
}
