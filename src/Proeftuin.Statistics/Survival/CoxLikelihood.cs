// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>The log partial likelihood by Efron's or Breslow's rule, with its score and information. The information is Σ r·H·xx' over rows minus Σ m·x̄x̄' over events, so that it costs one pass over the rows and nothing of size rows × p². Reference: Therneau, Grambsch (2000), sections 3.1 and 3.3.</summary>
internal sealed class CoxLikelihood
{
    private readonly CoxRows rows;
    private readonly bool efron;
    private readonly double[] eventX;

    public CoxLikelihood(CoxRows rows, bool efron)
    {
        (this.rows, this.efron) = (rows, efron);
        Risk = new CoxRisk(rows);
        Steps = new HazardStep[rows.Groups];
        eventX = EventSum(_ => 1);
        Score = new double[rows.Columns];
        Information = new Matrix(rows.Columns, rows.Columns);
    }

    public CoxRisk Risk { get; }

    public HazardStep[] Steps { get; }

    public double LogLikelihood { get; private set; }

    public double[] Score { get; private set; }

    public Matrix Information { get; private set; }

    public void At(double[] beta)
    {
        Risk.At(beta);
        LogLikelihood = Risk.EventLinear;
        for (var g = 0; g < rows.Groups; g++)
        {
            Steps[g] = Step(g);
            LogLikelihood -= Steps[g].LogTerms;
        }

        Score = ScoreOf(eventX, _ => 1);
        Information = InformationOf(_ => 1);
    }

    /// <summary>Σ g(t)·w·x over the events.</summary>
    public double[] EventSum(Func<int, double> factor)
    {
        var sum = new double[rows.Columns];
        for (var g = 0; g < rows.Groups; g++)
        {
            var (start, end) = (rows.GroupStart[g], rows.DeadEnd[g]);
            var f = end > start ? factor(g) : 0;
            for (var i = start; i < end; i++)
            {
                for (var j = 0; j < sum.Length; j++)
                {
                    sum[j] += f * rows.WeightAt(i) * rows.X[j][i];
                }
            }
        }

        return sum;
    }

    /// <summary>Σ g(t)·(Σ w·x − Σ m·x̄) over event times.</summary>
    public double[] ScoreOf(double[] events, Func<int, double> factor)
    {
        double[] score = [.. events];
        for (var g = 0; g < rows.Groups; g++)
        {
            if (rows.DeadCount(g) > 0)
            {
                var f = factor(g);
                Vectors.Add(score, -f * Steps[g].All, Risk.TotalAt(g));
                Vectors.Add(score, f * Steps[g].Shift, Risk.DeadAt(g));
            }
        }

        return score;
    }

    /// <summary>Σ g(t)·m·V(t) over event times, with V the weighted covariance of the covariates at risk.</summary>
    public Matrix InformationOf(Func<int, double> factor)
    {
        var p = rows.Columns;
        var information = CoxSquares.Of(rows, Risk, Steps, factor);
        for (var g = 0; g < rows.Groups; g++)
        {
            if (rows.DeadCount(g) == 0)
            {
                continue;
            }

            Subtract(information, factor(g), Steps[g], Risk.TotalAt(g), Risk.DeadAt(g));
        }

        for (var j = 0; j < p; j++)
        {
            for (var k = j + 1; k < p; k++)
            {
                information[j, k] = information[k, j];
            }
        }

        return information;
    }

    // the squares of the means at one time; lower triangle
    private static void Subtract(
        Matrix information,
        double factor,
        HazardStep step,
        ReadOnlySpan<double> total,
        ReadOnlySpan<double> dead
    )
    {
        for (var j = 0; j < total.Length; j++)
        {
            var row = information.Writable(j);
            var a = factor * (step.AllSquare * total[j] - step.ShiftSquare * dead[j]);
            var b = factor * (step.ShiftSquare * total[j] - step.ShiftTwice * dead[j]);
            for (var k = 0; k <= j; k++)
            {
                row[k] -= a * total[k] - b * dead[k];
            }
        }
    }

    private HazardStep Step(int group)
    {
        var deaths = rows.DeadCount(group);
        if (deaths == 0)
        {
            return default;
        }

        var (total, dead) = (Risk.Total[group], Risk.Dead[group]);
        var weight = rows.DeadWeight[group];
        if (!efron || deaths == 1)
        {
            var one = weight / total;
            return new HazardStep(one, 0, one / total, 0, 0, weight * Math.Log(total));
        }

        var mean = weight / deaths;
        double all = 0;
        double shift = 0;
        double allSquare = 0;
        double shiftSquare = 0;
        double shiftTwice = 0;
        double logs = deaths * Math.Log(total);
        double product = 1;
        for (var k = 0; k < deaths; k++)
        {
            var f = (double)k / deaths;
            var left = total - f * dead;
            var one = mean / left;
            all += one;
            shift += f * one;
            allSquare += one / left;
            shiftSquare += f * one / left;
            shiftTwice += f * f * one / left;
            // one logarithm for many events
            product *= left / total;
            if (product < 1e-200)
            {
                logs += Math.Log(product);
                product = 1;
            }
        }

        logs += Math.Log(product);
        return new HazardStep(all, shift, allSquare, shiftSquare, shiftTwice, mean * logs);
    }
}

/// <summary>One step of the baseline hazard, m events at once by Efron's rule with f = 0, 1/d, … and L = S − f·E: Σ m/L, Σ m·f/L, Σ m/L², Σ m·f/L², Σ m·f²/L² and Σ m·ln L.</summary>
internal readonly record struct HazardStep(
    double All,
    double Shift,
    double AllSquare,
    double ShiftSquare,
    double ShiftTwice,
    double LogTerms
)
{
    /// <summary>The step that the tied events themselves go through: Σ m(1 − f)/L.</summary>
    public double ForTheDead => All - Shift;
}
