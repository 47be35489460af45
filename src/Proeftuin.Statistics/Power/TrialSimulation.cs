// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Multiplicity;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Power;

/// <summary>An arm as it will go: so many are drawn into it, some of them join, there may be fewer places than joiners, and only who takes part gets the other chance of the outcome.</summary>
public sealed record SimulatedArm
{
    /// <summary>People drawn into the arm.</summary>
    public required int Drawn { get; init; }

    /// <summary>The chance of the outcome of who does not take part.</summary>
    public required double Untreated { get; init; }

    /// <summary>The chance of the outcome of who takes part.</summary>
    public required double Treated { get; init; }

    /// <summary>The chance that somebody drawn wants to join.</summary>
    public double TakeUp { get; init; } = 1;

    /// <summary>Places; when more want to join, lots decide. Null when there is no limit.</summary>
    public int? Places { get; init; }

    /// <summary>The chance that the outcome will not be known, whatever it is.</summary>
    public double DropOut { get; init; }
}

/// <summary>A trial to be played many times: everybody drawn is analysed in the arm he was drawn into.</summary>
public sealed record SimulatedTrial
{
    public required IReadOnlyList<SimulatedArm> Arms { get; init; }

    /// <summary>Which arms are compared.</summary>
    public required IReadOnlyList<(int First, int Second)> Comparisons { get; init; }

    public required IReadOnlyList<TwoArmTest> Tests { get; init; }

    public double Alpha { get; init; } = 0.05;

    /// <summary>How the p-values of the comparisons of one test are corrected for each other.</summary>
    public Correction Correction { get; init; } = Correction.None;

    /// <summary>Whether a missing outcome counts as no outcome; otherwise the person is left out.</summary>
    public bool MissingIsFailure { get; init; }
}

/// <summary>How often a test found a comparison.</summary>
public sealed record SimulatedPower
{
    public required TwoArmTest Test { get; init; }

    /// <summary>The comparison, by its place; null for "at least one of them".</summary>
    public int? Comparison { get; init; }

    public required double Power { get; init; }

    /// <summary>The standard error of <see cref="Power"/> because the trial was played only so often.</summary>
    public required double MonteCarloError { get; init; }

    public required int Replicates { get; init; }
}

/// <summary>Power by playing the trial as declared: several arms, take-up, places, drop-out, several comparisons with their correction. The same seed gives the same answer on any number of threads. Witness: reference 17, which it must come to.</summary>
public static class TrialSimulation
{
    private const int Piece = 500;
    private const int MostCells = 4_000_000;

    /// <summary>For every test the power of every comparison, and last that of finding at least one.</summary>
    public static Answer<IReadOnlyList<SimulatedPower>> Run(SimulatedTrial trial, int replicates, ulong seed)
    {
        if (Check(trial, replicates) is { } why)
        {
            return why;
        }

        var comparisons = trial.Comparisons.Count;
        var pieces = (replicates + Piece - 1) / Piece;
        var counts = new int[pieces][];
        var play = new Play(trial);
        Parallel.For(
            0,
            pieces,
            piece =>
                counts[piece] = play.Run(
                    Xoshiro256.Stream(seed, (ulong)piece),
                    Math.Min(Piece, replicates - piece * Piece)
                )
        );
        var results = new List<SimulatedPower>();
        for (var i = 0; i < trial.Tests.Count * (comparisons + 1); i++)
        {
            var power = (double)counts.Sum(piece => (long)piece[i]) / replicates;
            results.Add(
                new SimulatedPower
                {
                    Test = trial.Tests[i / (comparisons + 1)],
                    Comparison = i % (comparisons + 1) < comparisons ? i % (comparisons + 1) : null,
                    Power = power,
                    MonteCarloError = Math.Sqrt(power * (1 - power) / replicates),
                    Replicates = replicates,
                }
            );
        }

        return results;
    }

    private static Obstacle? Check(SimulatedTrial trial, int replicates)
    {
        static bool Chance(double p) => p is >= 0 and <= 1;
        return !Confidence.IsLevel(trial.Alpha) ? Obstacle.LevelOutsideZeroToOne
            : replicates < 1 ? Obstacle.TooFewUnits
            : trial.Comparisons.Count == 0 || trial.Tests.Count == 0 ? Obstacle.TooFewGroups
            : trial.Comparisons.Any(c => Outside(trial, c.First) || Outside(trial, c.Second) || c.First == c.Second)
                ? Obstacle.DesignDoesNotFit
            : trial.Arms.Any(arm => arm.Drawn < 1) ? Obstacle.EmptyGroup
            : trial.Arms.Any(arm => arm.Places < 0) ? Obstacle.CountOutsideGroup
            : trial.Arms.All(arm =>
                Chance(arm.Untreated) && Chance(arm.Treated) && Chance(arm.TakeUp) && Chance(arm.DropOut)
            )
                ? null
            : Obstacle.ProbabilityOutsideZeroToOne;
    }

