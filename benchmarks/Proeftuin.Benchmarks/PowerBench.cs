// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Power;

namespace Proeftuin.Benchmarks;

/// <summary>10,000 simulated trials of five arms of 100 with Fisher's, chi-square and logistic tests of four arms against the first. The peer is hand-vectorised R, 0.218 s on two Zen 3 cores as issue 4 states it; R is not on this machine, so no peer is run here. The goal is a thirtieth.</summary>
internal static class PowerBench
{
    public static async Task Measure(Bench bench)
    {
        await bench.Measure(
            "statistics: 10,000 trials of 5 x 100, Fisher, chi-square and logistic",
            TimeSpan.FromMilliseconds(7.3),
            () => Trial(0),
            trial => TrialSimulation.Run(trial, 10_000, 1).OrThrow()
        );
        await bench.Measure(
            "statistics: the same with take-up, places and drop-out",
            goal: null,
            () => Trial(0.15),
            trial => TrialSimulation.Run(trial, 10_000, 1).OrThrow()
        );
        await bench.Measure(
            "statistics: power of 10 effect sizes x 1,000 trials, Fisher",
            TimeSpan.FromSeconds(2),
            () => Trial(0.15),
            trial =>
            {
                for (var effect = 1; effect <= 10; effect++)
                {
                    var chance = 0.1 + 0.02 * effect;
                    var arms = trial.Arms.Select(arm => arm with { Treated = chance }).ToList();
                    TrialSimulation.Run(trial with { Arms = arms }, 1_000, 1).OrThrow();
                }
            }
        );
    }

    internal static SimulatedTrial Trial(double lost) =>
        new()
        {
            Arms =
            [
                .. Enumerable
                    .Range(0, 5)
                    .Select(arm => new SimulatedArm
                    {
                        Drawn = 100,
                        Untreated = 0.1,
                        Treated = arm == 0 ? 0.1 : 0.2,
                        TakeUp = 1 - lost,
                        DropOut = lost,
                        Places = lost > 0 ? 80 : null,
                    }),
            ],
            Comparisons = [(1, 0), (2, 0), (3, 0), (4, 0)],
            Tests = [TwoArmTest.Fisher, TwoArmTest.ChiSquare, TwoArmTest.LogitWald],
        };
}
