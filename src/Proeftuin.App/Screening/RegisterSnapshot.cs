// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Screening;

/// <summary>A register as Core knows it, from a stored snapshot or straight from a delivery.</summary>
public static class RegisterSnapshot
{
    /// <summary>The notation of a pseudonym in Core: 32 hexadecimal digits.</summary>
    public static string IdOf(Guid id) => id.ToString("N");

    /// <summary>The whole snapshot, or one household of it.</summary>
    internal static async Task<Outcome<BenefitRegister>> Load(
        ProeftuinDb db,
        RegisterSnapshotRow snapshot,
        Guid? household,
        CancellationToken ct
    )
    {
        var households = await db.Set<RegisterHouseholdRow>()
            .AsNoTracking()
            .Where(h => h.SnapshotId == snapshot.Id && (household == null || h.HouseholdId == household))
            .ToListAsync(ct);
        var persons = await db.Set<RegisterPersonRow>()
            .AsNoTracking()
            .Where(p => p.SnapshotId == snapshot.Id && (household == null || p.HouseholdId == household))
            .ToListAsync(ct);
        var byHousehold = persons.ToLookup(p => p.HouseholdId);
        return BenefitRegister.Of(
            snapshot.ReferenceDate,
            [.. households.Select(h => Household(h, byHousehold[h.HouseholdId]))]
        );
    }

    /// <summary>A delivery without defects, under the numbers of the file itself; for work without a database.</summary>
    public static Outcome<BenefitRegister> Of(DateOnly referenceDate, RegisterReading reading) =>
        BenefitRegister.Of(
            referenceDate,
            [
                .. reading.Households.Select(rows => new RegisterHousehold
                {
                    Id = rows[0].Household,
                    Type = rows[0].Type,
                    Benefit = rows[0].Benefit,
                    BenefitSince = rows[0].BenefitSince,
                    CostSharers = rows[0].CostSharers,
                    ChildrenUnder12 = rows[0].ChildrenUnder12,
                    Municipality = rows[0].Municipality,
                    Persons = [.. rows.Select(Person)],
                }),
            ]
        );

    private static RegisterHousehold Household(RegisterHouseholdRow row, IEnumerable<RegisterPersonRow> persons) =>
        new()
        {
            Id = IdOf(row.HouseholdId),
            Type = row.Type,
            Benefit = row.Benefit,
            BenefitSince = row.BenefitSince,
            CostSharers = row.CostSharers,
            ChildrenUnder12 = row.ChildrenUnder12,
            Municipality = row.Municipality,
            Persons = [.. persons.OrderBy(p => p.Number).Select(Person)],
        };

    private static RegisterPerson Person(RegisterPersonRow row) =>
        new()
        {
            Id = IdOf(row.PersonId),
            Number = row.Number,
            Born = row.Born,
            ExemptArticle9Lid2 = row.ExemptArticle9Lid2,
            ExemptArticle9Lid5 = row.ExemptArticle9Lid5,
            ExemptArticle9a = row.ExemptArticle9a,
            Wsnp = row.Wsnp,
            Institution = row.Institution,
            MedicallyHoursLimited = row.MedicallyHoursLimited,
            WageSubsidyTargetGroup = row.WageSubsidyTargetGroup,
            ExemptionMonths = new ExemptionMonthsUsed(
                row.ExemptionMonthsN,
                row.ExemptionMonthsR,
                row.ExemptionMonthsY,
                row.ExemptionMonthsZ
            ),
            Background = new Background(row.Sex, row.Education, row.MonthsOnBenefit, row.DistanceToWork),
        };

    private static RegisterPerson Person(RegisterRow row) =>
        new()
        {
            Id = $"{row.Household}/{row.PersonNumber}",
            Number = row.PersonNumber,
            Born = row.Born,
            ExemptArticle9Lid2 = row.ExemptArticle9Lid2,
            ExemptArticle9Lid5 = row.ExemptArticle9Lid5,
            ExemptArticle9a = row.ExemptArticle9a,
            Wsnp = row.Wsnp,
            Institution = row.Institution,
            MedicallyHoursLimited = row.MedicallyHoursLimited,
            WageSubsidyTargetGroup = row.WageSubsidyTargetGroup,
            ExemptionMonths = row.ExemptionMonths,
            Background = row.Background,
        };
}
