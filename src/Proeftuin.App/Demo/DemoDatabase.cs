// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Demo;

/// <summary>A database for a demonstration: everything as in a real installation, only the clock is the story's own.</summary>
public sealed class DemoDatabase : IAsyncDisposable
{
    private readonly DemoClock clock = new(new DateTimeOffset(2017, 1, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider services;

    private DemoDatabase(ProeftuinOptions options) =>
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddProeftuinApp(options)
            .BuildServiceProvider();

    public static DemoDatabase Open(ProeftuinOptions options) => new(options);

    /// <summary>Makes the tables. False when somebody's municipality is in there already: then nothing is touched.</summary>
    public async Task<bool> Prepare(CancellationToken ct)
    {
        await services.GetRequiredService<DatabaseSetup>().Migrate(ct);
        await using var db = services.GetRequiredService<Database>().Open(Guid.Empty);
        return !await db.Set<MunicipalityRow>().AnyAsync(ct);
    }

    public Task Play(DateTimeOffset today, Action<int, string> progress, CancellationToken ct) =>
        new DemoRecipe(new DemoStage(services, clock)).Play(today, progress, ct);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
