// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
using System.Globalization;
using Proeftuin.App.Settlement;
using Proeftuin.App.WhatIf;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement.WhatIf;
using Proeftuin.Statistics.Matching;
using Proeftuin.Statistics.Power;
using Proeftuin.Statistics.Randomisation;
using Proeftuin.Statistics.Survival;

namespace Proeftuin.Benchmarks.Peers;

/// <summary>Our side of each comparison, in a process of its own so that its memory is its own: reads the input, warms up, and writes the median of five and the most memory of one run above the input and the runtime.</summary>
internal static class Ours
{
    private const int Runs = 5;

    public static void Run(string name, string folder)
    {
        var action = Prepared(name, folder);
        // the first run makes the runtime's own (compiled code, threads) ready; what the collector keeps after it is handed back
        action();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Memory.ForgetPeak();
        var before = Memory.Peak();
        action();
        var bytes = Memory.Peak() - before;
        // the peers are compiled ahead, ours is compiled while it runs: warm until that is done
        var warm = Stopwatch.GetTimestamp();
        for (var run = 0; run < Runs || Stopwatch.GetElapsedTime(warm).TotalSeconds < 2; run++)
        {
            action();
        }

        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            Collect();
            var start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}\t{times[Runs / 2]:0.000000}\t{times[0]:0.000000}\t{bytes}"
            )
        );
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static Action Prepared(string name, string folder)
    {
        switch (name)
        {
            case "permutation-392" or "permutation-3500":
            {
                var units = int.Parse(name[12..], CultureInfo.InvariantCulture);
                var outcome = PeerInput.Doubles(folder, $"outcome{units}");
                var arms = PeerInput.Integers(folder, $"arm{units}");
                var declared = new Declaration.Complete(units, [units - units / 2, units / 2]);
                var how = new Redrawing { Draws = 100_000 };
                return () =>
                    RandomisationInference
                        .Test(outcome, arms, declared, new Statistic.DifferenceInMeans(1, 0), how)
                        .OrThrow();
            }
            case "trials":
            {
                var trial = PowerBench.Trial(0);
                return () => TrialSimulation.Run(trial, 10_000, 1).OrThrow();
            }
            case "curve" or "log-rank" or "incidence" or "cox":
            {
                var months = PeerInput.Doubles(folder, "months");
                var causes = PeerInput.Integers(folder, "cause");
                var arms = PeerInput.Integers(folder, "arm");
                if (name is "cox")
                {
                    var x = PeerInput.Covariate(folder, "x");
                    return () => Cox.Fit(FollowUp.Of(months, causes), x).OrThrow();
                }

                return name switch
                {
                    "curve" => () => KaplanMeier.Of(FollowUp.Of(months, causes)).OrThrow(),
                    "log-rank" => () => LogRank.Test(FollowUp.Of(months, causes), arms).OrThrow(),
                    _ => () => CumulativeIncidence.Of(FollowUp.Of(months, causes)).OrThrow(),
                };
            }
            case "matching":
            {
                bool[] treated =
                [
                    .. Enumerable
                        .Range(0, PeerInput.Participants + PeerInput.Others)
                        .Select(i => i < PeerInput.Participants),
                ];
                Covariate[] covariates =
                [
                    .. Enumerable
                        .Range(1, PeerInput.Covariates)
                        .Select(j => new Covariate($"m{j}", PeerInput.Doubles(folder, $"m{j}"))),
                ];
                return () =>
                    Balance
                        .Of(covariates, NearestNeighbour.OfScores(covariates[0].Values, treated).OrThrow())
                        .OrThrow();
            }
            case "complete":
            {
                var declared = new Declaration.Complete(PeerInput.Rows, [PeerInput.Rows / 2, PeerInput.Rows / 2]);
                return () => Assignment.Draw(declared, 1).OrThrow();
            }
            case "blocked":
            {
                var blocks = PeerInput.Integers(folder, "block");
                var each = PeerInput.Rows / 40 / 2;
                var declared = new Declaration.Blocked(
                    blocks,
                    [.. Enumerable.Range(0, 40).Select(_ => (int[])[each, each])]
                );
                return () => Assignment.Draw(declared, 1).OrThrow();
            }
            case "what-if":
            {
                var population = WhatIf(folder);
                var plan = WhatIfBench.Plan(WhatIfRule.Law("n"), population);
                return () => WhatIfWork.Calculate(population, plan);
            }
            default:
                throw new ArgumentException($"There is no comparison {name}.", nameof(name));
        }
    }

    private static WhatIfPopulation WhatIf(string folder)
    {
        var (used, pay) = (PeerInput.Integers(folder, "used"), PeerInput.Integers(folder, "pay"));
        var kind = new HouseholdKind(HouseholdType.SinglePerson, 0, WhatIfTraits.Usual, null);
        return WhatIfPopulation
            .Of(
                WhatIfBench.Start,
                WhatIfBench.Months,
                [
                    .. used.Select(
                        (n, i) =>
                            new WhatIfHousehold(
                                kind,
                                null,
                                new(
                                    WhatIfBench.Start.Plus(-12 * 40),
                                    new((byte)n, 0, 0, 0),
                                    [
                                        .. Enumerable
                                            .Range(0, WhatIfBench.Months)
                                            .Select(m => new Eur(pay[m * WhatIfBench.Households + i])),
                                    ]
                                ),
                                null
                            )
                    ),
                ]
            )
            .OrThrow();
    }
}
