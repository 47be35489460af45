// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Evaluation;

namespace Proeftuin.Core.Monitoring;

/// <summary>Hands the exits of a population to the same evaluation that works out published tables, so that one definition serves both.</summary>
public static class AsCounts
{
    /// <summary>The groups by lot and those not drawn, as far as somebody's outcome is known. Refused when fewer than two groups are left.</summary>
    public static Outcome<PublishedCounts> Of(MonitorTables tables, Population population) =>
        PublishedCounts.Of([
            .. tables
                .Of(population)
                .Groups.Where(g => g.Known > 0 && (g.Group.IsByLot || g.Group.Kind is GroupKind.NotDrawn))
                .Select(g => Row(g, tables, population)),
        ]);

    private static PublishedGroup Row(GroupOutcome group, MonitorTables tables, Population population)
    {
        var row = new PublishedGroup
        {
            Code = group.Group.Code,
            Name = group.Group.Name,
            Role = RoleOf(group.Group.Kind, population),
            Size = group.Known,
            Gross = group.Gross,
            Net = group.Net,
            Missing = group.Missing,
        };
        var began = tables.Participants.FirstOrDefault(p => p.Group == group.Group);
        return population switch
        {
            Population.IntentionToTreat => row with { Drawn = group.Group.IsByLot ? group.People : null },
            Population.Participants => row,
            Population.ParticipantsWhoDidNotStop => began is null or { Group.Kind: GroupKind.Reference }
                ? row
                : row with
                {
                    Missing = null,
                    Started = began.Started,
                    Stopped = began.Stopped,
                    ExitedAll = began.Left,
                    OnBenefitAtEnd = began.OnBenefit,
                },
        };
    }

    /// <summary>Who began chose to; who was drawn to be left alone had no choice. Beside participants that group is therefore no longer a comparison by lot.</summary>
    private static GroupRole RoleOf(GroupKind kind, Population population) =>
        kind switch
        {
            GroupKind.Arm => GroupRole.Arm,
            GroupKind.Control => GroupRole.Control,
            GroupKind.Reference => population is Population.IntentionToTreat
                ? GroupRole.Reference
                : GroupRole.NotRandomised,
            GroupKind.NotDrawn or GroupKind.DidNotTakePart or GroupKind.Stopped => GroupRole.NotRandomised,
        };
}
