// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Benchmarks;

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
