// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>The design under which a difference in means was judged; names as in estimatr.</summary>
public enum MeansDesign
{
    /// <summary>Units drawn one by one: Welch's t (Neyman's variance).</summary>
    Standard,

    /// <summary>Weights: least squares with HC2 errors.</summary>
    Weighted,

    /// <summary>Whole clusters drawn: CR2 errors.</summary>
    Clustered,

    /// <summary>Drawn within blocks: differences per block, weighted by size.</summary>
    Blocked,

    /// <summary>Whole clusters drawn within blocks.</summary>
    BlockClustered,

    /// <summary>Blocks of two units.</summary>
    MatchedPair,

    /// <summary>Blocks of two clusters.</summary>
    MatchedPairClustered,
}

/// <summary>A difference in means with the design it was judged by.</summary>
public sealed record MeansDifference
{
    public required Coefficient Coefficient { get; init; }

    public required MeansDesign Design { get; init; }

    public required long N { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];
}

/// <summary>How the lots were drawn.</summary>
public sealed record MeansOptions
{
    /// <summary>The block of each row; null when there are none.</summary>
    public IReadOnlyList<int>? Blocks { get; init; }

    /// <summary>The cluster of each row; null when units were drawn one by one.</summary>
    public IReadOnlyList<int>? Clusters { get; init; }

    /// <summary>One positive weight per row; null for equal weights.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    public double Level { get; init; } = 0.95;
}

/// <summary>The mean of the treated minus the mean of the others, judged by the design that was drawn; R's difference_in_means (estimatr). Reference: Gerber, Green (2012), Field Experiments, pp. 73-77; Imai, King, Nall (2009), Statistical Science 24:29-53. Witness: reference 04.</summary>
public static class DifferenceInMeans
{
    private const string Term = "treated";

    /// <summary>Named reasons: an empty group, fewer than two units (or clusters) of a group in a block, pairs among larger blocks, a cluster in two groups or blocks, no variation, weights that are not positive, weights with pairs.</summary>
    public static Answer<MeansDifference> Of(
        IReadOnlyList<double> outcome,
        IReadOnlyList<bool> treated,
        MeansOptions? options = null
    )
    {
        options ??= new();
        Vectors.SameLength(outcome.Count, treated.Count);
        Vectors.SameLength(outcome.Count, options.Blocks?.Count ?? outcome.Count);
        Vectors.SameLength(outcome.Count, options.Clusters?.Count ?? outcome.Count);
        Vectors.SameLength(outcome.Count, options.Weights?.Count ?? outcome.Count);
        var trial = new MeansTrial([.. outcome], [.. treated], options);
        return trial.Obstacle() is { } why ? why
            : options.Blocks is null ? trial.Whole().Then(c => Result(trial.UnblockedDesign, c))
            : Blocked(trial, options);

        Answer<MeansDifference> Result(MeansDesign design, Coefficient coefficient) =>
            new MeansDifference
            {
                Coefficient = coefficient,
                Design = design,
                N = outcome.Count,
                Method = trial.MethodOf(design),
                Assumptions = [trial.Clustered ? Assumption.IndependentClusters : Assumption.IndependentUnits],
            };

        Answer<MeansDifference> Blocked(MeansTrial all, MeansOptions choice)
        {
            var blocks = RowClusters.Of(choice.Blocks!);
            var parts = Array.ConvertAll(blocks, all.Of);
            if (all.SpansBlocks(blocks))
            {
                return Obstacle.ClusterInTwoGroups;
            }

            var pairs = parts.Count(p => p.Size == 2);
            return pairs == parts.Length ? MeansTrial.Pairs(all, parts).Then(c => Result(all.PairedDesign, c))
                : pairs > 0 ? Obstacle.PairsAmongBlocks
                : MeansTrial.Blocks(all, parts).Then(c => Result(all.BlockedDesign, c));
        }
    }

    internal static Coefficient Judged(double value, double error, double degreesOfFreedom, double level) =>
        Coefficient.Of(Term, value, error, degreesOfFreedom, level);
}
