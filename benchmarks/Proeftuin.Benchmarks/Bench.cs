// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;

namespace Proeftuin.Benchmarks;

/// <summary>Measures as the issues ask it: the median of five runs after one to warm up (what is over at once is warmed up for a second, because it is compiled while it runs), with the hardware printed beside it. Set-up is not timed and is done anew for every run.</summary>
public sealed class Bench
{
    private const int Runs = 5;
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(100);
    private readonly string filter;
    private readonly List<Measured> measured = [];

    private Bench(string filter) => this.filter = filter;

    public static async Task<int> Run(string[] args, IReadOnlyList<Func<Bench, Task>> capabilities)
    {
        if (!TryFilter(args, out var filter))
        {
            await Console.Error.WriteLineAsync("usage: bench [--filter PART-OF-A-NAME]");
            return 2;
        }

        var bench = new Bench(filter);
        Console.WriteLine(Machine.Describe());
        foreach (var capability in capabilities)
        {
            await capability(bench);
        }

        Console.WriteLine();
        Console.WriteLine(Measured.Table(bench.measured));
        return 0;
    }

    /// <summary>Whether this one was asked for: look before an expensive preparation that is not timed.</summary>
    public bool Wants(string name) => name.Contains(filter, StringComparison.OrdinalIgnoreCase);

    public Task Measure<T>(string name, TimeSpan? goal, Func<T> setup, Action<T> action) =>
        Measure(
            name,
            goal,
            () => Task.FromResult(setup()),
            state =>
            {
                action(state);
                return Task.CompletedTask;
            }
        );

    public async Task Measure<T>(string name, TimeSpan? goal, Func<Task<T>> setup, Func<T, Task> action)
    {
        if (!Wants(name))
        {
            return;
        }

        var warm = Stopwatch.GetTimestamp();
        while (await Time(setup, action) < AtOnce && Stopwatch.GetElapsedTime(warm) < TimeSpan.FromSeconds(1)) { }

        var times = new List<TimeSpan>();
        for (var run = 0; run < Runs; run++)
        {
            times.Add(await Time(setup, action));
        }

        times.Sort();
        var result = new Measured(name, goal, times[Runs / 2], times[0], times[^1]);
        measured.Add(result);
        Console.WriteLine(result.Line());
    }

    private static async Task<TimeSpan> Time<T>(Func<Task<T>> setup, Func<T, Task> action)
    {
        var state = await setup();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        await action(state);
        var took = Stopwatch.GetElapsedTime(start);
        await Release(state);
        return took;
    }

    private static async ValueTask Release<T>(T state)
    {
        if (state is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else if (state is IDisposable disposable)
        {
            disposable.Dispose();
        }
    }

    private static bool TryFilter(string[] args, out string filter)
    {
        filter = args is ["--filter", var part] ? part : "";
        return args.Length == 0 || filter.Length > 0;
    }
}
