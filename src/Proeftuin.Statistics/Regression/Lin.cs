// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>Lin's covariate adjustment: every covariate around its mean, and its product with every arm, so that adjusting cannot make a randomised comparison worse in large samples. R's lm_lin. Reference: Lin (2013), Annals of Applied Statistics 7:295-318. Witness: reference 04.</summary>
public static class Lin
{
    /// <summary>Fits the outcome on arms and covariates. Terms are named as in lm_lin: the arms as given, "cov_c" for a centred covariate, "arm:cov_c" for a product. Covariates are centred with the weights of the fit.</summary>
    /// <param name="arms">One 0/1 column for every arm but the one compared with, without intercept.</param>
    /// <param name="covariates">Covariates without intercept; categorical ones as dummies.</param>
    /// <param name="outcome">One number per row.</param>
    /// <param name="options">As for <see cref="Ols"/>.</param>
    public static Answer<LinearFit> Fit(
        DesignMatrix arms,
        DesignMatrix covariates,
        IReadOnlyList<double> outcome,
        OlsOptions? options = null
    )
    {
        Vectors.SameLength(arms.Rows, covariates.Rows);
        var design = DesignMatrix.WithIntercept(arms.Rows);
        foreach (var arm in arms.Terms)
        {
            design = design.With(arm, arms.Column(arm));
        }

        double[]? weights = options?.Weights is { } given ? [.. given] : null;
        foreach (var covariate in covariates.Terms)
        {
            double[] column = [.. covariates.Column(covariate)];
            var mean = Ols.Mean(column, weights);
            design = design.With(covariate + "_c", Array.ConvertAll(column, x => x - mean));
        }

        foreach (var covariate in covariates.Terms)
        {
            foreach (var arm in arms.Terms)
            {
                design = design.WithProduct(arm, covariate + "_c");
            }
        }

        return Ols.Fit(design, outcome, options);
    }
}
