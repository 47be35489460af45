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
        var play = new PlayedTrial(trial);
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
}
