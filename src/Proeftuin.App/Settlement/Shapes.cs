// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>What one rule makes of earnings: for each amount of pay, what there is to spend that month.</summary>
public sealed record Shape(string Name, IReadOnlyList<(Eur Earnings, Eur ToSpend)> Points);

/// <summary>Net income against earnings under each rule of one month, each point a whole settlement of an invented person of 40 years old.</summary>
public static class Shapes
{
    private static readonly Eur Step = Eur.OfEuros(25);

    /// <summary>The rules before 2023, in January 2018: the group, n, r, y and none.</summary>
    public static IReadOnlyList<Shape> Of2018 { get; } =
    [
        One("groep: 50%, hoogstens € 199", new(2018, 1), p => p with { Arm = InGroup }, 0),
        One("onderdeel n: 25%", new(2018, 1), p => p, 0),
        One("onderdeel y: 15%", new(2018, 1), p => p with { MedicallyHoursLimited = true }, 6),
        One("onderdeel r: 12,5%", new(2018, 1), p => p, 6, HouseholdType.SingleParent),
        One("geen vrijlating", new(2018, 1), p => p, 6),
    ];

    /// <summary>The rules since 2023, in January 2026: n, z (aa and y are the same line), and none.</summary>
    public static IReadOnlyList<Shape> Of2026 { get; } =
    [
        One("onderdeel n: 25%", new(2026, 1), p => p, 0),
        One("onderdeel y, z en aa: 15%", new(2026, 1), p => p with { WageSubsidyTargetGroup = true }, 6),
        One("geen vrijlating", new(2026, 1), p => p, 6),
    ];

    private static ArmMembership InGroup =>
        new(GroupRules.Named("wageningen-2017/verdienen-loont").OrThrow().Rule, Period.Since(new(2017, 10, 1)));

    private static Shape One(
        string name,
        Month month,
        Func<SettledPerson, SettledPerson> person,
        int usedN,
        HouseholdType type = HouseholdType.SinglePerson
    ) =>
        new(
            name,
            [
                .. Enumerable
                    .Range(0, 61)
                    .Select(i => new Eur(Step.Cents * i))
                    .Select(earnings => (earnings, Settle(month, person, usedN, type, earnings).ToSpend)),
            ]
        );

    private static MonthlySettlement Settle(
        Month month,
        Func<SettledPerson, SettledPerson> person,
        int usedN,
        HouseholdType type,
        Eur earnings
    )
    {
        var wage = Income.Of("werk", IncomeKind.Wage, PayRhythm.Monthly, month.FirstDay, earnings).OrThrow();
        var one = person(
            new()
            {
                Id = "u",
                Label = "u",
                Born = month.FirstDay.AddYears(-40),
                HelpsTowardsWork = Period.Since(month.FirstDay),
                Incomes = earnings == Eur.Zero ? [] : [wage],
            }
        );
        var household = SettledHousehold.Of(type, [one]).OrThrow() with
        {
            ChildrenBorn = type is HouseholdType.SingleParent ? [month.FirstDay.AddYears(-5)] : [],
        };
        return new HouseholdMonth(
            month,
            household,
            new([("u", MonthCounters.NothingUsed with { N = usedN })], HolidayReserve.EmptySince(month)),
            MunicipalChoicesFile.Defaults
        )
            .Settle()
            .OrThrow();
    }
}
