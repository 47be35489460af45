// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using static Proeftuin.Core.Participation.ParticipationState;

namespace Proeftuin.Core.Participation;

/// <summary>What must hold for one act on the day it happened. Each refusal has its own name.</summary>
internal static class ParticipationRules
{
    /// <summary>Why this line cannot be written here; null when it can.</summary>
    public static Refusal? Problem(Lot lot, Standing standing, ParticipationEvent line)
    {
        var enrolsFirst = line.Act == ParticipationAct.Consent && lot.EnrolBeforeTheLot;
        if (line.On < lot.DrawnOn && !enrolsFirst)
        {
            return new BeforeTheDraw(line.On, lot.DrawnOn);
        }

        return ForAct(lot, standing, line)
            ?? (line.Act == ParticipationAct.Retract ? null : Misfit(standing.State, line.Act));
    }

    /// <summary>Whether an act that was written down before still has its footing. A yes without an invitation is only for who enrols before the lot.</summary>
    public static bool Fits(Lot lot, ParticipationState state, ParticipationAct act) =>
        ParticipationTransitions.Take(state, act).IsDone
        && (state != Drawn || act != ParticipationAct.Consent || lot.EnrolBeforeTheLot);

    private static Refusal? ForAct(Lot lot, Standing standing, ParticipationEvent line) =>
        line.Act switch
        {
            ParticipationAct.Invite when !lot.Approached => new ReferenceIsNotInvited(lot.Arm),
            ParticipationAct.Invite when line.ClosesOn is { } closes && closes < line.On => new ClosesBeforeSending(
                closes
            ),
            ParticipationAct.Consent => Consent(lot, standing, line),
            ParticipationAct.Choose => Choice(lot, standing, line),
            ParticipationAct.Start => Start(lot, standing, line),
            ParticipationAct.CallUp when line.StartsOn is not { } start || start <= line.On => new StartMustBeLater(),
            ParticipationAct.CallUp when lot.RunsBefore is { } before && line.StartsOn >= before =>
                new StartsAfterTheEnd(line.StartsOn.Value, before.AddDays(-1)),
            ParticipationAct.Withdraw when standing.State is Drawn or Invited or Declined or NoReply =>
                new NeverTookPart(standing.State),
            ParticipationAct.Withdraw or ParticipationAct.DecideOnData when line.Data is null =>
                new DataChoiceMissing(),
            ParticipationAct.Complete when lot.RunsBefore is { } before && line.On < before.AddDays(-1) =>
                new NotAtTheEndYet(before.AddDays(-1)),
            _ => null,
        };

    private static Refusal? Consent(Lot lot, Standing standing, ParticipationEvent line)
    {
        if (!lot.Approached)
        {
            return new ReferenceIsNotInvited(lot.Arm);
        }

        if (standing.ConsentedOn is { } earlier)
        {
            return new AlreadyConsented(earlier);
        }

        if (standing.State == Drawn && !lot.EnrolBeforeTheLot)
        {
            return new NotInvitedYet();
        }

        if (lot.ChoiceOf.Count > 0)
        {
            if (line.Arm is not { } chosen || !lot.ChoiceOf.Contains(chosen, StringComparer.Ordinal))
            {
                return new ChoiceMissing(lot.ChoiceOf);
            }
        }
        else if (line.Arm is { } other && !string.Equals(other, lot.Arm, StringComparison.Ordinal))
        {
            return new ConsentToAnotherArm(lot.Arm, other);
        }

        return string.IsNullOrEmpty(line.RulesSha256) ? new RulesVersionMissing()
            : line.StartsOn is not { } start || start <= line.On ? new ConsentAfterOwnStart(line.On)
            : lot.RunsBefore is { } before && start >= before ? new StartsAfterTheEnd(start, before.AddDays(-1))
            : null;
    }

    private static Refusal? Choice(Lot lot, Standing standing, ParticipationEvent line) =>
        lot.ChoiceOf.Count == 0 ? new NoFreeChoice(lot.Arm)
        : line.Arm is not { } chosen || !lot.ChoiceOf.Contains(chosen, StringComparer.Ordinal)
            ? new ChoiceMissing(lot.ChoiceOf)
        : lot.Change == ChoiceChange.Never || (lot.Change == ChoiceChange.BeforeStart && standing.State == Active)
            ? new ChoiceIsFixed()
        : null;

    private static Refusal? Start(Lot lot, Standing standing, ParticipationEvent line) =>
        standing.State == Consented && lot.Places is { } places ? new PlaceNotDecided(places)
        : standing.ConsentedOn is { } consented && line.On <= consented ? new ConsentAfterOwnStart(consented)
        : lot.RunsBefore is { } before && line.On >= before ? new StartsAfterTheEnd(line.On, before.AddDays(-1))
        : null;

    private static Refusal? Misfit(ParticipationState state, ParticipationAct act) =>
        ParticipationTransitions.Take(state, act) is Outcome<ParticipationState>.Refused { Reasons: [var why, ..] }
            ? why
            : null;
}
