// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation.Data;

/// <summary>Whether somebody got a place in the lottery for places of the own arm.</summary>
public enum PlacesLot
{
    /// <summary>There was no such lottery for this person.</summary>
    None,
    Admitted,
    Waiting,
}

/// <summary>One month of somebody who is followed: benefit at the end of it, benefit on some day of it, and what was settled in cents.</summary>
public readonly record struct MonthSeen(bool OnBenefitAtEnd, bool OnBenefitInMonth, long SettledCents);

/// <summary>Background traits as the register had them at the screening; null where it did not know.</summary>
public sealed record Traits(int? Age, string? Sex, string? Education, int? MonthsOnBenefit, string? DistanceToWork)
{
    public static readonly Traits NotKnown = new(null, null, null, null, null);
}

/// <summary>
/// One person in the data of an evaluation, under a pseudonym that is good for this data set only. Of somebody whose data are withdrawn only the lot is
/// left: the person counts, the outcome is missing.
/// </summary>
public sealed record StudyPerson
{
    public required string Pseudonym { get; init; }

    /// <summary>The household or person that was drawn, under a pseudonym: who share it were drawn together.</summary>
    public required string Unit { get; init; }

    /// <summary>The arm by lot; null for who was not drawn.</summary>
    public required string? Arm { get; init; }

    /// <summary>The draw; null for who was not drawn.</summary>
    public required string? Draw { get; init; }

    /// <summary>The day of the lot; for who was not drawn the day from which everybody is followed.</summary>
    public required DateOnly FollowedFrom { get; init; }
    public PlacesLot Places { get; init; }
    public DateOnly? ConsentedOn { get; init; }

    /// <summary>The own start, when that lies on or before the count date.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Stopped on or before the count date.</summary>
    public DateOnly? StoppedOn { get; init; }
    public bool DataWithdrawn { get; init; }

    /// <summary>Not followed from this day.</summary>
    public DateOnly? FollowedUntil { get; init; }
    public Traits Traits { get; init; } = Traits.NotKnown;

    /// <summary>Whether the outcome on the count date is known.</summary>
    public bool OutcomeKnown { get; init; }

    /// <summary>The first day without benefit after the lot, whatever the reason.</summary>
    public DateOnly? FirstExit { get; init; }

    /// <summary>The code of the reason of that first exit.</summary>
    public string? FirstExitReason { get; init; }

    /// <summary>The first exit to work after the lot.</summary>
    public DateOnly? WorkExit { get; init; }

    /// <summary>The first exit to work after the own start.</summary>
    public DateOnly? WorkExitSinceStart { get; init; }

    /// <summary>On benefit on the count date; null when that is not known.</summary>
    public bool? OnBenefit { get; init; }

    /// <summary>One per month of the data set; null where it is not known.</summary>
    public IReadOnlyList<MonthSeen?> Months { get; init; } = [];

    /// <summary>Whether a goal was set; null for who did not take part.</summary>
    public bool? HasGoal { get; init; }

    /// <summary>The last judgement of promising; null when there is none.</summary>
    public bool? Promising { get; init; }

    public bool Began => StartsOn is not null;
}

/// <summary>The data of an evaluation, frozen on a count date as known on a day: everyone drawn and the rest of the target group.</summary>
public sealed record StudyData
{
    public required string Experiment { get; init; }
    public required string ProtocolSha256 { get; init; }
    public required DateOnly CountDate { get; init; }
    public required DateOnly KnownOn { get; init; }

    /// <summary>The day of the first lot.</summary>
    public required DateOnly FollowedFrom { get; init; }
    public required IReadOnlyList<Month> Months { get; init; }

    /// <summary>The reasons for leaving benefit in the order of the tables: code, name, whether it is work.</summary>
    public required IReadOnlyList<StudyReason> Reasons { get; init; }

    /// <summary>In ordinal order of the pseudonym.</summary>
    public required IReadOnlyList<StudyPerson> People { get; init; }
}

/// <summary>A reason for leaving benefit.</summary>
public sealed record StudyReason(string Code, string Name, bool ToWork);
