// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>Newton's search for the highest partial likelihood, with halved steps when one goes too far. A likelihood that keeps rising ever more slowly while the linear predictor keeps moving has no highest point: separation. Reference: Therneau, Grambsch (2000), section 3.1; Bryson, Johnson (1981), Technometrics 23:381-383.</summary>
internal static class CoxSearch
{
    private const int MostSteps = 100;
    private const int MostHalvings = 40;

    /// <summary>U'I⁻¹U, twice what one more step would win, below which the estimate is at rest to the last digits.</summary>
    private const double AtRest = 1e-18;

    public static Answer<Found> From(int columns, Func<double[], CoxPoint> at, Func<double[], double> move)
    {
        var beta = new double[columns];
        var start = Copy(at(beta));
        if (Cholesky.Of(start.Information, 1e-11) is not { } factor)
        {
            return Obstacle.Collinear;
        }

        var (point, gainBefore) = (start, double.PositiveInfinity);
        for (var steps = 0; steps < MostSteps; steps++)
        {
            var step = factor.Solve(point.Score);
            var gain = Vectors.Dot(step, point.Score);
            if (gain < AtRest || (gain < 1e-12 && gain > gainBefore / 4 && move(step) < 1e-3))
            {
                return new Found(beta, start, point, factor, steps);
            }

            if (gain < 1e-6 && gain > gainBefore / 50 && move(step) > 0.1)
            {
                return Obstacle.Separation;
            }

            gainBefore = gain;
            if (Take(at, point, beta, step) is not { } next)
            {
                return Obstacle.NotConverged;
            }

            (beta, point) = (next.Beta, Copy(next.Point));
            if (Cholesky.Of(point.Information, 1e-11) is not { } following)
            {
                return Obstacle.Separation;
            }

            factor = following;
        }

        return Obstacle.NotConverged;
    }

    private static (double[] Beta, CoxPoint Point)? Take(
        Func<double[], CoxPoint> at,
        CoxPoint from,
        double[] beta,
        double[] step
    )
    {
        double part = 1;
        for (var halving = 0; halving < MostHalvings; halving++, part /= 2)
        {
            double[] next = [.. beta];
            Vectors.Add(next, part, step);
            var point = at(next);
            // rounding in a sum of many logarithms is no fall
            var slack = 1e-11 * Math.Abs(from.LogLikelihood);
            if (point.LogLikelihood >= from.LogLikelihood - slack && point.Information.AllFinite())
            {
                return (next, point);
            }
        }

        return null;
    }

    /// <summary>By how much a step changes the linear predictor of the row it changes most, among rows at risk at an event.</summary>
    public static double Move(CoxRows rows, double[] step)
    {
        var deaths = new int[rows.Groups + 1];
        for (var g = 0; g < rows.Groups; g++)
        {
            deaths[g + 1] = deaths[g] + rows.DeadCount(g);
        }

        double largest = 0;
        for (var g = 0; g < rows.Groups; g++)
        {
            for (var i = rows.GroupStart[g]; i < rows.GroupStart[g + 1]; i++)
            {
                if (deaths[g + 1] == deaths[rows.First?[i] ?? rows.StratumStart[g]])
                {
                    continue;
                }

                double move = 0;
                for (var j = 0; j < step.Length; j++)
                {
                    move += step[j] * rows.X[j][i];
                }

                largest = Math.Max(largest, Math.Abs(move));
            }
        }

        return largest;
    }

    // the likelihood keeps one set of arrays and fills it again
    private static CoxPoint Copy(CoxPoint point) =>
        new(point.LogLikelihood, [.. point.Score], point.Information.Scaled(1));

    /// <summary>Where the search ended.</summary>
    internal sealed record Found(double[] Beta, CoxPoint Start, CoxPoint End, Cholesky Factor, int Steps);
}
