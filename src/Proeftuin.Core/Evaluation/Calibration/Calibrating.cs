// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Core.Evaluation.Results;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Proportions;
using Proeftuin.Statistics.Survival;
using Range = Proeftuin.Core.Evaluation.Results.Range;

namespace Proeftuin.Core.Evaluation.Calibration;

/// <summary>A way of estimating that is put to the test.</summary>
public enum Estimator
{
    /// <summary>Everyone drawn, least squares with robust errors.</summary>
    Regression,

    /// <summary>Everyone drawn, shares with Newcombe's interval; a difference is found when nought lies outside it.</summary>
    Newcombe,

    /// <summary>Everyone drawn, chi-square.</summary>
    ChiSquare,

    /// <summary>Everyone drawn, adjusted for traits (Lin).</summary>
    Adjusted,

    /// <summary>Everyone drawn, time to leaving for work.</summary>
    LogRank,

    /// <summary>Everyone drawn, all assignments of the lot counted out.</summary>
    Permutation,

    /// <summary>Everyone drawn, Fisher.</summary>
    Fisher,

    /// <summary>The effect of beginning on who began because of the lot.</summary>
    Complier,

    /// <summary>Who began.</summary>
    Participants,

    /// <summary>Who began and did not stop.</summary>
    DidNotStop,

    /// <summary>Who began beside who did not take part, as they are.</summary>
    Outsiders,

    /// <summary>The same, matched.</summary>
    Matched,
}

/// <summary>How an estimator is judged.</summary>
public enum Promise
{
    /// <summary>Right in large samples: the measured rate must lie within four Monte Carlo errors of the nominal one.</summary>
    Asymptotic,

    /// <summary>Never wrong too often: the measured rate must not lie above the nominal one (by more than four Monte Carlo errors).</summary>
    Exact,

    /// <summary>Who is compared chose to take part: reported, not judged.</summary>
    None,
}

/// <summary>What one estimator said in one rehearsal: whether it found a difference without an effect, and whether its interval held the true one; null where it had no answer or has no interval.</summary>
public readonly record struct Said(bool? Found, bool? Covered);

/// <summary>Carries one rehearsal out, with the same functions as a real evaluation.</summary>
public static class Calibrating
{
    public static Promise PromiseOf(Estimator estimator) =>
        estimator switch
        {
            Estimator.Regression
            or Estimator.Newcombe
            or Estimator.ChiSquare
            or Estimator.Adjusted
            or Estimator.LogRank
            or Estimator.Complier => Promise.Asymptotic,
            Estimator.Permutation or Estimator.Fisher => Promise.Exact,
            Estimator.Participants or Estimator.DidNotStop or Estimator.Outsiders or Estimator.Matched => Promise.None,
        };

    /// <summary>Per comparison of the question and per estimator what it said. <paramref name="arms"/>: the lot of every person, null for who was not drawn.</summary>
    public static IReadOnlyList<IReadOnlyList<Said>> One(
        CalibrationQuestion question,
        IReadOnlyList<string?> arms,
        int rehearsal
    )
    {
        var (without, with) = MadeStudy.Of(question, arms, rehearsal);
        return
        [
            .. question.Compared.Select(comparison =>
            {
                var drawn = arms.Count(a => string.Equals(a, comparison.Arms[0], StringComparison.Ordinal));
                var byLot = question.Effect * question.Beginning(comparison.Arms[0], drawn);
                return (IReadOnlyList<Said>)
                    [
                        .. Enum.GetValues<Estimator>()
                            .Select(e =>
                            {
                                var truth = IsByLot(e) ? byLot : question.Effect;
                                var found = Say(question, without, comparison, e).Match(f => (bool?)f.Found, _ => null);
                                var held = Say(question, with, comparison, e)
                                    .Match(
                                        f => f.Range is { } r ? r.Lower <= truth && truth <= r.Upper : (bool?)null,
                                        _ => null
                                    );
                                return new Said(found, held);
                            }),
                    ];
            }),
        ];
    }

    private static bool IsByLot(Estimator estimator) =>
        PromiseOf(estimator) is not Promise.None && estimator is not Estimator.Complier;

