// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core.Screening;

namespace Proeftuin.Benchmarks;

/// <summary>Single persons on benefit in one register, each a household of one: the ids stand in the same order.</summary>
internal sealed record TownRegister(Guid[] Persons, Guid[] Households)
{
    public static async Task<TownRegister> Insert(ProeftuinDb db, Guid municipality, int size, DateOnly on)
    {
        var at = new DateTimeOffset(on.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        Guid[] persons = [.. Enumerable.Range(0, size).Select(_ => Guid.CreateVersion7())];
        Guid[] households = [.. persons.Select(_ => Guid.CreateVersion7())];
        var snapshot = new RegisterSnapshotRow
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = municipality,
            ReferenceDate = on,
            ImportedAt = at,
        };
        db.Add(snapshot);
        await db.SaveChangesAsync();
        await BulkWriter.Insert(
            db,
            persons.Select(
                (p, i) =>
                    new PersonRow
                    {
                        Id = p,
                        MunicipalityId = municipality,
                        BsnLookup = BitConverter.GetBytes(i),
                        CreatedAt = at,
                    }
            )
        );
        await BulkWriter.Insert(
            db,
            households.Select(
                (h, i) =>
                    new HouseholdRow
                    {
                        Id = h,
                        MunicipalityId = municipality,
                        Number = $"U{i}",
                    }
            )
        );
        await BulkWriter.Insert(
            db,
            households.Select(h => new RegisterHouseholdRow
            {
                SnapshotId = snapshot.Id,
                HouseholdId = h,
                MunicipalityId = municipality,
                Type = HouseholdType.SinglePerson,
                Benefit = BenefitKind.Participatiewet,
                BenefitSince = new(2015, 1, 1),
            })
        );
        await BulkWriter.Insert(
            db,
            persons.Select(
                (p, i) =>
                    new RegisterPersonRow
                    {
                        SnapshotId = snapshot.Id,
                        PersonId = p,
                        HouseholdId = households[i],
                        MunicipalityId = municipality,
                        Number = 1,
                        Sex = Sex.Unknown,
                        Born = new(1980, 5, 12),
                        ExemptionMonthsN = i % 7,
                        ExemptionMonthsR = 0,
                        ExemptionMonthsZ = 0,
                    }
            )
        );
        return new(persons, households);
    }
}
