// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>The pseudo-likelihood of Fine and Gray. Who left by another cause at X stays at risk at t with weight G(t−)/G(X−), G the Kaplan-Meier curve of censoring; because that weight is a product, running sums over time are enough.</summary>
internal sealed class FineGrayModel
{
    private readonly TimeGrid grid;
    private readonly double[][] x;
    private readonly double[] center;
    private readonly bool[] own;
    private readonly bool[] other;
    private readonly double[] atRisk;
    private readonly double[] censored;
    private readonly double[] events;
    private readonly double[] stay;

    private FineGrayModel(FollowUp data, Matrix covariates, int cause)
    {
        grid = TimeGrid.Of(data.ExitTimes, null);
        Rows = data.Count;
        own = Array.ConvertAll(data.Causes, c => c == cause);
        other = Array.ConvertAll(data.Causes, c => c != cause && c != 0);
        x = new double[covariates.Columns][];
        (center, Scale) = (new double[x.Length], new double[x.Length]);
        for (var j = 0; j < x.Length; j++)
        {
            x[j] = covariates.Column(j);
            (center[j], Scale[j]) = CoxRows.Standardise(x[j]);
        }

        (atRisk, censored, events) = (new double[grid.Count], new double[grid.Count], new double[grid.Count]);
        for (var i = 0; i < Rows; i++)
        {
            atRisk[grid.Last[i]]++;
            events[grid.Last[i]] += own[i] ? 1 : 0;
            censored[grid.Last[i]] += !own[i] && !other[i] ? 1 : 0;
        }

        stay = new double[grid.Count];
        for (var k = grid.Count - 2; k >= 0; k--)
        {
            atRisk[k] += atRisk[k + 1];
        }

        double g = 1;
        for (var k = 0; k < grid.Count; k++)
        {
            stay[k] = g;
            g *= (atRisk[k] - censored[k]) / atRisk[k];
        }
    }

    public int Rows { get; }

    public double[] Scale { get; }

    public bool AllColumnsVary => !Scale.Contains(0);

    public long Events => (long)events.Sum();

    public double[] EventTimes => [.. grid.Times.Where((_, k) => events[k] > 0)];

    public static FineGrayModel Of(FollowUp data, Matrix covariates, int cause) => new(data, covariates, cause);

    public CoxPoint At(double[] beta)
    {
        var p = x.Length;
        var sums = new Sums(this, beta);
        var passed = sums.Passed();
        var (logLikelihood, score, information) = (0.0, new double[p], new Matrix(p, p));
        var row = new double[p];
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < p; j++)
            {
                row[j] = x[j][i];
            }

            if (own[i])
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

