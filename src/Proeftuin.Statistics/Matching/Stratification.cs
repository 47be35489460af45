// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Matching;

/// <summary>Weighting within subclasses of the score or within exact strata, for the effect on the treated. Strata without treated or without controls drop out. R: matchit(method = "subclass") and (method = "exact"). Witness: reference 13.</summary>
public static class Stratification
{
    private static readonly Method Subclass = new(
        "subclassification on a score",
        "Rosenbaum, Rubin (1984), JASA 79:516-524"
    );

    private static readonly Method ExactMethod = new(
        "exact matching",
        "Ho, Imai, King, Stuart (2011), Journal of Statistical Software 42:8"
    );

    /// <summary>Subclasses with about as many treated units each: bounds are the quantiles (R's type 7) of the treated scores.</summary>
    public static Answer<MatchedSample> Subclasses(IReadOnlyList<double> scores, IReadOnlyList<bool> treated, int count)
    {
        Vectors.SameLength(scores.Count, treated.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!scores.All(double.IsFinite))
        {
            return Obstacle.NotFinite;
        }

        double[] sorted = [.. scores.Where((_, i) => treated[i]).Order()];
        if (sorted.Length == 0)
        {
            return Obstacle.EmptyGroup;
        }

        var bounds = new double[count + 1];
        for (var k = 0; k <= count; k++)
        {
            var at = (double)k / count * (sorted.Length - 1);
            var below = (int)Math.Floor(at);
            bounds[k] = sorted[below] + (at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
        }

        int[] labels = [.. scores.Select(score => Math.Clamp(bounds.Count(bound => bound <= score) - 1, 0, count - 1))];
        return Weighted(labels, treated, Subclass);
    }

    /// <summary>Strata of units with the same label (one per combination of covariates).</summary>
    public static Answer<MatchedSample> Exact(IReadOnlyList<int> labels, IReadOnlyList<bool> treated) =>
        Weighted([.. labels], treated, ExactMethod);

    private static Answer<MatchedSample> Weighted(int[] labels, IReadOnlyList<bool> treated, Method method)
    {
        Vectors.SameLength(labels.Length, treated.Count);
        if (!treated.Contains(true) || !treated.Contains(false))
        {
            return Obstacle.EmptyGroup;
        }

        var counts = new Dictionary<int, (int Treated, int Controls)>();
        for (var i = 0; i < labels.Length; i++)
        {
            var (yes, no) = counts.GetValueOrDefault(labels[i]);
            counts[labels[i]] = treated[i] ? (yes + 1, no) : (yes, no + 1);
        }

        var weights = new double[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            var (yes, no) = counts[labels[i]];
            weights[i] =
                yes == 0 || no == 0 ? 0
                : treated[i] ? 1
                : (double)yes / no;
        }

        if (!weights.Any(weight => weight > 0))
        {
            return Obstacle.NothingMatched;
        }

        MatchedSample.Normalise(weights, treated);
        return new MatchedSample
        {
            Treated = treated,
            Weights = weights,
            Strata = [.. labels.Select((label, i) => weights[i] > 0 ? label : -1)],
            Method = method,
        };
    }
}
