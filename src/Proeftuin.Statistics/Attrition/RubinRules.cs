// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Attrition;

/// <summary>One estimate out of several, each computed after filling in the missing values anew.</summary>
public sealed record PooledEstimate
{
    /// <summary>The pooled estimate with its standard error √<see cref="Total"/> and t-interval.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>Mean of the variances. mice: ubar.</summary>
    public required double Within { get; init; }

    /// <summary>Variance of the estimates. mice: b.</summary>
    public required double Between { get; init; }

    /// <summary>Within + (1 + 1/m)·between. mice: t.</summary>
    public required double Total { get; init; }

    public required double DegreesOfFreedom { get; init; }

    /// <summary>How much the missing values add to the variance. mice: r.</summary>
    public required double RelativeIncrease { get; init; }

    /// <summary>The part of the information that is missing. mice: fmi.</summary>
    public required double MissingInformation { get; init; }

    /// <summary>Two-sided p of the hypothesis that the value is zero.</summary>
    public required double P { get; init; }
}

/// <summary>Rubin's rules for multiple imputation, with the degrees of freedom of Barnard and Rubin for small samples. References: Rubin (1987); Barnard, Rubin (1999), Biometrika 86:948-955. R: mice's pool.scalar. Witness: reference 15.</summary>
public static class RubinRules
{
    private const double LeastMissing = 1e-4;

    private static readonly Method Rubin = new(
        "Rubin's rules, Barnard-Rubin degrees of freedom",
        "Barnard, Rubin (1999), Biometrika 86:948-955"
    );

    /// <summary>Pools the estimates and their variances (squared standard errors) of m ≥ 2 imputations, of <paramref name="n"/> units and a model with <paramref name="parameters"/> parameters.</summary>
    public static Answer<PooledEstimate> Pool(
        IReadOnlyList<double> estimates,
        IReadOnlyList<double> variances,
        long n,
        int parameters,
        double level
    )
    {
        Vectors.SameLength(estimates.Count, variances.Count);
        if (!Confidence.IsLevel(level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        if (estimates.Count < 2 || n <= parameters)
        {
            return Obstacle.TooFewUnits;
        }

        if (!estimates.All(double.IsFinite) || !variances.All(double.IsFinite))
        {
            return Obstacle.NotFinite;
        }

        if (!variances.All(variance => variance > 0))
        {
            return Obstacle.NoVariation;
        }

        double m = estimates.Count;
        var mean = estimates.Average();
        var within = variances.Average();
        var between = estimates.Sum(q => (q - mean) * (q - mean)) / (m - 1);
        var total = within + (1 + 1 / m) * between;
        var df = DegreesOfFreedom(m, (1 + 1 / m) * between / total, n - parameters);
        var increase = (1 + 1 / m) * between / within;
        var error = Math.Sqrt(total);
        var half = StudentT.Quantile(1 - (1 - level) / 2, df) * error;
        return new PooledEstimate
        {
            Estimate = new Estimate
            {
                Value = mean,
                StandardError = error,
                Interval = new Interval(mean - half, mean + half, level),
                N = n,
                Method = Rubin,
                Assumptions = [Assumption.MissingAtRandom, Assumption.LargeSample],
            },
            Within = within,
            Between = between,
            Total = total,
            DegreesOfFreedom = df,
            RelativeIncrease = increase,
            MissingInformation = (increase + 2 / (df + 3)) / (increase + 1),
            P = StudentT.TwoSided(mean / error, df),
        };
    }

    private static double DegreesOfFreedom(double m, double missing, double complete)
    {
        var share = Math.Max(missing, LeastMissing);
        var large = (m - 1) / (share * share);
        var observed = (complete + 1) / (complete + 3) * complete * (1 - share);
        return large * observed / (large + observed);
    }
}