    private static bool Outside(SimulatedTrial trial, int arm) => arm < 0 || arm >= trial.Arms.Count;

    /// <summary>One trial ready to be played, with the p-values it has met so far.</summary>
    private sealed class Play
    {
        private readonly SimulatedTrial trial;
        private readonly BinomialDraws[] joins;
        private readonly BinomialDraws[] treated;
        private readonly BinomialDraws[] untreated;
        private readonly BinomialDraws[] stays;
        private readonly double[]?[] known;

        public Play(SimulatedTrial trial)
        {
            this.trial = trial;
            joins = [.. trial.Arms.Select(arm => new BinomialDraws(arm.TakeUp, arm.Drawn))];
            treated = [.. trial.Arms.Select(arm => new BinomialDraws(arm.Treated, arm.Drawn))];
            untreated = [.. trial.Arms.Select(arm => new BinomialDraws(arm.Untreated, arm.Drawn))];
            stays = [.. trial.Arms.Select(arm => new BinomialDraws(1 - arm.DropOut, arm.Drawn))];
            known = new double[trial.Tests.Count * trial.Comparisons.Count][];
            var shared = new Dictionary<(TwoArmTest, int, int), double[]>();
            for (var i = 0; i < known.Length; i++)
            {
                var (first, second) = trial.Comparisons[i % trial.Comparisons.Count];
                var (n1, n2) = (trial.Arms[first], trial.Arms[second]);
                var cells = (n1.Drawn + 1L) * (n2.Drawn + 1L);
                // p-values are remembered where the sizes do not change from trial to trial
                if (cells <= MostCells && (trial.MissingIsFailure || n1.DropOut + n2.DropOut <= 0))
                {
                    var key = (trial.Tests[i / trial.Comparisons.Count], n1.Drawn, n2.Drawn);
                    if (!shared.TryGetValue(key, out known[i]))
                    {
                        known[i] = shared[key] = new double[cells];
                    }
                }
            }
        }

        public int[] Run(Xoshiro256 random, int replicates)
        {
            var comparisons = trial.Comparisons.Count;
            var found = new int[trial.Tests.Count * (comparisons + 1)];
            var arms = new (int Events, int Size)[trial.Arms.Count];
            var p = new double[comparisons];
            for (var replicate = 0; replicate < replicates; replicate++)
            {
                for (var arm = 0; arm < arms.Length; arm++)
                {
                    arms[arm] = Outcome(random, arm);
                }

                for (var test = 0; test < trial.Tests.Count; test++)
                {
                    for (var c = 0; c < comparisons; c++)
                    {
                        p[c] = P(test, c, arms);
                    }

                    Count(found.AsSpan(test * (comparisons + 1), comparisons + 1), p);
                }
            }

            return found;
        }

        private void Count(Span<int> found, double[] p)
        {
            var raised =
                trial.Correction == Correction.None || p.Length == 1
                    ? p
                    : AdjustedP.Of(p, trial.Correction).OrThrow().Values;
            var any = 0;
            for (var c = 0; c < p.Length; c++)
            {
                if (raised[c] <= trial.Alpha)
                {
                    found[c]++;
                    any = 1;
                }
            }

            found[p.Length] += any;
        }

        private (int Events, int Size) Outcome(Xoshiro256 random, int index)
        {
            var arm = trial.Arms[index];
            var take = joins[index].Draw(random, arm.Drawn);
            take = Math.Min(take, arm.Places ?? take);
            var events = treated[index].Draw(random, take) + untreated[index].Draw(random, arm.Drawn - take);
            if (arm.DropOut <= 0)
            {
                return (events, arm.Drawn);
            }

            var seen = stays[index].Draw(random, events);
            return trial.MissingIsFailure
                ? (seen, arm.Drawn)
                : (seen, seen + stays[index].Draw(random, arm.Drawn - events));
        }

        private double P(int test, int comparison, (int Events, int Size)[] arms)
        {
            var (first, second) = trial.Comparisons[comparison];
            var ((x1, n1), (x2, n2)) = (arms[first], arms[second]);
            if (known[test * trial.Comparisons.Count + comparison] is not { } table)
            {
                return TwoArmP.Of(trial.Tests[test], x1, n1, x2, n2);
            }

            // 0 is "not met yet": a p-value is never 0
            ref var p = ref table[x1 * (n2 + 1) + x2];
            if (p <= 0)
            {
                p = TwoArmP.Of(trial.Tests[test], x1, n1, x2, n2);
            }

            return p;
        }
    }
}
