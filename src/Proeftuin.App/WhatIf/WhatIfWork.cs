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
        var next = -1;
        var many = Math.Max(1, workers ?? Environment.ProcessorCount);
        Parallel.For(
            0,
            many,
            new ParallelOptions { MaxDegreeOfParallelism = many, CancellationToken = ct },
            _ =>
            {
                var own = kept is null ? null : new KeptOfExtra();
                var kernel = new WhatIfKernel(population, plan, own);
                // whoever is ready takes the next piece: a worker that has to wait for its core holds up nothing else
                for (var piece = Interlocked.Increment(ref next); piece < population.Pieces; )
                {
                    ct.ThrowIfCancellationRequested();
                    kernel.Piece(piece, outcome.CostCents);
                    piece = Interlocked.Increment(ref next);
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
    }
}
