// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Benchmarks;
using Proeftuin.Benchmarks.Peers;

switch (args)
{
    case ["--peers", var scripts, .. var part]:
        return PeerBench.Run(scripts, part is [var only] ? only : "");
    case ["--ours", var comparison, var folder]:
        Ours.Run(comparison, folder);
        return 0;
    default:
        break;
}

// One line per capability. A goal is shown beside the median; it never fails the run.
return await Bench.Run(
    args,
    [
        // in the order in which an experiment goes
        RegisterBench.Run,
        DrawBench.Run,
        RehearsalBench.Run,
        SettlementBench.Measure,
        WhatIfBench.Measure,
        MonitorBench.Measure,
        EvaluationBench.Measure,
        SurvivalBench.Measure,
        RandomisationBench.Measure,
        PowerBench.Measure,
        MatchingBench.Measure,
        RegressionBench.Measure,
        LedgerBench.Measure,
    ]
);
