// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Settlement;
using Proeftuin.Core.Settlement.WhatIf;
using Proeftuin.Statistics.Randomness;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Settlement.WhatIf;

/// <summary>The calculation for everybody at once is the explained settlement of each household, to the cent. Here about a hundred thousand random household-months, under three laws and seven rules; the benchmark does millions.</summary>
public sealed class DifferentialTests
{
    private static readonly Func<Amounts>[] Laws =
    [
        () => new Amounts(),
        () => new Amounts().Since2023(),
        () => new Amounts().Since2023().Since2027(),
    ];

    private static readonly WhatIfRule[] Rules =
    [
        WhatIfRule.Law("De wet"),
        WhatIfRule.Of("Helft", shareBasisPoints: 5000, maximum: new Eur(19900), months: 24).OrThrow(),
        WhatIfRule.Of("Alles", shareBasisPoints: 10_000, maximum: WhatIfRule.NoMaximum, months: 600).OrThrow(),
        WhatIfRule.Of("Niets", shareBasisPoints: 0, months: 0).OrThrow(),
        WhatIfRule
            .Of("Jong", shareBasisPoints: 3330, maximum: new Eur(12345), age: 21, restart: WhatIfRestart.AtStart)
            .OrThrow(),
        WhatIfRule.Of("Opnieuw", months: 3, restart: WhatIfRestart.WithNewJob).OrThrow(),
    ];

    public static TheoryData<int, int> Cases
    {
        get
        {
            var cases = new TheoryData<int, int>();
            for (var law = 0; law < 2; law++)
            {
                for (var rule = 0; rule < Rules.Length; rule++)
                {
                    cases.Add(law, rule);
                }
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Everybody_at_once_is_everybody_one_by_one(int law, int rule) =>
        Same((ulong)(100 * law + rule), Rules[rule], Laws[law]());

    [Fact]
    public void Article_34a_at_once_is_article_34a_one_by_one()
    {
        Same(1, WhatIfRule.Law("34a"), Laws[2]());
        Same(
            2,
            WhatIfRule
                .Of(
                    "ruimer",
                    WhatIfArticle.Article34a,
                    shareBasisPoints: 2500,
                    months: 5,
                    restart: WhatIfRestart.AtStart
                )
                .OrThrow(),
            Laws[2]()
        );
        Same(3, WhatIfRule.Of("31", WhatIfArticle.Article31).OrThrow(), Laws[2]());
    }

    [Fact]
    public void An_exemption_that_also_counts_without_benefit_is_the_same_too() =>
        Same(4, Rules[1], Laws[1](), Scene.Choices with { ExemptWithoutBenefit = true });

    [Fact]
    public void A_kind_that_fills_more_than_one_piece_is_the_same_too()
    {
        // pay and months used of everybody else; every seventh turns 27 along the way
        var chance = Xoshiro256.Stream(5, 0);
        var population = WhatIfPopulation
            .Of(WhatIfScene.Start, 3, [.. Enumerable.Range(0, 1_100).Select(i => Somebody(chance, i % 7 == 0))])
            .OrThrow();
        Same(population, 5, WhatIfRule.Law("De wet"), Laws[0]());
    }

    private static WhatIfHousehold Somebody(Xoshiro256 chance, bool young)
    {
        var single = WhatIfScene.Single(
            40,
            new((byte)chance.Below(8), 0, 0, 0),
            chance.Below(60_000),
            chance.Below(200_000),
            chance.Below(120_000)
        );
        var born = young ? WhatIfScene.Start.Plus(1 - 12 * 27) : single.Person.Born;
        return single with { Person = single.Person with { Born = born } };
    }

    private static void Same(ulong seed, WhatIfRule rule, Amounts amounts, MunicipalChoices? choices = null) =>
        Same(WhatIfScene.Random(seed, kinds: 20), seed, rule, amounts, choices);

    private static void Same(
        WhatIfPopulation population,
        ulong seed,
        WhatIfRule rule,
        Amounts amounts,
        MunicipalChoices? choices = null
    )
    {
        var plan = WhatIfScene.Plan(population, rule, amounts, choices);
        var together = WhatIfScene.Calculate(population, plan);
        var months = new MonthTotals[population.Months];
        for (var at = 0; at < population.Households; at++)
        {
            var household = population.Household(at);
            var settled = ExplainedHousehold.Of(household, population.Start, plan).OrThrow();
            settled
                .Sum(m => (m.Benefit + m.HolidayReserved).Cents)
                .ShouldBe(together.CostCents[at], $"household {at} of {household.Kind}, seed {seed}");
            for (var month = 0; month < settled.Count; month++)
            {
                months[month] += Of(settled[month]);
            }
        }

        months.ShouldBe(together.Months);
    }

    private static MonthTotals Of(MonthlySettlement month) =>
        new(
            month.Benefit.Cents,
            month.HolidayReserved.Cents,
            month.Exempt.Cents,
            month.Benefit > Eur.Zero ? 1 : 0,
            month.Persons.Count(p => p.Exempt > Eur.Zero)
        );
}
