// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Monitoring;

/// <summary>What a group in the tables is.</summary>
public enum GroupKind
{
    /// <summary>An experiment arm, by lot.</summary>
    Arm,

    /// <summary>The arm under the usual rules, by lot.</summary>
    Control,

    /// <summary>Drawn to be left alone: followed, never asked.</summary>
    Reference,

    /// <summary>In the register and never drawn; not randomised.</summary>
    NotDrawn,

    /// <summary>Drawn into an arm and not (yet) begun; only beside the participants, so that everybody is counted.</summary>
    DidNotTakePart,

    /// <summary>Begun and stopped; only beside the participants who did not stop, so that everybody is counted.</summary>
    Stopped,
}

/// <summary>A group in the tables: its code, its name and what it is.</summary>
public sealed record MonitoredGroup(string Code, string Name, GroupKind Kind)
{
    public static readonly MonitoredGroup NotDrawn = new("niet-geloot", "Niet geloot", GroupKind.NotDrawn);

    public static readonly MonitoredGroup DidNotTakePart = new(
        "niet-begonnen",
        "Geloot, niet begonnen",
        GroupKind.DidNotTakePart
    );

    public static readonly MonitoredGroup Stopped = new("gestopt", "Begonnen en gestopt", GroupKind.Stopped);

    /// <summary>Whether the group is one by lot.</summary>
    public bool IsByLot => Kind is GroupKind.Arm or GroupKind.Control or GroupKind.Reference;

    /// <summary>The group of an arm of the protocol.</summary>
    public static MonitoredGroup Of(Arm arm) =>
        new(
            arm.Code,
            arm.Name,
            arm.Kind switch
            {
                ArmKind.Control => GroupKind.Control,
                ArmKind.Reference => GroupKind.Reference,
                ArmKind.Exemption
                or ArmKind.Intensive
                or ArmKind.Earnings
                or ArmKind.Combination
                or ArmKind.FreeChoice
                or ArmKind.OwnDirectionWithinTheAct
                or ArmKind.Instrument => GroupKind.Arm,
            }
        );
}

/// <summary>How an experiment is counted: its groups in order, from which day people are followed, which short breaks are no exit, and the ladder of goals.</summary>
public sealed record MonitorPlan
{
    /// <summary>The groups by lot, in the order of the protocol.</summary>
    public required IReadOnlyList<MonitoredGroup> Arms { get; init; }

    /// <summary>The day of the first lot: from then on the lot can make a difference, and the others are followed from that day too.</summary>
    public required DateOnly FollowedFrom { get; init; }

    /// <summary>A break of at most this many days without benefit is administrative and no exit; 0: every day without benefit is an exit.</summary>
    public int ShortBreakDays { get; init; }

    public required ExitReasons Reasons { get; init; }

    /// <summary>The goals of the ladder, highest first; empty when the protocol has none.</summary>
    public IReadOnlyList<Goal> Goals { get; init; } = [];
}
