// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>Outcomes of two groups, whole or one block of them.</summary>
internal sealed class MeansTrial
{
    private readonly double[] outcome;
    private readonly bool[] treated;
    private readonly MeansOptions options;
    private readonly int[][]? clusters;

    public MeansTrial(double[] outcome, bool[] treated, MeansOptions options)
    {
        (this.outcome, this.treated, this.options) = (outcome, treated, options);
        clusters = options.Clusters is null ? null : RowClusters.Of(options.Clusters);
    }

    public bool Clustered => clusters is not null;

    /// <summary>Units that were drawn: people, or clusters.</summary>
    public int Size => clusters?.Length ?? outcome.Length;

    public MeansDesign UnblockedDesign =>
        Clustered ? MeansDesign.Clustered
        : options.Weights is not null ? MeansDesign.Weighted
        : MeansDesign.Standard;

    public MeansDesign BlockedDesign => Clustered ? MeansDesign.BlockClustered : MeansDesign.Blocked;

    public MeansDesign PairedDesign => Clustered ? MeansDesign.MatchedPairClustered : MeansDesign.MatchedPair;

    public Obstacle? Obstacle()
    {
        if (!Confidence.IsLevel(options.Level))
        {
            return Statistics.Obstacle.LevelOutsideZeroToOne;
        }

        if (!Vectors.AllFinite(outcome) || (options.Weights?.Any(w => !double.IsFinite(w)) ?? false))
        {
            return Statistics.Obstacle.NotFinite;
        }

        if (options.Weights?.Any(w => w <= 0) ?? false)
        {
            return Statistics.Obstacle.NonPositiveWeight;
        }

        if (Array.TrueForAll(treated, t => t) || Array.TrueForAll(treated, t => !t))
        {
            return Statistics.Obstacle.EmptyGroup;
        }

        return clusters is not null && Array.Exists(clusters, rows => Mixed(rows, i => treated[i]))
            ? Statistics.Obstacle.ClusterInTwoGroups
            : null;
    }

    public bool SpansBlocks(int[][] blocks)
    {
        var block = new int[outcome.Length];
        for (var b = 0; b < blocks.Length; b++)
        {
            foreach (var i in blocks[b])
            {
                block[i] = b;
            }
        }

        return clusters is not null && Array.Exists(clusters, rows => Mixed(rows, i => block[i]));
    }

    public MeansTrial Of(int[] rows) =>
        new(
            Array.ConvertAll(rows, i => outcome[i]),
            Array.ConvertAll(rows, i => treated[i]),
            options with
            {
                Blocks = null,
                Clusters = options.Clusters is null ? null : Array.ConvertAll(rows, i => options.Clusters[i]),
                Weights = options.Weights is null ? null : Array.ConvertAll(rows, i => options.Weights[i]),
            }
        );

    /// <summary>The difference with the errors of its design, without blocks.</summary>
    public Answer<Coefficient> Whole()
    {
        var (inGroup, others) = Units();
        if (inGroup < 2 || others < 2)
        {
            return inGroup * others == 0 ? Statistics.Obstacle.EmptyGroup : Statistics.Obstacle.TooFewUnits;
        }

        return Clustered || options.Weights is not null ? Fitted() : Welch();
    }

    /// <summary>Blocks of two: the spread of the pair differences is the error.</summary>
    public static Answer<Coefficient> Pairs(MeansTrial all, MeansTrial[] pairs)
    {
        if (all.options.Weights is not null)
        {
            return Statistics.Obstacle.WeightsNotSupported;
        }

        if (pairs.Length < 2)
        {
            return Statistics.Obstacle.TooFewUnits;
        }

        if (Array.Exists(pairs, p => p.Units() is not (1, 1)))
        {
            return Statistics.Obstacle.BlockWithoutBothGroups;
        }

        double n = all.outcome.Length;
        var differences = Array.ConvertAll(pairs, p => p.Mean(true) - p.Mean(false));
        var sizes = Array.ConvertAll(pairs, p => (double)p.outcome.Length);
        var difference = Vectors.Dot(differences, sizes) / n;
        double squares = 0;
        for (var i = 0; i < pairs.Length; i++)
        {
            squares += Math.Pow(sizes[i] * differences[i] - n * difference / pairs.Length, 2);
        }

        return Judged(difference, Math.Sqrt(pairs.Length / (pairs.Length - 1.0) * squares) / n, pairs.Length - 1, all);
    }