    private static Outcome<(bool Found, Range? Range)> Say(
        CalibrationQuestion question,
        StudyData data,
        PlannedComparison comparison,
        Estimator estimator
    )
    {
        IReadOnlyList<double> levels = [question.Level];
        Sample Known(Whom whom) =>
            Sample
                .Of(
                    data,
                    question.Protocol,
                    new Estimand("", whom, PlannedLottery.Arms, null),
                    comparison,
                    OutcomeMeasure.ExitToWorkGross,
                    WhoStopped.Counts
                )
                .Known;
        Outcome<(bool, Range?)> Measured(Outcome<Measured> m) =>
            m.Map(x => (x.P < 1 - question.Level, (Range?)x.Ranges[0]));
        Outcome<(bool, Range?)> Test(Answer<TestResult> test) =>
            test.Named(t => (t.P <= 1 - question.Level, (Range?)null));
        var everyone = Whom.EveryoneDrawn;
        return estimator switch
        {
            Estimator.Regression => Regression(Known(everyone), question.Level),
            Estimator.Newcombe => Differing
                .Of(Known(everyone), yesNo: true, levels)
                .Map(m => (m.Ranges[0].LeavesOutZero, (Range?)m.Ranges[0])),
            Estimator.ChiSquare => Test(Two(Known(everyone), (a, b) => ApproximateTests.ChiSquare(a, b))),
            Estimator.Permutation => Test(Two(Known(everyone), ExactTests.Permutation)),
            Estimator.Fisher => Test(Two(Known(everyone), (a, b) => ExactTests.Fisher(a, b, Alternative.TwoSided))),
            Estimator.Adjusted => Measured(Sensitivities.Adjusted(Known(everyone), question.Plan.AdjustedFor, levels)),
            Estimator.LogRank => Test(OverTime(Known(everyone), data)),
            Estimator.Complier => Measured(Complier.Of(Known(everyone), question.Protocol, comparison, levels)),
            Estimator.Participants => Measured(Differing.Of(Known(Whom.Participants), yesNo: true, levels)),
            Estimator.DidNotStop => Measured(Differing.Of(Known(Whom.ParticipantsWhoDidNotStop), yesNo: true, levels)),
            Estimator.Outsiders => Measured(
                Outsiders(question, data, comparison).Then(s => Differing.Of(s, yesNo: true, levels))
            ),
            Estimator.Matched => Measured(
                Outsiders(question, data, comparison)
                    .Then(s => OutsiderEffects.Matched(s, question.Plan.Outsiders!, levels))
                    .Map(m => m.Difference)
            ),
        };
    }

    private static Outcome<(bool, Range?)> Regression(Sample known, double level) =>
        Differing
            .Regressed(known, known.Values, known.Strata, shared: false, level)
            .Named(c => (c.P < 1 - level, (Range?)new Range(c.Interval.Lower, c.Interval.Upper, level)));

    private static Answer<TestResult> Two(Sample known, Func<Proportion, Proportion, Answer<TestResult>> test)
    {
        var (first, second) = Differing.Proportions(known);
        return test(first, second);
    }

    private static Answer<TestResult> OverTime(Sample known, StudyData data) =>
        LogRank
            .Test(
                FollowUp.Of(
                    [
                        .. known.People.Select(p =>
                            (double)((p.WorkExit ?? data.CountDate).DayNumber - p.FollowedFrom.DayNumber)
                        ),
                    ],
                    [.. known.People.Select(p => p.WorkExit is not null)]
                ),
                [.. known.First.Select(f => f ? 1 : 0)]
            )
            .Map(t => t.Test);

    private static Outcome<Sample> Outsiders(
        CalibrationQuestion question,
        StudyData data,
        PlannedComparison comparison
    ) =>
        question.Plan.Outsiders is { } matching
            ? OutsiderEffects.SampleOf(data, matching, comparison.Arms[0], OutcomeMeasure.ExitToWorkGross).Known
            : new NotEstimable("het plan vergelijkt niet met mensen die niet meededen");
}
