// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Proportions;

/// <summary>The odds in the first group divided by the odds in the second. Witness: reference 01.</summary>
public static class OddsRatio
{
    /// <summary>Woolf's interval on the log scale; the standard error is that of the logarithm. Not estimable when a cell is zero.</summary>
    public static Answer<Estimate> Woolf(Proportion first, Proportion second, double level)
    {
        if (Proportion.Check(level, first, second) is { } why)
        {
            return why;
        }

        if (first.WithoutVariation || second.WithoutVariation)
        {
            return Obstacle.ZeroCell;
        }

        var ratio = (double)first.Events / first.Others * second.Others / second.Events;
        var error = Math.Sqrt(1.0 / first.Events + 1.0 / first.Others + 1.0 / second.Events + 1.0 / second.Others);
        var factor = Math.Exp(Confidence.CriticalValue(level) * error);
        return new Estimate
        {
            Value = ratio,
            StandardError = error,
            Interval = new Interval(ratio / factor, ratio * factor, level),
            N = first.Size + second.Size,
            Method = Methods.Woolf,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
        };
    }

    /// <summary>The conditional maximum-likelihood odds ratio with Fisher's exact interval, as R's fisher.test (whose own root finding stops at 1e-4; ours goes on to the last digit).</summary>
    public static Answer<Estimate> Conditional(Proportion first, Proportion second, double level)
    {
        if (Proportion.Check(level, first, second) is { } why)
        {
            return why;
        }

        if (Hypergeometric.TooMany(first.Size, second.Size, first.Events + second.Events))
        {
            return Obstacle.TooManyTables;
        }

        var odds = new ConditionalOdds(first, second);
        if (odds.Fixed)
        {
            return Obstacle.NoVariation;
        }

        return new Estimate
        {
            Value = odds.MostLikely(),
            Interval = new Interval(odds.LowerLimit((1 - level) / 2), odds.UpperLimit((1 - level) / 2), level),
            N = first.Size + second.Size,
            Method = Methods.ConditionalOdds,
            Assumptions = [Assumption.IndependentUnits, Assumption.MarginsFixed],
            Warnings = odds.AtTheEdge ? [Warning.EstimateAtTheEdge] : [],
        };
    }
}
