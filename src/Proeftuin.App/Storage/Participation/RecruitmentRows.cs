// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>What a batch of letters is for.</summary>
public enum LetterKind
{
    Invitation,
    Reminder,
}

/// <summary>Letters that were made in one act: to whom is in the lines of the people, what stood in them in the protocol version.</summary>
public sealed class LetterBatchRow : IOwned, IAppendOnly
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public Guid DrawRowId { get; set; }
    public LetterKind Kind { get; set; }

    /// <summary>The date on the letters.</summary>
    public DateOnly On { get; set; }
    public DateOnly ClosesOn { get; set; }
    public int ProtocolVersion { get; set; }
    public int Letters { get; set; }

    /// <summary>The text per group as JSON: a later version of the program or the protocol does not change a letter that was sent.</summary>
    public string Texts { get; set; } = "";

    /// <summary>Of code, group and text of each letter in the order of the codes; names and addresses are not in it.</summary>
    public string Sha256 { get; set; } = "";
    public DateTimeOffset MadeAt { get; set; }
    public Guid MadeBy { get; set; }
}

/// <summary>An information meeting: when, where and for which group.</summary>
public sealed class MeetingRow : IOwned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public DateOnly On { get; set; }

    /// <summary>"19.30 uur" as it stands in the letter.</summary>
    public string Time { get; set; } = "";
    public string Place { get; set; } = "";

    /// <summary>The arm it is meant for; null for everyone.</summary>
    public string? Arm { get; set; }

    /// <summary>Whether an interpreter is there.</summary>
    public bool Interpreter { get; set; }
    public DateTimeOffset PlannedAt { get; set; }
    public Guid PlannedBy { get; set; }
}

internal sealed class RecruitmentRowsConfiguration
    : IEntityTypeConfiguration<LetterBatchRow>,
        IEntityTypeConfiguration<MeetingRow>
{
    public void Configure(EntityTypeBuilder<LetterBatchRow> builder)
    {
        builder.HasOne<DrawRow>().WithMany().HasForeignKey(b => b.DrawRowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.ExperimentId, b.MadeAt });
    }

    public void Configure(EntityTypeBuilder<MeetingRow> builder)
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(m => m.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.ExperimentId, m.On });
    }
}
