// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Participation;

/// <summary>One line in the story of someone who was drawn: what happened, on which day, and when it was written down. Never changed; a wrong line is taken back by a later one.</summary>
public sealed record ParticipationEvent
{
    /// <summary>From 1, in the order of writing, without gaps.</summary>
    public required int Sequence { get; init; }

    public required ParticipationAct Act { get; init; }

    /// <summary>The day it happened. Facts may arrive late.</summary>
    public required DateOnly On { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Consent and choice: the arm whose rules the person follows, where the group may choose.</summary>
    public string? Arm { get; init; }

    /// <summary>Consent: SHA-256 of the rules the person agreed to.</summary>
    public string? RulesSha256 { get; init; }

    /// <summary>Consent, admission and call-up: the planned own start.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Invitation: the last day to answer.</summary>
    public DateOnly? ClosesOn { get; init; }

    public DataChoice? Data { get; init; }

    public Guid? CaseManager { get; init; }

    /// <summary>Waiting list: the rank of the lottery for places; lower is called first.</summary>
    public int? Rank { get; init; }

    /// <summary>Retraction: the line that is taken back.</summary>
    public int? Retracts { get; init; }
}
