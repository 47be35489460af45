// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>Who may be drawn: judges every household (or person) of a register by every ground of a protocol. The order of the register does not matter.</summary>
public static class RegisterScreening
{
    public static Outcome<ScreeningResult> Of(
        ScreeningRules rules,
        BenefitRegister register,
        DateOnly on,
        StatePensionAge statePensionAge,
        DateOnly knownOn
    )
    {
        if (rules.Run.Before is { } end && on >= end)
        {
            return new ScreenedAfterTheEnd(on, end);
        }

        var with = new JudgedWith(on, rules.Run, statePensionAge, knownOn);
        var units = register
            .Households.SelectMany(household => UnitsOf(rules, household, with))
            .OrderBy(unit => unit.Unit.Id, StringComparer.Ordinal)
            .ToList();
        return new ScreeningResult
        {
            Rules = rules,
            RegisterDate = register.ReferenceDate,
            On = on,
            KnownOn = knownOn,
            RegisterHouseholds = register.Households.Count,
            RegisterPersons = register.PersonCount,
            Units = units,
            Counts = ScreeningCounts.Of(rules.Grounds, units),
        };
    }

    /// <summary>The units that a household gives: itself, or each of its persons.</summary>
    public static IEnumerable<ScreenedUnit> UnitsOf(
        ScreeningRules rules,
        RegisterHousehold household,
        JudgedWith with
    ) =>
        rules.Unit switch
        {
            UnitKind.Household =>
            [
                Screen(rules, household, new UnitRef(UnitKind.Household, household.Id), household.Persons, with),
            ],
            UnitKind.Person => household.Persons.Select(person =>
                Screen(rules, household, new UnitRef(UnitKind.Person, person.Id), [person], with)
            ),
        };

    private static ScreenedUnit Screen(
        ScreeningRules rules,
        RegisterHousehold household,
        UnitRef unit,
        IReadOnlyList<RegisterPerson> members,
        JudgedWith with
    )
    {
        var excludes = new List<ExcludingGround>();
        var open = new List<OpenGround>();
        foreach (var ground in rules.Grounds)
        {
            switch (GroundJudge.Judge(ground, household, members, with))
            {
                case Finding.Excludes found:
                    excludes.Add(new ExcludingGround(ground, found.Fact));
                    break;
                case Finding.CannotBeJudged cannot:
                    open.Add(new OpenGround(ground, cannot.Why));
                    break;
            }
        }

        return new ScreenedUnit
        {
            Unit = unit,
            Household = household.Id,
            Municipality = household.Municipality,
            Members = [.. members.Select(m => m.Id).Order(StringComparer.Ordinal)],
            Excludes = excludes,
            Open = open,
        };
    }
}

/// <summary>The reference date lies at or after the end of the experiment.</summary>
public sealed record ScreenedAfterTheEnd(DateOnly On, DateOnly Before) : Refusal
{
    public override string Message =>
        $"De peildatum {Dutch.Date(On)} ligt na het einde van het experiment ({Dutch.Date(Before.AddDays(-1))}). Kies een eerdere datum.";
}
