// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>The Kaplan-Meier estimate of the probability of no event yet. Any cause counts as the event; use <see cref="FollowUp.Only"/> for one cause. R: survfit(Surv(…) ~ 1). Reference: Kaplan, Meier (1958), JASA 53:457-481; Greenwood (1926). Witness: reference 09 and 11.</summary>
public static class KaplanMeier
{
    private static readonly Method Greenwood = new(
        "Kaplan-Meier with Greenwood's variance",
        "Kaplan, Meier (1958), JASA 53:457-481"
    );

    private static readonly Method Jackknife = new(
        "Kaplan-Meier with the infinitesimal jackknife",
        "Kaplan, Meier (1958), JASA 53:457-481; Efron (1981), JASA 76:312-319"
    );

    /// <summary>One curve for all rows. Not estimable without rows, with numbers that are not finite, weights that are not positive, or stretches without length. Without any event the curve stays at 1 and carries a warning.</summary>
    public static Answer<SurvivalCurve> Of(FollowUp data, CurveOptions? options = null)
    {
        options ??= new CurveOptions();
        if (options.Clusters is { } clusters)
        {
            Vectors.SameLength(data.Count, clusters.Count);
        }

        if (!Confidence.IsLevel(options.Level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        if (data.Check() is { } why)
        {
            return why;
        }

        var grid = TimeGrid.Of(data.ExitTimes, data.EntryTimes);
        return grid.HasStretchWithoutLength ? Obstacle.StretchWithoutLength : Curve(data, grid, options);
    }

    /// <summary>A curve for each group, in ascending order of the groups' numbers. R: survfit(Surv(…) ~ group).</summary>
    public static IReadOnlyList<(int Group, Answer<SurvivalCurve> Curve)> ByGroup(
        FollowUp data,
        IReadOnlyList<int> groups,
        CurveOptions? options = null
    )
    {
        Vectors.SameLength(data.Count, groups.Count);
        options ??= new CurveOptions();
        return [.. Groups.Of(groups).Members().Select(g => (g.Label, Of(data.Rows(g.Rows), options.ForRows(g.Rows))))];
    }

    private static SurvivalCurve Curve(FollowUp data, TimeGrid grid, CurveOptions options)
    {
        var sets = RiskSets.Of(data, grid);
        var (survival, hazard) = (new double[grid.Count], new double[grid.Count]);
        var (logError, hazardError) = (new double[grid.Count], new double[grid.Count]);
        var (s, h, greenwood, variance) = (1.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < grid.Count; k++)
        {
            var (n, d) = (sets.AtRisk[k], sets.Events[k]);
            if (d > 0)
            {
                var left = RiskSets.Left(n, d);
                s *= left / n;
                h += d / n;
                greenwood += left > 0 ? d / (n * left) : double.PositiveInfinity;
                variance += d / (n * n);
            }

            (survival[k], hazard[k]) = (s, h);
            (logError[k], hazardError[k]) = (Math.Sqrt(greenwood), Math.Sqrt(variance));
        }

        // R asks for clusters before it trusts a jackknife of start-stop rows
        var robust =
            options.Robust ?? (options.Clusters is not null || (data.EntryTimes is null && data.HasFractionalWeights));
        if (robust)
        {
            var influence = new RowInfluence(data, grid, options.Clusters);
            influence.Fill(sets, logError, (n, d) => RiskSets.Left(n, d) is > 0 and var left ? 1 / left : 0);
            influence.Fill(sets, hazardError, (n, _) => 1 / n);
        }

        return new SurvivalCurve
        {
            Times = grid.Times,
            AtRisk = sets.AtRisk,
            Events = sets.Events,
            Censored = sets.Censored,
            Survival = survival,
            CumulativeHazard = hazard,
            CumulativeHazardError = hazardError,
            LogError = logError,
            Start = data.EntryTimes?.Min() ?? Math.Min(0, grid.Times[0]),
            N = data.Count,
            Options = options,
            Method = robust ? Jackknife : Greenwood,
            Assumptions = [Assumption.IndependentUnits, Assumption.CensoringSaysNothing],
            Warnings = sets.EventRows == 0 ? [Warning.NoEvents] : [],
        };
    }
}
