// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Means;

namespace Proeftuin.Statistics.Sequential;

/// <summary>How a sequence of looks is set up: chosen once, before the first look.</summary>
public sealed record LookOptions
{
    public double Level { get; init; } = 0.95;

    /// <summary>The number of units, both groups together, at which the interval is narrowest. gbstats: sequential_tuning_parameter.</summary>
    public double NarrowestAt { get; init; } = 5_000;

    public DifferenceScale Scale { get; init; } = DifferenceScale.Absolute;

    /// <summary>The difference that the test supposes.</summary>
    public double Supposed { get; init; }
}

/// <summary>Intervals that may be looked at every month, and stopped on, without losing their level: at all looks together they miss the truth with at most the stated probability (in large samples). Wider than an interval for one look. Reference: Waudby-Smith and others (2024), Annals of Statistics 52:2613-2640, equations 9, 155 and 161. Witness: reference 23 (gbstats).</summary>
public static class AlwaysValid
{
    private static readonly Method Sequence = new(
        "Asymptotic confidence sequence",
        "Waudby-Smith and others (2024), Annals of Statistics 52:2613-2640"
    );

    private static readonly Method OneLook = new("Welch's t", "Welch (1947), Biometrika 34:28-35");

    /// <summary>First mean minus second. Not estimable with an empty group, without variation, or relative to a mean of zero.</summary>
    public static Answer<MeanDifference> Difference(GroupMean first, GroupMean second, LookOptions? options = null)
    {
        options ??= new LookOptions();
        return Contrast.Of(first, second, options.Scale).Then(c => Around(c.Value, c.Error, c.N, options));
    }

    /// <summary>Around any estimate that is a mean in large samples, such as a regression coefficient on n units.</summary>
    public static Answer<MeanDifference> Around(
        double estimate,
        double standardError,
        long n,
        LookOptions? options = null
    )
    {
        options ??= new LookOptions();
        if (!Confidence.IsLevel(options.Level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        if (!double.IsFinite(estimate) || !double.IsFinite(standardError) || !double.IsFinite(options.Supposed))
        {
            return Obstacle.NotFinite;
        }

        if (n < 1)
        {
            return Obstacle.EmptyGroup;
        }

        if (!(standardError > 0))
        {
            return Obstacle.NoVariation;
        }

        if (!(options.NarrowestAt > 0) || !double.IsFinite(options.NarrowestAt))
        {
            return Obstacle.ValueOutsideRange;
        }

        var alpha = 1 - options.Level;
        var rest = -2 * Math.Log(alpha);
        var rho2 = (rest + Math.Log(rest + 1)) / options.NarrowestAt;
        var growth = n * rho2 + 1;
        // both in units of the standard error: √n·se is the error of one unit
        var half = standardError * Math.Sqrt(2 * growth / (n * rho2) * (0.5 * Math.Log(growth) - Math.Log(alpha)));
        var z = (estimate - options.Supposed) / standardError;
        var p = Math.Min(1, Math.Exp(0.5 * Math.Log(growth) - n * rho2 * z * z / (2 * growth)));
        return Result(estimate, standardError, half, p, z, null, n, options.Level, Sequence);
    }

    /// <summary>The interval for somebody who looks once, beside which the price of looking often can be seen. gbstats: TwoSidedTTest.</summary>
    public static Answer<MeanDifference> OnlyOnce(GroupMean first, GroupMean second, LookOptions? options = null)
    {
        options ??= new LookOptions();
        if (!Confidence.IsLevel(options.Level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        return Contrast
            .Of(first, second, options.Scale)
            .Then(c =>
            {
                if (!(c.DegreesOfFreedom > 0))
                {
                    return Obstacle.TooFewUnits;
                }

                var t = (c.Value - options.Supposed) / c.Error;
                var half = -Distributions.StudentT.Quantile((1 - options.Level) / 2, c.DegreesOfFreedom) * c.Error;
                var p = Distributions.StudentT.TwoSided(t, c.DegreesOfFreedom);
                return Result(c.Value, c.Error, half, p, t, c.DegreesOfFreedom, c.N, options.Level, OneLook);
            });
    }

    private static Answer<MeanDifference> Result(
        double value,
        double error,
        double half,
        double p,
        double statistic,
        double? degrees,
        long n,
        double level,
        Method method
    )
    {
        IReadOnlyList<Assumption> assumptions = [Assumption.IndependentUnits, Assumption.LargeSample];
        return new MeanDifference(
            new Estimate
            {
                Value = value,
                StandardError = error,
                Interval = new Interval(value - half, value + half, level),
                N = n,
                Method = method,
                Assumptions = assumptions,
            },
            new TestResult
            {
                Statistic = statistic,
                DegreesOfFreedom = degrees,
                P = p,
                N = n,
                Method = method,
                Assumptions = assumptions,
            }
        );
    }
}
