// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Proeftuin.App.Storage;

/// <summary>A fact can be retracted once and is otherwise never changed or deleted: the database refuses it, whoever asks. Made from the model, so that a new fact cannot be forgotten.</summary>
internal static class RetractionGuards
{
    private const string Refused =
        "Een feit kan alleen worden ingetrokken, één keer. Verder kan het niet worden gewijzigd of verwijderd.";

    public static IEnumerable<string> Sqlite(ProeftuinDb db) =>
        Facts(db)
            .SelectMany(type =>
            {
                var table = type.GetTableName();
                var unchanged = string.Join(" AND ", Columns(type).Select(c => $"NEW.\"{c}\" IS OLD.\"{c}\""));
                return new[]
                {
                    $"CREATE TRIGGER IF NOT EXISTS fact_{table}_retract BEFORE UPDATE ON \"{table}\" WHEN NOT (OLD.\"RetractedAt\" IS NULL AND NEW.\"RetractedAt\" IS NOT NULL AND {unchanged}) BEGIN SELECT RAISE(ABORT, '{Refused}'); END",
                    $"CREATE TRIGGER IF NOT EXISTS fact_{table}_delete BEFORE DELETE ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{Refused}'); END",
                };
            });

    public static IEnumerable<string> Postgres(ProeftuinDb db) =>
        Facts(db)
            .Select(type => type.GetTableName())
            .SelectMany(table =>
                new[]
                {
                    $"CREATE OR REPLACE TRIGGER fact_retract BEFORE UPDATE OR DELETE ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION fact_retract()",
                    $"CREATE OR REPLACE TRIGGER fact_truncate BEFORE TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION fact_retract()",
                }
            )
            .Prepend(
                $"CREATE OR REPLACE FUNCTION fact_retract() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF TG_OP = ''UPDATE'' THEN IF OLD.\"RetractedAt\" IS NULL AND NEW.\"RetractedAt\" IS NOT NULL AND to_jsonb(NEW) - ''RetractedAt'' - ''RetractedBy'' = to_jsonb(OLD) - ''RetractedAt'' - ''RetractedBy'' THEN RETURN NEW; END IF; END IF; RAISE EXCEPTION ''{Refused}''; END'"
            );

    private static IEnumerable<IEntityType> Facts(ProeftuinDb db) =>
        db
            .Model.GetEntityTypes()
            .Where(t => typeof(IRetractable).IsAssignableFrom(t.ClrType))
            .OrderBy(t => t.GetTableName(), StringComparer.Ordinal);

    private static IEnumerable<string> Columns(IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return type.GetProperties()
            .Where(p => p.Name is not (nameof(IRetractable.RetractedAt) or nameof(IRetractable.RetractedBy)))
            .Select(p => p.GetColumnName(table)!);
    }
}
