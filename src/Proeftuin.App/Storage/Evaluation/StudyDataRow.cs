// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>The frozen data of an evaluation: one line per person under a pseudonym of this data set, the bytes kept as they were made. The ledger keeps the hash, never the lines.</summary>
public sealed class StudyDataRow : IOwned, IAppendOnly
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public DateOnly CountDate { get; set; }
    public DateOnly KnownOn { get; set; }

    /// <summary>Facts recorded before this moment are in it; making it again with this moment gives the same bytes.</summary>
    public DateTimeOffset KnownBefore { get; set; }
    public string Title { get; set; } = "";

    [Secret]
    public byte[] Document { get; set; } = [];
    public string Sha256 { get; set; } = "";
    public int People { get; set; }
    public DateTimeOffset FrozenAt { get; set; }
    public Guid FrozenBy { get; set; }
}

internal sealed class StudyDataRowConfiguration : IEntityTypeConfiguration<StudyDataRow>
{
    public void Configure(EntityTypeBuilder<StudyDataRow> builder)
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(d => d.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.ExperimentId, d.CountDate });
    }
}
