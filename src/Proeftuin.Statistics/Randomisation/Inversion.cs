// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomisation;

/// <summary>The effects a two-sided test does not reject. For effect τ a redraw counts against the observed value when |a − τb| ≥ |o − τ|, where a is the redrawn statistic of the outcomes and b that of being treated; that is an interval of τ, so the p-value is a step function whose steps are known.</summary>
internal static class Inversion
{
    public static Interval Of(
        double observed,
        double[] redrawn,
        double[] treated,
        double[]? weights,
        double level,
        bool exact
    )
    {
        var edges = new List<(double At, bool Opens, double Weight)>();
        double always = exact ? 0 : 1;
        var total = always;
        for (var i = 0; i < redrawn.Length; i++)
        {
            var (a, b, weight) = (redrawn[i], treated[i], weights?[i] ?? 1);
            if (double.IsNaN(a) || double.IsNaN(b))
            {
                continue;
            }

            total += weight;
            if (1 - Math.Abs(b) < 1e-12)
            {
                always += weight;
                continue;
            }

            var one = (observed - a) / (1 - b);
            var other = (observed + a) / (1 + b);
            edges.Add((Math.Min(one, other), true, weight));
            edges.Add((Math.Max(one, other), false, weight));
        }

        // a hair above 1 − level, so that p = 0.05 exactly is rejected however the weights were added
        var needed = (1 - level) * total * (1 + 1e-12);
        if (always > needed)
        {
            return new Interval(double.NegativeInfinity, double.PositiveInfinity, level);
        }

        return new Interval(
            Crossing(edges.OrderBy(e => e.At).ThenByDescending(e => e.Opens), always, needed, forward: true, observed),
            Crossing(edges.OrderByDescending(e => e.At).ThenBy(e => e.Opens), always, needed, forward: false, observed),
            level
        );
    }

    /// <summary>Walking inwards, the first effect at which enough draws count.</summary>
    private static double Crossing(
        IEnumerable<(double At, bool Opens, double Weight)> edges,
        double counting,
        double needed,
        bool forward,
        double observed
    )
    {
        foreach (var (at, opens, weight) in edges)
        {
            counting += opens == forward ? weight : -weight;
            if (counting > needed)
            {
                return at;
            }
        }

        return observed;
    }
}
