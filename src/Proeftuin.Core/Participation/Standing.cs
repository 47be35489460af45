// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Participation;

/// <summary>Where someone who was drawn stands on a day. Made from their story by <see cref="ParticipationHistory"/>; the arm they were drawn into is not here, because nothing changes it.</summary>
public sealed record Standing
{
    public required ParticipationState State { get; init; }

    /// <summary>The arm whose rules the person follows: the drawn arm, or the choice within the free-choice arm.</summary>
    public required string RulesArm { get; init; }

    public DateOnly? InvitedOn { get; init; }

    public DateOnly? RemindedOn { get; init; }

    public DateOnly? ClosesOn { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public DateOnly? ConsentedOn { get; init; }

    /// <summary>The own start: planned until the state is active, real from then on; empty on the waiting list and for who stopped before it.</summary>
    public DateOnly? StartsOn { get; init; }

    public DateOnly? StoppedOn { get; init; }

    /// <summary>The last decision about the data; empty when nobody asked anything.</summary>
    public DataChoice? Data { get; init; }

    public DateOnly? DataWithdrawnOn { get; init; }

    /// <summary>From this day the person is not followed; what was known before stays in use.</summary>
    public DateOnly? FollowedUntil { get; init; }

    public Guid? CaseManager { get; init; }

    public int? WaitingRank { get; init; }

    /// <summary>Whether the person really began, also when they have stopped since.</summary>
    public bool Began =>
        State is ParticipationState.Active or ParticipationState.Completed
        || (State is ParticipationState.Withdrawn or ParticipationState.Ended && StartsOn is not null);

    /// <summary>Before anything happened.</summary>
    public static Standing Before(string arm) => new() { State = ParticipationState.Drawn, RulesArm = arm };
}
