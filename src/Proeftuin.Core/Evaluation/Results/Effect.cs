// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Statistics.Multiplicity;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>One planned comparison of one outcome for one estimand.</summary>
public sealed record Effect
{
    public required PlannedOutcome Outcome { get; init; }
    public required Estimand Estimand { get; init; }
    public required PlannedComparison Comparison { get; init; }
    public required Side First { get; init; }
    public required Side Second { get; init; }
    public required Outcome<Measured> Difference { get; init; }

    /// <summary>After correction for the other comparisons of the family; null outside it.</summary>
    public double? PAdjusted { get; init; }
    public required double Level { get; init; }

    public Scale Scale => Outcomes.ScaleOf(Outcome.Measure);

    /// <summary>What the numbers allow us to say, at the main level and after correction.</summary>
    public Verdict Verdict =>
        Difference.Match(
            m =>
                (PAdjusted ?? m.P) is not { } p
                    ? Evaluation.Verdict.NotEstimable
                    : (m.Ranges[0].LeavesOutZero, p < 1 - Level) switch
                    {
                        (true, true) => Evaluation.Verdict.Shown,
                        (false, false) => Evaluation.Verdict.NotShown,
                        _ => Evaluation.Verdict.Doubtful,
                    },
            _ => Evaluation.Verdict.NotEstimable
        );
}

/// <summary>Works out planned comparisons.</summary>
internal static class Effects
{
    /// <summary>All comparisons of one outcome for one estimand, those of the family corrected together.</summary>
    public static IReadOnlyList<Effect> Of(
        StudyData data,
        Protocol protocol,
        PlannedAnalysis plan,
        Estimand estimand,
        PlannedOutcome outcome
    )
    {
        var comparisons =
            estimand.Lottery is PlannedLottery.Places
                ? plan.Comparisons.Where(c => c.InFamily && HasPlaces(data, c)).ToList()
                : plan.Comparisons.ToList();
        return Corrected([.. comparisons.Select(c => Of(data, protocol, plan, estimand, outcome, c))], plan.Correction);
    }

    public static Effect Of(
        StudyData data,
        Protocol protocol,
        PlannedAnalysis plan,
        Estimand estimand,
        PlannedOutcome outcome,
        PlannedComparison comparison
    )
    {
        var sample = Sample.Of(data, protocol, estimand, comparison, outcome.Measure, plan.WhoStopped);
        var places = estimand.Lottery is PlannedLottery.Places;
        return new Effect
        {
            Outcome = outcome,
            Estimand = estimand,
            Comparison = comparison,
            First = sample.SideOf(
                Names(protocol, comparison.Arms) + (places ? ": plaats door loting" : ""),
                first: true
            ),
            Second = sample.SideOf(
                places ? Names(protocol, comparison.Arms) + ": wachtlijst" : Names(protocol, comparison.Against),
                first: false
            ),
            Difference = Difference(sample, protocol, plan, estimand, outcome.Measure, comparison),
            Level = plan.MainLevel,
        };
    }

    public static string Names(Protocol protocol, IReadOnlyList<string> arms) =>
        string.Join(" en ", arms.Select(a => protocol.ArmOf(a).Name));

    /// <summary>The p-values of the family after correction for the planned number of comparisons, also those that could not be computed.</summary>
    public static IReadOnlyList<Effect> Corrected(IReadOnlyList<Effect> effects, Correction correction)
    {
        var family = effects.Where(e => e.Comparison.InFamily).ToList();
        var tested = family.Where(e => e.Difference.Match(m => m.P is not null, _ => false)).ToList();
        if (family.Count < 2 || tested.Count == 0)
        {
            return effects;
        }

        var adjusted = AdjustedP
            .Of([.. tested.Select(e => e.Difference.OrThrow().P!.Value)], correction, family.Count)
            .OrThrow()
            .Values;
        return [.. effects.Select(e => tested.IndexOf(e) is >= 0 and var i ? e with { PAdjusted = adjusted[i] } : e)];
    }

    private static Outcome<Measured> Difference(
        Sample sample,
        Protocol protocol,
        PlannedAnalysis plan,
        Estimand estimand,
        OutcomeMeasure measure,
        PlannedComparison comparison
    )
    {
        if (estimand.IsByLot && Outcomes.IsOfParticipantsOnly(measure))
        {
            return new NotEstimable("dit is alleen bekend van wie begon, en wie begint kiest daar zelf voor");
        }

        var (known, yesNo) = (sample.Known, Outcomes.IsYesNo(measure));
        return estimand.Whom switch
        {
            Whom.EffectOfTakingPart => Complier.Of(known, protocol, comparison, plan.Levels),
            Whom.EveryoneDrawn => Differing
                .Of(known, yesNo, plan.Levels)
                .Map(m => ByLot.Judge(m, known, yesNo, plan.Redraws)),
            Whom.Participants or Whom.ParticipantsWhoDidNotStop => Differing.Of(known, yesNo, plan.Levels),
        };
    }

    private static bool HasPlaces(StudyData data, PlannedComparison comparison) =>
        data.People.Any(p =>
            p.Places is not PlacesLot.None && p.Arm is { } arm && comparison.Arms.Contains(arm, StringComparer.Ordinal)
        );
}
