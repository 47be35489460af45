// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>A Fine-Gray regression: log subdistribution hazard ratios, which say how covariates move the cumulative incidence of one cause.</summary>
public sealed class FineGrayFit
{
    internal FineGrayFit() { }

    /// <summary>"Hazard" is that of the subdistribution: people who left by another cause stay at risk for ever. R: crr()$coef.</summary>
    public required IReadOnlyList<CoxTerm> Terms { get; init; }

    /// <summary>Robust, with the uncertainty of the censoring distribution. R: crr()$var.</summary>
    public required Matrix Variance { get; init; }

    public required double NullLogLikelihood { get; init; }

    /// <summary>Log pseudo-likelihood. R: crr()$loglik.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Distinct times of the cause's events.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    /// <summary>The cumulative subdistribution hazard for a unit whose covariates are all zero, after each of the times.</summary>
    public required IReadOnlyList<double> BaselineHazard { get; init; }

    public required long N { get; init; }

    public required long Events { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; } =
    [
        Assumption.IndependentUnits,
        Assumption.CensoringSaysNothing,
        Assumption.ProportionalHazards,
        Assumption.LargeSample,
    ];

    /// <summary>The predicted cumulative incidence of the cause for one unit, after each of the times. R: predict.crr.</summary>
    public double[] Incidence(IReadOnlyList<double> covariates)
    {
        Vectors.SameLength(Terms.Count, covariates.Count);
        double linear = 0;
        for (var j = 0; j < covariates.Count; j++)
        {
            linear += Terms[j].LogHazardRatio.Value * covariates[j];
        }

        return [.. BaselineHazard.Select(h => -Math.Exp(linear) * h).Select(h => -double.ExpM1(h))];
    }
}

/// <summary>Regression on the cumulative incidence of one of several competing causes, with weights for censoring. R: cmprsk::crr. Reference: Fine, Gray (1999), JASA 94:496-509. Witness: reference 11.</summary>
public static class FineGray
{
    private static readonly Method Subdistribution = new(
        "Fine-Gray regression on the subdistribution hazard",
        "Fine, Gray (1999), JASA 94:496-509"
    );

    /// <summary>Not estimable as in Cox regression, and with weighted rows or late entry.</summary>
    /// <param name="data">Follow-up with competing causes.</param>
    /// <param name="covariates">One row per row of the data.</param>
    /// <param name="cause">The cause of interest.</param>
    /// <param name="names">Names of the covariates; numbered when omitted.</param>
    /// <param name="level">Level of the intervals.</param>
    public static Answer<FineGrayFit> Fit(
        FollowUp data,
        Matrix covariates,
        int cause,
        IReadOnlyList<string>? names = null,
        double level = 0.95
    )
    {
        Vectors.SameLength(data.Count, covariates.Rows);
        Vectors.SameLength(covariates.Columns, names?.Count ?? covariates.Columns);
        if (Refused(data, covariates, cause, level) is { } why)
        {
            return why;
        }

        var model = FineGrayModel.Of(data, covariates, cause);
        return !model.AllColumnsVary
            ? Obstacle.Collinear
            : CoxSearch.From(covariates.Columns, model.At, model.Move).Map(found => Fitted(model, found, names, level));
    }

    private static Obstacle? Refused(FollowUp data, Matrix covariates, int cause, double level) =>
        !Confidence.IsLevel(level) ? Obstacle.LevelOutsideZeroToOne
        : data.Check() is { } why ? why
        : !covariates.AllFinite() ? Obstacle.NotFinite
        : data.Weights is not null ? Obstacle.WeightsNotSupported
        : data.EntryTimes is not null ? Obstacle.LateEntryNotSupported
        : cause == 0 || !Array.Exists(data.Causes, c => c == cause) ? Obstacle.NoEvents
        : covariates.Columns == 0 ? Obstacle.NoVariation
        : covariates.Columns >= data.Count ? Obstacle.MoreTermsThanRows
        : null;

    private static FineGrayFit Fitted(
        FineGrayModel model,
        CoxSearch.Found found,
        IReadOnlyList<string>? names,
        double level
    )
    {
        var inverse = found.Factor.Inverse();
        var scores = FineGrayScores.Of(model, found.Beta);
        var variance = Cox.Unscaled(inverse.Times(scores.Gram()).Times(inverse), model.Scale);
        var naive = Cox.Unscaled(inverse, model.Scale);
        double[] coefficients = [.. found.Beta.Select((b, j) => b / model.Scale[j])];
        return new FineGrayFit
        {
            Terms =
            [
                .. coefficients.Select(
                    (b, j) =>
                        Cox.Term(
                            names?[j] ?? (j + 1).ToString(CultureInfo.InvariantCulture),
                            b,
                            Math.Sqrt(variance[j, j]),
                            Math.Sqrt(naive[j, j]),
                            model.Rows,
                            level,
                            Subdistribution
                        )
                ),
            ],
            Variance = variance,
            NullLogLikelihood = found.Start.LogLikelihood,
            LogLikelihood = found.End.LogLikelihood,
            Times = model.EventTimes,
            BaselineHazard = model.Baseline(found.Beta),
            N = model.Rows,
            Events = model.Events,
            Method = Subdistribution,
        };
    }
}
