// SPDX-License-Identifier: EUPL-1.2
using System.Buffers.Binary;
using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Proeftuin.App.Storage;

/// <summary>The database of this installation: opens contexts and transactions. One instance per process.</summary>
public sealed class Database : IDisposable
{
    private readonly SemaphoreSlim writer = new(1, 1);
    private readonly DbContextOptions contextOptions;

    public Database(ProeftuinOptions options, ILogger<Database> log)
    {
        Options = options;
        contextOptions = options.IsSqlite ? Sqlite(options.Connection) : Postgres(options.Connection);
        if (options.AllowWeakDurability)
        {
            log.LogWarning(
                "Weak durability is allowed: acknowledged writes can get lost. Only for throw-away test servers."
            );
        }
    }

    public ProeftuinOptions Options { get; }

    public bool IsSqlite => Options.IsSqlite;

    /// <summary>Opens the database for one municipality. Use <see cref="Work"/>; this is for the store itself.</summary>
    internal ProeftuinDb Open(Guid municipality)
    {
        ProeftuinDb db = contextOptions is DbContextOptions<SqliteDb> sqlite
            ? new SqliteDb(sqlite) { MunicipalityId = municipality }
            : new PostgresDb((DbContextOptions<PostgresDb>)contextOptions) { MunicipalityId = municipality };
        // also one statement gets BEGIN IMMEDIATE and a COMMIT that waits for who is reading
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        return db;
    }

    /// <summary>On the embedded file one writer at a time: waiting in line is fairer than polling a lock. Other processes wait on SQLite's own lock.</summary>
    internal async Task<IDisposable?> TakeTurn(CancellationToken ct)
    {
        if (!IsSqlite)
        {
            return null;
        }

        await writer.WaitAsync(ct);
        return new Turn(writer);
    }

    /// <summary>A write takes the lock at the start (BEGIN IMMEDIATE), so two processes can never wait for each other; a read sees one moment.</summary>
    internal static async Task<IDbContextTransaction> Begin(ProeftuinDb db, bool write, CancellationToken ct)
    {
        if (db.IsSqlite)
        {
            await db.Database.OpenConnectionAsync(ct);
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            return (await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: !write), ct))!;
        }

        var level = write ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead;
        var transaction = await db.Database.BeginTransactionAsync(level, ct);
        await UseMunicipality(db, db.MunicipalityId, ct);
        return transaction;
    }

    /// <summary>Tells PostgreSQL's row-level security, for this transaction only, whose rows may be seen.</summary>
    internal static Task UseMunicipality(ProeftuinDb db, Guid municipality, CancellationToken ct)
    {
        db.MunicipalityId = municipality;
        return db.IsSqlite
            ? Task.CompletedTask
            : db.Database.ExecuteSqlAsync(
                $"SELECT set_config('proeftuin.gemeente', {(municipality == Guid.Empty ? "" : municipality.ToString())}, true)",
                ct
            );
    }

    /// <summary>One writer per ledger chain, taken after all other work of the transaction, so that nobody waits for a row while holding it.</summary>
    internal static Task LockChain(ProeftuinDb db, Guid chain, CancellationToken ct)
    {
        Span<byte> id = stackalloc byte[16];
        chain.TryWriteBytes(id);
        var key = BinaryPrimitives.ReadInt64BigEndian(id) ^ BinaryPrimitives.ReadInt64BigEndian(id[8..]);
        return db.IsSqlite
            ? Task.CompletedTask
            : db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", ct);
    }

    public void Dispose() => writer.Dispose();

    private static DbContextOptions<SqliteDb> Sqlite(string connection)
    {
        var settings = new SqliteConnectionStringBuilder(connection) { ForeignKeys = true, DefaultTimeout = 30 };
        return new DbContextOptionsBuilder<SqliteDb>()
            // a list of hundreds of ids goes over as one parameter, as on PostgreSQL: one each is sought by name again and again
            .UseSqlite(
                settings.ConnectionString,
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .AddInterceptors(new SqliteSettings())
            .Options;
    }

    private static DbContextOptions<PostgresDb> Postgres(string connection) =>
        new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connection).Options;

    private sealed class Turn(SemaphoreSlim line) : IDisposable
    {
        public void Dispose() => line.Release();
    }
}
