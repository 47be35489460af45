// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Participation;
using Proeftuin.App.Settlement;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Explain;

/// <summary>What the group would mean for this person, to read together or to print before a yes.</summary>
[Requires(Permission.SeeParticipants)]
public sealed class IndexModel(SeeParticipant see, TimeProvider clock) : PersonPage(see, clock)
{
    public ArmRules Rules => ArmRules.Of(Person.Recorded.Protocol, Person.Row.RulesArm);

    /// <summary>The group's own rule for earnings, when it has one among the shipped protocols.</summary>
    public GroupRule? Earnings =>
        GroupRules.All.FirstOrDefault(g =>
            string.Equals(g.Key, $"{Person.Recorded.Slug}/{Person.Row.RulesArm}", StringComparison.Ordinal)
        );

    /// <summary>Where the comparison of earnings is, with this group and the first month of the experiment filled in.</summary>
    public string KeepAddress =>
        Earnings is { } own ? $"/wat-houd-ik-over?groep={own.Key}&maand={own.Run?.From:yyyy-MM}" : "/wat-houd-ik-over";
}
