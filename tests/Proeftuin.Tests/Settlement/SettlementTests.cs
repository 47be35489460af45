// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;
using Shouldly;
using Xunit;
using Names = Proeftuin.Core.Settlement.ParameterNames;

namespace Proeftuin.Tests.Settlement;

/// <summary>Cases that a table of one month cannot show: histories, attention, couples, art. 34a, estimates, holiday money.</summary>
public sealed class SettlementTests
{
    [Fact]
    public void Months_of_n_need_not_follow_on_each_other()
    {
        long[] pay = [40000, 0, 40000, 0, 40000, 40000, 40000, 40000, 40000];
        History(pay).Select(m => m.Exempt.Cents).ShouldBe([10000, 0, 10000, 0, 10000, 10000, 10000, 10000, 0]);
    }

    [Fact]
    public void The_months_of_r_run_on_once_they_began()
    {
        var begun = MonthCounters.NothingUsed with { N = 6 };
        var parent = SettledHousehold.Of(HouseholdType.SingleParent, [Scene.Person()]).OrThrow() with
        {
            ChildrenBorn = [new(2015, 1, 1)],
        };
        // earns in the first month, not in the next 29, and again after that: the 30 months are over
        var months = History([40000, .. Enumerable.Repeat(0L, 29), 40000], parent, begun);
        months[0].Exempt.Cents.ShouldBe(5000);
        months[^1].Exempt.ShouldBe(Eur.Zero);
        var earlier = History([40000, .. Enumerable.Repeat(0L, 28), 40000], parent, begun);
        earlier[^1].Exempt.Cents.ShouldBe(5000);
    }

