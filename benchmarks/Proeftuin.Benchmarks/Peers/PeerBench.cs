// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
using System.Globalization;

namespace Proeftuin.Benchmarks.Peers;

/// <summary>Ours beside its peers on the same machine and the same input: <c>./dev bench --peers</c>. Prints medians, ratios and the memory ours needed beside its input.</summary>
internal static class PeerBench
{
    /// <summary>A comparison: its name in the scripts, the goal (times faster than the peer), and the size of the input in bytes.</summary>
    private sealed record Comparison(string Name, string What, string Peer, double Goal, double InputBytes);

    private const double Row = PeerInput.Rows;

    private static readonly Comparison[] All =
    [
        new("permutation-392", "100,000 permutations, n = 392", "coin", 20, 392 * 12),
        new("permutation-3500", "100,000 permutations, n = 3,500", "coin", 20, 3_500 * 12),
        new("trials", "10,000 trials of 5 x 100, three tests", "R by hand", 30, 0),
        new("cox", "Cox, 8 covariates, 1,000,000 rows", "survival", 18, Row * (8 + 4 + 64)),
        new("curve", "Kaplan-Meier, 1,000,000 rows", "survival", 30, Row * 12),
        new("log-rank", "log-rank, 1,000,000 rows", "survival", 30, Row * 16),
        new("incidence", "cumulative incidence, 1,000,000 rows", "survival", 30, Row * 12),
        new("incidence", "the same", "cmprsk", 30, Row * 12),
        new("matching", "400 matched with 400,000, balance of 8", "MatchIt", 15, 400_400 * 65),
        new("complete", "complete assignment of 1,000,000", "base R", 30, Row * 4),
        new("blocked", "blocked assignment of 1,000,000", "base R", 30, Row * 4),
        new("what-if", "500,000 households x 24 months", "numpy", 10, WhatIfBench.Households * 24.0 * 4),
    ];

    /// <summary><paramref name="scripts"/> is the folder with the peers' scripts.</summary>
    public static int Run(string scripts, string filter)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine($"load before: {Load()}");
        var folder = Directory.CreateTempSubdirectory("proeftuin-peers").FullName;
        try
        {
            Console.WriteLine("writing the input");
            PeerInput.Write(folder);
            Console.WriteLine(
                "| what | peer | peer, median of 5 | ours, median of 5 | faster | fastest against fastest | goal | memory with input / input |\n|---|---|---:|---:|---:|---:|---:|---:|"
            );
            var ours = new Dictionary<string, (double Seconds, double Fastest, double Bytes)?>(StringComparer.Ordinal);
            foreach (var one in All.Where(c => c.Name.Contains(filter, StringComparison.Ordinal)))
            {
                if (!ours.TryGetValue(one.Name, out var mine))
                {
                    mine = Parse(
                        Start(
                            Environment.ProcessPath!,
                            [typeof(PeerBench).Assembly.Location, "--ours", one.Name, folder]
                        ),
                        one.Name
                    );
                    ours[one.Name] = mine;
                }

                var peer = one.Peer is "numpy"
                    ? Parse(Start("/usr/bin/python3", [Path.Combine(scripts, "what_if.py"), folder]), one.Name)
                    : Parse(
                        Start("Rscript", ["--vanilla", Path.Combine(scripts, "peers.R"), folder, one.Name, one.Peer]),
                        one.Name
                    );
                Console.WriteLine(Line(one, mine, peer));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine($"load after: {Load()}");
        return 0;
    }

    private static string Line(
        Comparison one,
        (double Seconds, double Fastest, double Bytes)? ours,
        (double Seconds, double Fastest, double Bytes)? peer
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {one.What} | {one.Peer} | {Text(peer?.Seconds)} | {Text(ours?.Seconds)} | {Ratio(peer?.Seconds, ours?.Seconds)} | {Ratio(peer?.Fastest, ours?.Fastest)} | {one.Goal:0} x | {(ours is { } m && one.InputBytes > 1e6 ? (1 + m.Bytes / one.InputBytes).ToString("0.0", CultureInfo.InvariantCulture) : "-")} |"
        );

    private static string Ratio(double? peer, double? ours) =>
        peer / ours is { } times ? string.Create(CultureInfo.InvariantCulture, $"{times:0.0} x") : "not measured";

    private static string Text(double? seconds) =>
        seconds is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s * 1000:0.0} ms") : "not there";

    /// <summary>"name, median, fastest, bytes" with tabs; null when the program is missing or wrote something else.</summary>
    private static (double Seconds, double Fastest, double Bytes)? Parse(string output, string name)
    {
        foreach (var line in output.Split('\n').Where(l => l.StartsWith(name + "\t", StringComparison.Ordinal)))
        {
            var numbers = line.Split('\t').Skip(1).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
            return (numbers[0], numbers[1], numbers.Count > 2 ? numbers[2] : 0);
        }

        return null;
    }

    private static string Start(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false }
            )!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }

    private static string Load() =>
        File.Exists("/proc/loadavg")
            ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3))
            : "not known";
}
