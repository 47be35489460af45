// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>The scale on which a hazard ratio might change with time. R: cox.zph(transform).</summary>
public enum TimeTransform
{
    /// <summary>One minus the Kaplan-Meier curve just before; R's default. R: "km".</summary>
    KaplanMeier,

    /// <summary>R: "identity".</summary>
    Identity,

    /// <summary>The rank of the event time; ties share. R: "rank".</summary>
    Rank,

    /// <summary>R: "log".</summary>
    Log,
}

/// <summary>Tests of proportional hazards: for each term (a column, or the columns of one factor) and for all together.</summary>
public sealed record ProportionalityTests(IReadOnlyList<TestResult> Terms, TestResult All);

/// <summary>The score test for adding covariate × g(time) to the model. Reference: Grambsch, Therneau (1994), Biometrika 81:515-526.</summary>
internal static class CoxProportionality
{
    public static Answer<ProportionalityTests> Of(CoxFit fit, TimeTransform transform, IReadOnlyList<int>? terms)
    {
        var (rows, options) = (fit.Model.Rows, fit.Model.Options);
        var p = rows.Columns;
        Vectors.SameLength(p, terms?.Count ?? p);
        if (options.Ties is CoxTies.Exact)
        {
            return Obstacle.NoRobustVariance;
        }

        if (Scale(fit, transform) is not { } time)
        {
            return Obstacle.NotFinite;
        }

        var likelihood = new CoxLikelihood(rows, options.Ties is CoxTies.Efron);
        likelihood.At(fit.Model.Beta);
        var score = likelihood.ScoreOf(likelihood.EventSum(g => time[g]), g => time[g]);
        var mixed = likelihood.InformationOf(g => time[g]);
        var squared = likelihood.InformationOf(g => time[g] * time[g]);
        // what is left of the information about the new terms once the old coefficients are free
        var old = Cholesky.Of(likelihood.Information)!.Inverse();
        var left = squared.Minus(mixed.Times(old).Times(mixed));
        int[] all = [.. Enumerable.Range(0, p)];
        IEnumerable<int[]> parts = terms is null
            ? all.Select(j => new[] { j })
            : all.GroupBy(j => terms[j]).OrderBy(g => g.Key).Select(g => g.ToArray());
        var results = new List<TestResult>();
        foreach (var columns in parts.Append(all))
        {
            if (Cholesky.Of(left.Part(columns, columns), 1e-11) is not { } factor)
            {
                return Obstacle.NoVariation;
            }

            var half = factor.HalfSolve([.. columns.Select(j => score[j])]);
            results.Add(
                Cox.ChiSquare(
                    Vectors.Dot(half, half),
                    columns.Length,
                    rows.Count,
                    "Score test of proportional hazards",
                    "Grambsch, Therneau (1994), Biometrika 81:515-526"
                )
            );
        }

        return new ProportionalityTests(results[..^1], results[^1]);
    }

    // g at each group's time, centred on the events; the test does not change by a shift, its digits do
    private static double[]? Scale(CoxFit fit, TimeTransform transform)
    {
        var rows = fit.Model.Rows;
        var scale = transform switch
        {
            TimeTransform.Identity => [.. rows.GroupTime],
            TimeTransform.Log => Array.ConvertAll(rows.GroupTime, Math.Log),
            TimeTransform.Rank => Ranks(rows),
            TimeTransform.KaplanMeier => OneMinusSurvival(fit),
        };
        double mean = 0;
        for (var g = 0; g < rows.Groups; g++)
        {
            if (rows.DeadCount(g) > 0)
            {
                mean += rows.DeadCount(g) * scale[g] / rows.Events;
            }
        }

        for (var g = 0; g < scale.Length; g++)
        {
            scale[g] -= mean;
        }

        return double.IsFinite(mean) ? scale : null;
    }

    private static double[] OneMinusSurvival(CoxFit fit)
    {
        var data = fit.Model.Data;
        var rows = FollowUp.Of(data.Exit, data.Cause);
        var curve = KaplanMeier.Of(data.EntryTimes is null ? rows : rows.From(data.EntryTimes)).OrThrow();
        return Array.ConvertAll(
            fit.Model.Rows.GroupTime,
            t => Steps.FirstAtOrAfter(curve.Times, t) is > 0 and var k ? 1 - curve.Survival[k - 1] : 0
        );
    }

    private static double[] Ranks(CoxRows rows)
    {
        var events = new SortedDictionary<double, int>();
        for (var g = 0; g < rows.Groups; g++)
        {
            events[rows.GroupTime[g]] = events.GetValueOrDefault(rows.GroupTime[g]) + rows.DeadCount(g);
        }

        var ranks = new Dictionary<double, double>();
        var before = 0;
        foreach (var (time, count) in events)
        {
            ranks[time] = before + (count + 1) / 2.0;
            before += count;
        }

        return Array.ConvertAll(rows.GroupTime, t => ranks[t]);
    }
}
