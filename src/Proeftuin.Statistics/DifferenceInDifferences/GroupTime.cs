// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.DifferenceInDifferences;

/// <summary>With whom those who began are compared. did: control_group.</summary>
public enum Comparison
{
    /// <summary>Who never begins within the data. did: "nevertreated".</summary>
    NeverTreated,

    /// <summary>Who has not begun yet at the time, and who never does. did: "notyettreated".</summary>
    NotYetTreated,
}

/// <summary>What a period before the beginning is compared with. did: base_period.</summary>
public enum BasePeriod
{
    /// <summary>Always the last period before the beginning. did: "universal".</summary>
    Universal,

    /// <summary>Before the beginning the period before; afterwards the last one before the beginning. did: "varying", its default.</summary>
    Varying,
}

/// <summary>The effect in one period on those who began in one period.</summary>
public sealed record GroupTimeEffect(int Group, int Period, Estimate Effect);

/// <summary>Difference-in-differences when units begin at different times (Callaway and Sant'Anna, without covariates): an effect per starting group and period, each against units that had not begun, so that late starters never serve as a control after they began. Errors by influence functions over units, as did with bstrap = FALSE. Reference: Callaway, Sant'Anna (2021), Journal of Econometrics 225:200-230; the call for one group and period stands in reference 14.</summary>
public static class GroupTime
{
    /// <summary>A complete panel, one row per unit and period in any order. <paramref name="starts"/> is the first period in which the row's unit is treated, the same on all its rows, and 0 for who never is; units that began in the first period are left out.</summary>
    public static Answer<GroupTimeEffects> Of(
        IReadOnlyList<double> outcomes,
        IReadOnlyList<int> units,
        IReadOnlyList<int> periods,
        IReadOnlyList<int> starts,
        double level,
        Comparison comparison = Comparison.NeverTreated,
        BasePeriod basePeriod = BasePeriod.Varying
    )
    {
        Vectors.SameLength(outcomes.Count, units.Count);
        Vectors.SameLength(outcomes.Count, periods.Count);
        Vectors.SameLength(outcomes.Count, starts.Count);
        if (!Confidence.IsLevel(level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        if (!outcomes.All(double.IsFinite))
        {
            return Obstacle.NotFinite;
        }

        return StaggeredPanel.Of(outcomes, units, periods, starts) is { } panel
            ? Of(panel, level, comparison, basePeriod)
            : Obstacle.UnbalancedPanel;
    }

    private static Answer<GroupTimeEffects> Of(
        StaggeredPanel panel,
        double level,
        Comparison comparison,
        BasePeriod basePeriod
    )
    {
        var effects = new List<GroupTimeEffect>();
        var influences = new List<double[]>();
        foreach (var group in panel.Groups)
        {
            var last = Array.FindLastIndex(panel.Periods, period => period < group);
            for (var t = 0; t < panel.Periods.Length; t++)
            {
                var from = panel.Periods[t] >= group || basePeriod == BasePeriod.Universal ? last : t - 1;
                if (from < 0 || from == t)
                {
                    continue;
                }

                var until = panel.Periods[Math.Max(t, from)];
                bool Control(int unit) =>
                    panel.Starts[unit] == 0
                    || (
                        comparison == Comparison.NotYetTreated
                        && panel.Starts[unit] > until
                        && panel.Starts[unit] != group
                    );
                if (One(panel, group, (from, t), Control, level) is { } one)
                {
                    effects.Add(new GroupTimeEffect(group, panel.Periods[t], one.Effect));
                    influences.Add(one.Influence);
                }
            }
        }

        return effects.Count > 0 ? new GroupTimeEffects(panel, effects, influences, level) : Obstacle.EmptyGroup;
    }

    /// <summary>The change of the group less that of its controls, and what each unit contributes to its error; null when nobody is left to compare with.</summary>
    private static (Estimate Effect, double[] Influence)? One(
        StaggeredPanel panel,
        int group,
        (int From, int To) times,
        Func<int, bool> control,
        double level
    )
    {
        var n = panel.Starts.Length;
        var change = new double[n];
        var sums = new double[2];
        var counts = new double[2];
        var side = new int[n];
        for (var unit = 0; unit < n; unit++)
        {
            side[unit] =
                panel.Starts[unit] == group ? 1
                : control(unit) ? 0
                : -1;
            if (side[unit] >= 0)
            {
                change[unit] = panel.Outcomes[unit][times.To] - panel.Outcomes[unit][times.From];
                sums[side[unit]] += change[unit];
                counts[side[unit]]++;
            }
        }

        if (counts[0] <= 0 || counts[1] <= 0)
        {
            return null;
        }

        var influence = new double[n];
        for (var unit = 0; unit < n; unit++)
        {
            if (side[unit] >= 0)
            {
                var own = n / counts[side[unit]] * (change[unit] - sums[side[unit]] / counts[side[unit]]);
                influence[unit] = side[unit] == 1 ? own : -own;
            }
        }

        var value = sums[1] / counts[1] - sums[0] / counts[0];
        return (GroupTimeEffects.Estimated(value, influence, (long)(counts[0] + counts[1]), level), influence);
    }
}
