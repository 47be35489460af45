// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>Whether a household can go into the calculation; otherwise why not, with its number from 1.</summary>
internal static class HouseholdFits
{
    public static Refusal? Why(WhatIfHousehold household, int number, Month start, int months)
    {
        var kind = household.Kind;
        return kind.Type is HouseholdType.Unknown
            || kind.Couple != household.Partner is not null
            || kind.Couple != kind.Partner is not null
                ? new WhatIfPersonsDoNotFit(number)
            : kind.CostSharers is < 0 or > 20 ? new WhatIfCostSharersImpossible(number)
            : Person(household.Person, number, start, months)
                ?? (household.Partner is { } partner ? Person(partner, number, start, months) : null);
    }

    private static Refusal? Person(WhatIfPerson person, int number, Month start, int months) =>
        person.Net.Count != months ? new WhatIfMonthsDoNotFit(number, person.Net.Count, months)
        : person.Net.Any(net => net < Eur.Zero || net > WhatIfPopulation.MostNet) ? new WhatIfNetImpossible(number)
        : start - person.Born < 12 * WhatIfPopulation.YoungestAge
        || start.Plus(months - 1) - person.Born >= 12 * (WhatIfPopulation.OldestAge + 1)
            ? new WhatIfAgeOutside(number)
        : null;
}

/// <summary>There are no households.</summary>
public sealed record WhatIfNobody : Refusal
{
    public override string Message =>
        "Er staan geen huishoudens in de bevolking. Zonder huishoudens valt er niets uit te rekenen.";
}

/// <summary>The persons do not fit the household type.</summary>
public sealed record WhatIfPersonsDoNotFit(int Household) : Refusal
{
    public override string Message =>
        $"Huishouden {Dutch.Count(Household)}: gehuwden zijn twee personen en een ander huishouden is er één. Kijk de leefvorm en de partner na.";
}

/// <summary>A number of housemates that cannot be.</summary>
public sealed record WhatIfCostSharersImpossible(int Household) : Refusal
{
    public override string Message =>
        $"Huishouden {Dutch.Count(Household)}: het aantal kostendelers ligt tussen 0 en 20.";
}

/// <summary>Pay for another number of months than the calculation has.</summary>
public sealed record WhatIfMonthsDoNotFit(int Household, int Given, int Months) : Refusal
{
    public override string Message =>
        $"Huishouden {Dutch.Count(Household)}: er staan {Dutch.Count(Given)} maanden loon, maar de berekening heeft {Dutch.Count(Months)} maanden.";
}

/// <summary>Net pay below zero or above what is possible.</summary>
public sealed record WhatIfNetImpossible(int Household) : Refusal
{
    public override string Message =>
        $"Huishouden {Dutch.Count(Household)}: een nettoloon ligt tussen € 0,00 en {WhatIfPopulation.MostNet} per maand.";
}

/// <summary>Younger than 21 at the start, or too close to the state pension at the end.</summary>
public sealed record WhatIfAgeOutside(int Household) : Refusal
{
    public override string Message =>
        $"Huishouden {Dutch.Count(Household)}: iedereen moet bij het begin {WhatIfPopulation.YoungestAge} jaar of ouder zijn en aan het einde {WhatIfPopulation.OldestAge} jaar of jonger. Voor jongeren en voor mensen met AOW gelden andere normen.";
}
