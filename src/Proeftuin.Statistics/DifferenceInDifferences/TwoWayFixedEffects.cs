// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Statistics.DifferenceInDifferences;

/// <summary>A regression with an effect for every unit and every period taken out.</summary>
public sealed record TwoWayFit
{
    /// <summary>The coefficients in the order of the design.</summary>
    public required IReadOnlyList<Coefficient> Coefficients { get; init; }

    public required long N { get; init; }

    public required int Units { get; init; }

    public required int Periods { get; init; }

    public Method Method { get; init; } = Trend.TwoWay;

    public IReadOnlyList<Assumption> Assumptions { get; init; } = Trend.Assumed;

    public IReadOnlyList<Warning> Warnings { get; init; } = [Warning.NotRandomised];
}

/// <summary>Two-way fixed effects: what a measure did, with everything that is fixed about a unit and everything that happened to all at once taken out. Not for measures that begin at different times with effects that grow: use <see cref="GroupTime"/>. R: lm_robust(y ~ d, fixed_effects = ~ unit + period, clusters = unit), se_type "CR0" or "stata". Reference: Wooldridge (2010), chapter 10; Guimarães, Portugal (2010), Stata Journal 10:628-649 for taking out by turns.</summary>
public static class TwoWayFixedEffects
{
    private const int MostRounds = 10_000;

    /// <summary>Rows in any order; a unit may miss periods. <paramref name="design"/> holds the measure and other columns, without intercept. Errors are CR0 or CR1 with the unit as cluster.</summary>
    public static Answer<TwoWayFit> Fit(
        IReadOnlyList<double> outcomes,
        DesignMatrix design,
        IReadOnlyList<int> units,
        IReadOnlyList<int> periods,
        double level,
        ErrorType errors = ErrorType.CR1
    )
    {
        Vectors.SameLength(outcomes.Count, design.Rows);
        Vectors.SameLength(outcomes.Count, units.Count);
        Vectors.SameLength(outcomes.Count, periods.Count);
        if (errors is not (ErrorType.CR0 or ErrorType.CR1))
        {
            throw new ArgumentException("Errors by unit are CR0 or CR1.", nameof(errors));
        }

        var panel = new PanelEffects(units, periods);
        double[] y = [.. outcomes];
        if (Refused(y, design, panel, level) is { } why)
        {
            return why;
        }

        var spread = Vectors.Norm(y);
        double[][] columns = [.. design.Columns.Select(column => (double[])column.Clone())];
        foreach (var column in columns)
        {
            var size = Vectors.Norm(column);
            if (!panel.TakeOut(column, MostRounds))
            {
                return Obstacle.NotConverged;
            }

            // what is left is rounding: the measure is the same as a unit or a period
            if (!(Vectors.Norm(column) > 1e-9 * size))
            {
                return Obstacle.Collinear;
            }
        }

        if (!panel.TakeOut(y, MostRounds))
        {
            return Obstacle.NotConverged;
        }

        return Vectors.Norm(y) > 1e-12 * spread
            ? Fitted(y, columns, design, panel, level, errors)
            : Obstacle.NoVariation;
    }

    private static Answer<TwoWayFit> Fitted(
        double[] y,
        double[][] columns,
        DesignMatrix design,
        PanelEffects panel,
        double level,
        ErrorType errors
    )
    {
        var x = Matrix.OfColumns(columns);
        var qr = Qr.Of(x);
        if (qr.Rank < columns.Length)
        {
            return Obstacle.Collinear;
        }

        double n = y.Length;
        var rank = qr.Rank + panel.Rank;
        if (rank >= n)
        {
            return Obstacle.MoreTermsThanRows;
        }

        double[] values = [.. qr.Solve(y).Select(value => value!.Value)];
        var fitted = x.Times(values);
        double[] residuals = [.. y.Zip(fitted, (seen, expected) => seen - expected)];
        var scores = new Matrix(panel.Units, columns.Length);
        for (var i = 0; i < y.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                scores[panel.UnitOf(i), j] += columns[j][i] * residuals[i];
            }
        }

        double clusters = panel.Units;
        var factor = errors == ErrorType.CR1 ? clusters / (clusters - 1) * ((n - 1) / (n - rank)) : 1;
        var bread = qr.InverseGram();
        var covariance = bread.Times(scores.Gram()).Times(bread).Scaled(factor);
        var coefficients = new List<Coefficient>();
        for (var j = 0; j < values.Length; j++)
        {
            if (!(covariance[j, j] > 0))
            {
                return Obstacle.PerfectFit;
            }

            coefficients.Add(
                Coefficient.Of(design.Terms[j], values[j], Math.Sqrt(covariance[j, j]), clusters - 1, level)
            );
        }

        return new TwoWayFit
        {
            Coefficients = coefficients,
            N = y.Length,
            Units = panel.Units,
            Periods = panel.Periods,
        };
    }

    private static Obstacle? Refused(double[] y, DesignMatrix design, PanelEffects panel, double level) =>
        !Confidence.IsLevel(level) ? Obstacle.LevelOutsideZeroToOne
        : y.Length == 0 ? Obstacle.TooFewUnits
        : !Vectors.AllFinite(y) || design.Columns.Any(column => !Vectors.AllFinite(column)) ? Obstacle.NotFinite
        : panel.Units < 2 ? Obstacle.TooFewClusters
        : panel.Periods < 2 ? Obstacle.TooFewGroups
        : design.Columns.Count == 0 ? Obstacle.Collinear
        : null;
}
