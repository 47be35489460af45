// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>One accepted delivery of the benefit register: what was known on its reference date, from which source, with the hashes by which a second delivery is recognised.</summary>
public sealed class RegisterSnapshotRow : IOwned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public DateOnly ReferenceDate { get; set; }
    public string Source { get; set; } = "";
    public string Format { get; set; } = "";
    public string FileSha256 { get; set; } = "";

    /// <summary>Over the content, whatever the order of rows and columns.</summary>
    public string ContentSha256 { get; set; } = "";
    public int Households { get; set; }
    public int Persons { get; set; }

    /// <summary>Names of columns that were in the file and not used, separated by "; ".</summary>
    public string IgnoredColumns { get; set; } = "";
    public DateTimeOffset ImportedAt { get; set; }
    public Guid ImportedBy { get; set; }
}

internal sealed class RegisterSnapshotRowConfiguration : IEntityTypeConfiguration<RegisterSnapshotRow>
{
    public void Configure(EntityTypeBuilder<RegisterSnapshotRow> builder)
    {
        builder
            .HasOne<MunicipalityRow>()
            .WithMany()
            .HasForeignKey(s => s.MunicipalityId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.MunicipalityId, s.ContentSha256 }).IsUnique();
        builder.HasIndex(s => new { s.MunicipalityId, s.ReferenceDate });
    }
}
