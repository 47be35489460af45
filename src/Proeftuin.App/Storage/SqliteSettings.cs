// SPDX-License-Identifier: EUPL-1.2
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Proeftuin.App.Storage;

/// <summary>
/// Settings that decide whether an acknowledged write survives, put on every connection and checked there.
/// TRUNCATE and not WAL: the SQLite in use (3.50.4) has the WAL-reset bug that 3.51.3 repairs. No cache spill: a large
/// import then does not lock out readers before it commits.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private static readonly (string Pragma, string Set, string Expected)[] Required =
    [
        ("journal_mode", "TRUNCATE", "truncate"),
        ("synchronous", "FULL", "2"),
        ("foreign_keys", "ON", "1"),
    ];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    public static void Apply(SqliteConnection connection)
    {
        foreach (var (pragma, set, _) in Required)
        {
            Ask(connection, $"PRAGMA {pragma} = {set}");
        }

        Ask(connection, "PRAGMA cache_spill = OFF");
        // 32 MB: with the two of the default most of a large run goes into reading the same pages again
        Ask(connection, "PRAGMA cache_size = -32768");
        // the driver waits for a lock before a statement but not at its end, where one that stands alone commits
        Ask(connection, "PRAGMA busy_timeout = 30000");
        foreach (var (pragma, _, expected) in Required)
        {
            var actual = Ask(connection, $"PRAGMA {pragma}");
            if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
            {
                throw new StartRefused(
                    $"De database is niet veilig ingesteld: {pragma} is '{actual}' en moet '{expected}' zijn. "
                        + "Sluit andere programma's die dit bestand open hebben en start opnieuw."
                );
            }
        }
    }

    private static string? Ask(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
