// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Ledger;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Ledger;

/// <summary>Someone with full rights on the database removes the guards and changes the ledger; recomputing must find it and name the line.</summary>
public sealed class TamperTests(Databases databases)
{
    private const string Entry = "\"LedgerEntry\"";

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_ledger_that_nobody_touched_is_right(DatabaseKind kind)
    {
        await using var store = await Filled(kind);

        var results = await Verify(store);

        results.ShouldAllBe(r => r.Fault == null);
        results.Single(r => r.Chain == store.Municipality).Lines.ShouldBe(10);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Every_column_of_a_line_is_guarded(DatabaseKind kind)
    {
        await using var store = await Filled(kind);
        Unguard(store);
        await using var db = store.Services.GetRequiredService<Database>().Open(Guid.Empty);
        var columns = db.Model.FindEntityType(typeof(LedgerEntryRow))!.GetProperties().Select(p => p.Name).ToList();
        columns.Count.ShouldBe(15);
        foreach (var column in columns)
        {
            foreach (var value in Other(store, column))
            {
                var undo = Remember(store, column, 5);
                store
                    .Sql(
                        $"UPDATE {Entry} SET \"{column}\" = {value} WHERE \"Chain\" = {Id(store, store.Municipality)} AND \"Sequence\" = 5"
                    )
                    .ShouldBe(1);

                var fault = (await Verify(store)).Select(r => r.Fault).FirstOrDefault(f => f is not null);

                fault.ShouldNotBeNull($"{column} = {value} was not found");
                // A line that was moved shows first where it now stands, or where it is missed.
                if (column is not ("Chain" or "Sequence"))
                {
                    fault.Sequence.ShouldBe(5, $"{column}: {fault.Message}");
                }

                undo();
                (await Verify(store)).ShouldAllBe(r => r.Fault == null, column);
            }
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_field_that_is_made_empty_is_found(DatabaseKind kind)
    {
        await using var store = await Filled(kind);
        Unguard(store);
        foreach (var column in new[] { "Changes", "Count", "Receipt", "DataSubject", "PayloadHash" })
        {
            var undo = Remember(store, column, 5);
            store.Sql($"UPDATE {Entry} SET \"{column}\" = NULL WHERE {Place(store, 5)}").ShouldBe(1);
            (await Fault(store)).ShouldNotBeNull(column).Sequence.ShouldBe(5);
            undo();
        }
    }

    [Fact]
    public async Task A_field_overwritten_with_nonsense_is_found_and_not_a_crash()
    {
        foreach (var column in new[] { "At", "AccountId", "DataSubject", "Count" })
        {
            await using var store = await Filled(DatabaseKind.Sqlite);
            Unguard(store);
            store.Sql($"UPDATE {Entry} SET \"{column}\" = 'rommel' WHERE {Place(store, 5)}").ShouldBe(1);
            (await Fault(store)).ShouldNotBeNull(column).Sequence.ShouldBe(5, column);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_deleted_line_is_found_wherever_it_stood(DatabaseKind kind)
    {
        foreach (var line in new[] { 1, 5, 10 })
        {
            await using var store = await Filled(kind);
            Unguard(store);
            store.Sql($"DELETE FROM {Entry} WHERE {Place(store, line)}").ShouldBe(1);

            var fault = (await Fault(store)).ShouldBeOfType<LineMissing>();

            fault.Sequence.ShouldBe(line);
            fault.Message.ShouldContain("ontbreekt");
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_deleted_tail_with_a_head_to_match_breaks_the_seal(DatabaseKind kind)
    {
        await using var store = await Filled(kind);
        Unguard(store);
        store
            .Sql($"DELETE FROM {Entry} WHERE \"Chain\" = {Id(store, store.Municipality)} AND \"Sequence\" > 7")
            .ShouldBe(3);
        store.Sql(
            $"UPDATE \"LedgerHead\" SET \"Sequence\" = 7, \"Hash\" = (SELECT \"Hash\" FROM {Entry} WHERE {Place(store, 7)}) WHERE \"Chain\" = {Id(store, store.Municipality)}"
        );

        (await Fault(store)).ShouldBeOfType<SealBroken>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_chain_that_is_removed_whole_is_found(DatabaseKind kind)
    {
        await using var store = await Filled(kind);
        Unguard(store);
        foreach (var table in new[] { "LedgerEntry", "LedgerPayload", "LedgerHead" })
        {
            store.Sql($"DELETE FROM \"{table}\" WHERE \"Chain\" = {Id(store, store.Municipality)}");
        }

        (await Fault(store)).ShouldBeOfType<HeadMissing>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_swapped_lines_are_found(DatabaseKind kind)
    {
        await using var store = await Filled(kind);
        Unguard(store);
        Move(store, 4, -1);
        Move(store, 6, 4);
        Move(store, -1, 6);

        (await Fault(store))!.Sequence.ShouldBe(4);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_inserted_line_is_found_also_after_the_last_one(DatabaseKind kind)
    {
        await using var store = await Filled(kind);
        Unguard(store);
        var last = (await store.Ledger())[^1];
        var forged = last.Entry with
        {
            Sequence = last.Sequence + 1,
            Previous = last.Hash,
            Action = "loting.gepubliceerd",
        };
        Insert(store, forged with { Hash = forged.ComputeHash() });

        var fault = (await Fault(store)).ShouldBeOfType<LineBeyondHead>();

        fault.Sequence.ShouldBe(11);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_history_that_is_rewritten_with_all_keys_is_found_by_a_checkpoint(DatabaseKind kind)
    {
        await using var store = await Filled(kind);
        var keys = store.Services.GetRequiredService<App.Identity.KeyRing>();
        var file = CheckpointFile.Make(await Verify(store), DateTimeOffset.UtcNow, keys).ToJson();
        var points = CheckpointFile.Read(file, keys).OrThrow().Checkpoints;
        (await Verify(store, points)).ShouldAllBe(r => r.Fault == null);
        Unguard(store);
        Rewrite(store, await store.Ledger(), keys);

        (await Fault(store)).ShouldBeNull("the rewritten chain is right in itself");
        (await Verify(store, points)).Select(r => r.Fault).OfType<CheckpointDiffers>().ShouldHaveSingleItem();
        CheckpointFile
            .Read(file.Replace("\"Sequence\": 10", "\"Sequence\": 9", StringComparison.Ordinal), keys)
            .IsDone.ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Personal_content_can_be_erased_and_the_chain_still_holds(DatabaseKind kind)
    {
        await using var store = await Filled(kind);

        (
            await store.Use(
                (ErasePayload erase) =>
                    erase.Handle(5, "Verzoek van betrokkene", store.Actor(Role.Auditor), CancellationToken.None)
            )
        ).OrThrow();

        (await store.Rows<LedgerPayloadRow>())
            .Single(p => p.Chain == store.Municipality && p.Sequence == 5)
            .Content.ShouldBeNull();
        (await Fault(store)).ShouldBeNull();
        (await store.Ledger())[^1].Subject.ShouldBe("logboek/5");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Content_that_is_changed_erased_or_added_behind_the_programs_back_is_found(DatabaseKind kind)
    {
        await using var store = await Filled(kind);
        Unguard(store);
        store
            .Sql($"UPDATE \"LedgerPayload\" SET \"Content\" = {Bytes(store, "00ff")} WHERE {Place(store, 5)}")
            .ShouldBe(1);
        (await Fault(store)).ShouldBeOfType<ContentChanged>().Sequence.ShouldBe(5);
        store
            .Sql($"UPDATE \"LedgerPayload\" SET \"Content\" = NULL, \"Salt\" = NULL WHERE {Place(store, 5)}")
            .ShouldBe(1);
        (await Fault(store)).ShouldBeOfType<ContentMissing>().Sequence.ShouldBe(5);
        store.Sql($"DELETE FROM \"LedgerPayload\" WHERE {Place(store, 5)}").ShouldBe(1);
        (await Fault(store)).ShouldBeOfType<ContentMissing>().Sequence.ShouldBe(5);

        await using var other = await Filled(kind);
        Unguard(other);
        other.Sql(
            $"INSERT INTO \"LedgerPayload\" (\"Chain\", \"Sequence\", \"Salt\", \"Content\") VALUES ({Id(other, other.Municipality)}, 99, {Bytes(other, "00")}, {Bytes(other, "00")})"
        );
        (await Fault(other)).ShouldBeOfType<ContentAdded>().Sequence.ShouldBe(99);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_database_refuses_to_change_or_delete_lines_and_to_change_content(DatabaseKind kind)
    {
        await using var store = await Filled(kind);
        List<string> attempts =
        [
            $"UPDATE {Entry} SET \"Reason\" = 'anders' WHERE {Place(store, 5)}",
            $"DELETE FROM {Entry} WHERE {Place(store, 5)}",
            $"UPDATE \"LedgerPayload\" SET \"Content\" = {Bytes(store, "00")} WHERE {Place(store, 5)}",
            $"UPDATE \"LedgerPayload\" SET \"Sequence\" = 50, \"Content\" = NULL, \"Salt\" = NULL WHERE {Place(store, 5)}",
            $"DELETE FROM \"LedgerPayload\" WHERE {Place(store, 5)}",
        ];
        if (!store.IsSqlite)
        {
            attempts.Add($"TRUNCATE {Entry}");
            attempts.Add("TRUNCATE \"LedgerPayload\"");
        }

        foreach (var attempt in attempts)
        {
            Should.Throw<System.Data.Common.DbException>(() => store.Sql(attempt), attempt);
        }

        (await Fault(store)).ShouldBeNull();
    }

    private async Task<Store> Filled(DatabaseKind kind)
    {
        var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead, Role.Researcher);
        for (var i = 2; i <= 10; i++)
        {
            await store.Do<bool>(
                lead,
                Permission.DesignExperiment,
                (db, entry) =>
                {
                    entry.Record("proef.stap", $"proef/{i}", Store.Because($"Stap {i}"), "ab12", 7, Guid.NewGuid());
                    db.Add(Account(store, i));
                    return Task.FromResult<Outcome<bool>>(true);
                }
            );
        }

        return store;
    }

    /// <summary>An account's name is personal, so the line gets erasable content.</summary>
    private static AccountRow Account(Store store, int i) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            HomeMunicipalityId = store.Municipality,
            Name = $"proef-{i}",
            NormalizedName = $"PROEF-{i}",
            CreatedAt = DateTimeOffset.UtcNow,
        };

    private static async Task<IReadOnlyList<ChainResult>> Verify(
        Store store,
        IReadOnlyList<Checkpoint>? points = null
    ) => await store.Services.GetRequiredService<LedgerVerification>().All(null, points ?? [], CancellationToken.None);

    private static async Task<LedgerFault?> Fault(Store store) =>
        (await Verify(store)).Select(r => r.Fault).FirstOrDefault(f => f is not null);

    private static void Unguard(Store store)
    {
        string[] statements = store.IsSqlite
            ?
            [
                "DROP TRIGGER ledger_no_update",
                "DROP TRIGGER ledger_no_delete",
                "DROP TRIGGER ledger_payload_no_delete",
                "DROP TRIGGER ledger_payload_erase_only",
            ]
            : ["ALTER TABLE \"LedgerEntry\" DISABLE TRIGGER ALL", "ALTER TABLE \"LedgerPayload\" DISABLE TRIGGER ALL"];
        foreach (var statement in statements)
        {
            store.Sql(statement);
        }
    }

    /// <summary>Other values for a column, each as small a change as the type allows.</summary>
    private static string[] Other(Store store, string column) =>
        column switch
        {
            "Chain" => [Id(store, store.OtherMunicipality)],
            "Sequence" => ["50", "0", "-3"],
            "At" => store.IsSqlite ? ["\"At\" + 1", "\"At\" - 1"] : ["\"At\" + interval '1 microsecond'"],
            "Count" => ["8", "0"],
            "AccountId" or "DataSubject" => [Id(store, Guid.NewGuid())],
            "PayloadHash" or "Previous" or "Hash" => [Bytes(store, new string('0', 64)), Bytes(store, "00")],
            _ => [$"\"{column}\" || ' '", "''", $"upper(\"{column}\") || 'X'"],
        };

    private static Action Remember(Store store, string column, int line)
    {
        store.Sql("DROP TABLE IF EXISTS kept");
        store.Sql($"CREATE TABLE kept AS SELECT * FROM {Entry} WHERE {Place(store, line)}");
        return () =>
        {
            store
                .Sql(
                    $"DELETE FROM {Entry} WHERE \"Hash\" = (SELECT \"Hash\" FROM kept) OR \"Previous\" = (SELECT \"Previous\" FROM kept)"
                )
                .ShouldBe(1, column);
            store.Sql($"INSERT INTO {Entry} SELECT * FROM kept");
            store.Sql("DROP TABLE kept");
        };
    }

    private static void Move(Store store, int from, int to) =>
        store.Sql($"UPDATE {Entry} SET \"Sequence\" = {to} WHERE {Place(store, from)}").ShouldBe(1);

    private static void Insert(Store store, LedgerEntry e) =>
        store
            .Sql(
                $"INSERT INTO {Entry} (\"Chain\", \"Sequence\", \"At\", \"AccountId\", \"Roles\", \"Action\", \"Subject\", \"Reason\", \"Changes\", \"Count\", \"Receipt\", \"DataSubject\", \"PayloadHash\", \"Previous\", \"Hash\") "
                    + $"SELECT \"Chain\", {e.Sequence}, \"At\", \"AccountId\", \"Roles\", '{e.Action}', \"Subject\", \"Reason\", \"Changes\", \"Count\", \"Receipt\", \"DataSubject\", \"PayloadHash\", {Bytes(store, Convert.ToHexString(e.Previous))}, {Bytes(store, Convert.ToHexString(e.Hash))} "
                    + $"FROM {Entry} WHERE \"Sequence\" = {e.Sequence - 1} AND \"Chain\" = {Id(store, e.Chain)}"
            )
            .ShouldBe(1);

    /// <summary>The perfect forger: changes line 3 and recomputes every later hash, the head and its seal.</summary>
    private static void Rewrite(Store store, IReadOnlyList<LedgerEntryRow> rows, App.Identity.KeyRing keys)
    {
        var previous = LedgerEntry.Beginning;
        var head = new LedgerHeadRow { Chain = store.Municipality };
        foreach (var row in rows)
        {
            var forged = row.Entry with
            {
                Previous = previous,
                Reason = row.Sequence == 3 ? "Iets anders" : row.Reason,
            };
            previous = forged.ComputeHash();
            store.Sql(
                $"UPDATE {Entry} SET \"Reason\" = '{forged.Reason}', \"Previous\" = {Bytes(store, Convert.ToHexString(forged.Previous))}, \"Hash\" = {Bytes(store, Convert.ToHexString(previous))} WHERE {Place(store, row.Sequence)}"
            );
            (head.Sequence, head.Hash) = (row.Sequence, previous);
        }

        store.Sql(
            $"UPDATE \"LedgerHead\" SET \"Hash\" = {Bytes(store, Convert.ToHexString(head.Hash))}, \"Seal\" = {Bytes(store, Convert.ToHexString(keys.Seal(LedgerWriter.SealedText(head))))} WHERE \"Chain\" = {Id(store, store.Municipality)}"
        );
    }

    private static string Place(Store store, long line) =>
        $"\"Chain\" = {Id(store, store.Municipality)} AND \"Sequence\" = {line}";

    private static string Id(Store store, Guid id) =>
        store.IsSqlite ? $"'{id.ToString().ToUpperInvariant()}'" : $"'{id}'::uuid";

    private static string Bytes(Store store, string hex) => store.IsSqlite ? $"X'{hex}'" : $"'\\x{hex}'::bytea";
}
