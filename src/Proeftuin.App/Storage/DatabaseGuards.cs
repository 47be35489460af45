// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;

namespace Proeftuin.App.Storage;

/// <summary>
/// What the database itself refuses, whoever asks: changing or deleting ledger lines, and on PostgreSQL seeing another
/// municipality's people. Put in place after each migration, from the model, so that a new table cannot be forgotten.
/// </summary>
internal static class DatabaseGuards
{
    private const string Refused = "Het logboek kan niet worden gewijzigd of verwijderd.";
    private const string WrittenOnce = "Wat bij een loting is opgeschreven, kan niet worden gewijzigd of verwijderd.";
    private const string OnlyErase = "Inhoud bij het logboek kan alleen worden gewist.";

    public static async Task Apply(ProeftuinDb db, CancellationToken ct)
    {
        foreach (
            var statement in db.IsSqlite
                ? [.. SqliteTriggers, .. SqliteAppendOnly(db), .. RetractionGuards.Sqlite(db)]
                : (IEnumerable<string>)
                    [.. PostgresTriggers, .. PostgresAppendOnly(db), .. RetractionGuards.Postgres(db), .. Policies(db)]
        )
        {
            // No user input: the statements are constants and table names of the model.
#pragma warning disable EF1002
            await db.Database.ExecuteSqlRawAsync(statement, ct);
#pragma warning restore EF1002
        }
    }

    public static async Task AssertInPlace(ProeftuinDb db, CancellationToken ct)
    {
        var triggers = db.IsSqlite
            ? await Ask(
                db,
                $"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ledger_%'",
                ct
            )
            : await Ask(
                db,
                $"SELECT tgname::text AS \"Value\" FROM pg_trigger WHERE tgname LIKE 'ledger_%' AND tgenabled IN ('O', 'A')",
                ct
            );
        var expected = db.IsSqlite ? 4 : 3;
        if (triggers.Count != expected)
        {
            throw new StartRefused(
                $"De bewaking van het logboek in de database is weggehaald ({triggers.Count} van {expected} aanwezig). Onderzoek dit en voer uit: proeftuin migrate"
            );
        }

        if (!db.IsSqlite)
        {
            var guarded = await Ask(
                db,
                $"SELECT relname::text AS \"Value\" FROM pg_class WHERE relrowsecurity AND relforcerowsecurity",
                ct
            );
            if (PersonTables(db).Except(guarded, StringComparer.Ordinal).FirstOrDefault() is { } open)
            {
                throw new StartRefused($"Tabel {open} is niet per gemeente afgeschermd. Voer uit: proeftuin migrate");
            }
        }
    }

    internal static IReadOnlyList<string> PersonTables(ProeftuinDb db) =>
        [
            .. db
                .Model.GetEntityTypes()
                .Where(t => typeof(IAboutPerson).IsAssignableFrom(t.ClrType))
                .Select(t => t.GetTableName()!)
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> AppendOnlyTables(ProeftuinDb db) =>
        db
            .Model.GetEntityTypes()
            .Where(t => typeof(IAppendOnly).IsAssignableFrom(t.ClrType))
            .Select(t => t.GetTableName()!)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> SqliteAppendOnly(ProeftuinDb db) =>
        AppendOnlyTables(db)
            .SelectMany(table =>
                new[] { "UPDATE", "DELETE" }.Select(act =>
                    $"CREATE TRIGGER IF NOT EXISTS once_{table}_{act} BEFORE {act} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{WrittenOnce}'); END"
                )
            );

    private static IEnumerable<string> PostgresAppendOnly(ProeftuinDb db) =>
        AppendOnlyTables(db)
            .Select(table =>
                $"CREATE OR REPLACE TRIGGER once_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION written_once()"
            )
            .Prepend(
                $"CREATE OR REPLACE FUNCTION written_once() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''{WrittenOnce}''; END'"
            );

    private static Task<List<string>> Ask(ProeftuinDb db, FormattableString sql, CancellationToken ct) =>
        db.Database.SqlQuery<string>(sql).ToListAsync(ct);

    private static readonly string[] SqliteTriggers =
    [
        $"CREATE TRIGGER IF NOT EXISTS ledger_no_update BEFORE UPDATE ON \"LedgerEntry\" BEGIN SELECT RAISE(ABORT, '{Refused}'); END",
        $"CREATE TRIGGER IF NOT EXISTS ledger_no_delete BEFORE DELETE ON \"LedgerEntry\" BEGIN SELECT RAISE(ABORT, '{Refused}'); END",
        $"CREATE TRIGGER IF NOT EXISTS ledger_payload_no_delete BEFORE DELETE ON \"LedgerPayload\" BEGIN SELECT RAISE(ABORT, '{OnlyErase}'); END",
        $"CREATE TRIGGER IF NOT EXISTS ledger_payload_erase_only BEFORE UPDATE ON \"LedgerPayload\" WHEN NEW.\"Content\" IS NOT NULL OR NEW.\"Salt\" IS NOT NULL OR NEW.\"Chain\" <> OLD.\"Chain\" OR NEW.\"Sequence\" <> OLD.\"Sequence\" BEGIN SELECT RAISE(ABORT, '{OnlyErase}'); END",
    ];

    private static readonly string[] PostgresTriggers =
    [
        $"CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''{Refused}''; END'",
        $"CREATE OR REPLACE FUNCTION ledger_erase_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF TG_OP = ''UPDATE'' AND NEW.\"Content\" IS NULL AND NEW.\"Salt\" IS NULL AND NEW.\"Chain\" = OLD.\"Chain\" AND NEW.\"Sequence\" = OLD.\"Sequence\" THEN RETURN NEW; END IF; RAISE EXCEPTION ''{OnlyErase}''; END'",
        "CREATE OR REPLACE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON \"LedgerEntry\" FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()",
        "CREATE OR REPLACE TRIGGER ledger_payload_erase_only BEFORE UPDATE OR DELETE ON \"LedgerPayload\" FOR EACH ROW EXECUTE FUNCTION ledger_erase_only()",
        "CREATE OR REPLACE TRIGGER ledger_payload_no_truncate BEFORE TRUNCATE ON \"LedgerPayload\" FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()",
    ];

    private static IEnumerable<string> Policies(ProeftuinDb db)
    {
        foreach (var table in PersonTables(db))
        {
            yield return $"ALTER TABLE \"{table}\" ENABLE ROW LEVEL SECURITY";
            yield return $"ALTER TABLE \"{table}\" FORCE ROW LEVEL SECURITY";
            yield return $"DROP POLICY IF EXISTS own_municipality ON \"{table}\"";
            yield return $"CREATE POLICY own_municipality ON \"{table}\" USING (\"MunicipalityId\" = nullif(current_setting('proeftuin.gemeente', true), '')::uuid)";
        }
    }
}
