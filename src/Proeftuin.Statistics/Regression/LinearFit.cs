// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>A fitted linear regression: what R's lm_robust and summary(lm) print. Terms that are a combination of earlier ones have no coefficient (<see cref="Obstacle.Collinear"/>).</summary>
public sealed class LinearFit
{
    private readonly FittedTerms fit;

    internal LinearFit(FittedTerms fit) => this.fit = fit;

    public required long N { get; init; }

    /// <summary>Σ w (y − ŷ)² / (n − rank).</summary>
    public required double ResidualVariance { get; init; }

    /// <summary>The part of the variation that is explained; around the mean when there is an intercept.</summary>
    public required double RSquared { get; init; }

    public required double AdjustedRSquared { get; init; }

    public required IReadOnlyList<double> Fitted { get; init; }

    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>The number of clusters; null when there are none.</summary>
    public required int? Clusters { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>The terms in the order of the design.</summary>
    public IReadOnlyList<string> Terms => fit.Design.Terms;

    /// <summary>The terms that have a coefficient, by their place in the design.</summary>
    public IReadOnlyList<int> Kept => fit.Kept;

    public int Rank => fit.Kept.Count;

    /// <summary>The covariance of the coefficients that exist, in the order of <see cref="Kept"/>.</summary>
    public Matrix Covariance => fit.Covariance;

    /// <summary>One coefficient; throws for a name that is not a term.</summary>
    public Answer<Coefficient> this[string term] =>
        Sum(term, new Dictionary<string, double>(StringComparer.Ordinal) { [term] = 1 });

    /// <summary>A sum of coefficients with factors, such as one arm minus another or the mean of two; R's lh_robust.</summary>
    public Answer<Coefficient> Sum(string name, IReadOnlyDictionary<string, double> factors) => fit.Sum(name, factors);

    /// <summary>All coefficients in the order of the terms.</summary>
    public IReadOnlyList<Answer<Coefficient>> Coefficients() => [.. Terms.Select(term => this[term])];

    /// <summary>Wald's F test that all coefficients but the intercept are 0, with the covariance chosen for this fit.</summary>
    public Answer<TestResult> FTest() => FTest([.. Terms.Where(t => t is not DesignMatrix.Intercept)]);

    /// <summary>Wald's F test that these coefficients are all 0 (aliased ones are left out), with the covariance chosen for this fit. Not estimable when there are fewer clusters than coefficients to test.</summary>
    public Answer<TestResult> FTest(IReadOnlyList<string> terms)
    {
        if (fit.Wald(terms) is not { } wald)
        {
            return Clusters is null ? Obstacle.NoVariation : Obstacle.TooFewClusters;
        }

        if (wald.Count == 0)
        {
            return Obstacle.Collinear;
        }

        var statistic = wald.Statistic / wald.Count;
        double second = Clusters - 1 ?? N - Rank;
        return new TestResult
        {
            Statistic = statistic,
            DegreesOfFreedom = wald.Count,
            SecondDegreesOfFreedom = second,
            P = FisherF.Upper(statistic, wald.Count, second),
            N = N,
            Method = Method,
            Assumptions = Assumptions,
        };
    }
}
