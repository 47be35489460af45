// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Proeftuin.App.Storage;

/// <summary>
/// Many rows into one table of the embedded database, with one statement of SQLite itself, bound by place. Values are written as
/// Microsoft.Data.Sqlite writes them: that library looks up every parameter by its name again for every row, which takes longer than storing it.
/// </summary>
internal static class SqliteInsert
{
    public static long Run(
        SqliteConnection connection,
        string table,
        IReadOnlyList<string> columns,
        IEnumerable<object?[]> rows
    )
    {
        var db = connection.Handle!;
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var places = string.Join(", ", columns.Select(_ => "?"));
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(db, $"INSERT INTO \"{table}\" ({names}) VALUES ({places})", out var statement),
            db
        );
        using (statement)
        {
            long count = 0;
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    SqliteException.ThrowExceptionForRC(Bind(statement, i + 1, row[i]), db);
                }

                SqliteException.ThrowExceptionForRC(raw.sqlite3_step(statement), db);
                SqliteException.ThrowExceptionForRC(raw.sqlite3_reset(statement), db);
                count++;
            }

            return count;
        }
    }

    private static int Bind(sqlite3_stmt statement, int place, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(statement, place),
            string text => Text(statement, place, text),
            long number => raw.sqlite3_bind_int64(statement, place, number),
            int number => raw.sqlite3_bind_int64(statement, place, number),
            bool truth => raw.sqlite3_bind_int64(statement, place, truth ? 1 : 0),
            Guid id => Text(statement, place, id.ToString().ToUpperInvariant()),
            DateOnly day => Text(statement, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
            double number => raw.sqlite3_bind_double(statement, place, number),
            _ => throw new InvalidOperationException($"A {value.GetType().Name} cannot be written in bulk yet."),
        };

    private static int Text(sqlite3_stmt statement, int place, string text)
    {
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = length <= 512 ? stackalloc byte[length] : new byte[length];
        return raw.sqlite3_bind_text(statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }
}
