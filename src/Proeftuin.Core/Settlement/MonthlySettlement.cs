// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement;

/// <summary>What stands before a month is settled: the counters of each person by id, and the holiday reserve.</summary>
public sealed record SettlementState(
    IReadOnlyList<(string Person, MonthCounters Counters)> Counters,
    HolidayReserve Reserve
)
{
    /// <summary>Who is not listed is not known, never unused.</summary>
    public MonthCounters For(string person) =>
        Counters
            .Where(c => string.Equals(c.Person, person, StringComparison.Ordinal))
            .Select(c => c.Counters)
            .FirstOrDefault()
        ?? MonthCounters.NotKnown;
}

/// <summary>The rules of a settlement: the parameters, the state pension ages and the municipality's choices, as known on a day (null: as known now).</summary>
public sealed record SettlementRules(
    ParameterBook Parameters,
    StatePensionAge PensionAges,
    MunicipalChoices Choices,
    DateOnly? KnownOn = null
);

/// <summary>What one person earned from work in the month, and what of it is exempt and deducted: always exempt + deducted = earnings.</summary>
public sealed record PersonSettlement(string Person, Eur Earnings, Eur Exempt, Exemption? Exemption)
{
    public Eur Deducted => Earnings - Exempt;
}

/// <summary>
/// One household's month, settled: from earnings to benefit, as lines that a participant can read, each with its article. Whole cents.
/// Always exempt + deducted = earnings, and exempt at most the maximum. Refuses unknown parameters, counters and choices by name.
/// Source: Participatiewet art. 19 to 23, 31, 32, 45.
/// </summary>
public sealed record MonthlySettlement
{
    public required Month Month { get; init; }

    /// <summary>For the days with a right to benefit, holiday allowance included.</summary>
    public required Eur Norm { get; init; }

    public required IReadOnlyList<PersonSettlement> Persons { get; init; }

    /// <summary>From work, as compared with the norm.</summary>
    public required Eur Earnings { get; init; }
    public required Eur Exempt { get; init; }
    public required Eur OtherIncome { get; init; }

    /// <summary>What is paid this month, without holiday allowance.</summary>
    public required Eur Benefit { get; init; }
    public required Eur HolidayReserved { get; init; }
    public required Eur HolidayPaid { get; init; }
    public required IReadOnlyList<SettlementLine> Lines { get; init; }
    public required IReadOnlyList<Attention> Attention { get; init; }

    /// <summary>What stands before the next month.</summary>
    public required SettlementState After { get; init; }

    /// <summary>What the pay slips say, without holiday pay and before any claim was added.</summary>
    public required Eur NetPay { get; init; }

    public Eur Deducted => Earnings - Exempt;

    /// <summary>What the household has to spend this month without holiday money: pay, other income and benefit.</summary>
    public Eur ToSpend => NetPay + OtherIncome + Benefit;

    /// <summary><paramref name="amountsOn"/> asks the parameters of another day than the first of the month, for a comparison over time with amounts held still.</summary>
    public static Outcome<MonthlySettlement> Of(
        SettledHousehold household,
        Month month,
        SettlementState before,
        SettlementRules rules,
        DateOnly? amountsOn = null
    )
    {
        var day = new OnDay(rules.Parameters, amountsOn ?? month.FirstDay, rules.KnownOn);
        return MonthPart
            .Of(household, month, day, rules)
            .Then(parts => new MonthWork(parts, month, before, rules, day).Settle());
    }
}
