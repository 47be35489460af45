// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>The cumulative hazard and survival that a Cox regression predicts for one unit, at every distinct time of its stratum.</summary>
public sealed record CoxCurve
{
    public required IReadOnlyList<double> Times { get; init; }

    public required IReadOnlyList<double> CumulativeHazard { get; init; }

    /// <summary>Standard error of the cumulative hazard, and so of ln S.</summary>
    public required IReadOnlyList<double> CumulativeHazardError { get; init; }

    /// <summary>exp(−cumulative hazard).</summary>
    public required IReadOnlyList<double> Survival { get; init; }

    public required double Level { get; init; }

    public required CurveInterval IntervalKind { get; init; }

    public required Method Method { get; init; }

    /// <summary>The interval around the survival at the i-th time; null where its scale does not exist.</summary>
    public Interval? Interval(int i) => CurveIntervals.Of(Survival[i], CumulativeHazardError[i], Level, IntervalKind);
}

/// <summary>Breslow's or Efron's cumulative baseline hazard carried over to a unit, with the error of the hazard steps and of the coefficients. Reference: Tsiatis (1981), Annals of Statistics 9:93-108; Therneau, Grambsch (2000), section 10.2.</summary>
internal static class CoxPrediction
{
    private static readonly Method Predicted = new(
        "Survival predicted by Cox regression",
        "Tsiatis (1981), Annals of Statistics 9:93-108"
    );

    public static Answer<CoxCurve> Of(CoxFit fit, IReadOnlyList<double> covariates, int stratum, CurveInterval interval)
    {
        var rows = fit.Model.Rows;
        Vectors.SameLength(rows.Columns, covariates.Count);
        if (!covariates.All(double.IsFinite))
        {
            return Obstacle.NotFinite;
        }

        var from = fit.Model.Options.Strata is null ? 0 : Array.IndexOf(rows.StratumLabel, stratum);
        if (from < 0)
        {
            return Obstacle.EmptyGroup;
        }

        var likelihood = new CoxLikelihood(rows, fit.Model.Options.Ties is CoxTies.Efron);
        likelihood.At(fit.Model.Beta);
        double[] x = [.. covariates.Select((c, j) => (c - rows.Center[j]) / rows.Scale[j])];
        return Curve(fit, likelihood, x, from, interval);
    }

    private static CoxCurve Curve(CoxFit fit, CoxLikelihood likelihood, double[] x, int from, CurveInterval interval)
    {
        var rows = fit.Model.Rows;
        var count = rows.StratumEnd(from) - from;
        var (hazard, error, survival) = (new double[count], new double[count], new double[count]);
        var ratio = Math.Exp(Vectors.Dot(x, fit.Model.Beta));
        var distance = new double[x.Length];
        var scaled = fit.Model.Rows.Scale;
        var (sum, steps) = (0.0, 0.0);
        for (var k = 0; k < count; k++)
        {
            var step = likelihood.Steps[from + k];
            sum += step.All;
            steps += step.AllSquare;
            Vectors.Add(distance, step.All, x);
            Vectors.Add(distance, -step.AllSquare, likelihood.Risk.TotalAt(from + k));
            Vectors.Add(distance, step.ShiftSquare, likelihood.Risk.DeadAt(from + k));
            double[] q = [.. distance.Select((d, j) => d * scaled[j])];
            hazard[k] = sum * ratio;
            error[k] = ratio * Math.Sqrt(steps + Math.Max(0, fit.Variance.Between(q, q)));
            survival[k] = Math.Exp(-hazard[k]);
        }

        return new CoxCurve
        {
            Times = rows.GroupTime[from..(from + count)],
            CumulativeHazard = hazard,
            CumulativeHazardError = error,
            Survival = survival,
            Level = fit.Model.Options.Level,
            IntervalKind = interval,
            Method = Predicted,
        };
    }
}
