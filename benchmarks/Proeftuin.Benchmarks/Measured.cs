// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;

namespace Proeftuin.Benchmarks;

/// <summary>One measured thing: the goal where there is one, and the median, fastest and slowest of five runs.</summary>
internal sealed record Measured(string Name, TimeSpan? Goal, TimeSpan Median, TimeSpan Fastest, TimeSpan Slowest)
{
    public string Line() => $"{Name}: {Text(Median)} ({Text(Fastest)} - {Text(Slowest)}){Verdict(", ")}";

    public static string Table(IReadOnlyList<Measured> all)
    {
        var table = new StringBuilder(
            "| what | goal | median of 5 | fastest | slowest | |\n|---|---:|---:|---:|---:|---|\n"
        );
        foreach (var m in all)
        {
            var goal = m.Goal is { } g ? Text(g) : "-";
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {m.Name} | {goal} | {Text(m.Median)} | {Text(m.Fastest)} | {Text(m.Slowest)} | {m.Verdict("")} |\n"
            );
        }

        return table.ToString();
    }

    private string Verdict(string before) =>
        Goal is not { } goal ? ""
        : Median <= goal ? before + "reached"
        : before + "not reached";

    private static string Text(TimeSpan time) =>
        time.TotalSeconds >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s")
        : time.TotalMilliseconds >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:0.0} µs");
}
