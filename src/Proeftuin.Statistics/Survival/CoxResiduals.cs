// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>What each row adds to the fit: martingale residuals, and weighted score residuals summed by cluster. Reference: Therneau, Grambsch (2000), sections 4.2 and 4.3 (ties by Efron's rule: appendix E).</summary>
internal static class CoxResiduals
{
    /// <summary>Events minus expected events, in the caller's order. With exact ties by Breslow's rule, as R does.</summary>
    public static double[] Martingale(CoxFit fit)
    {
        var (rows, options) = (fit.Model.Rows, fit.Model.Options);
        var likelihood = new CoxLikelihood(rows, options.Ties is CoxTies.Efron);
        likelihood.At(fit.Model.Beta);
        var passed = new HazardPassed(rows, likelihood.Steps, _ => 1);
        var residuals = new double[rows.Count];
        for (var g = 0; g < rows.Groups; g++)
        {
            for (var i = rows.GroupStart[g]; i < rows.GroupStart[g + 1]; i++)
            {
                var expected = likelihood.Risk.Risk[i] / rows.WeightAt(i) * passed.At(i, g);
                residuals[rows.Order[i]] = (i < rows.DeadEnd[g] ? 1 : 0) - expected;
            }
        }

        return residuals;
    }

    /// <summary>Σ of weight times score residual per cluster (per row without clusters), for the standardised covariates.</summary>
    public static Matrix Scores(FollowUp data, CoxRows rows, CoxOptions options, double[] beta)
    {
        var likelihood = new CoxLikelihood(rows, options.Ties is CoxTies.Efron);
        likelihood.At(beta);
        var hazard = new HazardPassed(rows, likelihood.Steps, _ => 1);
        var clusters = options.Clusters is null ? Groups.OfRows(data.Count) : Groups.Of(options.Clusters);
        var sums = new Matrix(clusters.Count, rows.Columns);
        var means = new double[rows.Groups];
        var upTo = new double[rows.Groups];
        for (var j = 0; j < rows.Columns; j++)
        {
            Column(rows, likelihood, j, upTo, means, out var forTheDead);
            for (var g = 0; g < rows.Groups; g++)
            {
                for (var i = rows.GroupStart[g]; i < rows.GroupStart[g + 1]; i++)
                {
                    var dead = i < rows.DeadEnd[g];
                    var x = rows.X[j][i];
                    var passed = (dead ? forTheDead[g] : upTo[g]) - Before(rows, upTo, i);
                    // Risk carries the weight already
                    sums[clusters.Codes[rows.Order[i]], j] +=
                        (dead ? rows.WeightAt(i) * (x - means[g]) : 0)
                        - likelihood.Risk.Risk[i] * (x * hazard.At(i, g) - passed);
                }
            }
        }

        return sums;
    }

    // ∫ x̄ dH up to each group, for those who stay and for its own events, and the mean of x̄ over the tied events
    private static void Column(
        CoxRows rows,
        CoxLikelihood likelihood,
        int column,
        double[] upTo,
        double[] means,
        out double[] forTheDead
    )
    {
        forTheDead = new double[rows.Groups];
        for (var g = 0; g < rows.Groups; g++)
        {
            var before = g > rows.StratumStart[g] ? upTo[g - 1] : 0;
            var step = likelihood.Steps[g];
            var (total, dead) = (likelihood.Risk.TotalAt(g)[column], likelihood.Risk.DeadAt(g)[column]);
            upTo[g] = before + total * step.AllSquare - dead * step.ShiftSquare;
            forTheDead[g] =
                before + total * (step.AllSquare - step.ShiftSquare) - dead * (step.ShiftSquare - step.ShiftTwice);
            means[g] = rows.DeadCount(g) == 0 ? 0 : (total * step.All - dead * step.Shift) / rows.DeadWeight[g];
        }
    }

    private static double Before(CoxRows rows, double[] upTo, int place) =>
        rows.First is { } first && first[place] > rows.StratumStart[first[place]] ? upTo[first[place] - 1] : 0;
}
