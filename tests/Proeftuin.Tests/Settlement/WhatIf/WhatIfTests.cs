// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.Json;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;
using Proeftuin.Core.Settlement.WhatIf;
using Shouldly;
using Xunit;
using Names = Proeftuin.Core.Settlement.ParameterNames;

namespace Proeftuin.Tests.Settlement.WhatIf;

public sealed class WhatIfTests
{
    /// <summary>January 2018, single, € 450 a month: norm without holiday allowance € 942,51 (95% of € 992,12, halves up); 25% is € 112,50; half is capped at € 199.</summary>
    [Fact]
    public void A_worked_example_comes_out_under_the_act_and_under_a_wider_rule()
    {
        var population = People(WhatIfScene.Single(40, default, 45_000, 45_000));
        var law = WhatIfScene.Calculate(population, WhatIfScene.Plan(population));
        var wide = WhatIfRule.Of("Helft", shareBasisPoints: 5000, maximum: new Eur(19_900)).OrThrow();
        var wider = WhatIfScene.Calculate(population, WhatIfScene.Plan(population, wide));
        // 942,51 - 450 + 112,50 = 605,01 and 942,51 - 450 + 199 = 691,51; a nineteenth of each is reserved: 31,84 and 36,40
        law.Months[0].ShouldBe(new MonthTotals(60_501, 3_184, 11_250, 1, 1));
        wider.Months[0].ShouldBe(new MonthTotals(69_151, 3_640, 19_900, 1, 1));
        var effect = WhatIfEffect.Of(population, law, wider);
        effect.Extra.ShouldBe(new Eur(2 * (69_151 + 3_640 - 60_501 - 3_184)));
        (effect.Winners, effect.Losers, effect.Same).ShouldBe((1, 0, 0));
        effect.Bands.Single(b => b.Households == 1).From.ShouldBe(new Eur(5_000));
    }

