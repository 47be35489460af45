// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Draw;

/// <summary>The frame is the target group of the register: no unit more, no unit less, none altered.</summary>
public class ReconciliationTests
{
    private static readonly HashSet<string> Nobody = [];

    private static ScreenedUnit Screened(int number, Eligibility eligibility = Eligibility.InTargetGroup) =>
        new(Unit(number), eligibility, "-", [$"p{number}a", $"p{number}b"]);

    private static UnitRef Unit(int number) => new(UnitKind.Household, $"h{number}");

    private static readonly ScreenedUnit[] Register =
    [
        Screened(1),
        Screened(2, Eligibility.Excluded),
        Screened(3),
        Screened(4),
    ];

    private static readonly FrozenUnit[] Frozen =
    [
        .. Register
            .Where(u => u.Eligibility == Eligibility.InTargetGroup)
            .Select(u => new FrozenUnit(u.Unit, u.Stratum, u.Persons)),
    ];

    [Fact]
    public void The_counts_of_a_right_frame_add_up_to_the_register()
    {
        var counts = Reconciliation.Of(4, Register, Frozen, Nobody).OrThrow();
        counts.ShouldBe(new Reconciliation(4, 1, 0, 3));
        counts.Unexplained.ShouldBe(0);
    }

    [Fact]
    public void A_dropped_row_is_found() =>
        Wrong(Frozen[1..]).ShouldContain("h1 hoort bij de doelgroep, maar ontbreekt");

    [Fact]
    public void A_doubled_row_is_found() => Wrong([.. Frozen, Frozen[0]]).ShouldContain("h1 staat er twee keer in");

    [Fact]
    public void A_row_of_somebody_who_is_excluded_is_found() =>
        Wrong([.. Frozen, new FrozenUnit(Unit(2), "-", [])]).ShouldContain("h2 hoort niet bij de doelgroep");

    [Fact]
    public void An_altered_stratum_or_person_is_found()
    {
        Wrong([Frozen[0] with { Stratum = "x" }, .. Frozen[1..]])
            .ShouldContain("h1 is het stratum of zijn de personen anders");
        Wrong([Frozen[0] with { Persons = ["p1a"] }, .. Frozen[1..]])
            .ShouldContain("h1 is het stratum of zijn de personen anders");
    }

    [Fact]
    public void A_register_row_that_nobody_explains_is_found() =>
        Reconciliation
            .Of(5, Register, Frozen, Nobody)
            .Why.Single()
            .ShouldBeOfType<UnexplainedRows>()
            .Counts.Unexplained.ShouldBe(1);

    [Fact]
    public void A_household_of_which_a_fact_is_missing_stops_the_freeze() =>
        Reconciliation
            .Of(5, [.. Register, Screened(5, Eligibility.Undetermined)], Frozen, Nobody)
            .Why.Single()
            .ShouldBeOfType<UndeterminedUnits>()
            .Count.ShouldBe(1);

    [Fact]
    public void Somebody_who_was_drawn_in_an_earlier_cohort_is_counted_apart_and_may_not_be_in_the_frame_again()
    {
        var earlier = new HashSet<string> { "p3b" };
        Reconciliation
            .Of(4, Register, [Frozen[0], Frozen[2]], earlier)
            .OrThrow()
            .ShouldBe(new Reconciliation(4, 1, 1, 2));
        Reconciliation.Of(4, Register, Frozen, earlier).IsDone.ShouldBeFalse();
    }

    private static string Wrong(IReadOnlyList<FrozenUnit> frozen) =>
        Reconciliation.Of(4, Register, frozen, Nobody).Why.Single().ShouldBeOfType<FrameNotReconciled>().Message;
}
