// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Settlement;

/// <summary>What holds for every household, whatever it earns and whatever was used before.</summary>
public sealed class SettlementProperties
{
    private static readonly Gen<long> Earnings = Gen.Choose(0, 250_000).Select(cents => (long)cents);

    private static readonly Gen<MonthCounters> Counters =
        from n in Gen.Choose(0, 6)
        from r in Gen.Choose(0, 30)
        from z in Gen.Choose(0, 12)
        from arm in Gen.Choose(0, 24)
        select new MonthCounters
        {
            N = n,
            R = Run.After(r, Scene.January),
            Z = Run.After(z, Scene.January),
            Arm = arm,
            Article34a = Run.NotBegun,
        };

    private static readonly Gen<SettledPerson> Persons =
        from age in Gen.Choose(18, 70)
        from days in Gen.Choose(0, 364)
        from decided in Gen.Elements(true, false)
        from limited in Gen.Elements(true, false)
        from subsidy in Gen.Elements(true, false)
        from more in Gen.Elements(true, false)
        from arm in Gen.Elements(true, false)
        select Scene.Person() with
        {
            Born = Scene.January.FirstDay.AddYears(-age).AddDays(-days),
            HelpsTowardsWork = decided ? Period.Since(new(2017, 1, 1)) : null,
            MedicallyHoursLimited = limited,
            WageSubsidyTargetGroup = subsidy,
            MoreHoursNotPossible = more ? Period.Since(new(2017, 1, 1)) : null,
            Arm = arm ? Scene.InArm : null,
        };

    private static readonly Gen<SettledHousehold> Households =
        from person in Persons
        from type in Gen.Elements(HouseholdType.SinglePerson, HouseholdType.SingleParent)
        from childAge in Gen.Choose(0, 17)
        from housemates in Gen.Choose(0, 3)
        select SettledHousehold.Of(type, [person]).OrThrow() with
        {
            ChildrenBorn = type is HouseholdType.SingleParent ? [Scene.January.FirstDay.AddYears(-childAge)] : [],
            HousematesBorn = [.. Enumerable.Repeat(new DateOnly(1970, 1, 1), housemates)],
        };

    private static readonly Gen<Amounts> Laws = Gen.Elements(0, 1, 2)
        .Select(law =>
            law switch
            {
                0 => new Amounts(),
                1 => new Amounts().Since2023(),
                _ => new Amounts().Since2027(),
            }
        );

    private sealed record Case(SettledHousehold Household, MonthCounters Counters, Amounts Law, long Cents);

    private static readonly Arbitrary<Case> Cases = Arb.From(
        from household in Households
        from counters in Counters
        from law in Laws
        from cents in Earnings
        select new Case(household, counters, law, cents)
    );

    private static MonthlySettlement Settled(Case c, long? cents = null) =>
        Scene.Settle(
            c.Household.With(p => p.Earning(Scene.January, cents ?? c.Cents)),
            Scene.Used(c.Counters),
            Scene.Rules(c.Law)
        );

