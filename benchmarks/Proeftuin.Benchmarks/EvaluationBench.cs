// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Evaluation;
using Proeftuin.Core.Evaluation;
using Proeftuin.Statistics.Proportions;

namespace Proeftuin.Benchmarks;

/// <summary>The published counts of Wageningen worked out whole, and the dearest test in it. No goal was set for these.</summary>
internal static class EvaluationBench
{
    private const int Repeats = 1_000;

    public static async Task Measure(Bench bench)
    {
        await bench.Measure(
            "evaluate: Wageningen's report, 24 comparisons, 36 claims",
            null,
            () => Publications.Named("wageningen-2017")!,
            publication => CountsReport.Of(publication.Counts, publication.Claims, 0.95).OrThrow()
        );
        await bench.Measure(
            "statistics: Fisher-Freeman-Halton, 5 groups, 774 people",
            null,
            () => new Proportion[] { new(26, 98), new(24, 94), new(24, 109), new(15, 91), new(41, 382) },
            groups => FreemanHalton.Test(groups).OrThrow()
        );
        await bench.Measure(
            $"statistics: Fisher and Newcombe, 2 x 100 people, {Repeats} times",
            null,
            () => 0,
            _ =>
            {
                for (var i = 0; i < Repeats; i++)
                {
                    var (a, b) = (new Proportion(10 + i % 30, 100), new Proportion(20, 100));
                    ExactTests.Fisher(a, b, Statistics.Alternative.TwoSided).OrThrow();
                    RiskDifference.Newcombe(a, b, 0.95).OrThrow();
                }
            }
        );
    }
}
