// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Spectre.Console;

namespace Proeftuin.Cli;

/// <summary>Shows how far long work is: a moving bar on a terminal, plain lines (one per ten per cent) where the output is redirected. Written to standard error, so that standard output stays data.</summary>
public static class Progress
{
    /// <summary>Runs the work and shows it. The work reports how many of <paramref name="total"/> are done so far.</summary>
    public static Task<T> Show<T>(TextWriter error, string title, long total, Func<IProgress<long>, Task<T>> work) =>
        ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected
            ? Bar(error, title, total, work)
            : work(new Lines(error, title, total));

    private static Task<T> Bar<T>(TextWriter error, string title, long total, Func<IProgress<long>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: Math.Max(1, total));
                var value = await work(new Moving(task));
                task.Value = task.MaxValue;
                return value;
            });
    }

    private sealed class Moving(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Value = value;
    }

    private sealed class Lines(TextWriter error, string title, long total) : IProgress<long>
    {
        private readonly Lock gate = new();
        private long shown = -1;

        public void Report(long value)
        {
            var tenth = total <= 0 ? 10 : value * 10 / total;
            lock (gate)
            {
                if (tenth <= shown)
                {
                    return;
                }

                shown = tenth;
                error.WriteLine($"{title}: {Dutch.Count(value)} van {Dutch.Count(total)}");
            }
        }
    }
}
