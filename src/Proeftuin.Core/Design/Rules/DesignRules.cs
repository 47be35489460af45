// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>Judges a protocol by the rules that were in force on a day. A rule that needs something the protocol leaves open gives a finding that says so, never a pass.</summary>
public static class DesignRules
{
    private static readonly IReadOnlyDictionary<string, Func<Protocol, DesignRule, IEnumerable<Verdict>>> Checkers =
        new Dictionary<string, Func<Protocol, DesignRule, IEnumerable<Verdict>>>(StringComparer.Ordinal)
        {
            ["PW83-1"] = PeriodAndScope.DeviatesOnlyWhereOpenSince2026,
            ["PW83-2"] = PeriodAndScope.AtMostFiveYears,
            ["TB1-a"] = Participants.AreHouseholdsThatVolunteer,
            ["TB1-b"] = Groups.OneControlAndAtMostOneOfEach,
            ["TB2-1"] = PeriodAndScope.TwoYearsAndTwoProvisions,
            ["TB2-x"] = Participants.EarningsArmIsClosedToTheYoung,
            ["TB3"] = Procedure.ApplicationIsComplete,
            ["TR-joint7"] = Procedure.AtMostSevenMunicipalities,
            ["TB5-1a"] = Groups.ExemptionHasContactsInTheFirstYear,
            ["TB5-1b"] = Groups.IntensiveIsMoreThanUsual,
            ["TB5-1c"] = Groups.EarningsExemptionStaysWithinTheDecree,
            ["TB5-1d"] = Groups.ExemptionOnlyBesideIntensive,
            ["TB-random"] = Participants.AreDrawn,
            ["TB-choice"] = Groups.FreeChoiceIsAReading,
            ["TB-vol"] = Participants.ConsentToTheDrawnArm,
            ["TB9-2"] = Participants.LeaveWithoutSanction,
            ["TB-info"] = Groups.KeepTheDutyToInform,
            ["TB-report"] = Procedure.ReportsEveryHalfYear,
            ["TB-end"] = PeriodAndScope.WithinTheLifeOfTheDecree,
            ["GEG-1"] = Following.IsAccountedFor,
            ["VRL-1"] = Following.ParticipantsHearWhatItMeans,
        };

    /// <summary>The ids of the rules that have a checker.</summary>
    public static IReadOnlyList<string> CheckedIds => [.. Checkers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The day on which a protocol is best judged: its first day, or today when that is unknown.</summary>
    public static DateOnly DayFor(Protocol protocol, DateOnly today) => protocol.Run.Match(run => run.From, _ => today);

    public static DesignAssessment Check(Protocol protocol, IReadOnlyList<DesignRule> rules, DateOnly on)
    {
        var applicable = rules.Where(r => r.AppliesTo(protocol)).ToList();
        var inForce = applicable.Where(r => r.Valid.Contains(on)).ToList();
        var judged = inForce
            .Where(r => r.ByHand is null)
            .Select(r => (Rule: r, Findings: Findings(protocol, r)))
            .ToList();
        return new DesignAssessment
        {
            On = on,
            Findings = [.. judged.SelectMany(j => j.Findings).OrderBy(f => f.Severity)],
            Met = [.. judged.Where(j => j.Findings.Count == 0).Select(j => j.Rule)],
            ByHand = [.. inForce.Where(r => r.ByHand is not null)],
            NotInForce = [.. applicable.Where(r => !r.Valid.Contains(on))],
        };
    }

    private static IReadOnlyList<DesignFinding> Findings(Protocol protocol, DesignRule rule) =>
        [.. Checkers[rule.Id](protocol, rule).Select(v => Finding(rule, v))];

    /// <summary>What cannot be assessed is one step less serious than a breach, and at least worth attention.</summary>
    private static DesignFinding Finding(DesignRule rule, Verdict verdict) =>
        verdict switch
        {
            Verdict.Broken => new(rule, rule.Severity, false, verdict.Sentence, verdict.Remedy),
            Verdict.Open => new(
                rule,
                rule.Severity is Severity.Error ? Severity.Warning : Severity.Attention,
                true,
                verdict.Sentence,
                verdict.Remedy
            ),
            Verdict.Mention => new(rule, Severity.Attention, false, verdict.Sentence, verdict.Remedy),
            _ => throw new InvalidOperationException("A verdict is one of three."),
        };
}
