// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>Do groups have the same cumulative incidence of one cause, with the other causes as they are? R: cmprsk::cuminc()$Tests. Reference: Gray (1988), Annals of Statistics 16:1141-1154. Witness: reference 11.</summary>
public static class GrayTest
{
    /// <summary>Not estimable with fewer than two groups, without events of the cause, with weights or late entry.</summary>
    /// <param name="data">Follow-up with competing causes.</param>
    /// <param name="groups">Group number per row.</param>
    /// <param name="cause">The cause of interest; the others compete.</param>
    /// <param name="rho">The power of one minus the incidence by which steps count; 0 as cmprsk does it.</param>
    /// <param name="strata">Stratum per row: groups are compared within strata only.</param>
    public static Answer<TestResult> Of(
        FollowUp data,
        IReadOnlyList<int> groups,
        int cause,
        double rho = 0,
        IReadOnlyList<int>? strata = null
    )
    {
        Vectors.SameLength(data.Count, groups.Count);
        Vectors.SameLength(data.Count, strata?.Count ?? data.Count);
        var arms = Groups.Of(groups);
        if (Refused(data, arms, cause, rho) is { } why)
        {
            return why;
        }

        var sums = new GraySums(arms.Count, cause, rho);
        if (strata is null)
        {
            sums.Add(data, arms.Codes);
        }
        else
        {
            foreach (var (_, rows) in Groups.Of(strata).Members())
            {
                sums.Add(data.Rows(rows), FollowUp.Pick(arms.Codes, rows));
            }
        }

        int[] kept = [.. Enumerable.Range(0, arms.Count - 1)];
        if (Cholesky.Of(sums.Variance.Part(kept, kept), 1e-12) is not { } factor)
        {
            return Obstacle.NoVariation;
        }

        var half = factor.HalfSolve(sums.Score.AsSpan(0, kept.Length));
        var statistic = Vectors.Dot(half, half);
        return new TestResult
        {
            Statistic = statistic,
            DegreesOfFreedom = kept.Length,
            P = Distributions.ChiSquare.Upper(statistic, kept.Length),
            N = data.Count,
            Method = new Method(
                "Gray's test of cumulative incidence",
                "Gray (1988), Annals of Statistics 16:1141-1154"
            ),
            Assumptions = [Assumption.IndependentUnits, Assumption.CensoringSaysNothing, Assumption.LargeSample],
        };
    }

    private static Obstacle? Refused(FollowUp data, Groups arms, int cause, double rho) =>
        data.Check() is { } why ? why
        : !double.IsFinite(rho) ? Obstacle.NotFinite
        : data.Weights is not null ? Obstacle.WeightsNotSupported
        : data.EntryTimes is not null ? Obstacle.LateEntryNotSupported
        : arms.Count < 2 ? Obstacle.TooFewGroups
        : cause == 0 || !Array.Exists(data.Causes, c => c == cause) ? Obstacle.NoEvents
        : null;
}

/// <summary>Gray's score and its covariance, summed over strata. First the steps forward, then the variance, which needs what is still to come at each step.</summary>
internal sealed class GraySums(int groups, int cause, double rho)
{
    public double[] Score { get; } = new double[groups];

    public Matrix Variance { get; } = new(groups, groups);

    public void Add(FollowUp data, int[] codes)
    {
        var steps = Forward(data, codes);
        if (steps.Count == 0)
        {
            return;
        }

        var end = steps[^1].Passed;
        foreach (var step in steps)
        {
            for (var r = 0; r < groups; r++)
            {
                if (step.AtRisk[r] > 0)
                {
                    Spread(step, r, end);
                }
            }
        }
    }

