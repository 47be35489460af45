// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Proportions;

/// <summary>Exact inference on one odds ratio common to all strata, given all margins; R's mantelhaen.test(exact = TRUE), whose own root finding stops at 1e-4 where ours goes on. Reference: Mehta, Patel, Gray (1985), JASA 80:969-973.</summary>
public static class StratifiedExact
{
    /// <summary>More steps than this and the answer is <see cref="Obstacle.TooManyTables"/>.</summary>
    private const double MostSteps = 4e8;

    /// <summary>The conditional maximum-likelihood odds ratio with its exact interval.</summary>
    public static Answer<Estimate> OddsRatio(double level, params ReadOnlySpan<Stratum> strata)
    {
        var n = Stratum.People(strata);
        return Of(strata.ToArray(), level)
            .Map(odds => new Estimate
            {
                Value = odds.MostLikely(),
                Interval = new Interval(odds.LowerLimit((1 - level) / 2), odds.UpperLimit((1 - level) / 2), level),
                N = n,
                Method = Methods.CommonOddsExact,
                Assumptions = [Assumption.IndependentUnits, Assumption.MarginsFixed, Assumption.SameEffectInAllStrata],
                Warnings = odds.AtTheEdge ? [Warning.EstimateAtTheEdge] : [],
            });
    }

    /// <summary>The exact test that the groups do not differ within strata. The statistic is the number of events in the first group.</summary>
    public static Answer<TestResult> Test(Alternative alternative, params ReadOnlySpan<Stratum> strata)
    {
        var n = Stratum.People(strata);
        return Of(strata.ToArray(), 0.5)
            .Map(odds => new TestResult
            {
                Statistic = odds.Observed,
                P = odds.P(alternative),
                N = n,
                Method = Methods.CochranMantelHaenszelExact,
                Assumptions = [Assumption.IndependentUnits, Assumption.MarginsFixed],
            });
    }

    private static Answer<ConditionalOdds> Of(Stratum[] strata, double level)
    {
        if (Stratum.Check(strata, level) is { } why)
        {
            return why;
        }

        double steps = 0;
        double length = 1;
        foreach (var s in strata)
        {
            var own = Math.Min(s.First.Size, s.Events) - Math.Max(0, s.Events - s.Second.Size) + 1;
            steps += length * own;
            length += own;
        }

        if (steps > MostSteps)
        {
            return Obstacle.TooManyTables;
        }

        var odds = ConditionalOdds.Of(strata);
        return odds.Fixed ? Obstacle.NoVariation : odds;
    }
}
