// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Screening;

public sealed class ScreeningTests
{
    [Fact]
    public void A_person_under_27_is_not_in_the_target_group_and_the_sentence_says_why()
    {
        var young = Scene.InTargetGroup() with { Persons = [Scene.Person("P", 1, new DateOnly(1991, 3, 3))] };

        var unit = Scene.Screen([young]).Units.ShouldHaveSingleItem();

        unit.Verdict.ShouldBe(Verdict.Excluded);
        unit.Excludes.ShouldHaveSingleItem()
            .Fact.ShouldBe("Persoon 1 is geboren op 3 maart 1991 en is op 1 juli 2017 26 jaar; dat is jonger dan 27.");
    }

    [Fact]
    public void Twenterands_502_benefits_are_571_persons_and_the_two_are_never_mixed()
    {
        // 69 couples and 433 others: 502 benefits, 571 persons (raadsbrief Twenterand 2018)
        var households = Enumerable
            .Range(0, 502)
            .Select(i => i < 69 ? Scene.Couple($"H{i}") : Scene.InTargetGroup($"H{i}"));

        var result = Scene.Screen(households);

        result.RegisterHouseholds.ShouldBe(502);
        result.RegisterPersons.ShouldBe(571);
        result.Counts.Total.ShouldBe(new UnitCount(502, 571));
        result.Counts.Excluded.ShouldBe(new UnitCount(69, 138));
        result.Counts.TargetGroup.ShouldBe(new UnitCount(433, 433));
    }

    [Fact]
    public void When_the_unit_is_the_person_each_partner_is_judged_on_own_facts()
    {
        var grounds = Scene.Grounds.Where(g => g.Code is "a" or "d").ToList();
        var rules = ScreeningRules.Of(UnitKind.Person, grounds, Scene.Run).OrThrow();
        var couple = Scene.Couple("H1");
        couple = couple with { Persons = [couple.Persons[0] with { Wsnp = Answer.Yes }, couple.Persons[1]] };

        var result = RegisterScreening
            .Of(rules, BenefitRegister.Of(Scene.Start, [couple]).OrThrow(), Scene.Start, Scene.Ages, Scene.Start)
            .OrThrow();

        result
            .Units.Select(u => (u.Unit, u.Verdict))
            .ShouldBe([
                (new UnitRef(UnitKind.Person, "H1-1"), Verdict.Excluded),
                (new UnitRef(UnitKind.Person, "H1-2"), Verdict.TargetGroup),
            ]);
        result.Counts.Total.ShouldBe(new UnitCount(2, 2));
        result.RegisterHouseholds.ShouldBe(1);
    }

    [Fact]
    public void Overlap_and_only_this_ground_are_counted()
    {
        var bbz = Scene.InTargetGroup("H1") with { Benefit = BenefitKind.Bbz };
        var bbzAndShort = Scene.InTargetGroup("H2") with
        {
            Benefit = BenefitKind.Bbz,
            BenefitSince = new DateOnly(2017, 5, 1),
        };

        var counts = Scene.Screen([bbz, bbzAndShort, Scene.InTargetGroup("H3")]).Counts;

        var c = counts.Grounds.Single(g => g.Ground.Code == "c");
        c.Excludes.ShouldBe(new UnitCount(2, 2));
        c.OnlyThisGround.ShouldBe(new UnitCount(1, 1));
        counts.Overlap[2][4].ShouldBe(1);
        counts.Overlap[4][2].ShouldBe(1);
        counts.Overlap[2][2].ShouldBe(2);
        counts.Overlap[0][2].ShouldBe(0);
    }

    [Fact]
    public void An_undetermined_household_names_what_is_missing()
    {
        var household = Scene.InTargetGroup();
        household = household with { Persons = [household.Persons[0] with { Wsnp = Answer.Unknown }] };

        var open = Scene.Screen([household]).Units.ShouldHaveSingleItem().Open.ShouldHaveSingleItem();

        open.Ground.Code.ShouldBe("d");
        open.Why.ShouldBeOfType<PersonFactUnknown>().Column.ShouldBe("wsnp");
    }

    [Fact]
    public void A_register_in_which_somebody_occurs_twice_is_refused()
    {
        var once = Scene.InTargetGroup("H1");

        BenefitRegister.Of(Scene.Start, [once, once]).Why.ShouldHaveSingleItem().ShouldBeOfType<HouseholdTwice>();
        BenefitRegister
            .Of(Scene.Start, [once, once with { Id = "H2" }])
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<PersonTwice>();
        BenefitRegister
            .Of(Scene.Start, [once with { Persons = [] }])
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<HouseholdWithoutPersons>();
    }

    [Fact]
    public void Rules_that_cannot_be_applied_are_refused()
    {
        var a = Scene.Grounds[0];

        ScreeningRules
            .Of(UnitKind.Household, [a, a], Scene.Run)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<GroundTwice>();
        ScreeningRules
            .Of(UnitKind.Household, [a with { Number = null }], Scene.Run)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<GroundLacksNumber>();
        ScreeningRules
            .Of(UnitKind.Household, [Scene.Grounds[7]], Period.Since(Scene.Start))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<GroundNeedsEndDate>();
    }

    [Fact]
    public void Screening_after_the_end_of_the_experiment_is_refused() =>
        RegisterScreening
            .Of(
                Scene.Rules(),
                BenefitRegister.Of(Scene.Start, [Scene.InTargetGroup()]).OrThrow(),
                new DateOnly(2019, 7, 1),
                Scene.Ages,
                Scene.Start
            )
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<ScreenedAfterTheEnd>();

    [Fact]
    public void Another_day_another_rule_or_another_household_gives_another_hash()
    {
        var hash = Scene.Screen([Scene.InTargetGroup("H1")]).Hash();

        Scene.Screen([Scene.InTargetGroup("H1")]).Hash().ShouldBe(hash);
        Scene.Screen([Scene.InTargetGroup("H2")]).Hash().ShouldNotBe(hash);
        Scene.Screen([Scene.InTargetGroup("H1") with { Benefit = BenefitKind.Bbz }]).Hash().ShouldNotBe(hash);
        Scene.Screen([Scene.InTargetGroup("H1")], UnitKind.Person).Hash().ShouldNotBe(hash);
        var register = BenefitRegister.Of(Scene.Start, [Scene.InTargetGroup("H1")]).OrThrow();
        RegisterScreening
            .Of(Scene.Rules(), register, Scene.Start.AddDays(1), Scene.Ages, Scene.Start)
            .OrThrow()
            .Hash()
            .ShouldNotBe(hash);
        var fewer = ScreeningRules.Of(UnitKind.Household, [.. Scene.Grounds.Skip(1)], Scene.Run).OrThrow();
        RegisterScreening.Of(fewer, register, Scene.Start, Scene.Ages, Scene.Start).OrThrow().Hash().ShouldNotBe(hash);
    }
}
