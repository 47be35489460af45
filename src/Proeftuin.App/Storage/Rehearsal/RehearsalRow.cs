// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>A rehearsal that somebody asked for: with which protocol, assumptions, seed and size, and what came out of it. Its people exist only in a scratch database that is thrown away.</summary>
public sealed class RehearsalRow : IOwned, IVersioned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public int ProtocolVersion { get; set; }
    public long Seed { get; set; }
    public int Households { get; set; }
    public int Months { get; set; }

    /// <summary>The file with assumptions as it was used.</summary>
    public string Assumptions { get; set; } = "";

    /// <summary>The background work that plays it.</summary>
    public Guid? JobId { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public Guid StartedBy { get; set; }
    public DateTimeOffset? CancelAskedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The tables as canonical JSON, with their SHA-256; null until it is finished, and for ever when it was cancelled or refused.</summary>
    public string? Outcome { get; set; }
    public string? OutcomeSha256 { get; set; }

    /// <summary>Why there is no outcome, in Dutch.</summary>
    public string? WhyNot { get; set; }
    public Guid Version { get; set; }
}

internal sealed class RehearsalRowConfiguration : IEntityTypeConfiguration<RehearsalRow>
{
    public void Configure(EntityTypeBuilder<RehearsalRow> builder)
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(r => r.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.ExperimentId, r.StartedAt });
    }
}
