// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Demo;

/// <summary>A database for a story: everything as in a real installation, only the clock is the story's own.</summary>
public sealed class DemoDatabase : IAsyncDisposable
{
    private readonly DemoClock clock;
    private readonly ServiceProvider services;

    private DemoDatabase(ProeftuinOptions options, DateTimeOffset start)
    {
        clock = new(start);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddProeftuinApp(options)
            .BuildServiceProvider();
    }

    /// <summary>The stage on which its use cases are played.</summary>
    public DemoStage Stage => new(services, clock);

    public static DemoDatabase Open(ProeftuinOptions options) => Open(options, new DateOnly(2017, 1, 2));

    /// <summary>With a clock that stands at this day.</summary>
    public static DemoDatabase Open(ProeftuinOptions options, DateOnly start) =>
        new(options, new DateTimeOffset(start.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero));

    /// <summary>Makes the tables. False when somebody's municipality is in there already: then nothing is touched.</summary>
    public async Task<bool> Prepare(CancellationToken ct)
    {
        await services.GetRequiredService<DatabaseSetup>().Migrate(ct);
        await using var db = services.GetRequiredService<Database>().Open(Guid.Empty);
        return !await db.Set<MunicipalityRow>().AnyAsync(ct);
    }

    public Task Play(Action<int, string> progress, CancellationToken ct) => new DemoRecipe(Stage).Play(progress, ct);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