    [Fact]
    public void A_month_without_benefit_uses_up_nothing()
    {
        var months = History([120000, 40000]);
        months[0].Benefit.ShouldBe(Eur.Zero);
        months[0].After.For("1").N.ShouldBe(0);
        months[1].After.For("1").N.ShouldBe(1);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public void Whether_months_in_the_group_use_up_n_is_a_choice(bool useUp, int n)
    {
        var rules = Scene.Rules(choices: Scene.Choices with { ArmMonthsUseUpN = useUp });
        var months = History([40000, 40000], Scene.Single(Scene.Person() with { Arm = Scene.InArm }), rules: rules);
        months[^1].After.For("1").N.ShouldBe(n);
        months[^1].After.For("1").Arm.ShouldBe(2);
    }

    [Fact]
    public void A_participant_who_would_keep_more_under_the_act_is_pointed_out()
    {
        var person = Scene.Person() with { Arm = Scene.InArm };
        Scene.Settle(Scene.Single(person.Earning(Scene.January, 79600))).Attention.ShouldBeEmpty();
        var higher = Scene.Settle(Scene.Single(person.Earning(Scene.January, 80800)));
        var note = higher.Attention.ShouldHaveSingleItem();
        note.Kind.ShouldBe(AttentionKind.BetterOffUnderTheAct);
        note.Sentence.ShouldContain("€ 3,00 meer");
    }

    [Fact]
    public void A_missing_decision_is_pointed_out_only_to_whom_it_would_help()
    {
        var undecided = Scene.Person().Earning(Scene.January, 40000) with { HelpsTowardsWork = null };
        Scene.Settle(Scene.Single(undecided)).Attention.ShouldHaveSingleItem().Kind.ShouldBe(AttentionKind.NotDecided);
        Scene.Settle(Scene.Single(undecided with { Born = new(1995, 1, 1) })).Attention.ShouldBeEmpty();
    }

    [Fact]
    public void The_end_of_a_counter_is_told_in_time()
    {
        var one = Scene.Settle(
            Scene.Single(Scene.Person().Earning(Scene.January, 40000)),
            Scene.Used(MonthCounters.NothingUsed with { N = 4 })
        );
        one.Attention.ShouldHaveSingleItem().Kind.ShouldBe(AttentionKind.CounterEnds);
        one.Lines.Single(l => l.Kind is LineKind.MonthsLeft).Sentence.ShouldContain("nog 1 maand over");
    }

    [Fact]
    public void A_maximum_for_both_together_is_shared_to_the_cent()
    {
        var rule = Scene.ArmRule with { MaximumCouple = new Eur(14201) };
        var person = Scene.Person() with { Arm = Scene.InArm with { Rule = rule } };
        var both = Scene.Couple(
            person.Earning(Scene.January, 30000),
            person.Earning(Scene.January, 30000) with
            {
                Id = "2",
            }
        );
        Eur Exempt(CoupleMaximumFor chosen) =>
            Scene.Settle(both, rules: Scene.Rules(choices: Scene.Choices with { CoupleMaximumFor = chosen })).Exempt;
        Exempt(CoupleMaximumFor.Together).Cents.ShouldBe(14201);
        Exempt(CoupleMaximumFor.Each).Cents.ShouldBe(28402);
        MonthlySettlement
            .Of(both, Scene.January, Scene.NothingUsed(), Scene.Rules())
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<CoupleMaximumForUnknown>();
    }

    [Fact]
    public void Article_34a_gives_fifteen_per_cent_without_a_maximum_for_twelve_months_on_end()
    {
        var rules = Scene.Rules(new Amounts().Since2027());
        // 15% of 800 is 120
        var months = History([80000, 0, .. Enumerable.Repeat(80000L, 12)], rules: rules);
        months.Select(m => m.Exempt.Cents).ShouldBe([12000, 0, .. Enumerable.Repeat(12000L, 10), 0, 0]);
    }

    [Fact]
    public void A_new_job_after_the_twelve_months_begins_another_run_and_one_within_them_does_not()
    {
        var rules = Scene.Rules(new Amounts().Since2027());
        SettledHousehold With(DateOnly job) => Scene.Single(Scene.Person() with { NewJobSince = job });
        var late = History([.. Enumerable.Repeat(80000L, 15)], With(new(2019, 2, 10)), rules: rules);
        late.Select(m => m.Exempt.Cents).ShouldBe([.. Enumerable.Repeat(12000L, 12), 0, 12000, 12000]);
        var early = History([.. Enumerable.Repeat(80000L, 15)], With(new(2018, 12, 31)), rules: rules);
        early.Skip(12).ShouldAllBe(m => m.Exempt == Eur.Zero);
    }

    [Fact]
    public void Article_34a_is_25_per_cent_up_to_its_maximum_from_the_state_pension_age()
    {
        var old = Scene.Person() with { Born = new(1950, 1, 1) };
        Scene
            .Settle(Scene.Single(old.Earning(Scene.January, 100000)), rules: Scene.Rules(new Amounts().Since2027()))
            .Exempt.Cents.ShouldBe(22600);
    }

    [Fact]
    public void Holiday_money_of_twelve_months_is_paid_in_june()
    {
        var months = History([.. Enumerable.Repeat(0L, 6)], since: new(2018, 1));
        // each month 942.51 / 0.95 × 0.05 = 49.61 is reserved; in June what stands from June 2017 on
        months.Select(m => m.HolidayReserved.Cents).ShouldBe(Enumerable.Repeat(4961L, 6));
        months[5].HolidayPaid.Cents.ShouldBe(5 * 4961);
        months.Take(5).ShouldAllBe(m => m.HolidayPaid == Eur.Zero);
    }

    [Fact]
    public void Holiday_money_of_which_part_is_not_known_is_not_guessed()
    {
        var state = new SettlementState([("1", MonthCounters.NothingUsed)], HolidayReserve.EmptySince(new(2018, 2)));
        var june = Scene.Settle(Scene.Single(Scene.Person()), state, month: new Month(2018, 6));
        june.HolidayPaid.ShouldBe(Eur.Zero);
        june.Attention.ShouldHaveSingleItem().Kind.ShouldBe(AttentionKind.HolidayReserveUnknown);
    }

    [Fact]
    public void At_the_end_of_the_benefit_everything_that_was_set_aside_is_paid()
    {
        var ending = Scene.Single(Scene.Person()) with
        {
            Entitled = Period.FromUpTo(new(2017, 1, 1), new(2018, 4, 1)).OrThrow(),
        };
        var months = History([0, 0, 0], ending);
        months[2].HolidayPaid.Cents.ShouldBe(3 * 4961);
    }

    [Theory]
    [InlineData(EstimateRule.LastKnownMonth, 50000)]
    [InlineData(EstimateRule.AverageOfThree, 40000)]
    public void A_missing_slip_is_estimated_by_the_municipality_s_rule_and_marked(EstimateRule rule, long cents)
    {
        long[] known = [30000, 40000, 50000];
        var facts = known
            .Select((pay, i) => Month(i, Scene.Single(Scene.Person().Earning(Scene.January.Plus(i), pay))))
            .Append(Month(3, Scene.Single(Scene.Person())) with { Missing = [new("1", "bakkerij")] })
            .ToList();
        var rules = Scene.Rules(choices: Scene.Choices with { Estimate = rule });
        var last = SettlementHistory.Of(Scene.NothingUsed(), facts, rules).OrThrow()[^1];
        last.Earnings.Cents.ShouldBe(cents);
        last.Attention.Single(a => a.Kind == AttentionKind.Estimated)
            .Sentence.ShouldBe(
                "Een bedrag van de aanvrager is geschat. Vraag de loonstrook op en reken opnieuw.",
                "a colleague reads this, not the person"
            );
        SettlementHistory
            .Of(Scene.NothingUsed(), [facts[^1]], rules)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NothingToEstimateFrom>();
    }

    [Fact]
    public void Two_statements_of_one_month_and_a_skipped_month_are_refused()
    {
        var household = Scene.Single(Scene.Person());
        SettlementHistory
            .Of(Scene.NothingUsed(), [Month(0, household), Month(0, household)], Scene.Rules())
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<MonthTwice>();
        SettlementHistory
            .Of(Scene.NothingUsed(), [Month(0, household), Month(2, household)], Scene.Rules())
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<MonthSkipped>();
    }

    [Fact]
    public void A_person_without_counters_is_unknown_and_not_unused() =>
        MonthlySettlement
            .Of(
                Scene.Single(Scene.Person().Earning(Scene.January, 40000)),
                Scene.January,
                new([], HolidayReserve.EmptySince(Scene.January)),
                Scene.Rules()
            )
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<CounterUnknown>();

    [Fact]
    public void A_second_four_weekly_wage_in_a_month_falls_free_and_is_pointed_out()
    {
        var pay = new[] { new DateOnly(2018, 1, 3), new DateOnly(2017, 12, 6) }
            .Select(d => Income.Of("bakkerij", IncomeKind.Wage, PayRhythm.FourWeekly, d, new Eur(36000)).OrThrow())
            .ToList();
        // both periods end in January: on the 2nd and on the 30th
        var month = Scene.Settle(Scene.Single(Scene.Person() with { Incomes = pay }));
        month.Earnings.Cents.ShouldBe(39000);
        month.Attention.ShouldHaveSingleItem().Kind.ShouldBe(AttentionKind.FourWeeklyLeftOut);
    }

    [Theory]
    [InlineData(-1, "kan niet")]
    [InlineData(10_000_001, "kan niet")]
    public void An_impossible_amount_is_refused(long cents, string says) =>
        Income
            .Of("werk", IncomeKind.Wage, PayRhythm.Monthly, Scene.January.FirstDay, new Eur(cents))
            .Why.ShouldHaveSingleItem()
            .Message.ShouldContain(says);

    [Fact]
    public void Without_the_maximum_of_the_act_a_participant_of_the_group_can_still_be_settled()
    {
        var amounts = new Amounts().Book();
        var without = ParameterBook
            .Of(
                [
                    .. amounts.All.Where(p => p.Name != Names.NMaximum),
                    Amounts.One(Names.NMaximum, Amounts.Row("2017-01-01", null, null)),
                ],
                []
            )
            .OrThrow();
        var rules = Scene.Rules() with { Parameters = without };
        var joined = Scene.Person().Earning(Scene.January, 45000) with { Arm = Scene.InArm };
        MonthlySettlement
            .Of(Scene.Single(joined), Scene.January, Scene.NothingUsed(), rules)
            .OrThrow()
            .Exempt.Cents.ShouldBe(19900);
        MonthlySettlement
            .Of(Scene.Single(joined with { Arm = null }), Scene.January, Scene.NothingUsed(), rules)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<ParameterUnknown>();
    }

    private static MonthFacts Month(int i, SettledHousehold household) => new(Scene.January.Plus(i), household);

    private static IReadOnlyList<MonthlySettlement> History(
        long[] pay,
        SettledHousehold? household = null,
        MonthCounters? counters = null,
        SettlementRules? rules = null,
        Month? since = null
    )
    {
        var facts = pay.Select(
                (cents, i) =>
                    Month(
                        i,
                        (household ?? Scene.Single(Scene.Person())).With(p =>
                            p with
                            {
                                Incomes = cents == 0 ? [] : [Scene.Wage(Scene.January.Plus(i), cents)],
                            }
                        )
                    )
            )
            .ToList();
        var state = new SettlementState(
            [("1", counters ?? MonthCounters.NothingUsed)],
            HolidayReserve.EmptySince(since?.Plus(-7) ?? new(2016, 1))
        );
        return SettlementHistory.Of(state, facts, rules ?? Scene.Rules()).OrThrow();
    }
}
