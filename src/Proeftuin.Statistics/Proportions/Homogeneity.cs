// SPDX-License-Identifier: EUPL-1.2
using ChiSquareDistribution = Proeftuin.Statistics.Distributions.ChiSquare;

namespace Proeftuin.Statistics.Proportions;

/// <summary>Tests that the odds ratio is the same in all strata. Strata that say nothing about odds are left out and do not count as degrees of freedom.</summary>
public static class Homogeneity
{
    /// <summary>Breslow and Day's test around the Mantel–Haenszel odds ratio, with Tarone's correction or without (DescTools' BreslowDayTest). Needs two informative strata.</summary>
    public static Answer<TestResult> BreslowDay(bool tarone, params ReadOnlySpan<Stratum> strata) =>
        BreslowDay(strata.ToArray(), tarone);

    /// <summary>Woolf's test: the spread of the log odds ratios around their weighted mean; a half is added to every cell (vcd's woolf_test).</summary>
    public static Answer<TestResult> Woolf(params ReadOnlySpan<Stratum> strata)
    {
        if (Stratum.Check(strata) is { } why)
        {
            return why;
        }

        double weights = 0;
        double sum = 0;
        double squares = 0;
        var count = 0;
        foreach (var s in strata)
        {
            if (s.First.Size > 0 && s.Second.Size > 0)
            {
                var (a, b, c, d) = (
                    s.First.Events + 0.5,
                    s.First.Others + 0.5,
                    s.Second.Events + 0.5,
                    s.Second.Others + 0.5
                );
                var weight = 1 / (1 / a + 1 / b + 1 / c + 1 / d);
                var log = Math.Log(a * d / (b * c));
                (weights, sum, squares) = (weights + weight, sum + weight * log, squares + weight * log * log);
                count++;
            }
        }

        return count < 2
            ? Obstacle.TooFewGroups
            : Result(
                Math.Max(0, squares - sum * sum / weights),
                count - 1,
                Stratum.People(strata),
                Methods.WoolfHomogeneity
            );
    }

    private static Answer<TestResult> BreslowDay(Stratum[] strata, bool tarone)
    {
        if (Stratum.Check(strata) is { } why)
        {
            return why;
        }

        var informative = Array.FindAll(strata, s => s.Informative);
        if (informative.Length < 2)
        {
            return Obstacle.TooFewGroups;
        }

        return MantelHaenszel
            .OddsRatio(0.95, strata)
            .Then(common => Around(informative, common.Value, tarone, Stratum.People(strata)));
    }

    private static Answer<TestResult> Around(Stratum[] strata, double odds, bool tarone, long n)
    {
        double statistic = 0;
        double surplus = 0;
        double variances = 0;
        foreach (var s in strata)
        {
            var expected = Expected(s, odds);
            var variance =
                1
                / (
                    1 / expected
                    + 1 / (s.First.Size - expected)
                    + 1 / (s.Events - expected)
                    + 1 / (s.Second.Size - s.Events + expected)
                );
            var distance = s.First.Events - expected;
            statistic += distance * distance / variance;
            surplus += distance;
            variances += variance;
        }

        var correction = tarone ? surplus * surplus / variances : 0;
        return Result(
            Math.Max(0, statistic - correction),
            strata.Length - 1,
            n,
            tarone ? Methods.BreslowDayTarone : Methods.BreslowDay
        );
    }

    /// <summary>The events in the first group that give this odds ratio with the margins of the stratum: the root of a quadratic that lies in range, in the form that does not cancel.</summary>
    private static double Expected(Stratum s, double odds)
    {
        double n = s.First.Size;
        var linear = s.Second.Size - s.Events + odds * (n + s.Events);
        var constant = odds * n * s.Events;
        var root = Math.Sqrt(linear * linear - 4 * (odds - 1) * constant);
        return 2 * constant / (linear + root);
    }

    private static TestResult Result(double statistic, int degreesOfFreedom, long n, Method method) =>
        new()
        {
            Statistic = statistic,
            DegreesOfFreedom = degreesOfFreedom,
            P = ChiSquareDistribution.Upper(statistic, degreesOfFreedom),
            N = n,
            Method = method,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
        };
}
