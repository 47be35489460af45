// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>The scale on which an interval around a survival probability is symmetric. R: conf.type. Reference: Kalbfleisch, Prentice (2002), section 1.4.</summary>
public enum CurveInterval
{
    /// <summary>S ± z·se, cut off at 0 and 1. R: "plain".</summary>
    Plain,

    /// <summary>On ln S; R's default. R: "log".</summary>
    Log,

    /// <summary>On ln(−ln S); never outside 0 to 1. R: "log-log".</summary>
    LogLog,

    /// <summary>On ln(S/(1 − S)). R: "logit".</summary>
    Logit,

    /// <summary>On arcsin √S. R: "arcsin".</summary>
    Arcsine,
}

/// <summary>How a curve is drawn up: level, kind of interval and kind of standard error.</summary>
public sealed record CurveOptions
{
    public double Level { get; init; } = 0.95;

    public CurveInterval Interval { get; init; } = CurveInterval.Log;

    /// <summary>True: infinitesimal jackknife; false: Greenwood; null: as R does it, the jackknife when there are clusters, or when weights are not whole numbers and everybody is seen from the start.</summary>
    public bool? Robust { get; init; }

    /// <summary>Rows with the same number belong together (one person, one household) for the robust standard error.</summary>
    public IReadOnlyList<int>? Clusters { get; init; }

    /// <summary>The same for a part of the rows.</summary>
    internal CurveOptions ForRows(int[] rows) =>
        this with
        {
            Clusters = Clusters is { } clusters ? Array.ConvertAll(rows, i => clusters[i]) : null,
        };
}
