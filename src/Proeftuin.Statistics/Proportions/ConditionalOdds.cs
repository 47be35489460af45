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

    private ConditionalOdds(long observed, long lowest, double[] logWeights) =>
        (this.observed, this.lowest, this.logWeights) = (observed, lowest, logWeights);

    /// <summary>The number of events in the first group over all strata: every stratum's distribution folded into the sum. Folding is done at an odds ratio near the one observed, so that what matters does not underflow.</summary>
    public static ConditionalOdds Of(IReadOnlyList<Stratum> strata)
    {
        double events = 0.5;
        double others = 0.5;
        long seen = 0;
        long fewest = 0;
        foreach (var s in strata)
        {
            seen += s.First.Events;
            if (s.Informative)
            {
                events += s.First.Events * (double)s.Second.Others / s.N;
                others += s.First.Others * (double)s.Second.Events / s.N;
            }
        }

        var tilt = Math.Log(events / others);
        double[] folded = [1];
        foreach (var s in strata)
        {
            var one = new ConditionalOdds(s.First, s.Second);
            fewest += one.lowest;
            folded = Folded(folded, one.At(tilt));
        }

        var logs = new double[folded.Length];
        for (var i = 0; i < logs.Length; i++)
        {
            logs[i] = Math.Log(folded[i]) - i * tilt;
        }

        return new ConditionalOdds(seen, fewest, logs);
    }

    public long Observed => observed;

    /// <summary>The p-value at odds ratio 1; two-sided adds all numbers at most as probable as the observed one.</summary>
    public double P(Alternative alternative)
    {
        var at = At(0);
        var place = (int)(observed - lowest);
        var limit = at[place] * ExactTests.SameProbability;
        double sum = 0;
        for (var i = 0; i < at.Length; i++)
        {
            sum += alternative switch
            {
                Alternative.TwoSided => at[i] <= limit,
                Alternative.Greater => i >= place,
                Alternative.Less => i <= place,
            }
                ? at[i]
                : 0;
        }

        return Math.Min(1, sum);
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

    /// <summary>The probabilities at log odds ratio t.</summary>
    private double[] At(double t)
    {
        var largest = double.NegativeInfinity;
        for (var i = 0; i < logWeights.Length; i++)
        {
            largest = Math.Max(largest, logWeights[i] + i * t);
        }

        var at = new double[logWeights.Length];
        double total = 0;
        for (var i = 0; i < at.Length; i++)
        {
            at[i] = Math.Exp(logWeights[i] + i * t - largest);
            total += at[i];
        }

        for (var i = 0; i < at.Length; i++)
        {
            at[i] /= total;
        }

        return at;
    }

    private static double[] Folded(double[] a, double[] b)
    {
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        var sum = new double[a.Length + b.Length - 1];
        for (var i = 0; i < shorter.Length; i++)
        {
            Linear.Vectors.Add(sum.AsSpan(i, longer.Length), shorter[i], longer);
        }

        return sum;
    }

    /// <summary>The expectation of g(K) at log odds ratio t.</summary>
    private double Expected(double t, Func<long, double> g)
    {
        var at = At(t);
        double sum = 0;
        for (var i = 0; i < at.Length; i++)
        {
            sum += at[i] * g(lowest + i);
        }

        return sum;
    }
}
