// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.Tests.Settlement;

/// <summary>Invented households and the rules around them.</summary>
internal static class Scene
{
    public static readonly Month January = new(2018, 1);

    public static readonly MunicipalChoices Choices = new()
    {
        FourWeeklyPay = FourWeeklyPay.ThirteenTwelfths,
        HolidayPay = HolidayPayTreatment.LeftOutOnBothSides,
        Reservations = ReservationTreatment.WhenEarned,
        Rounding = RoundingRule.HalfUp,
        Estimate = EstimateRule.LastKnownMonth,
        DeductTravelCosts = false,
        ArmMonthsUseUpN = false,
        ExemptWithoutBenefit = false,
        Severance = null,
        CoupleMaximumFor = null,
    };

    public static readonly ArmRule ArmRule = new(
        "Verdienen loont",
        5000,
        new Eur(19900),
        null,
        24,
        new Citation("artikel 5 lid 1 onder c Tijdelijk besluit", "Stb. 2017, 69")
    );

    public static readonly ArmMembership InArm = new(
        ArmRule,
        Period.FromUpTo(new(2017, 10, 1), new(2019, 10, 1)).OrThrow()
    );

    private static readonly StatePensionAge Ages = StatePensionAge
        .Of([
            new(new(1900, 1, 1), new(2100, 1, 1), 66, 0, new(2012, 1, 1), new Citation("artikel 7a", "voor deze test")),
        ])
        .OrThrow();

    public static SettlementRules Rules(Amounts? amounts = null, MunicipalChoices? choices = null) =>
        new((amounts ?? new Amounts()).Book(), Ages, choices ?? Choices);

    public static SettledPerson Person(string id = "1") =>
        new()
        {
            Id = id,
            Label = id == "1" ? "u" : "uw partner",
            Born = new(1980, 5, 12),
            HelpsTowardsWork = Period.Since(new(2017, 1, 1)),
        };

    public static SettledHousehold Single(SettledPerson person) =>
        SettledHousehold.Of(HouseholdType.SinglePerson, [person]).OrThrow();

    public static SettledHousehold Couple(SettledPerson one, SettledPerson other) =>
        SettledHousehold.Of(HouseholdType.Couple, [one, other]).OrThrow();

    public static Income Wage(Month month, long cents, string from = "bakkerij") =>
        Income.Of(from, IncomeKind.Wage, PayRhythm.Monthly, month.FirstDay, new Eur(cents)).OrThrow();

    public static SettledPerson Earning(this SettledPerson person, Month month, long cents) =>
        person with
        {
            Incomes = [Wage(month, cents)],
        };

    public static SettlementState NothingUsed(params string[] persons) =>
        new(
            [.. (persons.Length == 0 ? ["1", "2"] : persons).Select(p => (p, MonthCounters.NothingUsed))],
            HolidayReserve.EmptySince(new(2016, 1))
        );

    public static SettlementState Used(MonthCounters counters) =>
        new([("1", counters)], HolidayReserve.EmptySince(new(2016, 1)));

    public static MonthlySettlement Settle(
        SettledHousehold household,
        SettlementState? before = null,
        SettlementRules? rules = null,
        Month? month = null
    ) => MonthlySettlement.Of(household, month ?? January, before ?? NothingUsed(), rules ?? Rules()).OrThrow();
}
