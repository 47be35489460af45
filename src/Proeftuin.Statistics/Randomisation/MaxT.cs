// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>One of several hypotheses tested together: an outcome and what is compared of it.</summary>
public sealed record Hypothesis(IReadOnlyList<double> Outcomes, Statistic Statistic);

/// <summary>One hypothesis after correction for all that were tested together.</summary>
public sealed record AdjustedTest
{
    public required double Observed { get; init; }

    /// <summary>The observed value in standard deviations of its own null distribution.</summary>
    public required double Standardised { get; init; }

    /// <summary>Two-sided p without correction.</summary>
    public required double P { get; init; }

    /// <summary>The chance that the largest of all standardised values is at least this one.</summary>
    public required double SingleStep { get; init; }

    /// <summary>As <see cref="SingleStep"/>, but the largest only of this one and those with smaller observed values: never higher.</summary>
    public required double StepDown { get; init; }
}

/// <summary>Several comparisons, outcomes or subgroups tested together by redrawing once for all: the correction knows how they hang together, so it is milder than Bonferroni's. Holds the chance of any false rejection at the level when no arm does anything. Reference: Westfall, Young (1993), algorithms 2.5 and 2.8.</summary>
public static class MaxT
{
    public static Answer<IReadOnlyList<AdjustedTest>> Test(
        IReadOnlyList<Hypothesis> hypotheses,
        IReadOnlyList<int> arms,
        Declaration declaration,
        Redrawing? how = null
    )
    {
        how ??= new Redrawing();
        if (hypotheses.Count == 0)
        {
            return Obstacle.TooFewGroups;
        }

        Lots? lots = null;
        foreach (var hypothesis in hypotheses)
        {
            Vectors.SameLength(hypothesis.Outcomes.Count, arms.Count);
            // whether this one could be tested alone
            var alone = Comparison.Of(hypothesis.Outcomes, arms, declaration, hypothesis.Statistic.Pair);
            if (alone is Answer<Comparison>.NotEstimable no)
            {
                return no.Why;
            }

            // one joint redraw among everybody who was drawn
            var joint = Comparison.Of(hypothesis.Outcomes, arms, declaration, pair: null);
            if (joint is Answer<Comparison>.NotEstimable why)
            {
                return why.Why;
            }

            lots ??= joint.OrThrow().Lots;
        }

        return Adjusted(hypotheses, [.. arms], lots!, how);
    }

    private static Answer<IReadOnlyList<AdjustedTest>> Adjusted(
        IReadOnlyList<Hypothesis> hypotheses,
        int[] arms,
        Lots lots,
        Redrawing how
    )
    {
        Func<int[], double>[] statistics =
        [
            .. hypotheses.Select(h =>
            {
                var outcomes = h.Outcomes.ToArray();
                return (Func<int[], double>)(drawn => h.Statistic.Of(outcomes, drawn));
            }),
        ];
        var exact = lots.Count <= how.ExactUpTo;
        var (values, weights) = exact ? Redraws.All(lots, statistics) : (Redraws.Some(lots, statistics, how), null);
        var draws = values[0].Length;
        var usable = new double[draws];
        for (var i = 0; i < draws; i++)
        {
            usable[i] = Array.Exists(values, row => double.IsNaN(row[i])) ? 0 : weights?[i] ?? 1;
        }

        var observed = new double[hypotheses.Count];
        for (var h = 0; h < hypotheses.Count; h++)
        {
            observed[h] = Standardise(values[h], usable, statistics[h](arms));
            if (!double.IsFinite(observed[h]))
            {
                return Obstacle.DegenerateNull;
            }
        }

        var all = (exact ? 0 : 1) + usable.Sum();
        double P(double value, Func<int, double> redrawn)
        {
            double counted = exact ? 0 : 1;
            for (var i = 0; i < draws; i++)
            {
                counted += usable[i] > 0 && redrawn(i) >= value - 1e-9 * Math.Max(1, value) ? usable[i] : 0;
            }

            return Math.Min(1, counted / all);
        }

        int[] order = [.. Enumerable.Range(0, observed.Length).OrderBy(h => observed[h])];
        var largest = new double[draws];
        var stepDown = new double[observed.Length];
        foreach (var h in order)
        {
            for (var i = 0; i < draws; i++)
            {
                largest[i] = Math.Max(largest[i], values[h][i]);
            }

            stepDown[h] = P(observed[h], i => largest[i]);
        }

        double above = 0;
        foreach (var h in order.Reverse())
        {
            above = stepDown[h] = Math.Max(above, stepDown[h]);
        }

        return observed
            .Select(
                (value, h) =>
                    new AdjustedTest
                    {
                        Observed = statistics[h](arms),
                        Standardised = value,
                        P = P(value, i => values[h][i]),
                        SingleStep = P(value, i => largest[i]),
                        StepDown = stepDown[h],
                    }
            )
            .ToArray();
    }

    /// <summary>Turns the redrawn values into distances from their mean in standard deviations, in place, and gives that of the observed value; NaN when they do not vary.</summary>
    private static double Standardise(double[] values, double[] weights, double observed)
    {
        double total = 0;
        double sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            total += weights[i];
            sum += weights[i] > 0 ? weights[i] * values[i] : 0;
        }

        var mean = sum / total;
        double squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            squares += weights[i] > 0 ? weights[i] * (values[i] - mean) * (values[i] - mean) : 0;
        }

        var spread = Math.Sqrt(squares / total);
        if (!(spread > 1e-12 * Math.Abs(mean)))
        {
            return double.NaN;
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Abs(values[i] - mean) / spread;
        }

        return Math.Abs(observed - mean) / spread;
    }
}