    [Fact]
    public void What_is_exempt_and_what_is_deducted_are_together_the_earnings_and_nothing_is_negative() =>
        Prop.ForAll(
                Cases,
                c =>
                {
                    var month = Settled(c);
                    (month.Exempt + month.Deducted).ShouldBe(new Eur(c.Cents));
                    month.Exempt.ShouldBeGreaterThanOrEqualTo(Eur.Zero);
                    month.Deducted.ShouldBeGreaterThanOrEqualTo(Eur.Zero);
                    month.Benefit.ShouldBeGreaterThanOrEqualTo(Eur.Zero);
                    var one = month.Persons.ShouldHaveSingleItem();
                    if (one.Exemption?.Maximum is { } most)
                    {
                        one.Exempt.ShouldBeLessThanOrEqualTo(most);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_lines_add_up_to_the_benefit() =>
        Prop.ForAll(
                Cases,
                c =>
                {
                    var month = Settled(c);
                    var norm = Line(month, LineKind.NormWithoutHolidayAllowance);
                    var left = norm - Line(month, LineKind.Deducted);
                    Line(month, LineKind.Benefit).ShouldBe(left < Eur.Zero ? Eur.Zero : left);
                    Line(month, LineKind.Earnings)
                        .ShouldBe(Line(month, LineKind.Exempt) + Line(month, LineKind.Deducted));
                    month.Lines.ShouldAllBe(l => l.Sentence.Length > 20 && l.Article != null);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Who_earns_more_never_has_less_to_spend_and_never_gets_more_benefit()
    {
        var more = Arb.From(
            from c in Cases.Generator
            from extra in Gen.Choose(1, 50_000)
            select (Case: c, Extra: (long)extra)
        );
        Prop.ForAll(
                more,
                pair =>
                {
                    var (less, richer) = (Settled(pair.Case), Settled(pair.Case, pair.Case.Cents + pair.Extra));
                    richer.ToSpend.ShouldBeGreaterThanOrEqualTo(less.ToSpend);
                    richer.Benefit.ShouldBeLessThanOrEqualTo(less.Benefit);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Counters_never_pass_their_limit_and_move_only_when_something_was_exempt()
    {
        var histories = Arb.From(
            from household in Households
            from counters in Counters
            from law in Laws
            from useUp in Gen.Elements(true, false)
            from cents in Earnings.ListOf(40)
            select (household, counters, law, useUp, cents)
        );
        Prop.ForAll(
                histories,
                h =>
                {
                    var facts = h
                        .cents.Select(
                            (cents, i) =>
                                new MonthFacts(
                                    Scene.January.Plus(i),
                                    h.household.With(p => p.Earning(Scene.January.Plus(i), cents))
                                )
                        )
                        .ToList();
                    var rules = Scene.Rules(h.law, Scene.Choices with { ArmMonthsUseUpN = h.useUp });
                    var before = h.counters;
                    foreach (var month in SettlementHistory.Of(Scene.Used(h.counters), facts, rules).OrThrow())
                    {
                        var after = month.After.For("1");
                        after.N!.Value.ShouldBeInRange(before.N!.Value, 6);
                        after.Arm.ShouldBeInRange(before.Arm, 24);
                        (after.N - before.N + after.Arm - before.Arm)!.Value.ShouldBeLessThanOrEqualTo(
                            month.Exempt > Eur.Zero ? 2 : 0
                        );
                        before = after;
                    }
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_order_in_which_facts_arrive_makes_no_difference()
    {
        var histories = Arb.From(
            from household in Households
            from counters in Counters
            from cents in Earnings.ListOf(12)
            from shuffled in Gen.Shuffle(Enumerable.Range(0, 12).ToArray())
            select (household, counters, cents, shuffled)
        );
        Prop.ForAll(
                histories,
                h =>
                {
                    var facts = h
                        .cents.Select(
                            (cents, i) =>
                                new MonthFacts(
                                    Scene.January.Plus(i),
                                    h.household.With(p => p.Earning(Scene.January.Plus(i), cents))
                                )
                        )
                        .ToList();
                    var inOrder = SettlementHistory.Of(Scene.Used(h.counters), facts, Scene.Rules()).OrThrow();
                    var asTheyCame = SettlementHistory
                        .Of(Scene.Used(h.counters), [.. h.shuffled.Select(i => facts[i])], Scene.Rules())
                        .OrThrow();
                    asTheyCame.Select(Told).ShouldBe(inOrder.Select(Told));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void It_makes_no_difference_which_of_a_couple_earns_what()
    {
        var couples = Arb.From(
            from one in Persons
            from other in Persons
            from mine in Earnings
            from theirs in Earnings
            from together in Gen.Elements(true, false)
            select (one, other, mine, theirs, together)
        );
        Prop.ForAll(
                couples,
                c =>
                {
                    var rule = Scene.ArmRule with { MaximumCouple = Eur.OfEuros(142) };
                    var rules = Scene.Rules(
                        choices: Scene.Choices with
                        {
                            CoupleMaximumFor = c.together ? CoupleMaximumFor.Together : CoupleMaximumFor.Each,
                        }
                    );
                    MonthlySettlement Both(SettledPerson first, long a, SettledPerson second, long b) =>
                        Scene.Settle(
                            Scene.Couple(
                                InGroup(first, rule).Earning(Scene.January, a) with
                                {
                                    Id = "1",
                                },
                                InGroup(second, rule).Earning(Scene.January, b) with
                                {
                                    Id = "2",
                                }
                            ),
                            rules: rules
                        );
                    var (here, there) = (
                        Both(c.one, c.mine, c.other, c.theirs),
                        Both(c.other, c.theirs, c.one, c.mine)
                    );
                    there.Benefit.ShouldBe(here.Benefit);
                    there.Exempt.ShouldBe(here.Exempt);
                    there.Persons.Select(p => p.Earnings).ShouldBe(here.Persons.Select(p => p.Earnings).Reverse());
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Weekly_and_four_weekly_pay_by_working_days_add_up_to_the_payment_over_all_months()
    {
        var pays = Arb.From(
            from day in Gen.Choose(0, 700)
            from rhythm in Gen.Elements(PayRhythm.Weekly, PayRhythm.FourWeekly)
            from cents in Earnings
            select Income
                .Of("werk", IncomeKind.Wage, rhythm, new DateOnly(2018, 1, 1).AddDays(day), new(cents))
                .OrThrow()
        );
        Prop.ForAll(
                pays,
                pay =>
                    Enumerable
                        .Range(0, 30)
                        .SelectMany(i =>
                            PayAllocation.To(
                                Scene.January.Plus(i),
                                [pay],
                                Scene.Choices with
                                {
                                    FourWeeklyPay = FourWeeklyPay.WorkingDays,
                                }
                            )
                        )
                        .Sum(part => part.Amount.Cents)
                        .ShouldBe(pay.Net.Cents)
            )
            .QuickCheckThrowOnFailure();
    }

    private static SettledPerson InGroup(SettledPerson person, ArmRule rule) =>
        person with
        {
            Arm = person.Arm is null ? null : Scene.InArm with { Rule = rule },
        };

    private static Eur Line(MonthlySettlement month, LineKind kind) =>
        month
            .Lines.Where(l => l.Kind == kind)
            .Select(l => l.Amount)
            .OfType<Eur>()
            .Aggregate(Eur.Zero, (sum, amount) => sum + amount);

    private static (Month, Eur, Eur, Eur, MonthCounters) Told(MonthlySettlement m) =>
        (m.Month, m.Benefit, m.Exempt, m.HolidayPaid, m.After.For("1"));
}
