// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Proeftuin.App.Ledger;

namespace Proeftuin.App.Storage;

/// <summary>Looks at every save: who changes the administration outside <see cref="Work"/>, touches the ledger or another municipality, gets an exception. What changed is handed to the ledger entry.</summary>
internal static class ChangeGuard
{
    public static void Check(ProeftuinDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(Changed))
        {
            if (entry.Entity is ILedgerRow)
            {
                var erasing =
                    entry is { Entity: LedgerPayloadRow, State: EntityState.Modified } && db.Draft is { Erases: true };
                if (!erasing && db.Draft is not { IsWriting: true })
                {
                    throw new InvalidOperationException("Only the ledger writes the ledger.");
                }

                continue;
            }

            if (entry.Entity is IMachinery)
            {
                continue;
            }

            if (db.Draft is not { } draft)
            {
                throw new InvalidOperationException(
                    $"{entry.Metadata.ClrType.Name} was changed outside Work.Do: a change needs a ledger entry."
                );
            }

            if (entry.Entity is IOwned owned)
            {
                OwnedBy(db, owned);
            }

            var follows = entry is { Entity: IDerived, State: EntityState.Modified };
            if (!follows && RowChange.Of(entry) is { } change)
            {
                draft.Add(change);
            }

            if (entry.Entity is IVersioned versioned && entry.State != EntityState.Deleted)
            {
                versioned.Version = Guid.CreateVersion7();
            }
        }
    }

    public static void OwnedBy(ProeftuinDb db, IOwned row)
    {
        if (row.MunicipalityId != db.MunicipalityId)
        {
            throw new InvalidOperationException(
                $"A {row.GetType().Name} of another municipality cannot be written here."
            );
        }
    }

    private static bool Changed(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
}
