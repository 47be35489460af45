// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.DifferenceInDifferences;

/// <summary>How group-time effects are put together. did: aggte's type.</summary>
public enum Aggregation
{
    /// <summary>All effects after the beginning, by the size of the group. did: "simple".</summary>
    Simple,

    /// <summary>By periods since the beginning (negative: before). did: "dynamic".</summary>
    SinceBeginning,

    /// <summary>By the period in which units began. did: "group".</summary>
    Group,

    /// <summary>By period. did: "calendar".</summary>
    Calendar,
}

/// <summary>An effect for one label (periods since the beginning, a starting group, or a period).</summary>
public sealed record LabelledEffect(int Label, Estimate Effect);

/// <summary>Effects put together, with their mean over the labels at or after the beginning.</summary>
public sealed record AggregatedEffects(IReadOnlyList<LabelledEffect> Effects, Estimate Overall);

/// <summary>All group-time effects of a panel, and what each unit contributes to their errors.</summary>
public sealed class GroupTimeEffects
{
    private readonly StaggeredPanel panel;
    private readonly IReadOnlyList<double[]> influences;
    private readonly double level;

    internal GroupTimeEffects(
        StaggeredPanel panel,
        IReadOnlyList<GroupTimeEffect> effects,
        IReadOnlyList<double[]> influences,
        double level
    ) => (this.panel, Effects, this.influences, this.level) = (panel, effects, influences, level);

    /// <summary>By group, then by period.</summary>
    public IReadOnlyList<GroupTimeEffect> Effects { get; }

    /// <summary>The effects put together; the sizes of the groups count as estimated, as in did. Not estimable when no effect lies after the beginning.</summary>
    public Answer<AggregatedEffects> Aggregate(Aggregation aggregation)
    {
        int[] after = [.. Enumerable.Range(0, Effects.Count).Where(k => Effects[k].Period >= Effects[k].Group)];
        if (after.Length == 0)
        {
            return Obstacle.EmptyGroup;
        }

        if (aggregation == Aggregation.Simple)
        {
            return new AggregatedEffects([], Of(after).Estimate);
        }

        int[] all = aggregation == Aggregation.SinceBeginning ? [.. Enumerable.Range(0, Effects.Count)] : after;
        var labelled = all.GroupBy(k => Label(Effects[k], aggregation))
            .OrderBy(group => group.Key)
            .Select(group => (Label: group.Key, Together: Of([.. group])))
            .ToList();
        var counted = aggregation == Aggregation.SinceBeginning ? labelled.Where(l => l.Label >= 0).ToList() : labelled;
        var overall =
            aggregation == Aggregation.Group
                ? Weighted(
                    [.. counted.Select(l => (l.Together.Estimate.Value, l.Together.Influence))],
                    [.. counted.Select(l => l.Label)]
                )
                : Mean([.. counted.Select(l => (l.Together.Estimate.Value, l.Together.Influence))]);
        return new AggregatedEffects(
            [.. labelled.Select(l => new LabelledEffect(l.Label, l.Together.Estimate))],
            overall.Estimate
        );
    }

    internal static Estimate Estimated(double value, double[] influence, long n, double level)
    {
        var error = Math.Sqrt(influence.Sum(x => x * x)) / influence.Length;
        var half = Confidence.CriticalValue(level) * error;
        return new Estimate
        {
            Value = value,
            StandardError = error,
            Interval = new Interval(value - half, value + half, level),
            N = n,
            Method = Trend.GroupTime,
            Assumptions = Trend.Assumed,
            Warnings = [Warning.NotRandomised],
        };
    }

    private static int Label(GroupTimeEffect effect, Aggregation aggregation) =>
        aggregation switch
        {
            Aggregation.SinceBeginning => effect.Period - effect.Group,
            Aggregation.Group => effect.Group,
            Aggregation.Calendar or Aggregation.Simple => effect.Period,
        };

    /// <summary>Effects weighted by the sizes of their groups.</summary>
    private (Estimate Estimate, double[] Influence) Of(int[] chosen) =>
        Weighted(
            Array.ConvertAll(chosen, k => (Effects[k].Effect.Value, influences[k])),
            Array.ConvertAll(chosen, k => Effects[k].Group)
        );

    private (Estimate Estimate, double[] Influence) Weighted((double Value, double[] Influence)[] parts, int[] groups)
    {
        var n = panel.Starts.Length;
        var shares = Array.ConvertAll(groups, group => (double)panel.Starts.Count(start => start == group) / n);
        var total = shares.Sum();
        double value = 0;
        var influence = new double[n];
        for (var k = 0; k < parts.Length; k++)
        {
            value += shares[k] / total * parts[k].Value;
        }

        for (var unit = 0; unit < n; unit++)
        {
            double moved = 0;
            for (var k = 0; k < parts.Length; k++)
            {
                moved += (panel.Starts[unit] == groups[k] ? 1 : 0) - shares[k];
            }

            for (var k = 0; k < parts.Length; k++)
            {
                // the effect itself, and the weight that is estimated too
                var own = (panel.Starts[unit] == groups[k] ? 1 : 0) - shares[k];
                influence[unit] +=
                    shares[k] / total * parts[k].Influence[unit]
                    + (own / total - moved * shares[k] / (total * total)) * parts[k].Value;
            }
        }

        return (Estimated(value, influence, n, level), influence);
    }

    private (Estimate Estimate, double[] Influence) Mean((double Value, double[] Influence)[] parts)
    {
        var influence = new double[panel.Starts.Length];
        foreach (var part in parts)
        {
            for (var unit = 0; unit < influence.Length; unit++)
            {
                influence[unit] += part.Influence[unit] / parts.Length;
            }
        }

        return (Estimated(parts.Average(part => part.Value), influence, influence.Length, level), influence);
    }
}
