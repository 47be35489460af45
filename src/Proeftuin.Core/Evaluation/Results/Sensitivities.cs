// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>A main comparison of everyone drawn, done in another way.</summary>
public sealed record SensitiveEffect(
    Sensitivity Way,
    PlannedOutcome Outcome,
    PlannedComparison Comparison,
    Outcome<Measured> Difference
)
{
    public Scale Scale => Outcomes.ScaleOf(Outcome.Measure);
}

/// <summary>Does the main analysis in the other ways that were planned.</summary>
internal static class Sensitivities
{
    public static IReadOnlyList<SensitiveEffect> Of(StudyData data, Protocol protocol, PlannedAnalysis plan) =>
        [
            .. plan.MainComparisons.SelectMany(m =>
                plan.Sensitivities.Select(s => new SensitiveEffect(
                    s,
                    m.Outcome,
                    m.Comparison,
                    One(data, protocol, plan, m.Outcome, m.Comparison, s)
                ))
            ),
        ];

    private static Outcome<Measured> One(
        StudyData data,
        Protocol protocol,
        PlannedAnalysis plan,
        PlannedOutcome outcome,
        PlannedComparison comparison,
        Sensitivity way
    )
    {
        var yesNo = Outcomes.IsYesNo(outcome.Measure);
        Sample Everyone(WhoStopped stopped) =>
            Sample.Of(data, protocol, plan.Estimands[0], comparison, outcome.Measure, stopped);
        Outcome<Measured> Differ(Sample known) =>
            Differing.Of(known, yesNo, plan.Levels).Map(m => ByLot.Judge(m, known, yesNo, plan.Redraws));
        var all = Everyone(plan.WhoStopped);
        return way switch
        {
            Sensitivity.AdjustedForTraits => Adjusted(all.Known, plan.AdjustedFor, plan.Levels),
            Sensitivity.FirstLotteryOnly => Differ(FirstLottery(all).Known),
            Sensitivity.StoppedMissing => Differ(Everyone(WhoStopped.OutcomeMissing).Known),
            Sensitivity.MissingIsNo => Differ(all with { Outcome = [.. all.Outcome.Select(y => (double?)(y ?? 0))] }),
        };
    }

    private static Sample FirstLottery(Sample all)
    {
        var first = all.People.Min(p => p.FollowedFrom);
        return all.Where(i => all.People[i].FollowedFrom == first);
    }

    /// <summary>Lin's adjustment: every trait around its mean, and its product with the side.</summary>
    public static Outcome<Measured> Adjusted(Sample known, IReadOnlyList<Trait> traits, IReadOnlyList<double> levels)
    {
        if (!known.First.Contains(true) || !known.First.Contains(false))
        {
            return new NotEstimable("in een van de groepen is van niemand de uitkomst bekend");
        }

        var columns = TraitColumns.Of(known.People, traits);
        if (columns.Count == 0)
        {
            return new NotEstimable("van niemand zijn kenmerken bekend");
        }

        var arms = DesignMatrix.Empty(known.Count).With(Differing.Term, [.. known.First.Select(f => f ? 1.0 : 0)]);
        var covariates = TraitColumns.Design(DesignMatrix.Empty(known.Count), columns);
        return Lin.Fit(
                arms,
                covariates,
                known.Values,
                new OlsOptions { Clusters = known.HasShared ? known.Units : null, Level = levels[0] }
            )
            .Then(fit => fit[Differing.Term])
            .Named(c => Differing.Judged(c, levels, known.Count, "correctie volgens Lin, robuuste fout"));
    }
}
