// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Storage;

/// <summary>Where the data and the keys are.</summary>
/// <param name="Connection">"Data Source=…" for the embedded file, "Host=…" for PostgreSQL.</param>
/// <param name="KeyFile">The key ring, outside the database; made at first start.</param>
/// <param name="AllowWeakDurability">Only for throw-away test servers: accepts a PostgreSQL that may lose acknowledged writes. Shows in the log.</param>
public sealed record ProeftuinOptions(string Connection, string KeyFile, bool AllowWeakDurability = false)
{
    /// <summary>The key file is beside the database file ("proeftuin.db.keys") unless it is named here or in PROEFTUIN_SLEUTELS.</summary>
    public static ProeftuinOptions For(string connection, string? keyFile = null) =>
        new(
            connection,
            keyFile ?? Environment.GetEnvironmentVariable("PROEFTUIN_SLEUTELS") ?? KeyFileBeside(connection)
        );

    internal bool IsSqlite => Connection.TrimStart().StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase);

    private static string KeyFileBeside(string connection)
    {
        var options = new ProeftuinOptions(connection, "");
        var file = options.IsSqlite
            ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection).DataSource
            : "proeftuin";
        return Path.GetFullPath(file) + ".keys";
    }
}

/// <summary>The program must not start on this machine as it is configured; the sentence says what to change.</summary>
public sealed class StartRefused(string message) : Exception(message);
