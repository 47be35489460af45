// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Regression;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Regression;

/// <summary>Tall tables are factored block by block; the answers are those of the same rows given as weights.</summary>
public sealed class TallTests
{
    private const int Kinds = 120;
    private const int Copies = 40;

    private static readonly double[] X = Column(i => Math.Sin(i * 1.7) * 30 + 1000);
    private static readonly double[] Z = Column(i => i % 7);
    private static readonly double[] Y = Column(i => Math.Cos(i * 2.3) + i % 7 * 0.2 + X[i] / 50);
    private static readonly double[] Yes = Column(i => (i * 37 + i / 3) % 5 < 2 ? 1 : 0);

    [Fact]
    public void Least_squares_of_many_copies_is_that_of_one_with_weights()
    {
        var few = Ols.Fit(Design(X, Z), Y, new() { Weights = [.. X.Select(_ => (double)Copies)] }).OrThrow();
        var many = Ols.Fit(Design(Repeat(X), Repeat(Z)), Repeat(Y)).OrThrow();
        many["x"].OrThrow().Value.ShouldBe(few["x"].OrThrow().Value, 1e-12);
        many["z"].OrThrow().Value.ShouldBe(few["z"].OrThrow().Value, 1e-12);
        many.RSquared.ShouldBe(few.RSquared, 1e-12);
    }

    [Fact]
    public void Robust_errors_of_many_copies_follow_from_leverages_divided_by_the_copies()
    {
        // a copy has the leverage of its kind divided by the number of copies; HC0 shrinks by their root
        var few = Ols.Fit(Design(X, Z), Y, new() { Errors = ErrorType.HC0 }).OrThrow()["x"].OrThrow();
        var many = Ols.Fit(Design(Repeat(X), Repeat(Z)), Repeat(Y), new() { Errors = ErrorType.HC0 }).OrThrow();
        many["x"].OrThrow().StandardError.ShouldBe(few.StandardError / Math.Sqrt(Copies), 1e-12 * few.StandardError);

        // intercept and arm only: the leverage is one over the size of the group, so HC2 is Neyman's variance
        double[] arm = Column(i => i % 2);
        var means = DifferenceInMeans.Of(Repeat(Y), [.. Repeat(arm).Select(a => a > 0)]).OrThrow().Coefficient;
        var fit = Ols.Fit(DesignMatrix.WithIntercept(Kinds * Copies).With("arm", Repeat(arm)), Repeat(Y)).OrThrow();
        fit["arm"].OrThrow().StandardError.ShouldBe(means.StandardError, 1e-12);
    }

    [Fact]
    public void Logistic_regression_of_many_copies_is_that_of_one_with_weights()
    {
        var few = Logistic.Fit(Design(X, Z), Yes, new() { Weights = [.. X.Select(_ => (double)Copies)] }).OrThrow();
        var many = Logistic.Fit(Design(Repeat(X), Repeat(Z)), Repeat(Yes)).OrThrow();
        many["x"].OrThrow().Value.ShouldBe(few["x"].OrThrow().Value, 1e-10);
        many["x"].OrThrow().StandardError.ShouldBe(few["x"].OrThrow().StandardError, 1e-10);
        many.Deviance.ShouldBe(few.Deviance, 1e-8);
    }

    [Fact]
    public void A_combination_of_columns_is_found_in_a_tall_table_too()
    {
        var design = Design(Repeat(X), Repeat(Z)).With("sum", [.. Repeat(X).Zip(Repeat(Z), (a, b) => 2 * a - b)]);
        var fit = Ols.Fit(design, Repeat(Y)).OrThrow();
        fit.Rank.ShouldBe(3);
        fit.Kept.ShouldBe([0, 1, 2]);
    }

    private static DesignMatrix Design(double[] x, double[] z) =>
        DesignMatrix.WithIntercept(x.Length).With("x", x).With("z", z);

    private static double[] Column(Func<int, double> of) => [.. Enumerable.Range(0, Kinds).Select(of)];

    private static double[] Repeat(double[] column) => [.. Enumerable.Repeat(column, Copies).SelectMany(c => c)];
}
