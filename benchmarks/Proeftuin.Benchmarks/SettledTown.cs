// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Accounts;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Settlement;

namespace Proeftuin.Benchmarks;

/// <summary>A made town of single persons who all earn, with a decision that the exemption helps, in a database; each run settles the month after the last one.</summary>
internal sealed class SettledTown : IAsyncDisposable
{
    private const int MostMonths = 8;
    private static readonly Month First = new(2018, 1);

    private readonly ServiceProvider services;
    private readonly Actor actor;
    private readonly string folder;
    private readonly int households;
    private int settled;

    private SettledTown(ServiceProvider services, Actor actor, string folder, int households) =>
        (this.services, this.actor, this.folder, this.households) = (services, actor, folder, households);

    /// <summary>In an empty database: a new file when no connection is given.</summary>
    public static async Task<SettledTown> Build(string? connection, int size)
    {
        var made = Directory.CreateTempSubdirectory("proeftuin-bench-").FullName;
        var database = connection ?? $"Data Source={Path.Combine(made, "proeftuin.db")}";
        var provider = new ServiceCollection()
            .AddProeftuinApp(ProeftuinOptions.For(database, Path.Combine(made, "proeftuin.keys")))
            .BuildServiceProvider();
        await provider.GetRequiredService<DatabaseSetup>().Migrate();
        await using var scope = provider.CreateAsyncScope();
        var town = await scope
            .ServiceProvider.GetRequiredService<CreateMunicipality>()
            .Handle("Meetstad", "meter", isFictional: true, CancellationToken.None);
        var officer = new Actor(
            Guid.NewGuid(),
            "Benchmark",
            town.OrThrow().Id,
            new HashSet<Role> { Role.ProjectLead, Role.IncomeOfficer }
        );
        var filled = await scope
            .ServiceProvider.GetRequiredService<Work>()
            .Do<bool>(
                officer,
                Permission.ImportRegister,
                async (db, entry) =>
                {
                    entry.Record("register.ingelezen", "benchmark", Reason.Of("Benchmark").OrThrow());
                    await Fill(db, officer.MunicipalityId, size);
                    return true;
                },
                CancellationToken.None
            );
        filled.OrThrow();
        return new(provider, officer, made, size);
    }

    public async Task SettleNext()
    {
        await using var scope = services.CreateAsyncScope();
        var run = await scope
            .ServiceProvider.GetRequiredService<SettleMonth>()
            .Handle(new(First.Plus(settled++), "Benchmark"), actor, progress: null, CancellationToken.None);
        if (run.OrThrow() is not { Refused: 0 } done || done.Statements != households)
        {
            throw new InvalidOperationException("The settled month of the benchmark is not right.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Fill(ProeftuinDb db, Guid municipality, int size)
    {
        var at = new DateTimeOffset(2017, 12, 1, 12, 0, 0, TimeSpan.Zero);
        var (persons, homes) = await TownRegister.Insert(db, municipality, size, DateOnly.FromDateTime(at.Date));
        var delivery = new IncomeDeliveryRow
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = municipality,
            Month = First.FirstDay,
            ImportedAt = at,
        };
        db.Add(delivery);
        await db.SaveChangesAsync();
        await BulkWriter.Insert(
            db,
            persons.Select(
                (p, i) =>
                    new SettlementFactRow
                    {
                        Id = Guid.CreateVersion7(),
                        MunicipalityId = municipality,
                        HouseholdId = homes[i],
                        PersonId = p,
                        Kind = SettlementFactKind.HelpsTowardsWork,
                        On = new(2017, 1, 1),
                        RecordedAt = at,
                    }
            )
        );
        await BulkWriter.Insert(
            db,
            persons.SelectMany(
                (p, i) =>
                    Enumerable
                        .Range(0, MostMonths)
                        .Select(m => new IncomeRow
                        {
                            Id = Guid.CreateVersion7(),
                            MunicipalityId = municipality,
                            PersonId = p,
                            DeliveryId = delivery.Id,
                            Kind = IncomeKind.Wage,
                            Rhythm = PayRhythm.Monthly,
                            FirstDay = First.Plus(m).FirstDay,
                            Payer = "werk",
                            NetCents = 20_000 + i % 60_000 + 100 * m,
                            Slip = $"s{i}-{m}",
                            IssuedOn = First.Plus(m).LastDay,
                            RecordedAt = at,
                        })
            )
        );
    }
}
