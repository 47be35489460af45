// SPDX-License-Identifier: EUPL-1.2
using ChiSquareDistribution = Proeftuin.Statistics.Distributions.ChiSquare;

namespace Proeftuin.Statistics.Proportions;

/// <summary>How the error of the common difference is judged.</summary>
public enum CommonDifferenceError
{
    /// <summary>Right with few large strata and with many small ones: Sato, Greenland, Robins (1989); as metafor's rma.mh.</summary>
    Sato,

    /// <summary>For few large strata: Greenland, Robins (1985).</summary>
    GreenlandRobins,
}

/// <summary>One effect common to all strata, each stratum compared within itself. R's mantelhaen.test and metafor's rma.mh. A stratum with an empty group adds nothing. Reference: Mantel, Haenszel (1959), JNCI 22:719-748.</summary>
public static class MantelHaenszel
{
    /// <summary>The common odds ratio with the interval of Robins, Breslow and Greenland; the standard error is that of the logarithm.</summary>
    public static Answer<Estimate> OddsRatio(double level, params ReadOnlySpan<Stratum> strata)
    {
        if (Stratum.Check(strata, level) is { } why)
        {
            return why;
        }

        var r = Stratum.Sum(strata, (a, n, c, m) => a * (m - c) / (n + m));
        var s = Stratum.Sum(strata, (a, n, c, m) => (n - a) * c / (n + m));
        if (r <= 0 || s <= 0)
        {
            return Obstacle.ZeroCell;
        }

        var pr = Stratum.Sum(strata, (a, n, c, m) => (a + m - c) * a * (m - c) / ((n + m) * (n + m)));
        var cross = Stratum.Sum(
            strata,
            (a, n, c, m) => ((a + m - c) * (n - a) * c + (n - a + c) * a * (m - c)) / ((n + m) * (n + m))
        );
        var qs = Stratum.Sum(strata, (a, n, c, m) => (n - a + c) * (n - a) * c / ((n + m) * (n + m)));
        var error = Math.Sqrt(pr / (2 * r * r) + cross / (2 * r * s) + qs / (2 * s * s));
        return Ratio(r / s, error, level, Stratum.People(strata), Methods.CommonOdds);
    }

    /// <summary>The common ratio of proportions with the interval of Greenland and Robins; the standard error is that of the logarithm.</summary>
    public static Answer<Estimate> RiskRatio(double level, params ReadOnlySpan<Stratum> strata)
    {
        if (Stratum.Check(strata, level) is { } why)
        {
            return why;
        }

        var r = Stratum.Sum(strata, (a, n, c, m) => a * m / (n + m));
        var s = Stratum.Sum(strata, (a, n, c, m) => c * n / (n + m));
        if (r <= 0 || s <= 0)
        {
            return Obstacle.ZeroCell;
        }

        var p = Stratum.Sum(strata, (a, n, c, m) => (n * m * (a + c) - a * c * (n + m)) / ((n + m) * (n + m)));
        return p <= 0
            ? Obstacle.NoVariation
            : Ratio(r / s, Math.Sqrt(p / (r * s)), level, Stratum.People(strata), Methods.CommonRatio);
    }

    /// <summary>The common difference of proportions, weighted by n·m/(n + m).</summary>
    public static Answer<Estimate> RiskDifference(
        double level,
        CommonDifferenceError error,
        params ReadOnlySpan<Stratum> strata
    )
    {
        if (Stratum.Check(strata, level) is { } why)
        {
            return why;
        }

        var weight = Stratum.Sum(strata, (a, n, c, m) => n * m / (n + m));
        if (weight <= 0)
        {
            return Obstacle.BlockWithoutBothGroups;
        }

        var difference = Stratum.Sum(strata, (a, n, c, m) => (a * m - c * n) / (n + m)) / weight;
        var variance =
            error switch
            {
                CommonDifferenceError.Sato => difference
                    * Stratum.Sum(
                        strata,
                        (a, n, c, m) => (c * n * n - a * m * m + n * m * (m - n) / 2) / ((n + m) * (n + m))
                    )
                    + Stratum.Sum(strata, (a, n, c, m) => (a * (m - c) + c * (n - a)) / (n + m)) / 2,
                CommonDifferenceError.GreenlandRobins => Stratum.Sum(
                    strata,
                    (a, n, c, m) => (a * (n - a) * m * m * m + c * (m - c) * n * n * n) / (n * m * (n + m) * (n + m))
                ),
            } / (weight * weight);
        if (!(variance > 1e-15 / weight))
        {
            return Obstacle.NoVariation;
        }

        var half = Confidence.CriticalValue(level) * Math.Sqrt(variance);
        return new Estimate
        {
            Value = difference,
            StandardError = Math.Sqrt(variance),
            Interval = new Interval(difference - half, difference + half, level),
            N = Stratum.People(strata),
            Method = error is CommonDifferenceError.Sato ? Methods.CommonDifference : Methods.CommonDifferenceLarge,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample, Assumption.SameEffectInAllStrata],
            Warnings = difference - half < -1 || difference + half > 1 ? [Warning.IntervalOutsideRange] : [],
        };
    }

    /// <summary>The Cochran–Mantel–Haenszel test that the groups do not differ within strata. The continuity correction is R's default; it is left out when it would change the sign.</summary>
    public static Answer<TestResult> Test(Alternative alternative, bool continuity, params ReadOnlySpan<Stratum> strata)
    {
        if (Stratum.Check(strata) is { } why)
        {
            return why;
        }

        double surplus = 0;
        double variance = 0;
        foreach (var stratum in strata)
        {
            if (stratum.N > 0)
            {
                surplus += stratum.First.Events - stratum.Expected;
                variance += stratum.Variance;
            }
        }

        if (variance <= 0)
        {
            return Obstacle.NoVariation;
        }

        var size = Math.Abs(surplus);
        var corrected = size - (continuity && size >= 0.5 ? 0.5 : 0);
        var statistic = corrected * corrected / variance;
        return new TestResult
        {
            Statistic = statistic,
            DegreesOfFreedom = 1,
            P =
                alternative is Alternative.TwoSided
                    ? ChiSquareDistribution.Upper(statistic, 1)
                    : Confidence.P(Math.Sign(surplus) * Math.Sqrt(statistic), alternative),
            N = Stratum.People(strata),
            Method = continuity ? Methods.CochranMantelHaenszelCorrected : Methods.CochranMantelHaenszel,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample, Assumption.MarginsFixed],
        };
    }

    private static Estimate Ratio(double ratio, double error, double level, long n, Method method)
    {
        var factor = Math.Exp(Confidence.CriticalValue(level) * error);
        return new()
        {
            Value = ratio,
            StandardError = error,
            Interval = new Interval(ratio / factor, ratio * factor, level),
            N = n,
            Method = method,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample, Assumption.SameEffectInAllStrata],
        };
    }
}
