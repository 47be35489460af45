// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>A Kaplan-Meier curve with the Nelson-Aalen cumulative hazard: one entry for every distinct time at which a row ends. Between two times the curve keeps its value.</summary>
public sealed record SurvivalCurve
{
    /// <summary>Distinct exit times, ascending.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    /// <summary>Weighted number at risk just before each time. R: n.risk.</summary>
    public required IReadOnlyList<double> AtRisk { get; init; }

    public required IReadOnlyList<double> Events { get; init; }

    /// <summary>Seen for the last time at this time, without the event. R: n.censor.</summary>
    public required IReadOnlyList<double> Censored { get; init; }

    /// <summary>The probability of no event up to and including each time. R: surv.</summary>
    public required IReadOnlyList<double> Survival { get; init; }

    /// <summary>Nelson-Aalen: the sum of events by number at risk. R: cumhaz.</summary>
    public required IReadOnlyList<double> CumulativeHazard { get; init; }

    /// <summary>R: std.chaz.</summary>
    public required IReadOnlyList<double> CumulativeHazardError { get; init; }

    /// <summary>Where the curve begins: 0, or the earliest time when that is negative or everybody enters later.</summary>
    public required double Start { get; init; }

    /// <summary>Rows behind the curve.</summary>
    public required long N { get; init; }

    public required CurveOptions Options { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Standard errors of ln S.</summary>
    internal double[] LogError { get; init; } = [];

    /// <summary>The curve at its i-th time.</summary>
    public SurvivalPoint Point(int i) =>
        new(
            Times[i],
            AtRisk[i],
            Events[i],
            Censored[i],
            Survival[i],
            Survival[i] > 0 ? Survival[i] * LogError[i] : null,
            CurveIntervals.Of(Survival[i], LogError[i], Options.Level, Options.Interval)
        );

    /// <summary>The curve at any time: survival as of the last step, number at risk just before that time, and no events or censorings. After the last time the last value is kept. R: summary(fit, times, extend = TRUE).</summary>
    public SurvivalPoint At(double time)
    {
        var next = Steps.FirstAtOrAfter(Times, time);
        var atRisk = next < Times.Count ? AtRisk[next] : 0;
        var step = Steps.LastUpTo(Times, time);
        return step < 0
            ? new(time, atRisk, 0, 0, 1, 0, CurveIntervals.Of(1, 0, Options.Level, Options.Interval))
            : Point(step) with
            {
                Time = time,
                AtRisk = atRisk,
                Events = 0,
                Censored = 0,
            };
    }

    /// <summary>The first time by which a share p has had the event, with the times at which the two sides of the interval get there; null where the curve (or that side) never does. On a level stretch exactly at p: its middle. R: quantile(fit, p).</summary>
    public SurvivalQuantile Quantile(double p) => CurveQuantile.Of(this, p);

    /// <summary>The mean time without the event up to a horizon: the area under the curve. R: summary(fit, rmean = horizon).</summary>
    public Answer<Estimate> RestrictedMean(double horizon) => RestrictedMeanTime.Of(this, horizon);
}

/// <summary>A survival curve at one time. The error and interval are null when everybody had the event (S = 0), or where the chosen scale does not exist.</summary>
public readonly record struct SurvivalPoint(
    double Time,
    double AtRisk,
    double Events,
    double Censored,
    double Survival,
    double? StandardError,
    Interval? Interval
);

/// <summary>A quantile of the time to the event with its interval; null means that the curve does not get there.</summary>
public readonly record struct SurvivalQuantile(double? Time, double? Lower, double? Upper);
