// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Proportions;

/// <summary>Intervals for one proportion. Witness: reference 01 (one_proportion).</summary>
public static class OneProportion
{
    /// <summary>Wilson's score interval. Reference: Wilson (1927), JASA 22.</summary>
    public static Answer<Estimate> Wilson(Proportion group, double level) =>
        With(group, level, Methods.Wilson, z => Score(group, z));

    /// <summary>Wilson's score interval with continuity correction. Reference: Newcombe (1998), Statistics in Medicine 17:857, method 4.</summary>
    public static Answer<Estimate> WilsonCorrected(Proportion group, double level) =>
        With(group, level, Methods.WilsonCorrected, z => ScoreCorrected(group, z));

    /// <summary>The exact interval of Clopper and Pearson: never too narrow, often too wide. Reference: Clopper, Pearson (1934), Biometrika 26.</summary>
    public static Answer<Estimate> ClopperPearson(Proportion group, double level) =>
        With(
            group,
            level,
            Methods.ClopperPearson,
            _ =>
                (
                    group.Events == 0 ? 0 : Beta.Quantile((1 - level) / 2, group.Events, group.Others + 1),
                    group.Others == 0 ? 1 : 1 - Beta.Quantile((1 - level) / 2, group.Others, group.Events + 1)
                )
        );

    /// <summary>The Bayesian interval with Jeffreys' prior Beta(½, ½). Reference: Brown, Cai, DasGupta (2001), Statistical Science 16.</summary>
    public static Answer<Estimate> Jeffreys(Proportion group, double level) =>
        With(
            group,
            level,
            Methods.Jeffreys,
            _ =>
                (
                    group.Events == 0 ? 0 : Beta.Quantile((1 - level) / 2, group.Events + 0.5, group.Others + 0.5),
                    group.Others == 0 ? 1 : 1 - Beta.Quantile((1 - level) / 2, group.Others + 0.5, group.Events + 0.5)
                )
        );

    /// <summary>Wald's interval around Wilson's midpoint. Reference: Agresti, Coull (1998), American Statistician 52.</summary>
    public static Answer<Estimate> AgrestiCoull(Proportion group, double level) =>
        With(
            group,
            level,
            Methods.AgrestiCoull,
            z =>
            {
                var n = group.Size + z * z;
                var p = (group.Events + z * z / 2) / n;
                var half = z * Math.Sqrt(p * (1 - p) / n);
                return (p - half, p + half);
            }
        );

    internal static (double Lower, double Upper) Score(Proportion group, double z)
    {
        double n = group.Size;
        var p = group.Value;
        var centre = (2 * n * p + z * z) / (2 * (n + z * z));
        var half = z * Math.Sqrt(z * z + 4 * n * p * (1 - p)) / (2 * (n + z * z));
        return (group.Events == 0 ? 0 : centre - half, group.Others == 0 ? 1 : centre + half);
    }

    internal static (double Lower, double Upper) ScoreCorrected(Proportion group, double z)
    {
        double n = group.Size;
        var p = group.Value;
        var below = z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1);
        var above = z * z + 2 - 1 / n + 4 * p * (n * (1 - p) - 1);
        var lower = (2 * n * p + z * z - 1 - z * Math.Sqrt(Math.Max(0, below))) / (2 * (n + z * z));
        var upper = (2 * n * p + z * z + 1 + z * Math.Sqrt(Math.Max(0, above))) / (2 * (n + z * z));
        return (group.Events == 0 ? 0 : Math.Max(0, lower), group.Others == 0 ? 1 : Math.Min(1, upper));
    }

    private static Answer<Estimate> With(
        Proportion group,
        double level,
        Method method,
        Func<double, (double Lower, double Upper)> interval
    )
    {
        if (Proportion.Check(level, group) is { } why)
        {
            return why;
        }

        var (lower, upper) = interval(Confidence.CriticalValue(level));
        return new Estimate
        {
            Value = group.Value,
            Interval = new Interval(lower, upper, level),
            N = group.Size,
            Method = method,
            Assumptions = [Assumption.IndependentUnits],
            Warnings =
            [
                .. group.WithoutVariation ? [Warning.GroupWithoutVariation] : Array.Empty<Warning>(),
                .. lower < 0 || upper > 1 ? [Warning.IntervalOutsideRange] : Array.Empty<Warning>(),
            ],
        };
    }
}
