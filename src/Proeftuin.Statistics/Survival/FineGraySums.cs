// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>Risk of every row, and per time the weighted risk (times covariates) of everybody at risk.</summary>
internal sealed class FineGraySums
{
    private readonly FineGrayModel model;

    public FineGraySums(FineGrayModel model, double[] beta)
    {
        this.model = model;
        var count = model.Grid.Count;
        (Linear, Risk) = (new double[model.Rows], new double[model.Rows]);
        for (var i = 0; i < model.Rows; i++)
        {
            for (var j = 0; j < beta.Length; j++)
            {
                Linear[i] += beta[j] * model.X[j][i];
            }

            Risk[i] = Math.Exp(Linear[i]);
        }

        Total = Over(_ => 1, count);
        TotalX = Array.ConvertAll(model.X, column => Over(i => column[i], count));
    }

    public double[] Linear { get; }

    public double[] Risk { get; }

    public double[] Total { get; }

    public double[][] TotalX { get; }

    public double[] Mean(int k) => Array.ConvertAll(TotalX, column => column[k] / Total[k]);

    /// <summary>∫ w dΛ over all time for each row.</summary>
    public double[] Passed()
    {
        var count = Total.Length;
        var (hazard, after) = (new double[count], new double[count + 1]);
        for (var k = 0; k < count; k++)
        {
            hazard[k] = (k > 0 ? hazard[k - 1] : 0) + (model.EventsAt[k] > 0 ? model.EventsAt[k] / Total[k] : 0);
        }

        for (var k = count - 1; k >= 0; k--)
        {
            after[k] = after[k + 1] + (model.EventsAt[k] > 0 ? model.Stay[k] * model.EventsAt[k] / Total[k] : 0);
        }

        var passed = new double[model.Rows];
        for (var i = 0; i < passed.Length; i++)
        {
            var k = model.Grid.Last[i];
            passed[i] = hazard[k] + (model.Other[i] ? after[k + 1] / model.Stay[k] : 0);
        }

        return passed;
    }

    private double[] Over(Func<int, double> value, int count)
    {
        var (here, left) = (new double[count], new double[count]);
        for (var i = 0; i < model.Rows; i++)
        {
            var k = model.Grid.Last[i];
            var part = Risk[i] * value(i);
            here[k] += part;
            left[k] += model.Other[i] ? part / model.Stay[k] : 0;
        }

        for (var k = count - 2; k >= 0; k--)
        {
            here[k] += here[k + 1];
        }

        double gone = 0;
        for (var k = 0; k < count; k++)
        {
            here[k] += model.Stay[k] * gone;
            gone += left[k];
        }

        return here;
    }
}
