// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Settlement;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.Benchmarks;

/// <summary>Household-months settled one by one with every line of their explanation, the comparison before consenting, and whole months settled and stored: on an embedded database and on PostgreSQL.</summary>
internal static class SettlementBench
{
    private const int Households = 10_000;
    private const int National = 400_000;
    private const string Stored = "settle: 10,000 household-months settled and stored (SQLite)";
    private const string StoredNationally = "settle: 400,000 household-months settled and stored (PostgreSQL)";

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
        await Store(bench, Stored, null, Households, TimeSpan.FromSeconds(5));
        if (!bench.Wants(StoredNationally))
        {
            return;
        }

        using var server = PostgresServer.Start(durable: true);
        await Store(bench, StoredNationally, server.NewDatabase("meetstad"), National, TimeSpan.FromMinutes(10));
    }

    /// <summary>The town is built once; each run settles its next month.</summary>
    private static async Task Store(Bench bench, string name, string? connection, int households, TimeSpan goal)
    {
        if (!bench.Wants(name))
        {
            return;
        }

        await using var town = await SettledTown.Build(connection, households);
        await bench.Measure(name, goal, () => Task.FromResult(new Kept(town)), kept => kept.Town.SettleNext());
    }

    /// <summary>What is measured keeps its database between the runs.</summary>
    private sealed record Kept(SettledTown Town);

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
