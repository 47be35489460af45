// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>Maximum likelihood by iteratively reweighted least squares (Fisher scoring) with halved steps. Reference: McCullagh, Nelder (1989), Generalized Linear Models, section 2.5. Separation: Albert, Anderson (1984), Biometrika 71:1-10: there the likelihood goes on rising while predictors run away, so the deviance comes to rest and the predictors do not. Start, stopping rule (deviance at rest within 1e-14) and the weights that the covariance is taken from (those of the last step) are R's, so that the results equal glm's to nine digits.</summary>
internal sealed class ScoringSearch
{
    private const int MostSteps = 200;
    private const int Patience = 8;
    private const int MostHalvings = 40;

    private readonly DesignMatrix design;
    private readonly bool[] outcome;
    private readonly double[]? weights;
    private readonly Link link;
    private readonly IReadOnlyList<int> kept;
    private readonly double[] rowWeights;
    private Qr? weighted;

    public ScoringSearch(DesignMatrix design, bool[] outcome, double[]? weights, Link link, IReadOnlyList<int> kept)
    {
        (this.design, this.outcome, this.weights, this.link, this.kept) = (design, outcome, weights, link, kept);
        Predictor = new double[outcome.Length];
        for (var i = 0; i < outcome.Length; i++)
        {
            Predictor[i] = Chance.Start(link, weights?[i] ?? 1, outcome[i]);
        }

        rowWeights = new double[outcome.Length];
    }

    public double[] Values { get; private set; } = [];

    public double[] Predictor { get; private set; }

    /// <summary>The weighted least-squares problem of the last step: its (X'WX)⁻¹ is that of the fit.</summary>
    public Qr Weighted => weighted ?? throw new InvalidOperationException("Climb first.");

    /// <summary>−2 × the log likelihood, with Neumaier's compensated sum: many equal rows round in the same direction, which would hide that the search is at rest.</summary>
    public double Deviance(double[] predictor)
    {
        double sum = 0;
        double lost = 0;
        for (var i = 0; i < outcome.Length; i++)
        {
            var term = -2 * (weights?[i] ?? 1) * Chance.Log(link, predictor[i], outcome[i]);
            var next = sum + term;
            lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }

        return sum + lost;
    }

    /// <summary>Climbs to the top; the reason when there is none.</summary>
    public Obstacle? Climb()
    {
        var deviance = double.PositiveInfinity;
        var atRest = 0;
        for (var step = 0; step < MostSteps; step++)
        {
            var (qr, response) = Problem();
            weighted = qr;
            if (qr.Rank < kept.Count)
            {
                return Largest(Predictor) > 8 ? Obstacle.Separation : Obstacle.NotConverged;
            }

            double[] values = [.. qr.Solve(response).Select(v => v!.Value)];
            var predictor = design.Times(kept, values);
            var next = Deviance(predictor);
            for (var half = 0; half < MostHalvings && step > 0 && !(next <= deviance + 1e-10 * deviance); half++)
            {
                values = [.. values.Zip(Values, (a, b) => (a + b) / 2)];
                predictor = design.Times(kept, values);
                next = Deviance(predictor);
            }

            var moved = Largest([.. predictor.Zip(Predictor, (a, b) => a - b)]);
            var change = Math.Abs(next - deviance) / (Math.Abs(next) + 0.1);
            atRest = change <= 1e-12 ? atRest + 1 : 0;
            (Values, Predictor, deviance) = (values, predictor, next);
            if (!double.IsFinite(deviance))
            {
                return Obstacle.NotConverged;
            }

            var size = 1 + Largest(Predictor);
            if (moved <= 1e-10 * size || (change < 1e-14 && moved <= 1e-5 * size))
            {
                return null;
            }

            if (atRest >= Patience)
            {
                return moved <= 1e-5 * size ? null : Obstacle.Separation;
            }
        }

        return Obstacle.NotConverged;
    }

    /// <summary>The leverages of the rows in the last step.</summary>
    public double[] Leverages()
    {
        var roots = Array.ConvertAll(rowWeights, Math.Sqrt);
        return Weighted.Leverages([.. kept.Select(j => Ols.Products(design.Columns[j], roots))]);
    }

    /// <summary>The scores of the rows: working residual times working weight, as sandwich's estfun.</summary>
    public double[] Scores()
    {
        var scores = new double[outcome.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            var chance = Chance.Of(link, Predictor[i]);
            scores[i] = rowWeights[i] * (outcome[i] ? chance.No : -chance.Yes) / chance.Slope;
        }

        return scores;
    }

    private (Qr Qr, double[] Response) Problem()
    {
        var response = new double[outcome.Length];
        var roots = new double[outcome.Length];
        for (var i = 0; i < outcome.Length; i++)
        {
            var chance = Chance.Of(link, Predictor[i]);
            var root = chance.Slope / Math.Sqrt(chance.Yes * chance.No) * Math.Sqrt(weights?[i] ?? 1);
            roots[i] = double.IsFinite(root) ? root : 0;
            rowWeights[i] = roots[i] * roots[i];
            var miss = (outcome[i] ? chance.No : -chance.Yes) / chance.Slope;
            response[i] = roots[i] > 0 ? roots[i] * (Predictor[i] + miss) : 0;
        }

        double[][] columns = [.. kept.Select(j => Ols.Products(design.Columns[j], roots)), response];
        var reduced = RowReduction.Of(outcome.Length, columns);
        return (Qr.Of(reduced[0].Length, reduced[..^1], 1e-11), reduced[^1]);
    }

    private static double Largest(double[] values)
    {
        double largest = 0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
