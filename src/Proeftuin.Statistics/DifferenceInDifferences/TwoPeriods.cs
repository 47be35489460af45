// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Statistics.DifferenceInDifferences;

/// <summary>Before and after, with and without: how much more the treated changed than the others. Right when both would have changed alike. Reference: Angrist, Pischke (2009), Mostly Harmless Econometrics, chapter 5. Witness: reference 14.</summary>
public static class TwoPeriods
{
    /// <summary>The term of the difference in differences in <see cref="Fit"/>.</summary>
    public const string Effect = "treat:post";

    /// <summary>The term of being treated; in <see cref="Change"/> its coefficient is the difference in differences.</summary>
    public const string Treated = "treat";

    /// <summary>The regression of both measurements on treat, post and their product, with the unit as cluster. R: lm_robust(y ~ treat * post, clusters = id), CR2 unless asked otherwise ("stata" is CR1).</summary>
    public static Answer<LinearFit> Fit(
        IReadOnlyList<double> before,
        IReadOnlyList<double> after,
        IReadOnlyList<bool> treated,
        double level,
        ErrorType errors = ErrorType.CR2
    )
    {
        if (Refused(before, after, treated) is { } why)
        {
            return why;
        }

        var n = treated.Count;
        double[] treat = [.. Enumerable.Range(0, 2 * n).Select(i => treated[i % n] ? 1.0 : 0.0)];
        double[] post = [.. Enumerable.Range(0, 2 * n).Select(i => i < n ? 0.0 : 1.0)];
        var design = DesignMatrix
            .WithIntercept(2 * n)
            .With(Treated, treat)
            .With("post", post)
            .With(Effect, [.. treat.Zip(post, (a, b) => a * b)]);
        return Ols.Fit(
            design,
            [.. before, .. after],
            new OlsOptions
            {
                Errors = errors,
                Clusters = [.. Enumerable.Range(0, 2 * n).Select(i => i % n)],
                Level = level,
            }
        );
    }

    /// <summary>The change regressed on being treated, and on covariates when given (a function that adds columns to the design). R: lm_robust(dy ~ treat + …), HC2.</summary>
    public static Answer<LinearFit> Change(
        IReadOnlyList<double> before,
        IReadOnlyList<double> after,
        IReadOnlyList<bool> treated,
        double level,
        Func<DesignMatrix, DesignMatrix>? covariates = null
    )
    {
        if (Refused(before, after, treated) is { } why)
        {
            return why;
        }

        var design = DesignMatrix.WithIntercept(treated.Count).With(Treated, [.. treated.Select(t => t ? 1.0 : 0.0)]);
        return Ols.Fit(
            covariates is null ? design : covariates(design),
            [.. after.Zip(before, (late, early) => late - early)],
            new OlsOptions { Level = level }
        );
    }

    private static Obstacle? Refused(
        IReadOnlyList<double> before,
        IReadOnlyList<double> after,
        IReadOnlyList<bool> treated
    )
    {
        Vectors.SameLength(before.Count, treated.Count);
        Vectors.SameLength(after.Count, treated.Count);
        return treated.Contains(true) && treated.Contains(false) ? null : Obstacle.EmptyGroup;
    }
}
