// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Proeftuin.App.Identity;
using Proeftuin.App.Ledger;

namespace Proeftuin.App.Storage;

/// <summary>Makes the database ready at start: schema, guards inside the database, and the settings without which the program refuses to start.</summary>
public sealed class DatabaseSetup(Database database, KeyRing keys, ILogger<DatabaseSetup> log)
{
    /// <summary>Brings the schema up to date and puts the guards in place; needs the owner of the tables.</summary>
    public async Task Migrate(CancellationToken ct = default)
    {
        await using var db = database.Open(Guid.Empty);
        await AssertDurable(db, ct);
        await db.Database.MigrateAsync(ct);
        await DatabaseGuards.Apply(db, ct);
        await AssertReady(ct);
    }

    /// <summary>Refuses to start on an old schema, weak settings, missing guards or somebody else's keys.</summary>
    public async Task AssertReady(CancellationToken ct = default)
    {
        await using var db = database.Open(Guid.Empty);
        await AssertDurable(db, ct);
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            throw new StartRefused("De database is leeg of van een oudere versie. Voer eerst uit: proeftuin migrate");
        }

        await DatabaseGuards.AssertInPlace(db, ct);
        if (
            await db.Set<LedgerHeadRow>().AsNoTracking().OrderBy(h => h.Chain).FirstOrDefaultAsync(ct) is { } head
            && !keys.Seal(LedgerWriter.SealedText(head)).AsSpan().SequenceEqual(head.Seal)
        )
        {
            throw new StartRefused(
                "Het sleutelbestand hoort niet bij deze database (of het slot van het logboek is gewijzigd). "
                    + "Zet het juiste sleutelbestand terug of controleer met: proeftuin ledger verify"
            );
        }
    }

    private async Task AssertDurable(ProeftuinDb db, CancellationToken ct)
    {
        if (db.IsSqlite)
        {
            await db.Database.OpenConnectionAsync(ct);
            return;
        }

        var weak = await db
            .Database.SqlQuery<string>(
                $"SELECT name || ' = ' || setting AS \"Value\" FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name"
            )
            .ToListAsync(ct);
        if (weak.Count == 0)
        {
            return;
        }

        if (!database.Options.AllowWeakDurability)
        {
            throw new StartRefused(
                $"PostgreSQL kan opgeslagen gegevens kwijtraken: {string.Join(", ", weak)}. Zet deze instellingen aan en start opnieuw."
            );
        }

        log.LogWarning("PostgreSQL runs with weak durability: {Settings}", string.Join(", ", weak));
    }
}
