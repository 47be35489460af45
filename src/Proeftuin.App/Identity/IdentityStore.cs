// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Identity;

/// <summary>Who someone is, as a delivery tells it.</summary>
public sealed record NewIdentity(Bsn Bsn, string? Name, string? Address);

/// <summary>The only place where BSN, name and address are: encrypted per value, found through a keyed look-up.</summary>
public sealed class IdentityStore(KeyRing keys, TimeProvider clock)
{
    /// <summary>The pseudonyms of these people, in the given order; who is new is added, whose name or address changed is updated. Call inside <see cref="Work.Do"/>.</summary>
    public async Task<IReadOnlyList<Guid>> FindOrAdd(
        ProeftuinDb db,
        IReadOnlyList<NewIdentity> people,
        CancellationToken ct = default
    )
    {
        var lookups = people.Select(p => Convert.ToHexString(keys.Lookup(db.MunicipalityId, p.Bsn))).ToList();
        var known = await Known(db, lookups, ct);
        var ids = new Guid[people.Count];
        var newPersons = new List<PersonRow>();
        var newIdentities = new List<IdentityRow>();
        var told = new Dictionary<Guid, NewIdentity>();
        for (var i = 0; i < people.Count; i++)
        {
            if (known.TryGetValue(lookups[i], out var id))
            {
                told[id] = people[i];
            }
            else
            {
                id = Guid.CreateVersion7();
                known.Add(lookups[i], id);
                newPersons.Add(
                    new PersonRow
                    {
                        Id = id,
                        MunicipalityId = db.MunicipalityId,
                        BsnLookup = Convert.FromHexString(lookups[i]),
                        CreatedAt = clock.GetUtcNow(),
                    }
                );
                newIdentities.Add(Encrypted(db.MunicipalityId, id, people[i]));
            }

            ids[i] = id;
        }

        await Update(db, told, ct);
        await BulkWriter.Insert(db, newPersons, ct: ct);
        await BulkWriter.Insert(db, newIdentities, ct: ct);
        return ids;
    }

    /// <summary>The pseudonyms of these people, in the given order; null for who is not known here. Nobody is added.</summary>
    public async Task<IReadOnlyList<Guid?>> Find(
        ProeftuinDb db,
        IReadOnlyList<Bsn> people,
        CancellationToken ct = default
    )
    {
        var lookups = people.Select(p => Convert.ToHexString(keys.Lookup(db.MunicipalityId, p))).ToList();
        var known = await Known(db, [.. lookups.Distinct(StringComparer.Ordinal)], ct);
        return [.. lookups.Select(l => known.TryGetValue(l, out var id) ? (Guid?)id : null)];
    }

    /// <summary>Who these pseudonyms are. Call inside <see cref="Work.Read"/>, which records it.</summary>
    public async Task<IReadOnlyDictionary<Guid, NewIdentity>> Reveal(
        ProeftuinDb db,
        IReadOnlyCollection<Guid> persons,
        CancellationToken ct = default
    )
    {
        var rows = await db.Set<IdentityRow>().AsNoTracking().Where(i => persons.Contains(i.PersonId)).ToListAsync(ct);
        return rows.ToDictionary(row => row.PersonId, Decrypted);
    }

    private static async Task<Dictionary<string, Guid>> Known(
        ProeftuinDb db,
        List<string> lookups,
        CancellationToken ct
    )
    {
        var query = db.Set<PersonRow>().AsNoTracking();
        if (lookups.Count <= 500)
        {
            var wanted = lookups.Select(Convert.FromHexString).ToList();
            query = query.Where(p => wanted.Contains(p.BsnLookup));
        }

        var rows = await query.Select(p => new { p.Id, p.BsnLookup }).ToListAsync(ct);
        return rows.ToDictionary(p => Convert.ToHexString(p.BsnLookup), p => p.Id, StringComparer.Ordinal);
    }

    private async Task Update(ProeftuinDb db, Dictionary<Guid, NewIdentity> told, CancellationToken ct)
    {
        foreach (var ids in told.Keys.Chunk(500))
        {
            foreach (
                var row in await db.Set<IdentityRow>()
                    .AsNoTracking()
                    .Where(i => ids.Contains(i.PersonId))
                    .ToListAsync(ct)
            )
            {
                var now = told[row.PersonId];
                if (Decrypted(row) != now)
                {
                    var fresh = Encrypted(row.MunicipalityId, row.PersonId, now);
                    db.Attach(row);
                    (row.Name, row.Address) = (fresh.Name, fresh.Address);
                }
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private IdentityRow Encrypted(Guid municipality, Guid person, NewIdentity identity) =>
        new()
        {
            PersonId = person,
            MunicipalityId = municipality,
            Bsn = Encrypt(identity.Bsn.Digits, municipality, nameof(IdentityRow.Bsn), person)!,
            Name = Encrypt(identity.Name, municipality, nameof(IdentityRow.Name), person),
            Address = Encrypt(identity.Address, municipality, nameof(IdentityRow.Address), person),
        };

    private NewIdentity Decrypted(IdentityRow row) =>
        new(
            Bsn.Of(Decrypt(row.Bsn, row.MunicipalityId, nameof(IdentityRow.Bsn), row.PersonId)).OrThrow(),
            Decrypt(row.Name, row.MunicipalityId, nameof(IdentityRow.Name), row.PersonId),
            Decrypt(row.Address, row.MunicipalityId, nameof(IdentityRow.Address), row.PersonId)
        );

    private byte[]? Encrypt(string? text, Guid municipality, string column, Guid person) =>
        text is null ? null : keys.Encrypt(Encoding.UTF8.GetBytes(text), Place(municipality, column, person));

    private string? Decrypt(byte[]? box, Guid municipality, string column, Guid person) =>
        box is null ? null : Encoding.UTF8.GetString(keys.Decrypt(box, Place(municipality, column, person)));

    private static string Place(Guid municipality, string column, Guid person) =>
        $"{municipality:N}/Identity/{column}/{person:N}";
}
