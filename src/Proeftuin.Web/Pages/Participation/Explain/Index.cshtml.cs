// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Participation;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Explain;

/// <summary>What the group would mean for this person, to read together or to print before a yes.</summary>
[Requires(Permission.SeeParticipants)]
public sealed class IndexModel(SeeParticipant see, TimeProvider clock) : PersonPage(see, clock)
{
    public ArmRules Rules => ArmRules.Of(Person.Recorded.Protocol, Person.Row.RulesArm);
}
