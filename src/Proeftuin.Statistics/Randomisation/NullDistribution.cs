// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomisation;

/// <summary>The values a statistic takes when the lots are drawn again and nobody's outcome depends on his arm; each with its probability when those differ.</summary>
public sealed class NullDistribution
{
    private readonly double[] values;
    private readonly double[]? weights;
    private readonly double total;
    private readonly double lowest;
    private readonly double highest;
    private readonly Lazy<(double[] Values, double[]? Weights)> sorted;

    /// <summary>Takes over the arrays; no weights means equally probable.</summary>
    internal NullDistribution(double[] values, double[]? weights)
    {
        (this.values, this.weights) = (values, weights);
        total = weights?.Sum() ?? values.Length;
        (lowest, highest) = values.Length == 0 ? (0, 0) : (values.Min(), values.Max());
        Mean = Expect(value => value);
        Spread = Math.Sqrt(Expect(value => (value - Mean) * (value - Mean)));
        sorted = new Lazy<(double[], double[]?)>(Sort);
    }

    /// <summary>The values from low to high; every draw is there, so equal values appear more than once.</summary>
    public IReadOnlyList<double> Values => sorted.Value.Values;

    public double Mean { get; }

    /// <summary>The standard deviation (divided by the number of draws, not one less).</summary>
    public double Spread { get; }

    /// <summary>The quantile of R's type 7; for values that are not equally probable the smallest value with at least this much probability up to it.</summary>
    public double Quantile(double p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(p, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1);
        var (ordered, along) = sorted.Value;
        if (along is null)
        {
            var at = p * (ordered.Length - 1);
            var below = (int)Math.Floor(at);
            var above = Math.Min(below + 1, ordered.Length - 1);
            return ordered[below] + (at - below) * (ordered[above] - ordered[below]);
        }

        double sum = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            sum += along[i];
            if (sum >= p * total * (1 - 1e-12))
            {
                return ordered[i];
            }
        }

        return ordered[^1];
    }

    /// <summary>Whether every draw gives the same value, so that there is nothing to compare with.</summary>
    internal bool IsDegenerate => highest - lowest <= Slack(highest);

    /// <summary>The probability of the values for which the condition holds.</summary>
    internal double Share(Func<double, bool> counts) => Weight(counts) / total;

    /// <summary>How many draws the condition holds for, or their probability where those differ.</summary>
    internal double Weight(Func<double, bool> counts)
    {
        double sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (counts(values[i]))
            {
                sum += weights?[i] ?? 1;
            }
        }

        return Math.Min(sum, total);
    }

    /// <summary>Within this distance two values of the statistic are equal: the same numbers added in another order.</summary>
    internal double Slack(double observed) => 1e-9 * Math.Max(Spread, Math.Abs(observed));

    private (double[] Values, double[]? Weights) Sort()
    {
        var ordered = (double[])values.Clone();
        var along = (double[]?)weights?.Clone();
        if (along is null)
        {
            Array.Sort(ordered);
        }
        else
        {
            Array.Sort(ordered, along);
        }

        return (ordered, along);
    }

    private double Expect(Func<double, double> function)
    {
        double sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += (weights?[i] ?? 1) * function(values[i]);
        }

        return sum / total;
    }
}
