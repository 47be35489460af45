// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>What each row adds to the score of Fine and Gray, for standard errors that hold with an estimated censoring curve.</summary>
internal static class FineGrayScores
{
    /// <summary>Per row its score residual plus what it adds through the estimate of the censoring curve (Fine, Gray 1999, section 4: η + ψ).</summary>
    public static Matrix Of(FineGrayModel model, double[] beta)
    {
        var sums = new FineGraySums(model, beta);
        var scores = new Matrix(model.Rows, model.X.Length);
        for (var j = 0; j < model.X.Length; j++)
        {
            AddColumn(model, sums, j, scores);
        }

        return scores;
    }

    private static void AddColumn(FineGrayModel model, FineGraySums sums, int j, Matrix scores)
    {
        var count = model.Grid.Count;
        // ∫ dΛ and ∫ x̄ dΛ up to each time; ∫ G dΛ and ∫ G x̄ dΛ after it
        var (hazard, shifted) = (new double[count], new double[count]);
        var (after, shiftedAfter) = (new double[count + 1], new double[count + 1]);
        for (var k = 0; k < count; k++)
        {
            var step = model.EventsAt[k] > 0 ? model.EventsAt[k] / sums.Total[k] : 0;
            var mean = model.EventsAt[k] > 0 ? sums.TotalX[j][k] / sums.Total[k] : 0;
            hazard[k] = (k > 0 ? hazard[k - 1] : 0) + step;
            shifted[k] = (k > 0 ? shifted[k - 1] : 0) + mean * step;
        }

        for (var k = count - 1; k >= 0; k--)
        {
            var step = model.EventsAt[k] > 0 ? model.Stay[k] * model.EventsAt[k] / sums.Total[k] : 0;
            after[k] = after[k + 1] + step;
            shiftedAfter[k] =
                shiftedAfter[k + 1] + (model.EventsAt[k] > 0 ? step * sums.TotalX[j][k] / sums.Total[k] : 0);
        }

        var censoring = Censoring(model, sums, j, after, shiftedAfter);
        for (var i = 0; i < model.Rows; i++)
        {
            var k = model.Grid.Last[i];
            var residual = model.Own[i] ? model.X[j][i] - sums.TotalX[j][k] / sums.Total[k] : 0;
            residual -= sums.Risk[i] * (model.X[j][i] * hazard[k] - shifted[k]);
            if (model.Other[i])
            {
                residual -= sums.Risk[i] / model.Stay[k] * (model.X[j][i] * after[k + 1] - shiftedAfter[k + 1]);
            }

            var unseen = !model.Own[i] && !model.Other[i] ? censoring.Jump[k] : 0;
            scores[i, j] += residual + unseen - censoring.Drift[k];
        }
    }

    // q/π at each censoring time, and the same summed against the censoring hazard
    private static (double[] Jump, double[] Drift) Censoring(
        FineGrayModel model,
        FineGraySums sums,
        int j,
        double[] after,
        double[] shiftedAfter
    )
    {
        var (left, leftX) = (0.0, 0.0);
        var byTime = RowInfluence.ByTime(model.Grid.Last, model.Grid.Count);
        var (jump, drift) = (new double[model.Grid.Count], new double[model.Grid.Count]);
        double sum = 0;
        for (var k = 0; k < model.Grid.Count; k++)
        {
            // as Fine and Gray write it: left before this time, and what still comes from this time on
            jump[k] = (leftX * after[k] - left * shiftedAfter[k]) / model.AtRisk[k];
            sum += jump[k] * model.Censored[k] / model.AtRisk[k];
            drift[k] = sum;
            foreach (var i in byTime[k])
            {
                if (model.Other[i])
                {
                    left += sums.Risk[i] / model.Stay[k];
                    leftX += sums.Risk[i] * model.X[j][i] / model.Stay[k];
                }
            }
        }

        return (jump, drift);
    }
}
