// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>A stretch of days on benefit: the first day with benefit, the first day without (null: it goes on) and the code of the reason why it ended.</summary>
public readonly record struct BenefitSpell(DateOnly From, DateOnly? Before, string? Reason);

/// <summary>Net earnings of one month that have to be settled with the benefit.</summary>
public readonly record struct Earning(Month Month, Eur ToSettle);

/// <summary>A stretch of days in a job: the first day and the first day after it (null: it goes on).</summary>
public readonly record struct JobSpell(DateOnly From, DateOnly? Before)
{
    public bool Covers(DateOnly day) => day >= From && (Before is not { } end || day < end);
}

/// <summary>The goals of a person as judged on a day: which, the highest that can be reached, and whether leaving benefit is within reach (null: not judged).</summary>
public sealed record GoalReview(DateOnly On, IReadOnlyList<string> Goals, string? Highest, bool? Promising);

/// <summary>
/// One person as the monitor follows them: their lot, their own start, and the facts as known on some day.
/// Spells, earnings, jobs and reviews may stand in any order.
/// </summary>
public sealed record Followed
{
    /// <summary>The arm by lot; null for who was not drawn.</summary>
    public required string? Arm { get; init; }

    /// <summary>The day from which the lot counts; for who was not drawn the day from which everybody is followed.</summary>
    public required DateOnly FollowedFrom { get; init; }

    /// <summary>The own start in the experiment; null for who did not take part.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The day on which taking part ended before its time.</summary>
    public DateOnly? StoppedOn { get; init; }

    /// <summary>Asked that the data are not used: the person stays in the count, the outcome is missing.</summary>
    public bool DataWithdrawn { get; init; }

    /// <summary>Not followed from this day: on a later count date the outcome is missing; on an earlier one it counts.</summary>
    public DateOnly? FollowedUntil { get; init; }

    public IReadOnlyList<BenefitSpell> Spells { get; init; } = [];

    public IReadOnlyList<Earning> Earnings { get; init; } = [];

    public IReadOnlyList<JobSpell> Jobs { get; init; } = [];

    public IReadOnlyList<GoalReview> Goals { get; init; } = [];

    /// <summary>Whether the person had begun on this day.</summary>
    public bool TookPartBy(DateOnly day) => StartsOn is { } start && start <= day;

    /// <summary>Whether the outcome on this day may not be used or is not known.</summary>
    public bool HasNoOutcomeOn(DateOnly day) => DataWithdrawn || (FollowedUntil is { } end && end <= day);

    /// <summary>Whether the person had begun and stopped on this day.</summary>
    public bool HadStoppedBy(DateOnly day) => TookPartBy(day) && StoppedOn is { } stop && stop <= day;
}
