// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>A snapshot of a benefit register on its reference date (peildatum): households with their persons. Refuses a household without persons, and a household or person that occurs twice.</summary>
public sealed record BenefitRegister
{
    private BenefitRegister(DateOnly referenceDate, IReadOnlyList<RegisterHousehold> households) =>
        (ReferenceDate, Households) = (referenceDate, households);

    public DateOnly ReferenceDate { get; }

    public IReadOnlyList<RegisterHousehold> Households { get; }

    public int PersonCount => Households.Sum(h => h.Persons.Count);

    public static Outcome<BenefitRegister> Of(DateOnly referenceDate, IReadOnlyList<RegisterHousehold> households)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var persons = new HashSet<string>(StringComparer.Ordinal);
        foreach (var household in households)
        {
            if (household.Persons.Count == 0)
            {
                return new HouseholdWithoutPersons(household.Id);
            }

            if (!seen.Add(household.Id))
            {
                return new HouseholdTwice(household.Id);
            }

            if (household.Persons.FirstOrDefault(p => !persons.Add(p.Id)) is { } twice)
            {
                return new PersonTwice(twice.Id);
            }
        }

        return new BenefitRegister(referenceDate, households);
    }
}

/// <summary>A household in the register has nobody in it.</summary>
public sealed record HouseholdWithoutPersons(string Household) : Refusal
{
    public override string Message => $"Huishouden {Household} heeft geen personen. Controleer de levering.";
}

/// <summary>A household occurs twice in one register.</summary>
public sealed record HouseholdTwice(string Household) : Refusal
{
    public override string Message =>
        $"Huishouden {Household} staat twee keer in het register. Controleer de levering.";
}

/// <summary>A person occurs twice in one register.</summary>
public sealed record PersonTwice(string Person) : Refusal
{
    public override string Message => $"Persoon {Person} staat twee keer in het register. Controleer de levering.";
}
