// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;
using Proeftuin.Core.Settlement.WhatIf;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Tests.Settlement.WhatIf;

/// <summary>Invented households of every kind, and ways to calculate them at once and one by one.</summary>
internal static class WhatIfScene
{
    public const int Months = 24;

    public static readonly Month Start = Scene.January;

    /// <summary>Kinds that differ in everything that can differ, each with some households: pay around zero, around the maximum, around the norm and above, jobs that stop and begin.</summary>
    public static WhatIfPopulation Random(ulong seed, int kinds, int months = Months)
    {
        var chance = Xoshiro256.Stream(seed, 0);
        var households = new List<WhatIfHousehold>();
        for (var kind = 0; kind < kinds; kind++)
        {
            var type = (HouseholdType[])[HouseholdType.SinglePerson, HouseholdType.SingleParent, HouseholdType.Couple];
            var chosen = type[chance.Below(type.Length)];
            var of = new HouseholdKind(
                chosen,
                chance.Below(3),
                Traits(chance),
                chosen is HouseholdType.Couple ? Traits(chance) : null
            );
            for (var i = chance.Below(20); i >= 0; i--)
            {
                households.Add(
                    new(
                        of,
                        chance.Below(3) == 0 ? null : Start.Plus(-chance.Below(12 * 14)),
                        Person(chance, months),
                        of.Couple ? Person(chance, months) : null
                    )
                );
            }
        }

        return WhatIfPopulation.Of(Start, months, households).OrThrow();
    }

    public static WhatIfHousehold Single(int born, UsedMonths used, params long[] net) =>
        new(
            new(HouseholdType.SinglePerson, 0, WhatIfTraits.Usual, null),
            null,
            new(Start.Plus(-12 * born), used, [.. net.Select(n => new Eur(n))]),
            null
        );

    public static WhatIfOutcome Calculate(WhatIfPopulation population, RulePlan plan, int workers = 1)
    {
        var outcome = new WhatIfOutcome(population);
        for (var worker = 0; worker < workers; worker++)
        {
            var kernel = new WhatIfKernel(population, plan);
            for (var piece = worker; piece < population.Pieces; piece += workers)
            {
                kernel.Piece(piece, outcome.CostCents);
            }

            outcome.Add(kernel.Totals);
        }

        return outcome;
    }

    public static RulePlan Plan(
        WhatIfPopulation population,
        WhatIfRule? rule = null,
        Amounts? amounts = null,
        MunicipalChoices? choices = null
    ) =>
        RulePlan
            .Of(rule ?? WhatIfRule.Law("De wet"), population, Scene.Rules(amounts, choices), Start.FirstDay)
            .OrThrow();

    private static WhatIfTraits Traits(Xoshiro256 chance) =>
        new(chance.Below(4) > 0, chance.Below(4) == 0, chance.Below(3) == 0, chance.Below(2) == 0);

    private static WhatIfPerson Person(Xoshiro256 chance, int months)
    {
        var net = new Eur[months];
        var now = 0L;
        for (var month = 0; month < months; month++)
        {
            now = chance.Below(6) switch
            {
                0 => 0,
                1 => chance.Below(10),
                2 => chance.Below(60_000),
                3 => chance.Below(200_000),
                _ => now,
            };
            net[month] = new(now);
        }

        var born = chance.Below(3) == 0 ? 12 * 26 + chance.Below(24) - months : 12 * 30 + chance.Below(12 * 25);
        return new(
            Start.Plus(-Math.Max(born, 12 * WhatIfPopulation.YoungestAge)),
            new((byte)chance.Below(8), (byte)chance.Below(32), (byte)chance.Below(14), (byte)chance.Below(14)),
            net
        );
    }
}
