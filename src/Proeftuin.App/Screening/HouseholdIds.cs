// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Screening;

/// <summary>The pseudonyms of households by their number in the benefit system; the same number keeps its pseudonym in every delivery.</summary>
internal static class HouseholdIds
{
    public static async Task<IReadOnlyList<Guid>> FindOrAdd(
        ProeftuinDb db,
        IReadOnlyList<string> numbers,
        CancellationToken ct
    )
    {
        var known = await db.Set<HouseholdRow>()
            .AsNoTracking()
            .ToDictionaryAsync(h => h.Number, h => h.Id, StringComparer.Ordinal, ct);
        var ids = new Guid[numbers.Count];
        var added = new List<HouseholdRow>();
        for (var i = 0; i < ids.Length; i++)
        {
            if (!known.TryGetValue(numbers[i], out ids[i]))
            {
                // Random, so that the pseudonym does not tell the order of the file.
                ids[i] = Guid.NewGuid();
                added.Add(
                    new HouseholdRow
                    {
                        Id = ids[i],
                        MunicipalityId = db.MunicipalityId,
                        Number = numbers[i],
                    }
                );
            }
        }

        await BulkWriter.Insert(db, added, ct: ct);
        return ids;
    }
}
