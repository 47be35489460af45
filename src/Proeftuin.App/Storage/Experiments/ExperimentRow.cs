// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>An experiment of one municipality. The slug is its address: "groningen-2017".</summary>
public sealed class ExperimentRow : IOwned, IVersioned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public string Slug { get; set; } = "";
    public string Name { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
    public Guid Version { get; set; }
}

/// <summary>One version of an experiment's protocol, as the text that was recorded.</summary>
public sealed class ProtocolVersionRow : IOwned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    /// <summary>The protocol file (YAML).</summary>
    public string Text { get; set; } = "";

    /// <summary>Demo values for gaps, kept apart from the protocol; null in a real experiment.</summary>
    public string? OverlayText { get; set; }

    public string Sha256 { get; set; } = "";
    public string? AnalysisPlanText { get; set; }
    public string? AnalysisPlanSha256 { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public string? AmendmentReason { get; set; }
}

internal sealed class ExperimentRowsConfiguration
    : IEntityTypeConfiguration<ExperimentRow>,
        IEntityTypeConfiguration<ProtocolVersionRow>
{
    public void Configure(EntityTypeBuilder<ExperimentRow> builder)
    {
        builder
            .HasOne<MunicipalityRow>()
            .WithMany()
            .HasForeignKey(e => e.MunicipalityId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.MunicipalityId, e.Slug }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProtocolVersionRow> builder)
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(p => p.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.ExperimentId, p.Number }).IsUnique();
    }
}
