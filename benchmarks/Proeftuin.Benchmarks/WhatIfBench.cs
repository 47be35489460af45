// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Settlement;
using Proeftuin.App.WhatIf;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement.WhatIf;

namespace Proeftuin.Benchmarks;

/// <summary>A rule for 500,000 households over 24 months: totals, every month, counters, exact cents.</summary>
internal static class WhatIfBench
{
    public const int Households = 500_000;
    public const int Months = 24;

    public static readonly Month Start = new(2018, 1);

    public static async Task Measure(Bench bench)
    {
        const string Everybody = "what if: 500,000 single persons with pay × 24 months, one rule with counters";
        if (bench.Wants(Everybody))
        {
            var population = Working();
            var plan = Plan(WhatIfRule.Law("n"), population);
            foreach (var workers in new[] { 1, 2 })
            {
                await bench.Measure(
                    $"{Everybody}, {workers} worker{(workers > 1 ? "s" : "")}",
                    TimeSpan.FromMilliseconds(7),
                    () => 0,
                    _ => WhatIfWork.Calculate(population, plan, workers)
                );
            }
        }
    }

    public static RulePlan Plan(WhatIfRule rule, WhatIfPopulation population) =>
        RulePlan.Of(rule, population, ShippedRules.Default, Start.FirstDay).OrThrow();

    /// <summary>The same input as the peer in numpy: everybody has other pay every month, from nothing up to 1,500 euro.</summary>
    private static WhatIfPopulation Working()
    {
        var random = Proeftuin.Statistics.Randomness.Xoshiro256.Stream(21, 0);
        var kind = new HouseholdKind(HouseholdType.SinglePerson, 0, WhatIfTraits.Usual, null);
        return WhatIfPopulation
            .Of(
                Start,
                Months,
                [
                    .. Enumerable
                        .Range(0, Households)
                        .Select(_ => new WhatIfHousehold(
                            kind,
                            null,
                            new(
                                Start.Plus(-12 * 40),
                                new((byte)random.Below(7), 0, 0, 0),
                                [
                                    .. Enumerable
                                        .Range(0, Months)
                                        .Select(_ => new Eur(Math.Max(0, random.Below(200_000) - 50_000))),
                                ]
                            ),
                            null
                        )),
                ]
            )
            .OrThrow();
    }
}