        for (var k = 0; k < grid.Count; k++)
        {
            if (events[k] > 0)
            {
                logLikelihood -= events[k] * Math.Log(sums.Total[k]);
                var mean = sums.Mean(k);
                Vectors.Add(score, -events[k], mean);
                for (var j = 0; j < p; j++)
                {
                    Vectors.Add(information.Writable(j), -events[k] * mean[j], mean);
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
            for (var j = 0; j < x.Length; j++)
            {
                move += step[j] * x[j][i];
            }

            largest = Math.Max(largest, Math.Abs(move));
        }

        return largest;
    }

    /// <summary>The cumulative subdistribution hazard at covariates zero, after each event time.</summary>
    public double[] Baseline(double[] beta)
    {
        var sums = new Sums(this, beta);
        double atZero = 0;
        for (var j = 0; j < beta.Length; j++)
        {
            atZero -= beta[j] * center[j] / Scale[j];
        }

        var hazards = new List<double>();
        double hazard = 0;
        for (var k = 0; k < grid.Count; k++)
        {
            if (events[k] > 0)
            {
                hazard += events[k] / sums.Total[k];
                hazards.Add(hazard * Math.Exp(atZero));
            }
        }

        return [.. hazards];
    }

    /// <summary>Per row its score residual plus what it adds through the estimate of the censoring curve (Fine, Gray 1999, section 4: η + ψ).</summary>
    public Matrix Scores(double[] beta)
    {
        var sums = new Sums(this, beta);
        var scores = new Matrix(Rows, x.Length);
        for (var j = 0; j < x.Length; j++)
        {
            AddColumn(sums, j, scores);
        }

        return scores;
    }

    private void AddColumn(Sums sums, int j, Matrix scores)
    {
        var count = grid.Count;
        // ∫ dΛ and ∫ x̄ dΛ up to each time; ∫ G dΛ and ∫ G x̄ dΛ after it
        var (hazard, shifted) = (new double[count], new double[count]);
        var (after, shiftedAfter) = (new double[count + 1], new double[count + 1]);
        for (var k = 0; k < count; k++)
        {
            var step = events[k] > 0 ? events[k] / sums.Total[k] : 0;
            var mean = events[k] > 0 ? sums.TotalX[j][k] / sums.Total[k] : 0;
            hazard[k] = (k > 0 ? hazard[k - 1] : 0) + step;
            shifted[k] = (k > 0 ? shifted[k - 1] : 0) + mean * step;
        }

        for (var k = count - 1; k >= 0; k--)
        {
            var step = events[k] > 0 ? stay[k] * events[k] / sums.Total[k] : 0;
            after[k] = after[k + 1] + step;
            shiftedAfter[k] = shiftedAfter[k + 1] + (events[k] > 0 ? step * sums.TotalX[j][k] / sums.Total[k] : 0);
        }

        var censoring = Censoring(sums, j, after, shiftedAfter);
        for (var i = 0; i < Rows; i++)
        {
            var k = grid.Last[i];
            var residual = own[i] ? x[j][i] - sums.TotalX[j][k] / sums.Total[k] : 0;
            residual -= sums.Risk[i] * (x[j][i] * hazard[k] - shifted[k]);
            if (other[i])
            {
                residual -= sums.Risk[i] / stay[k] * (x[j][i] * after[k + 1] - shiftedAfter[k + 1]);
            }

            var unseen = !own[i] && !other[i] ? censoring.Jump[k] : 0;
            scores[i, j] += residual + unseen - censoring.Drift[k];
        }
    }

    // q/π at each censoring time, and the same summed against the censoring hazard
    private (double[] Jump, double[] Drift) Censoring(Sums sums, int j, double[] after, double[] shiftedAfter)
    {
        var (left, leftX) = (0.0, 0.0);
        var byTime = RowInfluence.ByTime(grid.Last, grid.Count);
        var (jump, drift) = (new double[grid.Count], new double[grid.Count]);
        double sum = 0;
        for (var k = 0; k < grid.Count; k++)
        {
            // as Fine and Gray write it: left before this time, and what still comes from this time on
            jump[k] = (leftX * after[k] - left * shiftedAfter[k]) / atRisk[k];
            sum += jump[k] * censored[k] / atRisk[k];
            drift[k] = sum;
            foreach (var i in byTime[k])
            {
                if (other[i])
                {
                    left += sums.Risk[i] / stay[k];
                    leftX += sums.Risk[i] * x[j][i] / stay[k];
                }
            }
        }

        return (jump, drift);
    }

    /// <summary>Risk of every row, and per time the weighted risk (times covariates) of everybody at risk.</summary>
    private sealed class Sums
    {
        private readonly FineGrayModel model;

        public Sums(FineGrayModel model, double[] beta)
        {
            this.model = model;
            var count = model.grid.Count;
            (Linear, Risk) = (new double[model.Rows], new double[model.Rows]);
            for (var i = 0; i < model.Rows; i++)
            {
                for (var j = 0; j < beta.Length; j++)
                {
                    Linear[i] += beta[j] * model.x[j][i];
                }

                Risk[i] = Math.Exp(Linear[i]);
            }

            Total = Over(_ => 1, count);
            TotalX = Array.ConvertAll(model.x, column => Over(i => column[i], count));
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
                hazard[k] = (k > 0 ? hazard[k - 1] : 0) + (model.events[k] > 0 ? model.events[k] / Total[k] : 0);
            }

            for (var k = count - 1; k >= 0; k--)
            {
                after[k] = after[k + 1] + (model.events[k] > 0 ? model.stay[k] * model.events[k] / Total[k] : 0);
            }

            var passed = new double[model.Rows];
            for (var i = 0; i < passed.Length; i++)
            {
                var k = model.grid.Last[i];
                passed[i] = hazard[k] + (model.other[i] ? after[k + 1] / model.stay[k] : 0);
            }

            return passed;
        }

        private double[] Over(Func<int, double> value, int count)
        {
            var (here, left) = (new double[count], new double[count]);
            for (var i = 0; i < model.Rows; i++)
            {
                var k = model.grid.Last[i];
                var part = Risk[i] * value(i);
                here[k] += part;
                left[k] += model.other[i] ? part / model.stay[k] : 0;
            }

            for (var k = count - 2; k >= 0; k--)
            {
                here[k] += here[k + 1];
            }

            double gone = 0;
            for (var k = 0; k < count; k++)
            {
                here[k] += model.stay[k] * gone;
                gone += left[k];
            }

            return here;
        }
    }
}
