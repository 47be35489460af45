// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>The pseudo-likelihood of Fine and Gray. Who left by another cause at X stays at risk at t with weight G(t−)/G(X−), G the Kaplan-Meier curve of censoring; because that weight is a product, running sums over time are enough.</summary>
internal sealed class FineGrayModel
{
    private readonly double[] center;

    private FineGrayModel(FollowUp data, Matrix covariates, int cause)
    {
        Grid = TimeGrid.Of(data.ExitTimes, null);
        Rows = data.Count;
        Own = Array.ConvertAll(data.Causes, c => c == cause);
        Other = Array.ConvertAll(data.Causes, c => c != cause && c != 0);
        X = new double[covariates.Columns][];
        (center, Scale) = (new double[X.Length], new double[X.Length]);
        for (var j = 0; j < X.Length; j++)
        {
            X[j] = covariates.Column(j);
            (center[j], Scale[j]) = CoxRows.Standardise(X[j]);
        }

        (AtRisk, Censored, EventsAt) = (new double[Grid.Count], new double[Grid.Count], new double[Grid.Count]);
        for (var i = 0; i < Rows; i++)
        {
            AtRisk[Grid.Last[i]]++;
            EventsAt[Grid.Last[i]] += Own[i] ? 1 : 0;
            Censored[Grid.Last[i]] += !Own[i] && !Other[i] ? 1 : 0;
        }

        Stay = new double[Grid.Count];
        for (var k = Grid.Count - 2; k >= 0; k--)
        {
            AtRisk[k] += AtRisk[k + 1];
        }

        double g = 1;
        for (var k = 0; k < Grid.Count; k++)
        {
            Stay[k] = g;
            g *= (AtRisk[k] - Censored[k]) / AtRisk[k];
        }
    }

    public TimeGrid Grid { get; }

    /// <summary>Covariates by column, standardised.</summary>
    public double[][] X { get; }

    /// <summary>Who left by the cause of the model.</summary>
    public bool[] Own { get; }

    /// <summary>Who left by another cause.</summary>
    public bool[] Other { get; }

    /// <summary>By time: everybody who had not left before it.</summary>
    public double[] AtRisk { get; }

    public double[] Censored { get; }

    public double[] EventsAt { get; }

    /// <summary>By time: the chance not to be censored before it, G(t−).</summary>
    public double[] Stay { get; }

    public int Rows { get; }

    public double[] Scale { get; }

    public bool AllColumnsVary => !Scale.Contains(0);

    public long Events => (long)EventsAt.Sum();

    public double[] EventTimes => [.. Grid.Times.Where((_, k) => EventsAt[k] > 0)];

    public static FineGrayModel Of(FollowUp data, Matrix covariates, int cause) => new(data, covariates, cause);

    public CoxPoint At(double[] beta)
    {
        var p = X.Length;
        var sums = new FineGraySums(this, beta);
        var passed = sums.Passed();
        var (logLikelihood, score, information) = (0.0, new double[p], new Matrix(p, p));
        var row = new double[p];
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < p; j++)
            {
                row[j] = X[j][i];
            }

            if (Own[i])
            {
                logLikelihood += sums.Linear[i];
                Vectors.Add(score, 1, row);
            }

            var weight = sums.Risk[i] * passed[i];
            for (var j = 0; j < p; j++)
            {
                Vectors.Add(information.Writable(j), weight * row[j], row);
            }
        }

        for (var k = 0; k < Grid.Count; k++)
        {
            if (EventsAt[k] > 0)
            {
                logLikelihood -= EventsAt[k] * Math.Log(sums.Total[k]);
                var mean = sums.Mean(k);
                Vectors.Add(score, -EventsAt[k], mean);
                for (var j = 0; j < p; j++)
                {
                    Vectors.Add(information.Writable(j), -EventsAt[k] * mean[j], mean);
                }
            }
        }

        return new CoxPoint(logLikelihood, score, information);
    }

    /// <summary>The largest change of a linear predictor by a step.</summary>
    public double Move(double[] step)
    {
        double largest = 0;
        for (var i = 0; i < Rows; i++)
        {
            double move = 0;
            for (var j = 0; j < X.Length; j++)
            {
                move += step[j] * X[j][i];
            }

            largest = Math.Max(largest, Math.Abs(move));
        }

        return largest;
    }

    /// <summary>The cumulative subdistribution hazard at covariates zero, after each event time.</summary>
    public double[] Baseline(double[] beta)
    {
        var sums = new FineGraySums(this, beta);
        double atZero = 0;
        for (var j = 0; j < beta.Length; j++)
        {
            atZero -= beta[j] * center[j] / Scale[j];
        }

        var hazards = new List<double>();
        double hazard = 0;
        for (var k = 0; k < Grid.Count; k++)
        {
            if (EventsAt[k] > 0)
            {
                hazard += EventsAt[k] / sums.Total[k];
                hazards.Add(hazard * Math.Exp(atZero));
            }
        }

        return [.. hazards];
    }
}
