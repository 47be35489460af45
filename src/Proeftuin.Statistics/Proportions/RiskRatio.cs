// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Proportions;

/// <summary>The first proportion divided by the second. Witness: reference 01.</summary>
public static class RiskRatio
{
    /// <summary>Katz's interval on the log scale; the standard error is that of the logarithm. Not estimable when a group has no outcomes.</summary>
    public static Answer<Estimate> Katz(Proportion first, Proportion second, double level)
    {
        if (Proportion.Check(level, first, second) is { } why)
        {
            return why;
        }

        if (first.Events == 0 || second.Events == 0)
        {
            return Obstacle.ZeroCell;
        }

        var error = Math.Sqrt(1.0 / first.Events - 1.0 / first.Size + 1.0 / second.Events - 1.0 / second.Size);
        if (error <= 0)
        {
            return Obstacle.NoVariation;
        }

        var ratio = first.Value / second.Value;
        var factor = Math.Exp(Confidence.CriticalValue(level) * error);
        return new Estimate
        {
            Value = ratio,
            StandardError = error,
            Interval = new Interval(ratio / factor, ratio * factor, level),
            N = first.Size + second.Size,
            Method = Methods.Katz,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
        };
    }
}