    private void Spread(Step step, int r, double[] end)
    {
        var influence = new double[groups];
        var (own, all) = (step.OwnTogether, step.AtRiskAdjusted);
        var free = step.FreeAfter[r];
        var ratio = free > 0 ? (1 - step.Incidence) / free : 0;
        if (own > 0)
        {
            for (var i = 0; i < groups; i++)
            {
                influence[i] =
                    step.Slope[i * groups + r]
                    + (free > 0 ? 1 - ratio : 1) * (end[i * groups + r] - step.Passed[i * groups + r]);
            }

            var ties = own > 1 ? 1 - (own - 1) / (all * step.FreeBefore[r] - 1) : 1;
            Square(influence, ties * step.FreeBefore[r] * own / (all * step.AtRisk[r]));
        }

        var others = step.Others[r];
        if (others > 0 && free > 0)
        {
            for (var i = 0; i < groups; i++)
            {
                influence[i] = ratio * (end[i * groups + r] - step.Passed[i * groups + r]);
            }

            var share = step.FreeBefore[r] / step.AtRisk[r];
            var ties = others > 1 ? 1 - (others - 1) / (step.AtRisk[r] - 1) : 1;
            Square(influence, ties * share * share * others);
        }
    }

    private void Square(double[] influence, double weight)
    {
        for (var i = 0; i < groups; i++)
        {
            for (var j = 0; j < groups; j++)
            {
                Variance[i, j] += influence[i] * influence[j] * weight;
            }
        }
    }

    private List<Step> Forward(FollowUp data, int[] codes)
    {
        var grid = TimeGrid.Of(data.ExitTimes, null);
        var (atRisk, own, others) = Count(data, codes, grid);
        double[] free = [.. Enumerable.Repeat(1.0, groups)];
        var (incidence, passed) = (new double[groups], new double[groups * groups]);
        double pooled = 0;
        var steps = new List<Step>();
        for (var k = 0; k < grid.Count; k++)
        {
            var n = atRisk.AsSpan(k * groups, groups);
            var d = own.AsSpan(k * groups, groups);
            var o = others.AsSpan(k * groups, groups);
            var (together, rest) = (Vectors.Sum(d), Vectors.Sum(o));
            if (together + rest == 0)
            {
                continue;
            }

            // those at risk, had nobody left by another cause
            var adjusted = new double[groups];
            var (all, risk) = (0.0, 0.0);
            for (var g = 0; g < groups; g++)
            {
                adjusted[g] = n[g] > 0 ? n[g] / free[g] : 0;
                all += adjusted[g];
                risk += adjusted[g] * (1 - incidence[g]);
            }

            var weight = Math.Pow(1 - pooled, rho);
            var slope = new double[groups * groups];
            for (var i = 0; i < groups; i++)
            {
                Score[i] += weight * (d[i] - together * adjusted[i] * (1 - incidence[i]) / risk);
                for (var r = 0; r < groups; r++)
                {
                    var a = weight * adjusted[i] * ((i == r ? 1 : 0) - adjusted[r] / all);
                    slope[i * groups + r] = a;
                    passed[i * groups + r] += a * together / (all * (1 - pooled));
                }
            }

            double[] before = [.. free];
            for (var g = 0; g < groups; g++)
            {
                if (n[g] > 0)
                {
                    incidence[g] += free[g] * d[g] / n[g];
                    free[g] *= (n[g] - d[g] - o[g]) / n[g];
                }
            }

            pooled += together / all;
            steps.Add(new(n.ToArray(), o.ToArray(), together, all, before, [.. free], pooled, slope, [.. passed]));
        }

        return steps;
    }

    private (double[] AtRisk, double[] Own, double[] Others) Count(FollowUp data, int[] codes, TimeGrid grid)
    {
        var size = grid.Count * groups;
        var (atRisk, own, others) = (new double[size], new double[size], new double[size]);
        for (var i = 0; i < codes.Length; i++)
        {
            var place = grid.Last[i] * groups + codes[i];
            atRisk[place]++;
            if (data.Causes[i] == cause)
            {
                own[place]++;
            }
            else if (data.Causes[i] != 0)
            {
                others[place]++;
            }
        }

        for (var place = size - groups - 1; place >= 0; place--)
        {
            atRisk[place] += atRisk[place + groups];
        }

        return (atRisk, own, others);
    }

    private sealed record Step(
        double[] AtRisk,
        double[] Others,
        double OwnTogether,
        double AtRiskAdjusted,
        double[] FreeBefore,
        double[] FreeAfter,
        double Incidence,
        double[] Slope,
        double[] Passed
    );
}
