// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Identity;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Exchange.Register;

/// <summary>What can only be seen when the rows of a household, or all rows, lie side by side.</summary>
internal static class HouseholdChecks
{
    /// <summary>The households in the order in which they first occur, each with its rows.</summary>
    public static List<List<RegisterRow>> Group(IReadOnlyList<RegisterRow> rows)
    {
        var groups = new List<List<RegisterRow>>();
        var places = new Dictionary<string, List<RegisterRow>>(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.Household.Length > 0))
        {
            if (!places.TryGetValue(row.Household, out var group))
            {
                places[row.Household] = group = [];
                groups.Add(group);
            }

            group.Add(row);
        }

        return groups;
    }

    public static void Check(IReadOnlyList<List<RegisterRow>> households, DefectReport report)
    {
        foreach (var household in households)
        {
            Size(household, report);
            Agreement(household, report);
        }

        Persons(households, report);
    }

    private static void Size(List<RegisterRow> household, DefectReport report)
    {
        var (first, size) = (household[0], household.Count);
        if (size > 2)
        {
            Add(
                report,
                DefectKinds.HouseholdTooLarge,
                $"Dit huishouden heeft {size} rijen.",
                household[2],
                RegisterField.Household,
                first.Household
            );
        }
        else if (
            size == 2
            && household.TrueForAll(r => r.Type is HouseholdType.SinglePerson or HouseholdType.SingleParent)
        )
        {
            Add(
                report,
                DefectKinds.SingleOfTwo,
                "De leefvorm is alleenstaand, maar er zijn twee rijen.",
                household[1],
                RegisterField.HouseholdType,
                first.Household
            );
        }
        else if (size == 1 && first.Type == HouseholdType.Couple)
        {
            Add(
                report,
                DefectKinds.CoupleOfOne,
                "De leefvorm is een stel, maar er is maar één rij.",
                first,
                RegisterField.HouseholdType,
                first.Household
            );
        }

        foreach (var twice in household.GroupBy(r => r.PersonNumber).Where(g => g.Key > 0).SelectMany(g => g.Skip(1)))
        {
            Add(
                report,
                DefectKinds.PersonNumberTwice,
                $"Persoon {twice.PersonNumber} staat al op rij {first.Line}.",
                twice,
                RegisterField.PersonNumber,
                null
            );
        }
    }

    private static void Agreement(List<RegisterRow> household, DefectReport report)
    {
        var first = household[0];
        foreach (var other in household.Skip(1))
        {
            if (other.Benefit != first.Benefit || other.BenefitSince != first.BenefitSince)
            {
                Add(
                    report,
                    DefectKinds.BenefitContradicts,
                    $"Soort of ingangsdatum is anders dan op rij {first.Line}.",
                    other,
                    RegisterField.Benefit,
                    null
                );
            }

            if (other.Type != first.Type)
            {
                Add(
                    report,
                    DefectKinds.TypeContradicts,
                    $"De leefvorm is anders dan op rij {first.Line}.",
                    other,
                    RegisterField.HouseholdType,
                    null
                );
            }

            if (other.Municipality != first.Municipality)
            {
                Add(
                    report,
                    DefectKinds.HouseholdInTwoMunicipalities,
                    $"De gemeente is anders dan op rij {first.Line}.",
                    other,
                    RegisterField.Municipality,
                    other.Municipality
                );
            }

            if (other.CostSharers != first.CostSharers || other.ChildrenUnder12 != first.ChildrenUnder12)
            {
                Add(
                    report,
                    DefectKinds.HouseholdContradicts,
                    $"Kostendelers of kinderen zijn anders dan op rij {first.Line}.",
                    other,
                    RegisterField.CostSharers,
                    null
                );
            }
        }
    }

    private static void Persons(IReadOnlyList<List<RegisterRow>> households, DefectReport report)
    {
        var seen = new Dictionary<Bsn, RegisterRow>();
        foreach (var row in households.SelectMany(h => h))
        {
            if (row.Bsn is not { } bsn || seen.TryAdd(bsn, row))
            {
                continue;
            }

            var earlier = seen[bsn];
            var isSame = earlier.Household == row.Household;
            Add(
                report,
                isSame ? DefectKinds.BsnTwice : DefectKinds.BsnInTwoHouseholds,
                $"Dit nummer staat ook op rij {earlier.Line}.",
                row,
                RegisterField.Bsn,
                bsn.ToString()
            );
        }
    }

    private static void Add(
        DefectReport report,
        DefectKind kind,
        string wrong,
        RegisterRow row,
        RegisterField field,
        string? value
    ) => report.Add(kind, wrong, row.Line, RegisterColumns.HeaderOf(field), value);
}
