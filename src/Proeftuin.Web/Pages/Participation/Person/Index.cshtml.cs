// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Participation;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Person;

/// <summary>The file of one person: where they stand, what can be written down now, and everything that happened.</summary>
[Requires(Permission.SeeParticipants)]
public sealed class IndexModel(SeeParticipant see, TimeProvider clock) : PersonPage(see, clock)
{
    /// <summary>Whether this act fits where the person stands now.</summary>
    public bool Fits(ParticipationAct act) =>
        ParticipationTransitions.Take(Person.Row.State, act).IsDone
        && (act != ParticipationAct.Choose || Person.Lot.ChoiceOf.Count > 0)
        && (act != ParticipationAct.Consent || (Person.Lot.Approached && Person.Row.State != ParticipationState.Drawn));
}
