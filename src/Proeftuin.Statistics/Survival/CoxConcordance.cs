// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>How well a risk orders the events: of the pairs of which it is known who had the event first, the share in which that one had the higher risk (equal risks count half).</summary>
public sealed record Concordance
{
    /// <summary>Between 0 and 1, a half for a coin; with the infinitesimal jackknife error. R: concordance, se(C).</summary>
    public required Estimate Share { get; init; }

    /// <summary>Weighted number of pairs in the right order.</summary>
    public required double Concordant { get; init; }

    public required double Discordant { get; init; }

    /// <summary>Pairs with equal risk. R: tied.x.</summary>
    public required double TiedRisk { get; init; }
}

/// <summary>Counts pairs with a tree over the ranks of the risk: n log n. Reference: Therneau, Watson (2015), The concordance statistic and the Cox model, Mayo technical report 85.</summary>
internal static class CoxConcordance
{
    private static readonly Method Harrell = new(
        "Harrell's concordance with the infinitesimal jackknife",
        "Harrell and others (1982), JAMA 247:2543-2546"
    );

    public static Answer<Concordance> Of(CoxFit fit)
    {
        var (rows, options) = (fit.Model.Rows, fit.Model.Options);
        var risk = new CoxRisk(rows);
        risk.At(fit.Model.Beta);
        var pairs = new Pairs(rows, Ranks(risk.Linear, out var ranks), ranks);
        var (right, wrong, tied) = (pairs.Right.Weighted, pairs.Wrong.Weighted, pairs.Tied.Weighted);
        // every pair is counted at both of its rows
        var all = (right + wrong + tied) / 2;
        if (!(all > 0))
        {
            return Obstacle.NoVariation;
        }

        var somers = (right - wrong) / 2 / all;
        var clusters = options.Clusters is null ? Groups.OfRows(rows.Count) : Groups.Of(options.Clusters);
        var influence = new double[clusters.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var (a, b, c) = (pairs.Right.PerRow[i], pairs.Wrong.PerRow[i], pairs.Tied.PerRow[i]);
            influence[clusters.Codes[rows.Order[i]]] += rows.WeightAt(i) * (a - b - (a + b + c) * somers) / all / 2;
        }

        double variance = 0;
        foreach (var one in influence)
        {
            variance += one * one;
        }

        var (share, error) = ((somers + 1) / 2, Math.Sqrt(variance));
        var half = Confidence.CriticalValue(options.Level) * error;
        return new Concordance
        {
            Share = new Estimate
            {
                Value = share,
                StandardError = error,
                Interval = new Interval(share - half, share + half, options.Level),
                N = rows.Count,
                Method = Harrell,
                Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
                Warnings = share - half < 0 || share + half > 1 ? [Warning.IntervalOutsideRange] : [],
            },
            Concordant = right / 2,
            Discordant = wrong / 2,
            TiedRisk = tied / 2,
        };
    }

    private static int[] Ranks(double[] values, out int count)
    {
        var order = StableOrder.Of(values);
        var ranks = new int[values.Length];
        count = 0;
        for (var i = 0; i < order.Length; i++)
        {
            if (i > 0 && values[order[i]] > values[order[i - 1]])
            {
                count++;
            }

            ranks[order[i]] = count;
        }

        count++;
        return ranks;
    }

    /// <summary>Weights of the partners of each row, and their total.</summary>
    private sealed class Tally(CoxRows rows)
    {
        public double[] PerRow { get; } = new double[rows.Count];

        public double Weighted
        {
            get
            {
                double sum = 0;
                for (var i = 0; i < PerRow.Length; i++)
                {
                    sum += rows.WeightAt(i) * PerRow[i];
                }

                return sum;
            }
        }
    }

    private sealed class Pairs
    {
        private readonly CoxRows rows;
        private readonly int[] rank;
        private readonly int[][] entering;

        public Pairs(CoxRows rows, int[] rank, int ranks)
        {
            (this.rows, this.rank) = (rows, rank);
            (Right, Wrong, Tied) = (new Tally(rows), new Tally(rows), new Tally(rows));
            entering = rows.First is null ? [] : RowInfluence.ByTime(rows.First, rows.Groups);
            for (var g = 0; g < rows.Groups; g = rows.StratumEnd(g))
            {
                WhoLastedLonger(g, rows.StratumEnd(g), new RankTree(ranks));
                WhoLeftBefore(g, rows.StratumEnd(g), new RankTree(ranks));
            }
        }

        public Tally Right { get; }

        public Tally Wrong { get; }

        public Tally Tied { get; }

        // for each event: those at risk then who lasted longer
        private void WhoLastedLonger(int from, int to, RankTree tree)
        {
            for (var g = to - 1; g >= from; g--)
            {
                foreach (var late in g + 1 < to && entering.Length > 0 ? entering[g + 1] : [])
                {
                    tree.Add(rank[late], -rows.WeightAt(late));
                }

                Add(tree, rows.DeadEnd[g], rows.GroupStart[g + 1]);
                for (var i = rows.GroupStart[g]; i < rows.DeadEnd[g]; i++)
                {
                    Count(tree, i, 1, higherIsRight: false);
                }

                Add(tree, rows.GroupStart[g], rows.DeadEnd[g]);
            }
        }

        // for each row: the events while it was at risk, before its own end
        private void WhoLeftBefore(int from, int to, RankTree tree)
        {
            for (var g = from; g < to; g++)
            {
                foreach (var late in entering.Length > 0 ? entering[g] : [])
                {
                    Count(tree, late, -1, higherIsRight: true);
                }

                for (var i = rows.GroupStart[g]; i < rows.DeadEnd[g]; i++)
                {
                    Count(tree, i, 1, higherIsRight: true);
                }

                Add(tree, rows.GroupStart[g], rows.DeadEnd[g]);
                for (var i = rows.DeadEnd[g]; i < rows.GroupStart[g + 1]; i++)
                {
                    Count(tree, i, 1, higherIsRight: true);
                }
            }
        }

        private void Add(RankTree tree, int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                tree.Add(rank[i], rows.WeightAt(i));
            }
        }

        private void Count(RankTree tree, int row, int sign, bool higherIsRight)
        {
            var below = tree.Below(rank[row]);
            var same = tree.Below(rank[row] + 1) - below;
            var above = tree.Total - below - same;
            Right.PerRow[row] += sign * (higherIsRight ? above : below);
            Wrong.PerRow[row] += sign * (higherIsRight ? below : above);
            Tied.PerRow[row] += sign * same;
        }
    }

    /// <summary>Running sums over ranks that can be changed one at a time. Reference: Fenwick (1994), Software 24:327-336.</summary>
    private sealed class RankTree(int ranks)
    {
        private readonly double[] sums = new double[ranks + 1];

        public double Total { get; private set; }

        public void Add(int rank, double weight)
        {
            Total += weight;
            for (var i = rank + 1; i < sums.Length; i += i & -i)
            {
                sums[i] += weight;
            }
        }

        /// <summary>The weight of lower ranks.</summary>
        public double Below(int rank)
        {
            double sum = 0;
            for (var i = rank; i > 0; i -= i & -i)
            {
                sum += sums[i];
            }

            return sum;
        }
    }
}
