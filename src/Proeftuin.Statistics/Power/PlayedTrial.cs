// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Multiplicity;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Power;

/// <summary>One trial ready to be played, with the p-values it has met so far. Several threads may play it at once.</summary>
internal sealed class PlayedTrial
{
    private const int MostCells = 4_000_000;

    private readonly PlayedArm[] arms;
    private readonly (int First, int Second)[] comparisons;
    private readonly TwoArmTest[] tests;
    private readonly double alpha;
    private readonly Correction correction;
    private readonly double[]?[] known;

    public PlayedTrial(SimulatedTrial trial)
    {
        arms = [.. trial.Arms.Select(arm => new PlayedArm(arm, trial.MissingIsFailure))];
        (comparisons, tests) = ([.. trial.Comparisons], [.. trial.Tests]);
        (alpha, correction) = (trial.Alpha, trial.Correction);
        known = new double[tests.Length * comparisons.Length][];
        var shared = new Dictionary<(TwoArmTest, int, int), double[]>();
        for (var i = 0; i < known.Length; i++)
        {
            var (first, second) = comparisons[i % comparisons.Length];
            var (n1, n2) = (arms[first], arms[second]);
            var cells = (n1.Drawn + 1L) * (n2.Drawn + 1L);
            // p-values are remembered where the sizes do not change from trial to trial
            if (cells <= MostCells && n1.SizeIsFixed && n2.SizeIsFixed)
            {
                var key = (tests[i / comparisons.Length], n1.Drawn, n2.Drawn);
                if (!shared.TryGetValue(key, out known[i]))
                {
                    known[i] = shared[key] = new double[cells];
                }
            }
        }
    }

    /// <summary>How often each test found each comparison, and last at least one of them.</summary>
    public int[] Run(Xoshiro256 random, int replicates)
    {
        var found = new int[tests.Length * (comparisons.Length + 1)];
        var seen = new (int Events, int Size)[arms.Length];
        var p = new double[comparisons.Length];
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            for (var arm = 0; arm < seen.Length; arm++)
            {
                seen[arm] = arms[arm].Play(random);
            }

            for (var test = 0; test < tests.Length; test++)
            {
                for (var c = 0; c < p.Length; c++)
                {
                    p[c] = P(test, c, seen);
                }

                Count(found.AsSpan(test * (p.Length + 1), p.Length + 1), p);
            }
        }

        return found;
    }

    private void Count(Span<int> found, double[] p)
    {
        var raised = correction == Correction.None || p.Length == 1 ? p : AdjustedP.Of(p, correction).OrThrow().Values;
        var any = 0;
        for (var c = 0; c < p.Length; c++)
        {
            var finds = raised[c] <= alpha ? 1 : 0;
            found[c] += finds;
            any |= finds;
        }

        found[p.Length] += any;
    }

    private double P(int test, int comparison, (int Events, int Size)[] seen)
    {
        var (first, second) = comparisons[comparison];
        var ((x1, n1), (x2, n2)) = (seen[first], seen[second]);
        if (known[test * comparisons.Length + comparison] is not { } table)
        {
            return TwoArmP.Of(tests[test], x1, n1, x2, n2);
        }

        // 0 is "not met yet": a p-value is never 0
        ref var p = ref table[x1 * (n2 + 1) + x2];
        if (p <= 0)
        {
            p = TwoArmP.Of(tests[test], x1, n1, x2, n2);
        }

        return p;
    }

    /// <summary>An arm with the tables to draw its people from.</summary>
    private sealed class PlayedArm(SimulatedArm arm, bool missingIsFailure)
    {
        private readonly BinomialDraws joins = new(arm.TakeUp, arm.Drawn);
        private readonly BinomialDraws treated = new(arm.Treated, arm.Drawn);
        private readonly BinomialDraws untreated = new(arm.Untreated, arm.Drawn);
        private readonly BinomialDraws stays = new(1 - arm.DropOut, arm.Drawn);
        private readonly int places = arm.Places ?? arm.Drawn;
        private readonly bool everybodyStays = arm.DropOut <= 0;

        public int Drawn { get; } = arm.Drawn;

        public bool SizeIsFixed => missingIsFailure || everybodyStays;

        public (int Events, int Size) Play(Xoshiro256 random)
        {
            var take = Math.Min(joins.Draw(random, Drawn), places);
            var events = treated.Draw(random, take) + untreated.Draw(random, Drawn - take);
            if (everybodyStays)
            {
                return (events, Drawn);
            }

            var seen = stays.Draw(random, events);
            return missingIsFailure ? (seen, Drawn) : (seen, seen + stays.Draw(random, Drawn - events));
        }
    }
}
