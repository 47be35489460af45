// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Matching;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>Participants of an arm beside people who did not take part: as they are, and matched on background traits. Never by lot.</summary>
public sealed record OutsiderEffect
{
    public required string Arm { get; init; }
    public required PlannedOutcome Outcome { get; init; }
    public required Side Participants { get; init; }
    public required Side Outsiders { get; init; }
    public required Outcome<Measured> Raw { get; init; }
    public required Outcome<MatchedOutsiders> Matched { get; init; }
    public Scale Scale => Outcomes.ScaleOf(Outcome.Measure);
}

/// <summary>The matched comparison: the difference, how many found a match, and how alike both groups are before and after on each trait.</summary>
public sealed record MatchedOutsiders(
    Measured Difference,
    int Participants,
    int Outsiders,
    IReadOnlyList<TraitBalance> Balance
);

/// <summary>How much participants and outsiders differ on a trait, in standard deviations, before and after matching; below 0.1 is the aim.</summary>
public sealed record TraitBalance(string Name, double Before, double After);

/// <summary>Works out the comparison with people who did not take part.</summary>
internal static class OutsiderEffects
{
    public static IReadOnlyList<OutsiderEffect> Of(StudyData data, Protocol protocol, PlannedAnalysis plan)
    {
        if (plan.Outsiders is not { } matching)
        {
            return [];
        }

        var arms = plan
            .Comparisons.Where(c => c.InFamily)
            .SelectMany(c => c.Arms.Concat(c.Against))
            .Distinct(StringComparer.Ordinal);
        return
        [
            .. arms.Where(a => protocol.ArmOf(a).TakesPart)
                .SelectMany(arm =>
                    plan.Outcomes.Where(o => o.Main).Select(o => One(data, protocol, plan, matching, arm, o))
                ),
        ];
    }

    private static OutsiderEffect One(
        StudyData data,
        Protocol protocol,
        PlannedAnalysis plan,
        PlannedMatching matching,
        string arm,
        PlannedOutcome outcome
    )
    {
        var sample = SampleOf(data, matching, arm, outcome.Measure);
        var known = sample.Known;
        var yesNo = Outcomes.IsYesNo(outcome.Measure);
        return new OutsiderEffect
        {
            Arm = protocol.ArmOf(arm).Name,
            Outcome = outcome,
            Participants = sample.SideOf(protocol.ArmOf(arm).Name, first: true),
            Outsiders = sample.SideOf("Wie niet meedeed", first: false),
            // Who did not take part has no draw or another one: the draws are no strata here.
            Raw = Differing.Of(known, yesNo, plan.Levels),
            Matched = Matched(known, matching, plan.Levels),
        };
    }

    /// <summary>Also used to check the method: with no effect at all, how often does it find one?</summary>
    public static Sample SampleOf(StudyData data, PlannedMatching matching, string arm, OutcomeMeasure measure)
    {
        var people = data
            .People.Where(p =>
                p.Began ? string.Equals(p.Arm, arm, StringComparison.Ordinal)
                : p.Arm is null ? matching.Who.Contains(Outsider.NotDrawn)
                : matching.Who.Contains(Outsider.DrawnNotBegun)
            )
            .Select(p => p with { Draw = null })
            .ToList();
        return new Sample(
            people,
            people.ConvertAll(p => p.Began),
            people.ConvertAll(p => Outcomes.Of(p, measure, sinceStart: true, data))
        );
    }

    public static Outcome<MatchedOutsiders> Matched(
        Sample known,
        PlannedMatching matching,
        IReadOnlyList<double> levels
    )
    {
        var columns = TraitColumns.Of(known.People, matching.On);
        var treated = known.Sides;
        if (!treated.Contains(true) || !treated.Contains(false))
        {
            return new NotEstimable("in een van de groepen is van niemand de uitkomst bekend");
        }

        if (columns.Count == 0)
        {
            return new NotEstimable("van niemand zijn kenmerken bekend om op te koppelen");
        }

        var outcome = known.Values;
        return PropensityWeights
            .Scores(TraitColumns.Design(DesignMatrix.WithIntercept(known.Count), columns), treated)
            .Then(scores =>
                NearestNeighbour.OfScores(
                    scores,
                    treated,
                    new MatchOptions { Ratio = matching.PerParticipant, Caliper = matching.Farthest }
                )
            )
            .Then(sample =>
                MatchedEffect
                    .Of(outcome, sample, levels[0])
                    .Then(fit => fit[MatchedEffect.Treated])
                    .Then(main =>
                        Balance
                            .Of([.. columns.Select(c => new Covariate(c.Name, c.Values))], sample)
                            .Map(table => (sample, main, table))
                    )
            )
            .Named(found => new MatchedOutsiders(
                Differing.Judged(
                    found.main,
                    levels,
                    found.sample.MatchedTreated + found.sample.MatchedControls,
                    "gekoppeld op de kans om mee te doen, fout CR2 per paar"
                ),
                found.sample.MatchedTreated,
                found.sample.MatchedControls,
                [.. Balance.LovePlot(found.table).Select(p => new TraitBalance(p.Name, p.Before, p.After))]
            ));
    }
}
