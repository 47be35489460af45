// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Provisions;

/// <summary>How a return guarantee stands on a day.</summary>
public enum GuaranteeState
{
    /// <summary>Can be used.</summary>
    Running,

    /// <summary>Used; the restart is not decided yet.</summary>
    Pressed,

    /// <summary>The benefit was restarted without a new application.</summary>
    Restarted,

    /// <summary>Used, but a full application turned out to be needed.</summary>
    FullApplication,

    /// <summary>The term passed without use.</summary>
    Expired,
}

/// <summary>What happened to one guarantee. <paramref name="Term"/> is half-open: the first day without benefit up to the first day on which the button no longer works.</summary>
public sealed record GuaranteeFacts(Period Term, DateOnly? PressedOn, DateOnly? DecidedOn, bool Restarted)
{
    /// <summary>The state at the end of a day, with what had happened by then.</summary>
    public GuaranteeState StateOn(DateOnly day) =>
        DecidedOn <= day ? (Restarted ? GuaranteeState.Restarted : GuaranteeState.FullApplication)
        : PressedOn <= day ? GuaranteeState.Pressed
        : day < Term.Before ? GuaranteeState.Running
        : GuaranteeState.Expired;
}

/// <summary>The rules of the return guarantee: one use, within a term after the exit.</summary>
public static class ReturnGuarantee
{
    /// <summary>From the first day without benefit, so many months.</summary>
    public static Period TermOf(DateOnly exit, int months) =>
        Period.FromUpTo(exit, Age.ReachedOn(exit, 0, months)).OrThrow();

    /// <summary>Registering is possible from the exit until the term is over. Gives the term.</summary>
    public static Outcome<Period> Register(DateOnly exit, int months, DateOnly today)
    {
        var term = TermOf(exit, months);
        return exit > today.AddDays(62) ? new ExitTooFarAhead(exit)
            : term.Before <= today ? new GuaranteeTermOver(term.Before!.Value.AddDays(-1))
            : term;
    }

    /// <summary>Whether the button works on this day; gives the facts after it. Refuses a second use, a day before the exit, a day after the term and a day still to come.</summary>
    public static Outcome<GuaranteeFacts> Press(GuaranteeFacts facts, DateOnly on, DateOnly today) =>
        facts.PressedOn is { } before ? new GuaranteeUsed(before)
        : on > today ? new DayStillToCome(on)
        : on < facts.Term.From ? new GuaranteeNotBegun(facts.Term.From)
        : !facts.Term.Contains(on) ? new GuaranteeTermOver(facts.Term.Before!.Value.AddDays(-1))
        : facts with { PressedOn = on };

    /// <summary>The decision after the button was used. Refuses one without a press, a second one and a day before the press.</summary>
    public static Outcome<GuaranteeFacts> Decide(GuaranteeFacts facts, bool restart, DateOnly on, DateOnly today) =>
        facts.PressedOn is not { } pressed ? new GuaranteeNotUsed()
        : facts.DecidedOn is { } before ? new DecidedBefore(before)
        : on > today ? new DayStillToCome(on)
        : on < pressed ? new DecisionBeforeRequest(pressed)
        : facts with { DecidedOn = on, Restarted = restart };
}

/// <summary>The button was used before.</summary>
public sealed record GuaranteeUsed(DateOnly On) : Refusal
{
    public override string Message => $"De garantieknop is al gebruikt op {Dutch.Date(On)}. Hij werkt één keer.";
}

/// <summary>The button was not used yet.</summary>
public sealed record GuaranteeNotUsed : Refusal
{
    public override string Message => "De garantieknop is nog niet gebruikt. Leg eerst het verzoek vast.";
}

/// <summary>The benefit has not ended yet on that day.</summary>
public sealed record GuaranteeNotBegun(DateOnly From) : Refusal
{
    public override string Message =>
        $"De garantieknop werkt vanaf {Dutch.Date(From)}, de eerste dag zonder uitkering.";
}

/// <summary>The term is over.</summary>
public sealed record GuaranteeTermOver(DateOnly Last) : Refusal
{
    public override string Message =>
        $"De termijn van de garantieknop liep tot en met {Dutch.Date(Last)}. Een gewone aanvraag blijft mogelijk.";
}

/// <summary>An exit this far ahead is a typing error.</summary>
public sealed record ExitTooFarAhead(DateOnly On) : Refusal
{
    public override string Message =>
        $"{Dutch.Date(On)} ligt meer dan twee maanden vooruit. Leg de garantieknop vast als de uitkering eindigt.";
}
