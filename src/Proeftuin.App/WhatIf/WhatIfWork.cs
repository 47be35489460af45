// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Settlement.WhatIf;

namespace Proeftuin.App.WhatIf;

/// <summary>Calculates a rule for a whole population on the cores of this machine. Whole numbers are added, so the number of workers makes no difference to the outcome.</summary>
public static class WhatIfWork
{
    public static WhatIfOutcome Calculate(
        WhatIfPopulation population,
        RulePlan plan,
        int? workers = null,
        KeptOfExtra? kept = null,
        CancellationToken ct = default
    )
    {
        var outcome = new WhatIfOutcome(population);
        var gate = new Lock();
        var many = Math.Max(1, workers ?? Environment.ProcessorCount);
        Parallel.For(
            0,
            many,
            new ParallelOptions { MaxDegreeOfParallelism = many, CancellationToken = ct },
            worker =>
            {
                var own = kept is null ? null : new KeptOfExtra();
                var kernel = new WhatIfKernel(population, plan, own);
                var (from, upTo) = (Share(worker), Share(worker + 1));
                for (var piece = from; piece < upTo; piece++)
                {
                    ct.ThrowIfCancellationRequested();
                    kernel.Piece(piece, outcome.CostCents);
                }

                lock (gate)
                {
                    outcome.Add(kernel.Totals);
                    if (own is not null)
                    {
                        kept!.Add(own);
                    }
                }
            }
        );
        return outcome;

        int Share(int worker) => (int)((long)population.Pieces * worker / many);
    }
}