    /// <summary>Larger blocks: differences and squared errors weighted by the size of the block.</summary>
    public static Answer<Coefficient> Blocks(MeansTrial all, MeansTrial[] blocks)
    {
        double difference = 0;
        double variance = 0;
        foreach (var block in blocks)
        {
            if (block.Units() is not (>= 2, >= 2))
            {
                return Statistics.Obstacle.BlockWithoutBothGroups;
            }

            var share = (double)block.outcome.Length / all.outcome.Length;
            var part = block.Whole();
            if (
                part is Answer<Coefficient>.NotEstimable
                {
                    Why: Statistics.Obstacle.NoVariation or Statistics.Obstacle.PerfectFit
                }
            )
            {
                // a block in which nobody differs tells its difference without error
                difference += share * (block.Mean(true) - block.Mean(false));
                continue;
            }

            if (part is not Answer<Coefficient>.Estimated { Value: var found })
            {
                return part;
            }

            difference += share * found.Value;
            variance += Math.Pow(share * found.StandardError, 2);
        }

        return Judged(difference, Math.Sqrt(variance), all.Size - 2 * blocks.Length, all);
    }

    public Method MethodOf(MeansDesign design) =>
        design switch
        {
            MeansDesign.Standard => new("difference in means, Welch", "Welch (1947), Biometrika 34:28-35"),
            MeansDesign.Weighted => Methods.Of(ErrorType.HC2),
            MeansDesign.Clustered => Methods.Of(ErrorType.CR2),
            MeansDesign.Blocked or MeansDesign.BlockClustered => new(
                "difference in means by block",
                "Gerber, Green (2012), Field Experiments, p. 73-74"
            ),
            MeansDesign.MatchedPair => new(
                "difference in means by pair",
                "Gerber, Green (2012), Field Experiments, p. 77"
            ),
            MeansDesign.MatchedPairClustered => new(
                "difference in means by pair of clusters",
                "Imai, King, Nall (2009), Statistical Science 24:29-53"
            ),
        };

    private Answer<Coefficient> Welch()
    {
        var (first, second) = (Spread(true), Spread(false));
        var variance = first.Variance / first.N + second.Variance / second.N;
        var degreesOfFreedom =
            variance
            * variance
            / (
                Math.Pow(first.Variance / first.N, 2) / (first.N - 1)
                + Math.Pow(second.Variance / second.N, 2) / (second.N - 1)
            );
        return Judged(first.Mean - second.Mean, Math.Sqrt(variance), degreesOfFreedom, this);
    }

    private Answer<Coefficient> Fitted() =>
        Ols.Fit(
                DesignMatrix.WithIntercept(outcome.Length).With("treated", Array.ConvertAll(treated, t => t ? 1.0 : 0)),
                outcome,
                new()
                {
                    Weights = options.Weights,
                    Clusters = options.Clusters,
                    Level = options.Level,
                }
            )
            .Then(fit => fit["treated"]);

    private static Answer<Coefficient> Judged(double value, double error, double degreesOfFreedom, MeansTrial all)
    {
        // means of equal numbers may differ from them in the last digit
        var size = Array.ConvertAll(all.outcome, Math.Abs).Max();
        return error <= 1e-13 * size || size <= 0 ? Statistics.Obstacle.NoVariation
            : degreesOfFreedom < 1e-9 ? Statistics.Obstacle.TooFewUnits
            : DifferenceInMeans.Judged(value, error, degreesOfFreedom, all.options.Level);
    }

    private (int Treated, int Others) Units()
    {
        var inGroup = clusters is null ? treated.Count(t => t) : clusters.Count(rows => treated[rows[0]]);
        return (inGroup, Size - inGroup);
    }

    private double Mean(bool group)
    {
        double sum = 0;
        double weights = 0;
        for (var i = 0; i < outcome.Length; i++)
        {
            if (treated[i] == group)
            {
                var weight = options.Weights?[i] ?? 1;
                sum += weight * outcome[i];
                weights += weight;
            }
        }

        return sum / weights;
    }

    private (double N, double Mean, double Variance) Spread(bool group)
    {
        double n = 0;
        double sum = 0;
        for (var i = 0; i < outcome.Length; i++)
        {
            if (treated[i] == group)
            {
                n++;
                sum += outcome[i];
            }
        }

        double squares = 0;
        for (var i = 0; i < outcome.Length; i++)
        {
            if (treated[i] == group)
            {
                squares += (outcome[i] - sum / n) * (outcome[i] - sum / n);
            }
        }

        return (n, sum / n, squares / (n - 1));
    }

    private static bool Mixed<T>(int[] rows, Func<int, T> of) =>
        Array.Exists(rows, i => !EqualityComparer<T>.Default.Equals(of(i), of(rows[0])));
}
