// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>The provisions of an experiment without a lot (Vlaardingen): who carries them out and the rules of each. A provision that is null is no part of the experiment.</summary>
public sealed record ProvisionDesign
{
    /// <summary>The organisation that does the work for the municipality: "Stroomopwaarts".</summary>
    public required string ExecutedBy { get; init; }

    /// <summary>When the office is open, by period; clocks in working time need it.</summary>
    public required Knowable<IReadOnlyList<OpeningHours>> OpeningHours { get; init; }
    public required PremiumDesign? Premium { get; init; }
    public required GuaranteeDesign? Guarantee { get; init; }
    public required OneDayDesign? OneDay { get; init; }
    public required SpecialAssistanceDesign? SpecialAssistance { get; init; }
    public required GuidanceDesign? Guidance { get; init; }
}

/// <summary>The opening hours of a period, with the days on which the office differs from them and from the public holidays.</summary>
public sealed record OpeningHours(
    Period Valid,
    IReadOnlyList<OpenDay> Days,
    IReadOnlyList<DateOnly> ClosedOn,
    IReadOnlyList<DateOnly> OpenOn
);

/// <summary>A day of the week on which the office is open, from and up to an hour.</summary>
public sealed record OpenDay(DayOfWeek Day, TimeOnly From, TimeOnly Until);

/// <summary>Outflow premium (uitstroompremie): for whom keeps work longer than a number of months; the act sets the yearly maximum.</summary>
public sealed record PremiumDesign(
    string Arm,
    Knowable<Eur> Amount,
    int WorkLongerThanMonths,
    Knowable<int> TimesPerYear,
    string? Source
);

/// <summary>Return guarantee (garantieknop): one quick return within a term after leaving, decided within a number of working days.</summary>
public sealed record GuaranteeDesign(string Arm, int TermMonths, Knowable<int> DecideInWorkingDays, string? Source);

/// <summary>Assistance in one day: for people without a home whom a desk refers; a day is a number of hours in which the office is open.</summary>
public sealed record OneDayDesign(string Arm, IReadOnlyList<string> Desks, Knowable<int> WithinHours, string? Source);

/// <summary>Special assistance (bijzondere bijstand): the kinds of applications that are counted.</summary>
public sealed record SpecialAssistanceDesign(string Arm, IReadOnlyList<NamedCode> Kinds, string? Source);

/// <summary>Intensive guidance without a lot: areas of life that are measured on a scale, and the team that takes over.</summary>
public sealed record GuidanceDesign(
    string Arm,
    Knowable<IReadOnlyList<NamedCode>> Areas,
    Knowable<int> HighestScore,
    IReadOnlyList<string> Forms,
    IReadOnlyList<string> Teams,
    Knowable<int> FollowUpAfterMonths,
    string? Source
);

/// <summary>A code with the name that people read.</summary>
public sealed record NamedCode(string Code, string Name);
