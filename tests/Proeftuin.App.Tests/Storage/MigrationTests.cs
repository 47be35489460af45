// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Storage;

public sealed class MigrationTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_empty_database_is_migrated_and_then_ready(DatabaseKind kind)
    {
        await using var services = new ServiceCollection()
            .AddProeftuinApp(databases.Empty(kind))
            .BuildServiceProvider();
        var setup = services.GetRequiredService<DatabaseSetup>();

        await Should.ThrowAsync<StartRefused>(() => setup.AssertReady());
        await setup.Migrate();
        await setup.AssertReady();
        await setup.Migrate();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_migration_holds_every_row_class(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await using var db = store.Services.GetRequiredService<Database>().Open(Guid.Empty);

        db.Database.HasPendingModelChanges().ShouldBeFalse("run ./dev migrations");
    }

    [Fact]
    public async Task The_embedded_database_runs_with_the_settings_that_keep_what_was_saved()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var db = store.Services.GetRequiredService<Database>().Open(Guid.Empty);
        await db.Database.OpenConnectionAsync();

        (await Pragma(db, "journal_mode")).ShouldBe("truncate");
        (await Pragma(db, "synchronous")).ShouldBe("2");
        (await Pragma(db, "foreign_keys")).ShouldBe("1");
    }

    [Fact]
    public async Task A_PostgreSQL_that_may_lose_what_was_saved_is_refused()
    {
        var options = await databases.Options(DatabaseKind.Postgres) with { AllowWeakDurability = false };
        await using var services = new ServiceCollection().AddProeftuinApp(options).BuildServiceProvider();

        var refused = await Should.ThrowAsync<StartRefused>(() =>
            services.GetRequiredService<DatabaseSetup>().AssertReady()
        );

        refused.Message.ShouldContain("fsync");
        refused.Message.ShouldContain("synchronous_commit");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task With_the_keys_of_another_installation_the_program_does_not_start(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var options = store.Options with { KeyFile = store.Options.KeyFile + ".ander" };
        await using var services = new ServiceCollection().AddProeftuinApp(options).BuildServiceProvider();

        var refused = await Should.ThrowAsync<StartRefused>(() =>
            services.GetRequiredService<DatabaseSetup>().AssertReady()
        );

        refused.Message.ShouldContain("sleutelbestand");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_its_guards_on_the_ledger_the_program_does_not_start(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        store.Sql(
            kind == DatabaseKind.Sqlite
                ? "DROP TRIGGER ledger_no_update"
                : "DROP TRIGGER ledger_no_change ON \"LedgerEntry\""
        );

        await Should.ThrowAsync<StartRefused>(() => store.Services.GetRequiredService<DatabaseSetup>().AssertReady());
    }

    private static async Task<string> Pragma(ProeftuinDb db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
