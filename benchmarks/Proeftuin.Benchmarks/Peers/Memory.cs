// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;

namespace Proeftuin.Benchmarks.Peers;

/// <summary>The most memory this process has held, as Linux counts it; elsewhere nothing is known and 0 is written.</summary>
internal static class Memory
{
    private const string Status = "/proc/self/status";

    public static void ForgetPeak()
    {
        if (File.Exists("/proc/self/clear_refs"))
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    /// <summary>In bytes.</summary>
    public static long Peak() =>
        !File.Exists(Status)
            ? 0
            : File.ReadLines(Status)
                .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Select(line =>
                    1024
                    * long.Parse(
                        line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
                        CultureInfo.InvariantCulture
                    )
                )
                .Single();
}
