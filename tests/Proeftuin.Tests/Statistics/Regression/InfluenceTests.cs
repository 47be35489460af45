// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Regression;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Regression;

/// <summary>Robust errors without small-sample corrections are what each row or cluster moves the estimate: weight times slope, squared and added up, here with slopes taken numerically.</summary>
public sealed class InfluenceTests
{
    private const double Step = 1e-5;

    private static readonly double[] X = [3, 1, 4, 1.5, 5, 9, 2, 6, 5.5, 3.5, 8, 7, 2.5, 4.5];
    private static readonly double[] Other = [0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1];
    private static readonly double[] Y = [2, 7, 1, 8, 2.5, 8, 1, 8.2, 8, 4, 5.9, 0.4, 5, 2];
    private static readonly double[] Weights = [1, 2, 0.5, 1.5, 1, 1, 2, 1, 0.7, 1, 1.2, 1, 3, 1];
    private static readonly int[] Clusters = [0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 5];
    private static readonly double[] Yes = [.. Y.Select(y => y > 4 ? 1.0 : 0)];

    private static readonly DesignMatrix Design = DesignMatrix.WithIntercept(14).With("x", X).With("o", Other);

    [Theory]
    [InlineData(ErrorType.HC0, false)]
    [InlineData(ErrorType.HC0, true)]
    [InlineData(ErrorType.CR0, false)]
    [InlineData(ErrorType.CR0, true)]
    public void Of_a_linear_regression(ErrorType errors, bool weighted)
    {
        var clusters = errors is ErrorType.CR0 ? Clusters : null;
        IReadOnlyList<Answer<Coefficient>> Fit(double[] weights) =>
            Ols.Fit(
                    Design,
                    Y,
                    new OlsOptions
                    {
                        Errors = errors,
                        Weights = weights,
                        Clusters = clusters,
                    }
                )
                .OrThrow()
                .Coefficients();
        Same(Fit, weighted ? Weights : [.. Y.Select(_ => 1.0)], clusters);
    }

    [Theory]
    [InlineData(ErrorType.HC0, false)]
    [InlineData(ErrorType.CR0, false)]
    [InlineData(ErrorType.HC0, true)]
    [InlineData(ErrorType.CR0, true)]
    public void Of_a_logistic_regression(ErrorType errors, bool weighted)
    {
        var clusters = errors is ErrorType.CR0 ? Clusters : null;
        IReadOnlyList<Answer<Coefficient>> Fit(double[] weights) =>
            Logistic
                .Fit(
                    Design,
                    Yes,
                    new LogisticOptions
                    {
                        Errors = errors,
                        Weights = weights,
                        Clusters = clusters,
                    }
                )
                .OrThrow()
                .Coefficients();
        Same(Fit, weighted ? Weights : [.. Y.Select(_ => 1.0)], clusters);
    }

    [Fact]
    public void Lengths_must_agree_and_one_pair_among_larger_blocks_is_named()
    {
        bool[] half = [true, false, true, false, true, false];
        double[] y = [3, 1, 4, 1, 5, 9];
        Should.Throw<ArgumentException>(() => DifferenceInMeans.Of(y, half, new() { Blocks = [1, 1] }));
        Should.Throw<ArgumentException>(() => DifferenceInMeans.Of(y, half, new() { Clusters = [1, 1] }));
        Should.Throw<ArgumentException>(() => DifferenceInMeans.Of(y, half, new() { Weights = [1, 1] }));
        Should.Throw<ArgumentException>(() => DifferenceInMeans.Of(y, [true, false]));
        DifferenceInMeans
            .Of(y, half, new() { Blocks = [1, 1, 2, 2, 2, 2] })
            .Match(_ => default(Obstacle?), why => why)
            .ShouldBe(Obstacle.PairsAmongBlocks);
        // 5 and 5 against 2 and 2 without any doubt, and 5, 2 against 9, 6 (−4, variance 4.5)
        var sure = DifferenceInMeans
            .Of(
                [5, 2, 5, 2, 5, 9, 2, 6],
                [true, false, true, false, true, false, true, false],
                new() { Blocks = [1, 1, 1, 1, 2, 2, 2, 2] }
            )
            .OrThrow()
            .Coefficient;
        sure.Value.ShouldBe((3 - 4) / 2.0, 1e-14);
        sure.StandardError.ShouldBe(Math.Sqrt((4.5 + 4.5) / 2 / 4), 1e-14);
        // in other units the same difference, and the same doubt
        var plain = DifferenceInMeans.Of(y, half).OrThrow().Coefficient;
        foreach (var unit in (double[])[1e-9, 1e9])
        {
            var other = DifferenceInMeans.Of([.. y.Select(v => v * unit)], half).OrThrow().Coefficient;
            other.Value.ShouldBe(plain.Value * unit, 1e-9 * unit);
            other.P.ShouldBe(plain.P, 1e-9);
        }
    }

    [Theory]
    [InlineData(1e150)]
    [InlineData(1e-150)]
    public void Numbers_whose_squares_cannot_be_written_down_are_only_another_unit(double unit)
    {
        var plain = Ols.Fit(Design, Y).OrThrow()["x"].OrThrow();
        var design = DesignMatrix.WithIntercept(14).With("x", [.. X.Select(x => x * unit)]).With("o", Other);
        var scaled = Ols.Fit(design, Y).OrThrow()["x"].OrThrow();
        (scaled.Value * unit).ShouldBe(plain.Value, 1e-9 * Math.Abs(plain.Value));
    }

    private static void Same(Func<double[], IReadOnlyList<Answer<Coefficient>>> fit, double[] weights, int[]? clusters)
    {
        double[] At(double[] w) => [.. fit(w).Select(c => c.OrThrow().Value)];
        var squares = new double[3];
        foreach (var rows in Enumerable.Range(0, 14).GroupBy(i => clusters?[i] ?? i))
        {
            double[] Moved(double part) => [.. weights.Select((w, i) => rows.Contains(i) ? w * (1 + part) : w)];
            var (more, less) = (At(Moved(Step)), At(Moved(-Step)));
            for (var j = 0; j < 3; j++)
            {
                squares[j] += Math.Pow((more[j] - less[j]) / (2 * Step), 2);
            }
        }

        for (var j = 0; j < 3; j++)
        {
            fit(weights)[j].OrThrow().StandardError.ShouldBe(Math.Sqrt(squares[j]), 1e-6 * Math.Sqrt(squares[j]));
        }
    }
}
