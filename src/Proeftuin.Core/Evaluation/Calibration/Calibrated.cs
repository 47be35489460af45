// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Evaluation.Planned;

namespace Proeftuin.Core.Evaluation.Calibration;

/// <summary>Whether an estimator kept its promise.</summary>
public enum Kept
{
    Yes,
    No,

    /// <summary>Nothing was promised.</summary>
    NotJudged,
}

/// <summary>How often something happened in the rehearsals in which there was an answer.</summary>
public sealed record Rate(int Times, int Answers)
{
    /// <summary>Null when there never was an answer.</summary>
    public double? Value => Answers == 0 ? null : (double)Times / Answers;

    /// <summary>The Monte Carlo error around a nominal rate.</summary>
    public double ErrorAt(double nominal) => Math.Sqrt(nominal * (1 - nominal) / Math.Max(1, Answers));
}

/// <summary>One estimator of one comparison over all rehearsals.</summary>
public sealed record CalibratedEstimator(
    PlannedComparison Comparison,
    Estimator Estimator,
    Rate Found,
    Rate? Covered,
    double Level
)
{
    /// <summary>So many Monte Carlo errors a measured rate may lie from the nominal one.</summary>
    public const int Errors = 4;

    public Promise Promise => Calibrating.PromiseOf(Estimator);

    public Kept Kept =>
        (Promise, Found.Value) switch
        {
            (Promise.None, _) => Kept.NotJudged,
            (_, null) => Kept.No,
            (Promise.Exact, { } found) => Of(found - (1 - Level) <= Errors * Found.ErrorAt(1 - Level)),
            (Promise.Asymptotic, { } found) => Of(
                Math.Abs(found - (1 - Level)) <= Errors * Found.ErrorAt(1 - Level)
                    && (
                        Covered is not { Value: { } covered }
                        || Math.Abs(covered - Level) <= Errors * Covered.ErrorAt(Level)
                    )
            ),
        };

    private static Kept Of(bool kept) => kept ? Kept.Yes : Kept.No;
}

/// <summary>A design put to the test: how often each estimator found an effect that was not there, and how often its interval held the one that was.</summary>
public sealed record Calibrated(
    CalibrationQuestion Question,
    int Rehearsals,
    IReadOnlyList<CalibratedEstimator> Estimators
)
{
    public bool AllKept => Estimators.All(e => e.Kept is not Kept.No);

    /// <summary>The rehearsals put together, in any order.</summary>
    public static Calibrated Of(
        CalibrationQuestion question,
        IReadOnlyList<IReadOnlyList<IReadOnlyList<Said>>> rehearsals
    )
    {
        var compared = question.Compared;
        return new(
            question,
            rehearsals.Count,
            [
                .. compared.SelectMany(
                    (comparison, c) =>
                        Enum.GetValues<Estimator>()
                            .Select(
                                (estimator, e) =>
                                {
                                    var said = rehearsals.Select(r => r[c][e]).ToList();
                                    var held = said.Where(s => s.Covered is not null).ToList();
                                    return new CalibratedEstimator(
                                        comparison,
                                        estimator,
                                        new(said.Count(s => s.Found is true), said.Count(s => s.Found is not null)),
                                        held.Count == 0 ? null : new(held.Count(s => s.Covered is true), held.Count),
                                        question.Level
                                    );
                                }
                            )
                ),
            ]
        );
    }
}
