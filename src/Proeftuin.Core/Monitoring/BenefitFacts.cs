// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>What happens with a reported turn in somebody's benefit.</summary>
public enum Reported
{
    /// <summary>It fits in what is known.</summary>
    Placed,

    /// <summary>Exactly this was known already; nothing is written.</summary>
    KnownAlready,

    /// <summary>A return while the exit before it is not known: kept, and a task until the exit arrives.</summary>
    Parked,
}

/// <summary>Judges a reported exit or return against what is known of the person. An exit before the experiment begins is normal: everyone drawn is followed.</summary>
public static class BenefitFacts
{
    /// <summary>Refuses a day that has yet to come, an exit before the benefit began, an exit of somebody who has none, and a turn that contradicts another one.</summary>
    public static Outcome<Reported> Judge(
        DateOnly? since,
        IReadOnlyList<BenefitEvent> known,
        BenefitEvent reported,
        DateOnly today
    )
    {
        if (reported.On > today)
        {
            return new FactInTheFuture(reported.On);
        }

        if (known.Contains(reported))
        {
            return Reported.KnownAlready;
        }

        foreach (var other in known)
        {
            if (other.On == reported.On && other.Turn == reported.Turn)
            {
                return new OtherReasonKnown(reported.On);
            }
        }

        if (since is { } begin && reported.On <= begin)
        {
            return reported.Turn is BenefitTurn.Exit
                ? new ExitBeforeBenefit(reported.On, begin)
                : new ReentryBeforeBenefit(reported.On, begin);
        }

        var before = BenefitTimeline.Of(since, known);
        var after = BenefitTimeline.Of(since, [.. known, reported]);
        var pushedOut = after.Unplaced.Except(before.Unplaced).ToList();
        return pushedOut.Count == 0 ? Reported.Placed
            : pushedOut.TrueForAll(e => e.Turn is BenefitTurn.Reentry) ? Reported.Parked
            : before.Spells.Count == 0 ? new NoBenefitKnown()
            : new LeftAlready(reported.On, OtherExit(before, reported.On));
    }

    private static DateOnly OtherExit(BenefitTimeline timeline, DateOnly on) =>
        timeline.Spells.Select(s => s.Before).OfType<DateOnly>().MinBy(e => Math.Abs(e.DayNumber - on.DayNumber));
}

/// <summary>The day has yet to come.</summary>
public sealed record FactInTheFuture(DateOnly On) : Refusal
{
    public override string Message => $"{Dutch.Date(On)} ligt in de toekomst. Vul de dag in waarop het gebeurde.";
}

/// <summary>The benefit ended before it began.</summary>
public sealed record ExitBeforeBenefit(DateOnly On, DateOnly Since) : Refusal
{
    public override string Message =>
        $"De uitstroom op {Dutch.Date(On)} ligt niet na het begin van de uitkering ({Dutch.Date(Since)}). Controleer de datum.";
}

/// <summary>The person came back before the benefit in the register began.</summary>
public sealed record ReentryBeforeBenefit(DateOnly On, DateOnly Since) : Refusal
{
    public override string Message =>
        $"De herinstroom op {Dutch.Date(On)} ligt niet na het begin van de uitkering in het register ({Dutch.Date(Since)}). Controleer de datum.";
}

/// <summary>Nothing is known of a benefit of this person.</summary>
public sealed record NoBenefitKnown : Refusal
{
    public override string Message =>
        "Van deze persoon is geen uitkering bekend, dus uitstroom kan niet. Controleer het nummer, of meld eerst wanneer de uitkering begon.";
}

/// <summary>The person had left already and no return is known in between.</summary>
public sealed record LeftAlready(DateOnly On, DateOnly Known) : Refusal
{
    public override string Message =>
        $"Uitstroom op {Dutch.Date(On)} past niet: uitstroom op {Dutch.Date(Known)} is al bekend en daartussen is geen herinstroom gemeld. Meld de herinstroom mee, of corrigeer de bekende uitstroom.";
}

/// <summary>The same turn on the same day is known with another reason.</summary>
public sealed record OtherReasonKnown(DateOnly On) : Refusal
{
    public override string Message =>
        $"Op {Dutch.Date(On)} is al uitstroom bekend met een andere reden. Wilt u de reden wijzigen, corrigeer dan de bekende uitstroom.";
}
