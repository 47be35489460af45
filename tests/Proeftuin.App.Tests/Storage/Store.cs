// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Proeftuin.App.Accounts;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Tests.Storage;

/// <summary>One database with the program around it. Make actors with <see cref="Actor"/>; run use cases with <see cref="Use{T}"/>.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly Databases databases;

    public Store(ProeftuinOptions options, Databases databases, Action<IServiceCollection>? configure)
    {
        (Options, this.databases) = (options, databases);
        var services = new ServiceCollection().AddProeftuinApp(options);
        configure?.Invoke(services);
        Services = services.BuildServiceProvider(validateScopes: true);
        Municipality = AddMunicipality("Voorbeeldstad").GetAwaiter().GetResult();
        OtherMunicipality = AddMunicipality("Andersdorp").GetAwaiter().GetResult();
    }

    public ProeftuinOptions Options { get; }

    public ServiceProvider Services { get; }

    public Guid Municipality { get; }

    public Guid OtherMunicipality { get; }

    public bool IsSqlite => Options.Connection.StartsWith("Data Source", StringComparison.Ordinal);

    /// <summary>Someone with these roles, by default in <see cref="Municipality"/>.</summary>
    public Actor Actor(params Role[] roles) => ActorIn(Municipality, roles);

    public static Actor ActorIn(Guid municipality, params Role[] roles) =>
        new(Guid.NewGuid(), "Tester", municipality, roles.ToHashSet());

    public static Reason Because(string text = "Voor de test") => Reason.Of(text).OrThrow();

    /// <summary>Runs a use case or any service in a scope of its own, as one web request does.</summary>
    public async Task<T> Use<TService, T>(Func<TService, Task<T>> use, Guid? onceKey = null)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Submission>().Key = onceKey;
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Outcome<T>> Do<T>(
        Actor actor,
        Permission permission,
        Func<ProeftuinDb, App.Ledger.LedgerDraft, Task<Outcome<T>>> action,
        Guid? onceKey = null
    ) => Use((Work work) => work.Do(actor, permission, action, CancellationToken.None), onceKey);

    /// <summary>The ledger of a municipality, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerEntryRow>> Ledger(Guid? chain = null)
    {
        var wanted = chain ?? Municipality;
        await using var db = Services.GetRequiredService<Database>().Open(wanted);
        return await db.Set<LedgerEntryRow>()
            .AsNoTracking()
            .Where(e => e.Chain == wanted)
            .OrderBy(e => e.Sequence)
            .ToListAsync();
    }

    /// <summary>An account that can sign in at once, with these roles in <see cref="Municipality"/> (or the one given).</summary>
    public async Task<Guid> AddAccount(
        string name,
        string password,
        IReadOnlyCollection<Role> roles,
        Guid? municipality = null
    )
    {
        var home = municipality ?? Municipality;
        var credentials = Services.GetRequiredService<Credentials>();
        var outcome = await Use(
            (Work work) =>
                work.DoUnchecked<Guid>(
                    ActorIn(home),
                    EntryRule.WhenChanged,
                    async (db, entry) =>
                    {
                        var account = new AccountRow
                        {
                            Id = Guid.CreateVersion7(),
                            HomeMunicipalityId = home,
                            Name = name,
                            CreatedAt = DateTimeOffset.UtcNow,
                        };
                        await credentials.For(db).CreateAsync(account, password);
                        db.AddRange(
                            roles.Select(role => new RoleGrantRow
                            {
                                Id = Guid.CreateVersion7(),
                                MunicipalityId = home,
                                AccountId = account.Id,
                                Role = role,
                                GrantedAt = DateTimeOffset.UtcNow,
                            })
                        );
                        entry.Record("account.aangemaakt", $"account/{account.Id}", Because());
                        return account.Id;
                    },
                    CancellationToken.None
                )
        );
        return outcome.OrThrow();
    }

    /// <summary>From now on this municipality holds real people.</summary>
    public void MakeReal(Guid municipality) =>
        Sql(
            $"UPDATE \"Municipality\" SET \"IsFictional\" = {(IsSqlite ? "0" : "false")} WHERE \"Id\" = '{(IsSqlite ? municipality.ToString().ToUpperInvariant() : municipality)}'"
        );

    /// <summary>Rows as they are, whoever owns them.</summary>
    public async Task<IReadOnlyList<T>> Rows<T>()
        where T : class
    {
        await using var db = Services.GetRequiredService<Database>().Open(Municipality);
        return await db.Set<T>().AsNoTracking().IgnoreQueryFilters().ToListAsync();
    }

    /// <summary>Past the program, as a database administrator (superuser) would; gives the rows changed.</summary>
    public int Sql(string sql)
    {
        using System.Data.Common.DbConnection connection = IsSqlite
            ? new SqliteConnection(Options.Connection)
            : new NpgsqlConnection(Options.Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>The same PostgreSQL database for a role that owns nothing and is no superuser, as the program has it in production: row-level security holds for it.</summary>
    public ProeftuinOptions AsOrdinaryUser()
    {
        Sql(
            "DO $$ BEGIN CREATE ROLE gewoon LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$; "
                + "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO gewoon"
        );
        var connection = new NpgsqlConnectionStringBuilder(Options.Connection) { Username = "gewoon" };
        return Options with { Connection = connection.ConnectionString };
    }

    /// <summary>Everything the database holds, as raw bytes of the file or as a dump.</summary>
    public string Raw()
    {
        if (!IsSqlite)
        {
            return databases.Postgres.Dump(new NpgsqlConnectionStringBuilder(Options.Connection).Database!);
        }

        SqliteConnection.ClearAllPools();
        return System.Text.Encoding.Latin1.GetString(
            File.ReadAllBytes(new SqliteConnectionStringBuilder(Options.Connection).DataSource)
        );
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    private async Task<Guid> AddMunicipality(string name)
    {
        var row = new MunicipalityRow
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            IsFictional = true,
            CreatedAt = DateTimeOffset.UtcNow,
        };
        var outcome = await Use(
            (Work work) =>
                work.DoUnchecked<Guid>(
                    ActorIn(row.Id),
                    EntryRule.WhenChanged,
                    (db, entry) =>
                    {
                        db.Add(row);
                        entry.Record("gemeente.aangemaakt", $"gemeente/{row.Id}", Because());
                        return Task.FromResult<Outcome<Guid>>(row.Id);
                    },
                    CancellationToken.None
                )
        );
        return outcome.OrThrow();
    }
}
