// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Storage;

/// <summary>
/// Someone who was drawn: one row per person and draw, made in the transaction that publishes the draw. From
/// <see cref="State"/> on, the columns are the fold of the person's lines (Core: ParticipationHistory.Latest), kept here
/// for lists and counts; the lines themselves are what the ledger records.
/// </summary>
public sealed class ParticipantRow : IAboutPerson, IVersioned, IDerived
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public Guid DrawRowId { get; set; }
    public Guid PersonId { get; set; }

    /// <summary>The household or person of the draw; a couple are two participants of one unit.</summary>
    public string UnitId { get; set; } = "";

    /// <summary>The ticket code of the unit in the draw.</summary>
    public string Pseudonym { get; set; } = "";

    /// <summary>The lot. Nothing changes it.</summary>
    public string DrawnArm { get; set; } = "";

    /// <summary>The day the draw was published.</summary>
    public DateOnly DrawnOn { get; set; }

    public ParticipationState State { get; set; }

    /// <summary>Whose rules the person follows; differs from <see cref="DrawnArm"/> only for a choice in the free-choice arm.</summary>
    public string RulesArm { get; set; } = "";
    public DateOnly? InvitedOn { get; set; }
    public DateOnly? RemindedOn { get; set; }

    /// <summary>The last day to answer.</summary>
    public DateOnly? ClosesOn { get; set; }
    public DateOnly? AnsweredOn { get; set; }
    public DateOnly? ConsentedOn { get; set; }

    /// <summary>The own start: planned until <see cref="State"/> is Active; empty on the waiting list and for who stopped before it.</summary>
    public DateOnly? StartsOn { get; set; }
    public DateOnly? StoppedOn { get; set; }
    public DataChoice? Data { get; set; }

    /// <summary>The data are withdrawn from this day: the person counts, the outcome is missing.</summary>
    public DateOnly? DataWithdrawnOn { get; set; }

    /// <summary>Not followed from this day; what was known before stays in use.</summary>
    public DateOnly? FollowedUntil { get; set; }

    /// <summary>The account that guides the person.</summary>
    public Guid? CaseManagerId { get; set; }
    public int? WaitingRank { get; set; }

    /// <summary>The number of lines: the next one has this number plus one.</summary>
    public int Lines { get; set; }
    public Guid Version { get; set; }
}

/// <summary>One line in the story of someone who was drawn, written once. The number within the person's story makes a second line for the same moment impossible, whoever else writes at that time.</summary>
public sealed class ParticipationEventRow : IAboutPerson, IAppendOnly
{
    public Guid ParticipantId { get; set; }

    /// <summary>From 1 per person.</summary>
    public int Sequence { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public ParticipationAct Act { get; set; }
    public DateOnly On { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public Guid RecordedBy { get; set; }

    /// <summary>Consent and choice within the free-choice arm.</summary>
    public string? Arm { get; set; }
    public ConsentChannel? Channel { get; set; }

    /// <summary>The hash of the rules and the protocol version they came from.</summary>
    public string? RulesSha256 { get; set; }
    public int? ProtocolVersion { get; set; }
    public HelpGiven? Help { get; set; }
    public DateOnly? StartsOn { get; set; }
    public DateOnly? ClosesOn { get; set; }
    public DataChoice? Data { get; set; }
    public Guid? CaseManagerId { get; set; }
    public int? Rank { get; set; }

    /// <summary>The batch of letters, or the meeting.</summary>
    public Guid? LetterBatchId { get; set; }
    public Guid? MeetingId { get; set; }

    /// <summary>Why, in words: personal, so never in the chain of the ledger.</summary>
    [Personal]
    public string? Note { get; set; }

    /// <summary>The line that this one takes back.</summary>
    public int? Retracts { get; set; }
}

internal sealed class ParticipantRowsConfiguration
    : IEntityTypeConfiguration<ParticipantRow>,
        IEntityTypeConfiguration<ParticipationEventRow>
{
    public void Configure(EntityTypeBuilder<ParticipantRow> builder)
    {
        builder.HasOne<DrawRow>().WithMany().HasForeignKey(p => p.DrawRowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.DrawRowId, p.PersonId }).IsUnique();
        builder.HasIndex(p => new { p.ExperimentId, p.State });
        builder.HasIndex(p => p.PersonId);
        builder.HasIndex(p => new { p.ExperimentId, p.Pseudonym });
    }

    public void Configure(EntityTypeBuilder<ParticipationEventRow> builder)
    {
        builder.HasKey(e => new { e.ParticipantId, e.Sequence });
        builder
            .HasOne<ParticipantRow>()
            .WithMany()
            .HasForeignKey(e => e.ParticipantId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.ExperimentId);
        // nobody gets two first letters, and nobody says yes twice in one breath: the number does that; a batch reaches a person once
        builder.HasIndex(e => new { e.ParticipantId, e.LetterBatchId }).IsUnique();
    }
}
