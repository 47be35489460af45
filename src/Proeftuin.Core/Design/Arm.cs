// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>What a group is in the eyes of the law. The letters are those of art. 5 lid 1 of the decree of 2017 (draft: art. 6 lid 1).</summary>
public enum ArmKind
{
    /// <summary>a: freed from the duties of art. 9 lid 1.</summary>
    Exemption,

    /// <summary>b: more intensive support.</summary>
    Intensive,

    /// <summary>c: a wider exemption of earnings.</summary>
    Earnings,

    /// <summary>d: two of a, b and c together.</summary>
    Combination,

    /// <summary>Participants choose among other arms after they were drawn into this one (Groningen's group 4).</summary>
    FreeChoice,

    /// <summary>Takes part under the usual rules.</summary>
    Control,

    /// <summary>Does not take part and is not approached; followed for comparison.</summary>
    Reference,

    /// <summary>More own direction within the act, without an exemption by decree (Oss).</summary>
    OwnDirectionWithinTheAct,

    /// <summary>An instrument that nobody is drawn into (Vlaardingen).</summary>
    Instrument,
}

/// <summary>Whether a duty of the act holds in an arm.</summary>
public enum Duty
{
    Holds,
    Waived,

    /// <summary>Holds, and is applied with more room within the act.</summary>
    HoldsWithRoom,
}

/// <summary>When somebody in a free-choice arm may choose anew.</summary>
public enum ChoiceChange
{
    /// <summary>Only before the own start; also when the protocol says nothing.</summary>
    BeforeStart,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Never after the consent.</summary>
    Never,
}

/// <summary>One group of an experiment with its rules.</summary>
public sealed record Arm
{
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>The municipality's own letter or number for the group.</summary>
    public required string? OwnLabel { get; init; }
    public required ArmKind Kind { get; init; }
    public required string Description { get; init; }

    /// <summary>Whether people in this arm are told of the experiment and asked to join.</summary>
    public required bool Approached { get; init; }

    /// <summary>The duties of art. 9 lid 1 (work, re-integration, something in return).</summary>
    public required Duty WorkDuties { get; init; }

    /// <summary>The duty to inform of art. 17.</summary>
    public required Duty InformationDuty { get; init; }
    public required EarningsExemption? EarningsExemption { get; init; }
    public required Guidance? Guidance { get; init; }

    /// <summary>Codes of the arms a participant may choose from after the draw; empty except in a free-choice arm.</summary>
    public required IReadOnlyList<string> ChoiceOf { get; init; }

    /// <summary>When a participant in a free-choice arm may choose anew; null when the protocol leaves it out.</summary>
    public Knowable<ChoiceChange>? MayChangeChoice { get; init; }

    /// <summary>What a participant gets for taking part, such as a voucher.</summary>
    public required Knowable<string>? Compensation { get; init; }
    public required IReadOnlyList<Note> Rules { get; init; }
    public required string? Source { get; init; }

    public bool TakesPart => Kind is not (ArmKind.Reference or ArmKind.Instrument);
}

/// <summary>Earnings that a participant keeps: a share of earnings from work up to a monthly maximum, for the whole experiment or a number of months.</summary>
public sealed record EarningsExemption
{
    /// <summary>In tenths of a per cent: 500 is half.</summary>
    public required int ShareTenths { get; init; }
    public required Knowable<Eur> MaximumSingle { get; init; }

    /// <summary>The maximum for a couple; null where couples cannot take part.</summary>
    public required Knowable<Eur>? MaximumCouple { get; init; }
    public required Knowable<int> Months { get; init; }
    public required IReadOnlyList<string> Counts { get; init; }
    public required IReadOnlyList<string> DoesNotCount { get; init; }
    public required string? Source { get; init; }
}

/// <summary>What guidance an arm gives: how often, by whom, in which forms, and for how many people there is room.</summary>
public sealed record Guidance
{
    public required Knowable<int> TimesPerYear { get; init; }
    public required Knowable<int>? Places { get; init; }
    public required string By { get; init; }
    public required IReadOnlyList<string> Forms { get; init; }
    public required IReadOnlyList<string> Aims { get; init; }
    public required string? Source { get; init; }
}
