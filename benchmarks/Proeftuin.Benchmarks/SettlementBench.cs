// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.Benchmarks;

/// <summary>Household-months settled one by one with every line of their explanation, and the comparison before consenting. Storing them is no part of this yet.</summary>
internal static class SettlementBench
{
    private const int Households = 10_000;

    public static async Task Measure(Bench bench)
    {
        await bench.Measure(
            "settle: 10,000 household-months with full explanation",
            TimeSpan.FromSeconds(5),
            () => Enumerable.Range(0, Households).Select(Household).ToList(),
            households =>
            {
                foreach (var household in households)
                {
                    MonthlySettlement.Of(household, Month, Before, ShippedRules.Default).OrThrow();
                }
            }
        );
        await bench.Measure(
            "settle: comparison before consenting, 31 amounts, 24 months, crossing",
            null,
            () => Household(0).With(p => p with { Incomes = [] }),
            household =>
                Comparison
                    .Of(
                        household,
                        Before,
                        GroupRules.Named("wageningen-2017/verdienen-loont").OrThrow().Rule,
                        Month,
                        [.. Enumerable.Range(0, 31).Select(i => Eur.OfEuros(50 * i))],
                        ShippedRules.Default
                    )
                    .OrThrow()
        );
    }

    private static readonly Month Month = new(2018, 3);

    private static readonly SettlementState Before = new(
        [("u", MonthCounters.NothingUsed with { N = 2 })],
        HolidayReserve.EmptySince(new(2017, 1))
    );

    private static SettledHousehold Household(int number)
    {
        var wage = Income
            .Of("werk", IncomeKind.Wage, PayRhythm.Monthly, Month.FirstDay, new Eur(20_000 + number * 10L))
            .OrThrow();
        return SettledHousehold
            .Of(
                HouseholdType.SinglePerson,
                [
                    new()
                    {
                        Id = "u",
                        Label = "u",
                        Born = new(1980, 5, 12),
                        HelpsTowardsWork = Period.Since(new(2017, 1, 1)),
                        Incomes = [wage],
                    },
                ]
            )
            .OrThrow();
    }
}
