// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>The discrete log partial likelihood: at each time, the probability of this set of events among all sets of the same size. The sum over sets is the chance that a row of independent coins shows d heads, whose recursion never leaves 0 to 1; score and information follow the same recursion. Reference: Gail, Lubin, Rubinstein (1981), Biometrika 68:703-707.</summary>
internal static class CoxExact
{
    /// <summary>Beyond this many steps the exact rule is refused.</summary>
    private const double MostSteps = 2e10;

    public static bool IsAffordable(CoxRows rows)
    {
        double steps = 0;
        for (var g = 0; g < rows.Groups; g++)
        {
            var atRisk = rows.GroupStart[rows.StratumEnd(g)] - rows.GroupStart[g];
            steps += (double)rows.DeadCount(g) * atRisk * (1 + rows.Columns) * (1 + rows.Columns) / 2;
        }

        return steps < MostSteps;
    }

    public static CoxPoint At(CoxRows rows, double[] beta)
    {
        var linear = new double[rows.Count];
        for (var i = 0; i < linear.Length; i++)
        {
            linear[i] = rows.Offset?[i] ?? 0;
            for (var j = 0; j < beta.Length; j++)
            {
                linear[i] += beta[j] * rows.X[j][i];
            }
        }

        var point = new CoxPoint(0, new double[beta.Length], new Matrix(beta.Length, beta.Length));
        for (var g = 0; g < rows.Groups; g++)
        {
            if (rows.DeadCount(g) > 0)
            {
                point = Add(rows, g, linear, point);
            }
        }

        return point;
    }

    private static CoxPoint Add(CoxRows rows, int group, double[] linear, CoxPoint point)
    {
        var atRisk = AtRisk(rows, group);
        var deaths = rows.DeadCount(group);
        if (deaths == atRisk.Count)
        {
            return point;
        }

        var coins = new Coins(rows, atRisk, linear, deaths);
        var (events, eventX) = (0.0, new double[rows.Columns]);
        for (var i = rows.GroupStart[group]; i < rows.DeadEnd[group]; i++)
        {
            events += linear[i];
            for (var j = 0; j < eventX.Length; j++)
            {
                eventX[j] += rows.X[j][i];
            }
        }

        Vectors.Add(point.Score, 1, eventX);
        Vectors.Add(point.Score, -1, coins.Mean);
        for (var j = 0; j < eventX.Length; j++)
        {
            for (var k = 0; k < eventX.Length; k++)
            {
                point.Information[j, k] += coins.Square[j, k] - coins.Mean[j] * coins.Mean[k];
            }
        }

        return point with
        {
            LogLikelihood = point.LogLikelihood + events - coins.LogSum,
        };
    }

    private static List<int> AtRisk(CoxRows rows, int group)
    {
        var atRisk = new List<int>();
        for (var i = rows.GroupStart[group]; i < rows.GroupStart[rows.StratumEnd(group)]; i++)
        {
            if (rows.First is null || rows.First[i] <= group)
            {
                atRisk.Add(i);
            }
        }

        return atRisk;
    }

    private sealed class Coins
    {
        private readonly int columns;
        private readonly double[] chance;
        private readonly double[] sums;
        private readonly double[] squares;

        public Coins(CoxRows rows, List<int> atRisk, double[] linear, int deaths)
        {
            columns = rows.Columns;
            chance = new double[deaths + 1];
            sums = new double[(deaths + 1) * columns];
            squares = new double[(deaths + 1) * columns * columns];
            chance[0] = 1;
            var shift = Balance(atRisk, linear, deaths);
            double logs = 0;
            var x = new double[columns];
            for (var i = 0; i < atRisk.Count; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    x[j] = rows.X[j][atRisk[i]];
                }

                var odds = Math.Exp(linear[atRisk[i]] + shift);
                logs += double.LogP1(odds);
                for (var k = Math.Min(i + 1, deaths); k >= 0; k--)
                {
                    Toss(k, odds / (1 + odds), 1 / (1 + odds), x);
                }
            }

            LogSum = Math.Log(chance[deaths]) + logs - deaths * shift;
            Mean = [.. sums[(deaths * columns)..].Select(s => s / chance[deaths])];
            Square = new Matrix(columns, columns);
            for (var j = 0; j < columns; j++)
            {
                for (var l = 0; l < columns; l++)
                {
                    Square[j, l] = squares[(deaths * columns + j) * columns + l] / chance[deaths];
                }
            }
        }

        /// <summary>ln of the sum over sets of the product of risks.</summary>
        public double LogSum { get; }

        /// <summary>Expected sum of covariates over the set, and of its square.</summary>
        public double[] Mean { get; }

        public Matrix Square { get; }

        private void Toss(int k, double heads, double tails, double[] x)
        {
            var fewer = k - 1;
            for (var j = 0; j < columns; j++)
            {
                var to = (k * columns + j) * columns;
                var from = (fewer * columns + j) * columns;
                for (var l = 0; l < columns; l++)
                {
                    squares[to + l] *= tails;
                    if (k > 0)
                    {
                        squares[to + l] +=
                            heads
                            * (
                                squares[from + l]
                                + x[j] * sums[fewer * columns + l]
                                + sums[fewer * columns + j] * x[l]
                                + x[j] * x[l] * chance[fewer]
                            );
                    }
                }
            }

            for (var j = 0; j < columns; j++)
            {
                sums[k * columns + j] *= tails;
                sums[k * columns + j] += k > 0 ? heads * (sums[fewer * columns + j] + x[j] * chance[fewer]) : 0;
            }

            chance[k] = tails * chance[k] + (k > 0 ? heads * chance[fewer] : 0);
        }

        // the shift of all log odds that makes the expected number of heads equal to the number of events
        private static double Balance(List<int> atRisk, double[] linear, int deaths)
        {
            var highest = atRisk.Max(i => linear[i]);
            var lowest = atRisk.Min(i => linear[i]);
            var even = Math.Log((double)deaths / (atRisk.Count - deaths));
            return Roots.Between(
                even - highest,
                even - lowest,
                shift => atRisk.Sum(i => 1 / (1 + Math.Exp(-linear[i] - shift))) - deaths
            );
        }
    }
}

/// <summary>The log partial likelihood at some coefficients, with score and information.</summary>
internal readonly record struct CoxPoint(double LogLikelihood, double[] Score, Matrix Information);
