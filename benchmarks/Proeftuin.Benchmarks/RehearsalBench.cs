// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Rehearsal;

namespace Proeftuin.Benchmarks;

/// <summary>A whole experiment played through the use cases: 10,000 households followed for 24 months, facts arriving as monthly files, on the embedded database.</summary>
internal static class RehearsalBench
{
    public static Task Run(Bench bench) =>
        bench.Measure(
            "rehearsal of 10,000 households x 24 months (Groningen), SQLite",
            TimeSpan.FromSeconds(60),
            () =>
                Task.FromResult(
                    RehearsalPlan.Of(ShippedProtocols.Text("groningen-2017"), null, 7, 10_000, 24).OrThrow()
                ),
            async plan => (await ScratchRehearsal.Run(plan, (_, _, _) => { }, CancellationToken.None)).OrThrow()
        );
}
