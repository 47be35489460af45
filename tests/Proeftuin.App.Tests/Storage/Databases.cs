// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Xunit;

[assembly: AssemblyFixture(typeof(Databases))]

namespace Proeftuin.App.Tests.Storage;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Both databases for every store test: <c>[Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]</c>
/// and <c>await using var store = await databases.New(kind);</c>. Each store is empty and migrated, with two fictional
/// municipalities and an account for each role asked for.
/// </summary>
public sealed class Databases : IDisposable
{
    private readonly Lazy<PostgresServer> server;
    private readonly Lazy<Task> template;
    private readonly string folder = Directory.CreateTempSubdirectory("proeftuin-test-").FullName;
    private int number;

    public Databases()
    {
        server = new(() => PostgresServer.Start());
        template = new(MakeTemplate);
    }

    public static TheoryData<DatabaseKind> Both => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    public PostgresServer Postgres => server.Value;

    /// <summary>A migrated, otherwise empty database of its own.</summary>
    public async Task<Store> New(DatabaseKind kind, Action<IServiceCollection>? configure = null) =>
        new(await Options(kind), this, configure);

    /// <summary>Connection and key file of a new migrated database.</summary>
    public async Task<ProeftuinOptions> Options(DatabaseKind kind)
    {
        var name = $"t{Interlocked.Increment(ref number)}";
        var keys = Path.Combine(folder, name + ".keys");
        if (kind == DatabaseKind.Postgres)
        {
            await template.Value;
            lock (server)
            {
                Postgres.Execute("postgres", $"CREATE DATABASE {name} TEMPLATE sjabloon");
            }

            return new ProeftuinOptions(Postgres.Connection(name), keys, AllowWeakDurability: true);
        }

        var options = new ProeftuinOptions($"Data Source={Path.Combine(folder, name + ".db")}", keys);
        await Migrate(options);
        return options;
    }

    /// <summary>Connection to a PostgreSQL database or SQLite file without any table.</summary>
    public ProeftuinOptions Empty(DatabaseKind kind)
    {
        var name = $"t{Interlocked.Increment(ref number)}";
        var keys = Path.Combine(folder, name + ".keys");
        if (kind == DatabaseKind.Sqlite)
        {
            return new ProeftuinOptions($"Data Source={Path.Combine(folder, name + ".db")}", keys);
        }

        Postgres.Execute("postgres", $"CREATE DATABASE {name}");
        return new ProeftuinOptions(Postgres.Connection(name), keys, AllowWeakDurability: true);
    }

    public void Dispose()
    {
        if (server.IsValueCreated)
        {
            server.Value.Dispose();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task MakeTemplate()
    {
        Postgres.Execute("postgres", "CREATE DATABASE sjabloon");
        var keys = Path.Combine(folder, "sjabloon.keys");
        await Migrate(
            new ProeftuinOptions(Postgres.Connection("sjabloon") + ";Pooling=false", keys, AllowWeakDurability: true)
        );
    }

    private static async Task Migrate(ProeftuinOptions options)
    {
        await using var services = new ServiceCollection().AddProeftuinApp(options).BuildServiceProvider();
        await services.GetRequiredService<DatabaseSetup>().Migrate();
    }
}
