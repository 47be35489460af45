// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Provisions;

/// <summary>What happened to one application for the premium.</summary>
public sealed record PremiumFacts(
    DateOnly AppliedOn,
    DateOnly? DecidedOn,
    bool IsGranted,
    Eur Amount,
    DateOnly? PaidOn,
    DateOnly? WithdrawnOn
);

/// <summary>What happened to one report of a desk.</summary>
public sealed record OneDayFacts(
    DateOnly ReportedOn,
    DateOnly? DecidedOn,
    bool IsGranted,
    bool IsWithinADay,
    DelayReason? Delay
);

/// <summary>How the guidance of somebody ended.</summary>
public enum GuidanceEnd
{
    /// <summary>Handed over to another team, closer to work.</summary>
    HandedOver,
    ToWork,
    Stopped,
    Other,
}

/// <summary>What happened in the guidance of one person.</summary>
public sealed record GuidanceFacts(
    DateOnly StartedOn,
    DateOnly? EndedOn,
    GuidanceEnd? End,
    IReadOnlyList<LifeMeasurement> Measurements,
    IReadOnlyList<(DateOnly On, string Form, int Minutes)> Contacts
);

/// <summary>The premium in numbers on a day.</summary>
public sealed record PremiumTally(
    int Applied,
    int Open,
    int Granted,
    int Rejected,
    int Withdrawn,
    int Paid,
    Eur GrantedTogether,
    Eur PaidTogether
)
{
    public static PremiumTally Of(IEnumerable<PremiumFacts> all, DateOnly on)
    {
        var cases = all.Where(c => c.AppliedOn <= on).ToList();
        var withdrawn = cases.Count(c => c.WithdrawnOn <= on);
        var decided = cases.Where(c => c.DecidedOn <= on).ToList();
        var granted = decided.Where(c => c.IsGranted).ToList();
        var paid = granted.Where(c => c.PaidOn <= on).ToList();
        return new(
            cases.Count,
            cases.Count - withdrawn - decided.Count,
            granted.Count,
            decided.Count - granted.Count,
            withdrawn,
            paid.Count,
            new(granted.Sum(c => c.Amount.Cents)),
            new(paid.Sum(c => c.Amount.Cents))
        );
    }
}

/// <summary>The return guarantee in numbers on a day: used is shown out of everybody who has or had it, so that 0 means 0 of N.</summary>
public sealed record GuaranteeTally(
    int Registered,
    int Running,
    int Used,
    int Restarted,
    int FullApplication,
    int Expired
)
{
    public static GuaranteeTally Of(IEnumerable<(DateOnly RegisteredOn, GuaranteeFacts Facts)> all, DateOnly on)
    {
        var states = all.Where(c => c.RegisteredOn <= on).Select(c => c.Facts.StateOn(on)).ToList();
        int In(GuaranteeState state) => states.Count(s => s == state);
        return new(
            states.Count,
            In(GuaranteeState.Running),
            states.Count(s =>
                s is GuaranteeState.Pressed or GuaranteeState.Restarted or GuaranteeState.FullApplication
            ),
            In(GuaranteeState.Restarted),
            In(GuaranteeState.FullApplication),
            In(GuaranteeState.Expired)
        );
    }
}

/// <summary>Assistance in one day in numbers on a day; the share within a day is of what was decided.</summary>
public sealed record OneDayTally(
    int Reported,
    int Open,
    int Decided,
    int Granted,
    int WithinADay,
    IReadOnlyList<(DelayReason Reason, int Count)> Delays
)
{
    public static OneDayTally Of(IEnumerable<OneDayFacts> all, DateOnly on)
    {
        var cases = all.Where(c => c.ReportedOn <= on).ToList();
        var decided = cases.Where(c => c.DecidedOn <= on).ToList();
        return new(
            cases.Count,
            cases.Count - decided.Count,
            decided.Count,
            decided.Count(c => c.IsGranted),
            decided.Count(c => c.IsWithinADay),
            [.. Enum.GetValues<DelayReason>().Select(r => (r, decided.Count(c => !c.IsWithinADay && c.Delay == r)))]
        );
    }
}

/// <summary>For one area of life: how many people with a follow-up stand higher, equal and lower than at their baseline.</summary>
public sealed record AreaTally(string Name, int Higher, int Equal, int Lower);

/// <summary>Intensive guidance in numbers on a day.</summary>
public sealed record GuidanceTally(
    int Started,
    int Running,
    int WithBaseline,
    int WithFollowUp,
    IReadOnlyList<AreaTally> Areas,
    ContactIntensity Contacts,
    IReadOnlyList<(GuidanceEnd End, int Count)> Ends
)
{
    public static GuidanceTally Of(GuidanceDesign design, IEnumerable<GuidanceFacts> all, DateOnly on)
    {
        var cases = all.Where(c => c.StartedOn <= on)
            .Select(c => c with { Measurements = [.. c.Measurements.Where(m => m.On <= on)] })
            .ToList();
        var areas = design.Areas.Match(known => known, _ => []);
        var progress = cases.Select(c => GuidanceProgress.Of(areas, c.Measurements)).Where(p => p.Count > 0).ToList();
        return new(
            cases.Count,
            cases.Count(c => c.EndedOn is not { } ended || ended > on),
            cases.Count(c => c.Measurements.Count > 0),
            progress.Count,
            [
                .. areas.Select(
                    (a, i) =>
                        new AreaTally(
                            a.Name,
                            progress.Count(p => p[i].Change > 0),
                            progress.Count(p => p[i].Change == 0),
                            progress.Count(p => p[i].Change < 0)
                        )
                ),
            ],
            ContactIntensity.Of(
                design.Forms,
                [.. cases.SelectMany(c => c.Contacts).Where(c => c.On <= on).Select(c => (c.Form, c.Minutes))]
            ),
            [.. Enum.GetValues<GuidanceEnd>().Select(e => (e, cases.Count(c => c.EndedOn <= on && c.End == e)))]
        );
    }
}
