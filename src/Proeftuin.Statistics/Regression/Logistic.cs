// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>Regression of a yes/no outcome by maximum likelihood, logit or probit, with the model's own, robust (HC) or cluster-robust (CR0, CR1) errors. R's glm(binomial) with vcovHC and vcovCL. Reference: McCullagh, Nelder (1989), chapter 4. Witness: reference 06.</summary>
public static class Logistic
{
    /// <summary>Fits the outcome (0 or 1) on the design. Named reasons: an outcome that is not 0 or 1, everybody the same outcome, numbers that are not finite, weights that are not positive, at least as many terms as rows, separation (complete or quasi-complete), fewer than two clusters.</summary>
    public static Answer<LogisticFit> Fit(
        DesignMatrix design,
        IReadOnlyList<double> outcome,
        LogisticOptions? options = null
    )
    {
        options ??= new();
        Vectors.SameLength(design.Rows, outcome.Count);
        Vectors.SameLength(design.Rows, options.Weights?.Count ?? design.Rows);
        Vectors.SameLength(design.Rows, options.Clusters?.Count ?? design.Rows);
        if (options.Chosen is ErrorType.CR2 || (options.Chosen >= ErrorType.CR0 && options.Clusters is null))
        {
            throw new ArgumentException("CR0 and CR1 need clusters; CR2 is for linear regression.", nameof(options));
        }

        double[] y = [.. outcome];
        double[]? weights = options.Weights is null ? null : [.. options.Weights];
        return (Ols.Obstacles(design, y, weights, options.Level) ?? OutcomeObstacle(y)) is { } why
            ? why
            : Fit(design, Array.ConvertAll(y, v => v > 0.5), weights, options);
    }

    private static Answer<LogisticFit> Fit(
        DesignMatrix design,
        bool[] outcome,
        double[]? weights,
        LogisticOptions options
    )
    {
        var n = design.Rows;
        var plain = Qr.Of(n, [.. design.Columns.Select(c => (double[])c.Clone())], Qr.UsualTolerance);
        if (n <= plain.Rank)
        {
            return Obstacle.MoreTermsThanRows;
        }

        var clusters = options.Chosen >= ErrorType.CR0 ? RowClusters.Of(options.Clusters!) : null;
        if (clusters is { Length: < 2 })
        {
            return Obstacle.TooFewClusters;
        }

        var search = new ScoringSearch(design, outcome, weights, options.Link, plain.Kept);
        if (search.Climb() is { } why)
        {
            return why;
        }

        if (options.Chosen is ErrorType.HC2 or ErrorType.HC3 && search.Leverages().Max() > Ols.FullLeverage)
        {
            return Obstacle.LeverageOfOne;
        }

        var bread = search.Weighted.InverseGram();
        var terms = new FittedTerms(
            design,
            plain.Kept,
            search.Values,
            Covariance(options.Chosen, search, n, bread, [.. plain.Kept.Select(j => design.Columns[j])], clusters),
            [.. bread.Diagonal().Select(Math.Sqrt)],
            sums => [.. sums.Select(_ => double.PositiveInfinity)],
            options.Level
        );
        return new LogisticFit(terms, options.Link, weights, search.Predictor)
        {
            N = n,
            Deviance = search.Deviance(search.Predictor),
            NullDeviance = NullDeviance(outcome, weights),
            Method = MethodOf(options),
            Assumptions = clusters is null
                ? [Assumption.IndependentUnits, Assumption.LargeSample]
                : [Assumption.IndependentClusters, Assumption.LargeSample],
        };
    }

    private static Matrix Covariance(
        ErrorType errors,
        ScoringSearch search,
        int n,
        Matrix bread,
        double[][] columns,
        int[][]? clusters
    )
    {
        return errors switch
        {
            ErrorType.Classical => bread,
            ErrorType.HC0 => Sandwich.Of(bread, Sandwich.Meat(columns, search.Scores())),
            ErrorType.HC1 => Sandwich
                .Of(bread, Sandwich.Meat(columns, search.Scores()))
                .Scaled(n / (double)(n - columns.Length)),
            ErrorType.HC2 or ErrorType.HC3 => Sandwich.Of(
                bread,
                Sandwich.Meat(
                    columns,
                    Ols.Inflated(search.Scores(), search.Leverages(), errors is ErrorType.HC2 ? 0.5 : 1)
                )
            ),
            ErrorType.CR0 => Sandwich.Of(bread, Sandwich.Meat(columns, search.Scores(), clusters!)),
            ErrorType.CR1 => Sandwich
                .Of(bread, Sandwich.Meat(columns, search.Scores(), clusters!))
                .Scaled(clusters!.Length / (clusters.Length - 1.0)),
            ErrorType.CR2 => throw new InvalidOperationException("Refused before."),
        };
    }

    private static Obstacle? OutcomeObstacle(double[] y) =>
        Array.Exists(y, v => v is not (0 or 1)) ? Obstacle.OutcomeNotZeroOrOne
        : Array.TrueForAll(y, v => v.Equals(y[0])) ? Obstacle.NoVariation
        : null;

    private static double NullDeviance(bool[] outcome, double[]? weights)
    {
        double yes = 0;
        double all = 0;
        for (var i = 0; i < outcome.Length; i++)
        {
            var weight = weights?[i] ?? 1;
            all += weight;
            yes += outcome[i] ? weight : 0;
        }

        return -2 * (yes * Math.Log(yes / all) + (all - yes) * Math.Log((all - yes) / all));
    }

    private static Method MethodOf(LogisticOptions options) =>
        new(
            $"{(options.Link is Link.Logit ? "logistic" : "probit")} regression, {Named(options.Chosen)}",
            "McCullagh, Nelder (1989), Generalized Linear Models; Zeileis (2006), J. Statistical Software 16(9)"
        );

    private static string Named(ErrorType errors) =>
        errors is ErrorType.Classical ? "errors of the model" : $"{errors} errors";
}
