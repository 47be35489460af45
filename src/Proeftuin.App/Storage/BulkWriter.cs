// SPDX-License-Identifier: EUPL-1.2
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Proeftuin.App.Ledger;

namespace Proeftuin.App.Storage;

/// <summary>Adds many rows at once inside <see cref="Work.Do"/>: a prepared insert on SQLite, binary COPY on PostgreSQL. The ledger entry gets the table, the count and a hash of the content by itself.</summary>
public static class BulkWriter
{
    /// <summary>Millions of rows that are moved in one statement take longer than a question may.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Making the readers takes longer than writing some hundreds of rows, so they are made once for every table of a model.</summary>
    private static readonly ConditionalWeakTable<IEntityType, List<Column>> Known = [];

    /// <summary>Inserts all rows and gives their number. Reports how many are done, at most every 1,000 rows.</summary>
    public static async Task<long> Insert<TRow>(
        ProeftuinDb db,
        IEnumerable<TRow> rows,
        Action<long>? progress = null,
        CancellationToken ct = default
    )
        where TRow : class
    {
        if (db.Draft is not { } draft)
        {
            throw new InvalidOperationException("A bulk insert belongs in Work.Do: it needs a ledger entry.");
        }

        var type = db.Model.FindEntityType(typeof(TRow))!;
        var columns = Known.GetValue(type, ColumnsOf);
        using var content = new ContentHash();
        var checkedRows = Checked(db, rows, columns, content, progress, ct);
        var table = type.GetTableName()!;
        var count = db.IsSqlite
            ? SqliteInsert.Run(
                (SqliteConnection)db.Database.GetDbConnection(),
                table,
                [.. columns.Select(c => c.Name)],
                checkedRows
            )
            : await Copy(
                db,
                table,
                columns,
                checkedRows,
                throughTemporary: typeof(IAboutPerson).IsAssignableFrom(typeof(TRow)),
                ct
            );
        if (count > 0)
        {
            var hash = new FieldChange("inhoud", null, "sha256:" + content.Finish(), false, false);
            draft.Add(new RowChange(table, "", "bulk", [hash], count));
        }

        return count;
    }

    private static List<Column> ColumnsOf(IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return
        [
            .. type.GetProperties()
                .Select(p => new Column(
                    p.GetColumnName(table)!,
                    p.PropertyInfo
                        ?? throw new InvalidOperationException($"{type.Name}.{p.Name} has no property to read."),
                    p.GetRelationalTypeMapping(),
                    HideFromHash: RowChange.IsMarked<PersonalAttribute>(p) || RowChange.IsMarked<SecretAttribute>(p)
                )),
        ];
    }

    private static IEnumerable<object?[]> Checked<TRow>(
        ProeftuinDb db,
        IEnumerable<TRow> rows,
        List<Column> columns,
        ContentHash content,
        Action<long>? progress,
        CancellationToken ct
    )
        where TRow : class
    {
        var values = new object?[columns.Count];
        long count = 0;
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            if (row is IOwned owned)
            {
                ChangeGuard.OwnedBy(db, owned);
            }

            if (row is IVersioned versioned)
            {
                versioned.Version = Guid.CreateVersion7();
            }

            for (var i = 0; i < columns.Count; i++)
            {
                values[i] = columns[i].ValueOf(row);
                if (!columns[i].HideFromHash)
                {
                    content.Append(values[i]);
                }
            }

            yield return values;
            if (++count % 1000 == 0)
            {
                progress?.Invoke(count);
            }
        }

        progress?.Invoke(count);
    }

    /// <summary>PostgreSQL refuses COPY into a table with row-level security: such rows go through a temporary table.</summary>
    private static async Task<long> Copy(
        ProeftuinDb db,
        string table,
        List<Column> columns,
        IEnumerable<object?[]> rows,
        bool throughTemporary,
        CancellationToken ct
    )
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        if (!throughTemporary)
        {
            return await Copy(db, table, names, columns, rows, ct);
        }

        var temporary = $"bulk_{Guid.NewGuid():N}";
        await Execute(
            db,
            $"CREATE TEMPORARY TABLE {temporary} ON COMMIT DROP AS SELECT {names} FROM \"{table}\" WITH NO DATA",
            ct
        );
        var count = await Copy(db, temporary, names, columns, rows, ct);
        await Execute(
            db,
            $"INSERT INTO \"{table}\" ({names}) SELECT {names} FROM {temporary}; DROP TABLE {temporary}",
            ct
        );
        return count;
    }

    private static async Task Execute(ProeftuinDb db, string sql, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        command.CommandTimeout = (int)Longest.TotalSeconds;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<long> Copy(
        ProeftuinDb db,
        string table,
        string names,
        List<Column> columns,
        IEnumerable<object?[]> rows,
        CancellationToken ct
    )
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var import = await connection.BeginBinaryImportAsync(
            $"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)",
            ct
        );
        long count = 0;
        foreach (var row in rows)
        {
            await import.StartRowAsync(ct);
            for (var i = 0; i < row.Length; i++)
            {
                await (
                    row[i] is { } value
                        ? import.WriteAsync(value, columns[i].Mapping.StoreType, ct)
                        : import.WriteNullAsync(ct)
                );
            }

            count++;
        }

        await import.CompleteAsync(ct);
        return count;
    }

    private sealed record Column(
        string Name,
        System.Reflection.PropertyInfo Property,
        RelationalTypeMapping Mapping,
        bool HideFromHash
    )
    {
        private readonly Func<object, object?> read = Reader(Property);

        public object? ValueOf(object row)
        {
            var value = read(row);
            return value is not null && Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }

        /// <summary>Compiled once per column: reflection for every value of every row would take most of the time.</summary>
        private static Func<object, object?> Reader(System.Reflection.PropertyInfo property)
        {
            var row = Expression.Parameter(typeof(object));
            var value = Expression.Property(Expression.Convert(row, property.DeclaringType!), property);
            return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
        }
    }
}