    [Fact]
    public void Two_hundred_households_of_another_program_come_out_to_the_cent_at_once()
    {
        var rows = File.ReadLines(PathOf("settlement_households.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        var (benefit, exempt) = (0L, 0L);
        foreach (var group in rows.GroupBy(r => (Regime: r[1], Norm: r[2])))
        {
            var population = People([
                .. group.Select(r => WhatIfScene.Single(40, default, [.. r[3..].Select(Number)])),
            ]);
            var experiment = group.Key.Regime == "experiment";
            var amounts = new Amounts()
                .Set(Names.NormSingle, Number(group.Key.Norm))
                .Set(Names.NShare, experiment ? 5000 : 2500)
                .Set(Names.NMaximum, 19_900)
                .Set(Names.NMonths, experiment ? 24 : 6)
                .Set(Names.HolidayAllowanceShare, 0);
            var choices = Scene.Choices with { ExemptWithoutBenefit = true };
            var outcome = WhatIfScene.Calculate(population, WhatIfScene.Plan(population, null, amounts, choices));
            (benefit, exempt) = (benefit + outcome.Cost.Cents, exempt + outcome.Exempt.Cents);
        }

        using var witness = JsonDocument.Parse(File.ReadAllText(PathOf("21-settlement-microsimulation.json")));
        var total = witness
            .RootElement.GetProperty("values")
            .EnumerateArray()
            .Single(v => v.GetProperty("name").ValueEquals("grand_total"))
            .GetProperty("value");
        benefit.ShouldBe(total.GetProperty("total_benefit").GetInt64());
        exempt.ShouldBe(total.GetProperty("total_exemption").GetInt64());
    }

    [Fact]
    public void The_number_of_workers_makes_no_difference()
    {
        var population = WhatIfScene.Random(7, kinds: 200, months: 6);
        var plan = WhatIfScene.Plan(population, null, new Amounts().Since2023());
        var one = WhatIfScene.Calculate(population, plan);
        foreach (var workers in new[] { 2, 3, 7 })
        {
            var many = WhatIfScene.Calculate(population, plan, workers);
            many.Months.ShouldBe(one.Months);
            many.CostCents.ShouldBe(one.CostCents);
        }
    }

    [Fact]
    public void A_share_of_every_amount_is_rounded_as_the_settlement_rounds_it()
    {
        var most = (int)WhatIfPopulation.MostNet.Cents;
        for (var tenths = 0; tenths <= 1000; tenths++)
        {
            var share = ScaledShare.Of(tenths * 10, 10_000, most)!.Value;
            for (var amount = tenths % 97; amount <= most; amount += 97 * 8)
            {
                share.Of(amount).ShouldBe((int)Rounding.HalfUp.PartOf(new Eur(amount), tenths * 10).Cents);
            }
        }
    }

    [Fact]
    public void Who_is_too_young_for_n_gets_it_from_the_month_after_the_birthday_on()
    {
        // 27 on 1 March 2018, with € 100 a month: 25% is € 25, for the six months of March up to and including August
        var person = new WhatIfPerson(new Month(1991, 3), default, [.. Enumerable.Repeat(new Eur(10_000), 12)]);
        var kind = new HouseholdKind(HouseholdType.SinglePerson, 0, WhatIfTraits.Usual, null);
        var population = WhatIfPopulation.Of(WhatIfScene.Start, 12, [new(kind, null, person, null)]).OrThrow();
        var outcome = WhatIfScene.Calculate(population, WhatIfScene.Plan(population));
        outcome.Months.Select(m => m.Exempt).ShouldBe([0, 0, 2_500, 2_500, 2_500, 2_500, 2_500, 2_500, 0, 0, 0, 0]);
    }

    [Fact]
    public void What_is_kept_of_an_extra_euro_is_counted_for_every_month_with_pay()
    {
        // € 100 under n: a quarter is kept; without n left: nothing; above the norm: everything; at the maximum of n: nothing
        var population = People(
            WhatIfScene.Single(40, default, 10_000),
            WhatIfScene.Single(40, new(6, 0, 0, 0), 10_000),
            WhatIfScene.Single(40, default, 200_000),
            WhatIfScene.Single(40, default, 85_000),
            WhatIfScene.Single(40, default, 0)
        );
        var kept = new KeptOfExtra();
        var kernel = new WhatIfKernel(population, WhatIfScene.Plan(population), kept);
        kernel.Piece(0, new int[population.Households]);
        (kept.Counts[25], kept.Counts[0], kept.Counts[100], kept.Counts.Sum()).ShouldBe((1L, 2L, 1L, 4L));
    }

    [Fact]
    public void A_population_that_does_not_fit_is_refused_with_its_household()
    {
        Why(WhatIfScene.Single(40, default, 1, 2, 3)).ShouldBe(new WhatIfMonthsDoNotFit(1, 3, 2));
        Why(WhatIfScene.Single(40, default, -1, 0)).ShouldBe(new WhatIfNetImpossible(1));
        Why(WhatIfScene.Single(40, default, 2_000_001, 0)).ShouldBe(new WhatIfNetImpossible(1));
        Why(WhatIfScene.Single(20, default, 0, 0)).ShouldBe(new WhatIfAgeOutside(1));
        Why(WhatIfScene.Single(66, default, 0, 0)).ShouldBe(new WhatIfAgeOutside(1));
        WhatIfPopulation.Of(WhatIfScene.Start, 2, []).Why.Single().ShouldBe(new WhatIfNobody());
    }

    [Fact]
    public void A_rule_that_cannot_be_is_refused_by_name()
    {
        WhatIfRule.Of("a", shareBasisPoints: 10_010).Why.Single().ShouldBe(new WhatIfShareImpossible("a", 10_010));
        WhatIfRule.Of("a", shareBasisPoints: 2_505).Why.Single().ShouldBe(new WhatIfShareImpossible("a", 2_505));
        WhatIfRule.Of("a", maximum: new Eur(-1)).Why.Single().ShouldBe(new WhatIfMaximumImpossible("a", new Eur(-1)));
        WhatIfRule.Of("a", months: 601).Why.Single().ShouldBe(new WhatIfMonthsImpossible("a", 601));
        WhatIfRule.Of("a", age: 17).Why.Single().ShouldBe(new WhatIfAgeImpossible("a", 17));
        WhatIfRule
            .Of("a", WhatIfArticle.Article34a, maximum: new Eur(1))
            .Why.Single()
            .ShouldBe(new WhatIfNotInArticle34a("a"));
    }

    private static Refusal Why(WhatIfHousehold household) =>
        WhatIfPopulation.Of(WhatIfScene.Start, 2, [household]).Why.Single();

    private static WhatIfPopulation People(params WhatIfHousehold[] households) =>
        WhatIfPopulation.Of(WhatIfScene.Start, households[0].Person.Net.Count, households).OrThrow();

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string PathOf(string file) => Path.Combine(Repository.Root, "reference", file);
}
