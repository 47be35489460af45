// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Proportions;
using Proeftuin.Statistics.Randomness;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Benchmarks;

/// <summary>Regression and exact tests at the size of a national programme. Issue 4 sets no goal for these and R is not on this machine, so no peer is run here.</summary>
internal static class RegressionBench
{
    private const int Covariates = 8;

    public static async Task Measure(Bench bench)
    {
        await bench.Measure(
            "statistics: least squares, 1,000,000 rows x 8 covariates, HC2",
            null,
            () => Data(1_000_000),
            data => Ols.Fit(data.Design, data.Outcome).OrThrow()
        );
        await bench.Measure(
            "statistics: least squares, 100,000 rows in 1,000 clusters, CR2",
            null,
            () => Data(100_000),
            data => Ols.Fit(data.Design, data.Outcome, new() { Clusters = data.Cluster }).OrThrow().Coefficients()
        );
        await bench.Measure(
            "statistics: logistic regression, 100,000 rows x 8 covariates",
            null,
            () => Data(100_000),
            data => Logistic.Fit(data.Design, [.. data.Outcome.Select(y => y > 0 ? 1.0 : 0)]).OrThrow()
        );
        await bench.Measure(
            "statistics: Barnard and Boschloo, 100 against 100",
            null,
            () => (First: new Proportion(26, 98), Second: new Proportion(15, 91)),
            pair =>
            {
                UnconditionalTests.Barnard(pair.First, pair.Second, Statistics.Alternative.TwoSided).OrThrow();
                UnconditionalTests.Boschloo(pair.First, pair.Second, Statistics.Alternative.TwoSided).OrThrow();
            }
        );
    }

    private static (DesignMatrix Design, double[] Outcome, int[] Cluster) Data(int rows)
    {
        var random = Xoshiro256.Stream(1, 0);
        var design = DesignMatrix.WithIntercept(rows);
        var outcome = new double[rows];
        for (var j = 0; j < Covariates; j++)
        {
            var column = new double[rows];
            for (var i = 0; i < rows; i++)
            {
                column[i] = random.Uniform() - 0.5;
                outcome[i] += column[i] / (j + 1);
            }

            design = design.With($"x{j}", column);
        }

        for (var i = 0; i < rows; i++)
        {
            outcome[i] += 2 * (random.Uniform() - 0.5);
        }

        return (design, outcome, [.. Enumerable.Range(0, rows).Select(i => i / 100)]);
    }
}
