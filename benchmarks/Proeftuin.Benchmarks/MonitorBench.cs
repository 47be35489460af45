// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.Benchmarks;

/// <summary>The monitor of 400,000 people followed for 24 months. In memory and from PostgreSQL.</summary>
internal static class MonitorBench
{
    private const string Pure = "monitor: 400,000 people x 24 months counted in memory";
    private const string Opened = "monitor: 400,000 people opened with today's knowledge (PostgreSQL)";
    private const string AsKnown = "monitor: 400,000 people counted as known on a day (PostgreSQL)";
    private static readonly DateOnly CountDate = new(2019, 10, 1);

    public static async Task Measure(Bench bench)
    {
        await bench.Measure(
            Pure,
            null,
            () => MonitorTown.People().ToList(),
            people => Counting.Of(MonitorTown.Plan, people, CountDate, CountDate).OrThrow()
        );
        if (!bench.Wants(Opened) && !bench.Wants(AsKnown))
        {
            return;
        }

        using var server = PostgresServer.Start(durable: true);
        var folder = Directory.CreateTempSubdirectory("proeftuin-bench-");
        await using var services = new ServiceCollection()
            .AddProeftuinApp(
                ProeftuinOptions.For(server.NewDatabase("meetstad"), Path.Combine(folder.FullName, "proeftuin.keys"))
            )
            .BuildServiceProvider();
        var actor = await MonitorTown.Build(services);
        await Count(services, actor, null);
        await bench.Measure(
            Opened,
            TimeSpan.FromSeconds(1),
            () => Task.FromResult(new Installed(services)),
            async at =>
            {
                await using var scope = at.Services.CreateAsyncScope();
                var view = await scope
                    .ServiceProvider.GetRequiredService<SeeMonitor>()
                    .Handle(new(MonitorTown.Experiment, CountDate), actor, CancellationToken.None);
                if (view.OrThrow().Tables?.People != MonitorTown.Size)
                {
                    throw new InvalidOperationException("The monitor of the benchmark is not right.");
                }
            }
        );
        await bench.Measure(
            AsKnown,
            TimeSpan.FromSeconds(10),
            () => Task.FromResult(new Installed(services)),
            at => Count(at.Services, actor, MonitorTown.HalfWay)
        );
        folder.Delete(recursive: true);
    }

    /// <summary>What is measured keeps its database between the runs.</summary>
    private sealed record Installed(ServiceProvider Services);

    private static async Task Count(ServiceProvider services, Actor actor, DateOnly? knownOn)
    {
        await using var scope = services.CreateAsyncScope();
        var tables = await scope
            .ServiceProvider.GetRequiredService<CountMonitor>()
            .Handle(new(MonitorTown.Experiment, CountDate, knownOn), actor, null, CancellationToken.None);
        if (tables.OrThrow().People != MonitorTown.Size)
        {
            throw new InvalidOperationException("The monitor of the benchmark is not right.");
        }
    }
}
