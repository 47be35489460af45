// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Accounts;
using Proeftuin.App.Identity;
using Proeftuin.App.Ledger;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.Benchmarks;

/// <summary>A ledger of a million lines on the embedded database, recomputed from content.</summary>
internal static class LedgerBench
{
    private const int Lines = 1_000_000;
    private const string Name = "ledger: 1,000,000 lines verified (SQLite)";

    public static async Task Measure(Bench bench)
    {
        if (!bench.Wants(Name))
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("proeftuin-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "logboek.db");
            await using var services = new ServiceCollection()
                .AddProeftuinApp(ProeftuinOptions.For($"Data Source={file}"))
                .BuildServiceProvider();
            await Fill(services, file);
            await bench.Measure(
                Name,
                TimeSpan.FromSeconds(20),
                () => Task.FromResult(services.GetRequiredService<LedgerVerification>()),
                async verification =>
                {
                    var results = await verification.All(null, [], CancellationToken.None);
                    if (results.Sum(r => r.Lines) != Lines || results.Any(r => r.Fault is not null))
                    {
                        throw new InvalidOperationException("The ledger of the benchmark is not right.");
                    }
                }
            );
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Two lines by the program, the rest written as the program would, past its transactions: those are not measured here.</summary>
    private static async Task Fill(ServiceProvider services, string file)
    {
        await services.GetRequiredService<DatabaseSetup>().Migrate();
        await using var scope = services.CreateAsyncScope();
        var made = (
            await scope
                .ServiceProvider.GetRequiredService<CreateMunicipality>()
                .Handle("Meetstad", "meter", isFictional: true, CancellationToken.None)
        ).OrThrow();
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        var head = await LastOf(services, made.Id);
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText =
            "INSERT INTO LedgerEntry (Chain, Sequence, At, AccountId, Roles, Action, Subject, Reason, Changes, Count, Receipt, DataSubject, PayloadHash, Previous, Hash) "
            + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, NULL, NULL, @p9, NULL, @p10, @p11)";
        for (var i = 0; i < 12; i++)
        {
            insert.Parameters.Add(new SqliteParameter($"@p{i}", null));
        }

        for (var line = head.Sequence + 1; line <= Lines; line++)
        {
            head = Next(head, line);
            object[] values =
            [
                head.Chain,
                head.Sequence,
                head.At.UtcTicks,
                head.AccountId,
                head.Roles,
                head.Action,
                head.Subject,
                head.Reason,
                head.Changes!,
                head.DataSubject!.Value,
                head.Previous,
                head.Hash,
            ];
            for (var i = 0; i < values.Length; i++)
            {
                insert.Parameters[i].Value = values[i];
            }

            await insert.ExecuteNonQueryAsync();
        }

        await Seal(services, connection, transaction, head);
        await transaction.CommitAsync();
    }

    private static async Task<LedgerEntry> LastOf(ServiceProvider services, Guid chain)
    {
        await using var db = services.GetRequiredService<Database>().Open(chain);
        return (await db.Set<LedgerEntryRow>().AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync()).Entry;
    }

    private static LedgerEntry Next(LedgerEntry before, long line)
    {
        var entry = before with
        {
            Sequence = line,
            At = before.At.AddMilliseconds(137),
            Action = "dossier.gelezen",
            Subject = $"huishouden/{line % 5000}",
            Reason = "Inzage voor de screening van het experiment",
            Changes =
                "[{\"tabel\":\"Screening\",\"soort\":\"gewijzigd\",\"sleutel\":\"1\",\"velden\":{\"State\":{\"voor\":\"a\",\"na\":\"b\"}}}]",
            DataSubject = before.AccountId,
            PayloadHash = null,
            Previous = before.Hash,
        };
        return entry with { Hash = entry.ComputeHash() };
    }

    private static async Task Seal(
        ServiceProvider services,
        SqliteConnection connection,
        SqliteTransaction transaction,
        LedgerEntry last
    )
    {
        var head = new LedgerHeadRow
        {
            Chain = last.Chain,
            Sequence = last.Sequence,
            Hash = last.Hash,
        };
        await using var update = connection.CreateCommand();
        update.Transaction = transaction;
        update.CommandText =
            "UPDATE LedgerHead SET Sequence = @sequence, Hash = @hash, Seal = @seal WHERE Chain = @chain";
        update.Parameters.AddWithValue("@sequence", head.Sequence);
        update.Parameters.AddWithValue("@hash", head.Hash);
        update.Parameters.AddWithValue(
            "@seal",
            services.GetRequiredService<KeyRing>().Seal(LedgerWriter.SealedText(head))
        );
        update.Parameters.AddWithValue("@chain", head.Chain);
        await update.ExecuteNonQueryAsync();
    }
}
