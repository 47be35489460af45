// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>A fitted linear regression: what R's lm_robust and summary(lm) print. Terms that are a combination of earlier ones have no coefficient (<see cref="Obstacle.Collinear"/>).</summary>
public sealed class LinearFit
{
    private readonly DesignMatrix design;
    private readonly double[] values;
    private readonly double[] classicalErrors;
    private readonly Func<IReadOnlyList<double[]>, double[]> degreesOfFreedom;
    private readonly Lazy<double[]> ownDegreesOfFreedom;
    private readonly double level;

    internal LinearFit(
        DesignMatrix design,
        IReadOnlyList<int> kept,
        double[] values,
        Matrix covariance,
        double[] classicalErrors,
        Func<IReadOnlyList<double[]>, double[]> degreesOfFreedom,
        double level
    )
    {
        (this.design, this.values, this.classicalErrors) = (design, values, classicalErrors);
        (this.degreesOfFreedom, this.level) = (degreesOfFreedom, level);
        // one pass over the clusters for all coefficients together
        ownDegreesOfFreedom = new(() => degreesOfFreedom([.. Enumerable.Range(0, kept.Count).Select(Unit)]));
        Kept = kept;
        Covariance = covariance;
    }

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
    public IReadOnlyList<string> Terms => design.Terms;

    /// <summary>The terms that have a coefficient, by their place in the design.</summary>
    public IReadOnlyList<int> Kept { get; }

    public int Rank => Kept.Count;

    /// <summary>The covariance of the coefficients that exist, in the order of <see cref="Kept"/>.</summary>
    public Matrix Covariance { get; }

    /// <summary>One coefficient; throws for a name that is not a term.</summary>
    public Answer<Coefficient> this[string term] =>
        Sum(term, new Dictionary<string, double>(StringComparer.Ordinal) { [term] = 1 });

    /// <summary>A sum of coefficients with factors, such as one arm minus another or the mean of two; R's lh_robust.</summary>
    public Answer<Coefficient> Sum(string name, IReadOnlyDictionary<string, double> factors)
    {
        var places = Kept.ToArray();
        var sum = new double[Rank];
        foreach (var (term, factor) in factors)
        {
            var place = Array.IndexOf(places, design.Place(term));
            if (place < 0)
            {
                return Obstacle.Collinear;
            }

            sum[place] = factor;
        }

        var variance = Covariance.Between(sum, sum);
        double scale = 0;
        for (var j = 0; j < Rank; j++)
        {
            scale += Math.Pow(sum[j] * classicalErrors[j], 2);
        }

        // an error of nought is no certainty: in the rows that decide this sum nobody differs from the others
        if (!(variance > 1e-20 * scale))
        {
            return Obstacle.NoVariation;
        }

        var own = Array.FindIndex(sum, f => f is not 0);
        return Coefficient.Of(
            name,
            Vectors.Dot(sum, values),
            Math.Sqrt(variance),
            factors.Count == 1 ? ownDegreesOfFreedom.Value[own] : degreesOfFreedom([sum])[0],
            level
        );
    }

    private double[] Unit(int place)
    {
        var unit = new double[Rank];
        unit[place] = 1;
        return unit;
    }

    /// <summary>All coefficients in the order of the terms.</summary>
    public IReadOnlyList<Answer<Coefficient>> Coefficients() => [.. Terms.Select(term => this[term])];

    /// <summary>Wald's F test that all coefficients but the intercept are 0, with the covariance chosen for this fit.</summary>
    public Answer<TestResult> FTest() => FTest([.. Terms.Where(t => t is not DesignMatrix.Intercept)]);

    /// <summary>Wald's F test that these coefficients are all 0 (aliased ones are left out), with the covariance chosen for this fit. Not estimable when there are fewer clusters than coefficients to test.</summary>
    public Answer<TestResult> FTest(IReadOnlyList<string> terms)
    {
        var tested = terms.Select(design.Place).ToArray();
        int[] places = [.. Enumerable.Range(0, Rank).Where(j => tested.Contains(Kept[j]))];
        if (places.Length == 0)
        {
            return Obstacle.Collinear;
        }

        if (Cholesky.Of(Covariance.Part(places, places), 1e-12) is not { } root)
        {
            return Clusters is null ? Obstacle.NoVariation : Obstacle.TooFewClusters;
        }

        var half = root.HalfSolve(Array.ConvertAll(places, j => values[j]));
        var statistic = Vectors.Dot(half, half) / places.Length;
        double second = Clusters - 1 ?? N - Rank;
        return new TestResult
        {
            Statistic = statistic,
            DegreesOfFreedom = places.Length,
            SecondDegreesOfFreedom = second,
            P = FisherF.Upper(statistic, places.Length, second),
            N = N,
            Method = Method,
            Assumptions = Assumptions,
        };
    }
}
