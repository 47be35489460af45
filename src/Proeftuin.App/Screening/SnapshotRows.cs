// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Screening;

/// <summary>Turns the rows of a delivery into rows of the database, under pseudonyms.</summary>
internal static class SnapshotRows
{
    /// <summary><paramref name="households"/> in the order of the delivery's households; <paramref name="persons"/> in the order of its rows, household by household.</summary>
    public static (List<RegisterHouseholdRow> Households, List<RegisterPersonRow> Persons) Of(
        RegisterSnapshotRow snapshot,
        IReadOnlyList<IReadOnlyList<RegisterRow>> delivered,
        IReadOnlyList<Guid> households,
        IReadOnlyList<Guid> persons
    )
    {
        var householdRows = new List<RegisterHouseholdRow>(delivered.Count);
        var personRows = new List<RegisterPersonRow>(persons.Count);
        for (var i = 0; i < delivered.Count; i++)
        {
            householdRows.Add(Household(snapshot, delivered[i][0], households[i]));
            foreach (var row in delivered[i])
            {
                personRows.Add(Person(snapshot, row, households[i], persons[personRows.Count]));
            }
        }

        return (householdRows, personRows);
    }

    private static RegisterHouseholdRow Household(RegisterSnapshotRow snapshot, RegisterRow row, Guid id) =>
        new()
        {
            SnapshotId = snapshot.Id,
            HouseholdId = id,
            MunicipalityId = snapshot.MunicipalityId,
            Type = row.Type,
            Benefit = row.Benefit,
            BenefitSince = row.BenefitSince,
            CostSharers = row.CostSharers,
            ChildrenUnder12 = row.ChildrenUnder12,
            Municipality = row.Municipality,
        };

    private static RegisterPersonRow Person(RegisterSnapshotRow snapshot, RegisterRow row, Guid household, Guid id) =>
        new()
        {
            SnapshotId = snapshot.Id,
            PersonId = id,
            HouseholdId = household,
            MunicipalityId = snapshot.MunicipalityId,
            Number = row.PersonNumber,
            Born = row.Born,
            ExemptArticle9Lid2 = row.ExemptArticle9Lid2,
            ExemptArticle9Lid5 = row.ExemptArticle9Lid5,
            ExemptArticle9a = row.ExemptArticle9a,
            Wsnp = row.Wsnp,
            Institution = row.Institution,
            MedicallyHoursLimited = row.MedicallyHoursLimited,
            WageSubsidyTargetGroup = row.WageSubsidyTargetGroup,
            ExemptionMonthsN = row.ExemptionMonths.N,
            ExemptionMonthsR = row.ExemptionMonths.R,
            ExemptionMonthsY = row.ExemptionMonths.Y,
            ExemptionMonthsZ = row.ExemptionMonths.Z,
            CaseManager = row.CaseManager,
            Sex = row.Background.Sex,
            Education = row.Background.Education,
            MonthsOnBenefit = row.Background.MonthsOnBenefit,
            DistanceToWork = row.Background.DistanceToWork,
        };
}
