// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Demo;
using Proeftuin.App.Design;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Screening;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.Benchmarks;

/// <summary>Import of a delivery and screening of a snapshot, whole use cases on an embedded database.</summary>
internal static class RegisterBench
{
    private const int HouseholdsForHundredThousandPersons = 88_500;

    public static async Task Run(Bench bench)
    {
        var profile = MakerProfile.For("groningen-2017").OrThrow();
        var large = new Lazy<MadeRegister>(() => RegisterMaker.Make(profile, HouseholdsForHundredThousandPersons, 7));
        await bench.Measure(
            "register: 100,000 rows of CSV checked and stored",
            TimeSpan.FromSeconds(15),
            () => Installed.New(RegisterFile.Csv(large.Value)),
            at => at.Import(profile)
        );
        await bench.Measure(
            "register: 100,000 rows of XLSX checked and stored",
            TimeSpan.FromSeconds(15),
            () => Installed.New(RegisterFile.Xlsx(large.Value)),
            at => at.Import(profile)
        );
        await bench.Measure(
            "screening: 10,000 households loaded, judged and stored",
            TimeSpan.FromSeconds(2),
            async () =>
            {
                var at = await Installed.New(RegisterFile.Csv(RegisterMaker.Make(profile, 10_000, 7)));
                await at.StartExperiment();
                await at.Import(profile);
                return at;
            },
            at => at.Screen()
        );
    }

    private sealed class Installed(string folder, ServiceProvider services, Actor actor, byte[] file) : IAsyncDisposable
    {
        private Guid snapshot;

        public static async Task<Installed> New(byte[] file)
        {
            var folder = Directory.CreateTempSubdirectory("proeftuin-bench-").FullName;
            var options = ProeftuinOptions.For($"Data Source={Path.Combine(folder, "proeftuin.db")}");
            var services = new ServiceCollection().AddProeftuinApp(options).BuildServiceProvider();
            await services.GetRequiredService<DatabaseSetup>().Migrate();
            var municipality = Guid.CreateVersion7();
            await using var connection = new SqliteConnection(options.Connection);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                "INSERT INTO Municipality (Id, Name, IsFictional, CreatedAt) VALUES ($id, 'Groningen', 1, 0)";
            command.Parameters.AddWithValue("$id", municipality.ToString().ToUpperInvariant());
            await command.ExecuteNonQueryAsync();
            var actor = new Actor(Guid.NewGuid(), "Benchmark", municipality, new HashSet<Role> { Role.ProjectLead });
            return new Installed(folder, services, actor, file);
        }

        public async Task Import(MakerProfile profile)
        {
            await using var scope = services.CreateAsyncScope();
            var command = new ImportRegister.Command(
                file,
                profile.ReferenceDate,
                "benchmark",
                [.. profile.Municipalities.Select(m => m.Municipality)],
                ControlTotals.None
            );
            var outcome = await scope
                .ServiceProvider.GetRequiredService<ImportRegister>()
                .Handle(command, actor, progress: null, CancellationToken.None);
            snapshot = outcome.OrThrow().SnapshotId;
        }

        public async Task StartExperiment()
        {
            await using var scope = services.CreateAsyncScope();
            var command = new StartExperiment.Command(ShippedProtocols.Text("groningen-2017"), "Benchmark");
            var outcome = await scope
                .ServiceProvider.GetRequiredService<StartExperiment>()
                .Handle(command, actor, CancellationToken.None);
            outcome.OrThrow();
        }

        public async Task Screen()
        {
            await using var scope = services.CreateAsyncScope();
            var command = new RunScreening.Command(
                "groningen-2017",
                snapshot,
                new DateOnly(2017, 7, 1),
                KnownOn: null,
                Why: null
            );
            var outcome = await scope
                .ServiceProvider.GetRequiredService<RunScreening>()
                .Handle(command, actor, CancellationToken.None);
            outcome.OrThrow();
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
