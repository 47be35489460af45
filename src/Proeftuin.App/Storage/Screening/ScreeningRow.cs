// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core;

namespace Proeftuin.App.Storage;

/// <summary>One screening: which protocol version judged which snapshot on which day, the counts, and the hash that a rerun gives again.</summary>
public sealed class ScreeningRow : IOwned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public Guid ProtocolVersionId { get; set; }
    public Guid SnapshotId { get; set; }
    public UnitKind Unit { get; set; }
    public DateOnly On { get; set; }
    public DateOnly KnownOn { get; set; }

    /// <summary>Of the canonical result (Core: ScreeningResult.Hash).</summary>
    public string Sha256 { get; set; } = "";
    public int RegisterHouseholds { get; set; }
    public int RegisterPersons { get; set; }
    public int TargetUnits { get; set; }
    public int TargetPersons { get; set; }
    public int ExcludedUnits { get; set; }
    public int ExcludedPersons { get; set; }
    public int UndeterminedUnits { get; set; }
    public int UndeterminedPersons { get; set; }
    public DateTimeOffset RunAt { get; set; }
    public Guid RunBy { get; set; }
}

internal sealed class ScreeningRowConfiguration : IEntityTypeConfiguration<ScreeningRow>
{
    public void Configure(EntityTypeBuilder<ScreeningRow> builder)
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(s => s.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<ProtocolVersionRow>()
            .WithMany()
            .HasForeignKey(s => s.ProtocolVersionId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<RegisterSnapshotRow>()
            .WithMany()
            .HasForeignKey(s => s.SnapshotId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ExperimentId, s.RunAt });
    }
}
