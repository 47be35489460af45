// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Demo;

/// <summary>Where a rehearsal is played: the use cases of the program, one at a time, each in a scope of its own as in a request.</summary>
public sealed class DemoStage(IServiceProvider services, DemoClock clock)
{
    public DemoClock Clock => clock;

    /// <summary>Runs one use case. A refusal stops the play with its reasons.</summary>
    public async Task<T> Use<TUseCase, T>(Func<TUseCase, Task<Outcome<T>>> act)
        where TUseCase : notnull
    {
        var outcome = await Attempt(act);
        return outcome is Outcome<T>.Done { Value: var value } ? value : throw new PlayRefused(outcome.Why);
    }

    /// <summary>Runs one use case that may well be refused.</summary>
    public async Task<Outcome<T>> Attempt<TUseCase, T>(Func<TUseCase, Task<Outcome<T>>> act)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
        clock.Pass(TimeSpan.FromSeconds(7));
        return outcome;
    }

    /// <summary>What the director of the play must know to go on: looks in the administration without doing anything there.</summary>
    internal async Task<T> See<T>(Guid municipality, Func<ProeftuinDb, Task<T>> look, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var seen = await scope
            .ServiceProvider.GetRequiredService<Work>()
            .LookAt<T>(municipality, async db => await look(db), ct);
        return seen.OrThrow();
    }

    internal T Service<T>()
        where T : notnull => services.GetRequiredService<T>();
}

/// <summary>The program refused an act of the play; the rehearsal cannot go on with this protocol, register or these assumptions.</summary>
public sealed class PlayRefused(IReadOnlyList<Refusal> why) : Exception(string.Join(" ", why.Select(w => w.Message)))
{
    public IReadOnlyList<Refusal> Why { get; } = why;
}
