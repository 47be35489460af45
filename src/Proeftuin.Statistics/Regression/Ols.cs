// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>Linear regression by least squares, with classical, robust (HC) or cluster-robust (CR) errors; weights optional. R's lm, lm_robust and vcovHC. Reference: MacKinnon, White (1985), Journal of Econometrics 29:305-325. Witness: reference 04.</summary>
public static class Ols
{
    /// <summary>Rows that a fit explains up to this part of their size are explained by rounding only.</summary>
    private const double Exact = 1e-26;

    /// <summary>A leverage this close to 1 leaves no residual to judge by.</summary>
    internal const double FullLeverage = 1 - 1e-10;

    /// <summary>Fits y on the design. Named reasons: numbers that are not finite, weights that are not positive, at least as many terms as rows, an outcome without variation, a fit without residuals, leverage 1 (HC2, HC3), fewer than two clusters.</summary>
    public static Answer<LinearFit> Fit(DesignMatrix design, IReadOnlyList<double> outcome, OlsOptions? options = null)
    {
        options ??= new();
        var errors = options.Chosen;
        Vectors.SameLength(design.Rows, outcome.Count);
        Vectors.SameLength(design.Rows, options.Weights?.Count ?? design.Rows);
        Vectors.SameLength(design.Rows, options.Clusters?.Count ?? design.Rows);
        if (errors >= ErrorType.CR0 && options.Clusters is null)
        {
            throw new ArgumentException("Errors by cluster need clusters.", nameof(options));
        }

        double[] y = [.. outcome];
        double[]? weights = options.Weights is null ? null : [.. options.Weights];
        return Obstacles(design, y, weights, options.Level) is { } why ? why : Fit(design, y, weights, errors, options);
    }

    private static Answer<LinearFit> Fit(
        DesignMatrix design,
        double[] y,
        double[]? weights,
        ErrorType errors,
        OlsOptions options
    )
    {
        var n = design.Rows;
        var roots = weights is null ? null : Array.ConvertAll(weights, Math.Sqrt);
        double[][] scaled = [.. design.Columns.Select(c => Scaled(c, roots)), Scaled(y, roots)];
        var reduced = RowReduction.Of(n, scaled);
        var qr = Qr.Of(reduced[0].Length, reduced[..^1], Qr.UsualTolerance);
        if (n <= qr.Rank)
        {
            return Obstacle.MoreTermsThanRows;
        }

        double[] values = [.. qr.Solve(reduced[^1]).Where(c => c is not null).Select(c => c!.Value)];
        var fitted = design.Times(qr.Kept, values);
        var residuals = new double[n];
        for (var i = 0; i < n; i++)
        {
            residuals[i] = y[i] - fitted[i];
        }

        var rest = Squares(residuals, weights, 0);
        if (rest <= Exact * Squares(y, weights, 0))
        {
            return Array.TrueForAll(y, v => v.Equals(y[0])) ? Obstacle.NoVariation : Obstacle.PerfectFit;
        }

        var clusters = errors >= ErrorType.CR0 ? RowClusters.Of(options.Clusters!) : null;
        if (clusters is { Length: < 2 })
        {
            return Obstacle.TooFewClusters;
        }

        var leverages = errors is ErrorType.HC2 or ErrorType.HC3
            ? qr.Leverages([.. qr.Kept.Select(j => Scaled(design.Columns[j], roots))])
            : null;
        if (leverages is not null && Array.Exists(leverages, h => h > FullLeverage))
        {
            return Obstacle.LeverageOfOne;
        }

        var bread = qr.InverseGram();
        double[][] kept = [.. qr.Kept.Select(j => design.Columns[j])];
        var variance = rest / (n - qr.Rank);
        var adjustment = errors is ErrorType.CR2 ? new BiasReducedClusters(kept, weights, clusters!, bread) : null;
        var scores = weights is null ? residuals : Products(residuals, weights);
        var covariance = errors switch
        {
            ErrorType.Classical => bread.Scaled(variance),
            ErrorType.CR2 => adjustment!.Covariance(residuals),
            ErrorType.CR0 => Sandwich.Of(bread, Sandwich.Meat(kept, scores, clusters!)),
            ErrorType.CR1 => Sandwich
                .Of(bread, Sandwich.Meat(kept, scores, clusters!))
                .Scaled(clusters!.Length / (clusters.Length - 1.0) * ((n - 1.0) / (n - qr.Rank))),
            ErrorType.HC0 => Sandwich.Of(bread, Sandwich.Meat(kept, scores)),
            ErrorType.HC1 => Sandwich.Of(bread, Sandwich.Meat(kept, scores)).Scaled(n / (double)(n - qr.Rank)),
            ErrorType.HC2 => Sandwich.Of(bread, Sandwich.Meat(kept, Inflated(scores, leverages!, 0.5))),
            ErrorType.HC3 => Sandwich.Of(bread, Sandwich.Meat(kept, Inflated(scores, leverages!, 1))),
        };
        var mean = design.HasIntercept ? Mean(y, weights) : 0;
        var explained = 1 - rest / Squares(y, weights, mean);
        var terms = new FittedTerms(
            design,
            qr.Kept,
            values,
            covariance,
            [.. bread.Diagonal().Select(d => Math.Sqrt(d * variance))],
            sums =>
                adjustment?.DegreesOfFreedom(sums)
                ?? [.. sums.Select(_ => clusters is null ? n - (double)qr.Rank : clusters.Length - 1)],
            options.Level
        );
        return new LinearFit(terms)
        {
            N = n,
            ResidualVariance = variance,
            RSquared = explained,
            AdjustedRSquared = 1 - (1 - explained) * (n - (design.HasIntercept ? 1 : 0)) / (n - qr.Rank),
            Fitted = fitted,
            Residuals = residuals,
            Clusters = clusters?.Length,
            Method = Methods.Of(errors),
            Assumptions = Methods.Assumed(errors),
        };
    }

    internal static Obstacle? Obstacles(DesignMatrix design, double[] y, double[]? weights, double level)
    {
        if (!Confidence.IsLevel(level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        if (y.Length == 0 || design.Terms.Count == 0)
        {
            return Obstacle.TooFewUnits;
        }

        if (!design.AllFinite() || !Vectors.AllFinite(y) || (weights is not null && !Vectors.AllFinite(weights)))
        {
            return Obstacle.NotFinite;
        }

        return weights is not null && Array.Exists(weights, w => w <= 0) ? Obstacle.NonPositiveWeight : null;
    }

    internal static double Mean(double[] y, double[]? weights) =>
        weights is null ? Vectors.Sum(y) / y.Length : Vectors.Dot(y, weights) / Vectors.Sum(weights);

    internal static double[] Scaled(double[] column, double[]? factors) =>
        factors is null ? (double[])column.Clone() : Products(column, factors);

    internal static double[] Products(double[] a, double[] b)
    {
        var result = new double[a.Length];
        for (var i = 0; i < a.Length; i++)
        {
            result[i] = a[i] * b[i];
        }

        return result;
    }

    private static double Squares(double[] y, double[]? weights, double around)
    {
        double sum = 0;
        for (var i = 0; i < y.Length; i++)
        {
            sum += (y[i] - around) * (y[i] - around) * (weights?[i] ?? 1);
        }

        return sum;
    }

    internal static double[] Inflated(double[] scores, double[] leverages, double power)
    {
        var result = new double[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            var rest = 1 - leverages[i];
            result[i] = scores[i] / (power < 1 ? Math.Sqrt(rest) : rest);
        }

        return result;
    }
}
