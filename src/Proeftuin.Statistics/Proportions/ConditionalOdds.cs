// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Proportions;

/// <summary>Fisher's noncentral hypergeometric distribution of the events in the first group, given the margins, as a function of the odds ratio.</summary>
internal sealed class ConditionalOdds
{
    /// <summary>Odds ratios are searched between e^-60 and e^60.</summary>
    private const double Widest = 60;

    private readonly long observed;
    private readonly long lowest;
    private readonly double[] logWeights;

    public ConditionalOdds(Proportion first, Proportion second)
    {
        var events = first.Events + second.Events;
        observed = first.Events;
        lowest = Math.Max(0, events - second.Size);
        logWeights = new double[Math.Min(first.Size, events) - lowest + 1];
        for (var i = 1; i < logWeights.Length; i++)
        {
            // the ratio of neighbouring hypergeometric probabilities, which cannot underflow as the probabilities can
            var k = lowest + i;
            var ratio = (double)(events - k + 1) / k * (first.Size - k + 1) / (second.Size - events + k);
            logWeights[i] = logWeights[i - 1] + Math.Log(ratio);
        }
    }

    /// <summary>The margins allow one table only.</summary>
    public bool Fixed => logWeights.Length == 1;

    public bool AtTheEdge => observed == lowest || observed == lowest + logWeights.Length - 1;

    public double MostLikely() =>
        observed == lowest ? 0
        : AtTheEdge ? double.PositiveInfinity
        : Math.Exp(Roots.Between(-Widest, Widest, t => Expected(t, k => k) - observed));

    public double LowerLimit(double tail) =>
        observed == lowest
            ? 0
            : Math.Exp(Roots.Between(-Widest, Widest, t => Expected(t, k => k >= observed ? 1 : 0) - tail));

    public double UpperLimit(double tail) =>
        observed == lowest + logWeights.Length - 1
            ? double.PositiveInfinity
            : Math.Exp(Roots.Between(-Widest, Widest, t => Expected(t, k => k <= observed ? 1 : 0) - tail));

    /// <summary>The expectation of g(K) at log odds ratio t.</summary>
    private double Expected(double t, Func<long, double> g)
    {
        var largest = double.NegativeInfinity;
        for (var i = 0; i < logWeights.Length; i++)
        {
            largest = Math.Max(largest, logWeights[i] + i * t);
        }

        double sum = 0;
        double total = 0;
        for (var i = 0; i < logWeights.Length; i++)
        {
            var weight = Math.Exp(logWeights[i] + i * t - largest);
            sum += weight * g(lowest + i);
            total += weight;
        }

        return sum / total;
    }
}
