// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Regression;

/// <summary>One estimated coefficient, or a sum of them, with its uncertainty.</summary>
public sealed record Coefficient
{
    public required string Term { get; init; }

    public required double Value { get; init; }

    public required double StandardError { get; init; }

    /// <summary>Value / standard error.</summary>
    public required double Statistic { get; init; }

    /// <summary>Infinite when the normal distribution is used instead of t.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Two-sided, for the hypothesis that the coefficient is 0.</summary>
    public required double P { get; init; }

    public required Interval Interval { get; init; }

    /// <summary>The interval at another level, from the same error and degrees of freedom.</summary>
    public Answer<Interval> At(double level) =>
        Confidence.IsLevel(level)
            ? Around(Value, StandardError, DegreesOfFreedom, level)
            : Obstacle.LevelOutsideZeroToOne;

    internal static Coefficient Of(string term, double value, double error, double degreesOfFreedom, double level)
    {
        var statistic = value / error;
        return new()
        {
            Term = term,
            Value = value,
            StandardError = error,
            Statistic = statistic,
            DegreesOfFreedom = degreesOfFreedom,
            P = StudentT.TwoSided(statistic, degreesOfFreedom),
            Interval = Around(value, error, degreesOfFreedom, level),
        };
    }

    private static Interval Around(double value, double error, double degreesOfFreedom, double level)
    {
        var half = -StudentT.Quantile((1 - level) / 2, degreesOfFreedom) * error;
        return new(value - half, value + half, level);
    }
}
