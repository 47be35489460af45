// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Randomisation;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Power;

/// <summary>Power of any test under any declared draw: blocks, clusters, a sample first, a lottery for places. The lots are drawn as declared, the caller says what then happens to people and how it is tested.</summary>
public static class DesignSimulation
{
    /// <summary>Writes the outcome of every unit, given the arms; random numbers come from the stream.</summary>
    public delegate void Outcomes(Xoshiro256 random, ReadOnlySpan<int> arms, Span<double> outcomes);

    /// <summary>The p-value of the test, or NaN when it has none (counted apart, never as found).</summary>
    public delegate double Test(ReadOnlySpan<double> outcomes, ReadOnlySpan<int> arms);

    /// <summary>The part of the replicates in which the test finds something at this level. Both delegates are called from several threads; the same seed gives the same answer on any number of them.</summary>
    public static Answer<DesignPower> Run(
        Declaration declaration,
        Outcomes outcomes,
        Test test,
        double alpha,
        int replicates,
        ulong seed
    )
    {
        if (!Confidence.IsLevel(alpha))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        if (Reading.Of(declaration) is not { } lots)
        {
            return Obstacle.DesignDoesNotFit;
        }

        if (replicates < 1)
        {
            return Obstacle.TooFewUnits;
        }

        var p = new double[replicates];
        Parallel.For(
            0,
            replicates,
            () => lots.Copy(),
            (replicate, _, own) =>
            {
                var random = Xoshiro256.Stream(seed, (ulong)replicate);
                var arms = new int[own.Units];
                var values = new double[own.Units];
                own.Redraw(random, arms);
                outcomes(random, arms, values);
                p[replicate] = test(values, arms);
                return own;
            },
            _ => { }
        );
        var without = p.Count(double.IsNaN);
        var power = (double)p.Count(value => value <= alpha) / replicates;
        return new DesignPower(power, Math.Sqrt(power * (1 - power) / replicates), replicates, without);
    }
}

/// <summary>How often a test found something in replicates of a design, with the error of only so many replicates, and how often the test had no answer.</summary>
public sealed record DesignPower(double Power, double MonteCarloError, int Replicates, int WithoutAnswer);
