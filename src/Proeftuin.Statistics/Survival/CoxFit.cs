// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>One covariate of a Cox regression: the log hazard ratio per unit with its error, and the hazard ratio with its interval.</summary>
public sealed record CoxTerm
{
    public required string Name { get; init; }

    /// <summary>Robust error where the fit is robust. R: coef.</summary>
    public required Estimate LogHazardRatio { get; init; }

    /// <summary>The model-based error, whatever the fit reports.</summary>
    public required double NaiveError { get; init; }

    /// <summary>Log hazard ratio by its error.</summary>
    public required double Z { get; init; }

    public required double P { get; init; }

    /// <summary>R: exp(coef).</summary>
    public double HazardRatio => Math.Exp(LogHazardRatio.Value);

    public Interval HazardRatioInterval =>
        new(
            Math.Exp(LogHazardRatio.Interval.Lower),
            Math.Exp(LogHazardRatio.Interval.Upper),
            LogHazardRatio.Interval.Level
        );
}

/// <summary>A Cox regression: coefficients, their covariance, three tests that all of them are zero, and from here the baseline hazard, predictions, residuals, concordance and the test of proportional hazards.</summary>
public sealed class CoxFit
{
    internal CoxFit(CoxModel model) => Model = model;

    public required IReadOnlyList<CoxTerm> Terms { get; init; }

    /// <summary>Covariance of the coefficients; robust where the fit is robust. R: vcov.</summary>
    public required Matrix Variance { get; init; }

    /// <summary>The model-based covariance. R: naive.var.</summary>
    public required Matrix NaiveVariance { get; init; }

    /// <summary>With all coefficients zero. R: loglik[1].</summary>
    public required double NullLogLikelihood { get; init; }

    public required double LogLikelihood { get; init; }

    public required TestResult LikelihoodRatio { get; init; }

    /// <summary>With the robust covariance where the fit is robust.</summary>
    public required TestResult Wald { get; init; }

    public required TestResult Score { get; init; }

    /// <summary>R: robscore. Null when the fit is not robust, or when there are not more clusters than covariates.</summary>
    public required TestResult? RobustScore { get; init; }

    /// <summary>Rows.</summary>
    public required long N { get; init; }

    public required long Events { get; init; }

    /// <summary>Newton steps taken.</summary>
    public required int Iterations { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; } =
    [
        Assumption.IndependentUnits,
        Assumption.CensoringSaysNothing,
        Assumption.ProportionalHazards,
        Assumption.LargeSample,
    ];

    internal CoxModel Model { get; }

    /// <summary>Of two people of whom it is known who had the event first: the share in which that one had the higher risk. R: concordance. Reference: Harrell and others (1982), JAMA 247:2543-2546.</summary>
    public Answer<Concordance> Concordance() => CoxConcordance.Of(this);

    /// <summary>Events minus what the model expected, per row in the caller's order. R: residuals(fit, "martingale").</summary>
    public double[] MartingaleResiduals() => CoxResiduals.Martingale(this);

    /// <summary>The cumulative baseline hazard and survival for one unit with these covariates, in a stratum. R: survfit(fit, newdata). With zeros: basehaz(fit, centered = FALSE).</summary>
    public Answer<CoxCurve> Predict(
        IReadOnlyList<double> covariates,
        int stratum = 0,
        CurveInterval interval = CurveInterval.Log
    ) => CoxPrediction.Of(this, covariates, stratum, interval);

    /// <summary>Does the hazard ratio change over time? R: cox.zph (survival 3 and later: the score test). Reference: Grambsch, Therneau (1994), Biometrika 81:515-526.</summary>
    /// <param name="transform">The scale of time.</param>
    /// <param name="terms">Which columns belong to one factor: a number per column; each column by itself when omitted.</param>
    public Answer<ProportionalityTests> ProportionalHazards(
        TimeTransform transform = TimeTransform.KaplanMeier,
        IReadOnlyList<int>? terms = null
    ) => CoxProportionality.Of(this, transform, terms);
}

/// <summary>What a fit keeps to answer further questions.</summary>
internal sealed record CoxModel(FollowUp Data, CoxRows Rows, CoxOptions Options, double[] Beta, double[] Coefficients);
