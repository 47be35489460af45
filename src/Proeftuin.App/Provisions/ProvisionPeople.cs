// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Provisions;

/// <summary>Finds people by the number that was typed. The number itself goes no further than the identity store.</summary>
internal static class ProvisionPeople
{
    /// <summary>Somebody of the own register. Refuses a number that is no BSN, and somebody who is not known.</summary>
    public static async Task<Outcome<Guid>> Known(
        ProeftuinDb db,
        IdentityStore identities,
        string? bsn,
        CancellationToken ct
    )
    {
        if (Bsn.Of(bsn) is not Outcome<Bsn>.Done { Value: var number })
        {
            return new Outcome<Guid>.Refused(Bsn.Of(bsn).Why);
        }

        var found = await identities.Find(db, [number], ct);
        return found[0] is { } person ? person : new PersonNotKnownHere();
    }

    /// <summary>The same, but somebody who is not known is added under the name that was typed: people without a home are often not in the register.</summary>
    public static async Task<Outcome<Guid>> KnownOrNew(
        ProeftuinDb db,
        IdentityStore identities,
        string? bsn,
        string? name,
        CancellationToken ct
    )
    {
        var known = await Known(db, identities, bsn, ct);
        if (known.Why is not [PersonNotKnownHere])
        {
            return known;
        }

        if (FreeText.Needed("Naam", name, 200) is not Outcome<string>.Done { Value: var called })
        {
            return new NameMissing();
        }

        var added = await identities.FindOrAdd(db, [new(Bsn.Of(bsn).OrThrow(), called, null)], ct);
        return added[0];
    }

    /// <summary>The day of birth in the latest register in which the person stands.</summary>
    public static Task<DateOnly?> Born(ProeftuinDb db, Guid person, CancellationToken ct) =>
        db.Set<RegisterPersonRow>()
            .AsNoTracking()
            .Where(p => p.PersonId == person && p.Born != null)
            .Join(
                db.Set<RegisterSnapshotRow>(),
                p => p.SnapshotId,
                s => s.Id,
                (p, s) =>
                    new
                    {
                        p.Born,
                        s.ReferenceDate,
                        s.ImportedAt,
                    }
            )
            .OrderByDescending(p => p.ReferenceDate)
            .ThenByDescending(p => p.ImportedAt)
            .Select(p => p.Born)
            .FirstOrDefaultAsync(ct);
}
