// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>What a delivery is about; who may read its defects follows from it.</summary>
public enum DeliveryKind
{
    Register,
    Facts,
    Income,
}

/// <summary>The defects of a delivery that was refused, masked, so that they can be read and downloaded. Nothing of the delivery itself is kept.</summary>
public sealed class DefectReportRow : IOwned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }

    /// <summary>Null for a report from before income could be delivered: then it is about a register or facts.</summary>
    public DeliveryKind? Kind { get; set; }
    public string Source { get; set; } = "";
    public string Format { get; set; } = "";
    public DateOnly? ReferenceDate { get; set; }
    public string FileSha256 { get; set; } = "";
    public int Defects { get; set; }

    /// <summary>The groups with their masked examples, as JSON. May quote other cells of the file, so it stays out of the ledger.</summary>
    [Secret]
    public string Json { get; set; } = "";
    public DateTimeOffset RefusedAt { get; set; }
}

internal sealed class DefectReportRowConfiguration : IEntityTypeConfiguration<DefectReportRow>
{
    public void Configure(EntityTypeBuilder<DefectReportRow> builder) =>
        builder
            .HasOne<MunicipalityRow>()
            .WithMany()
            .HasForeignKey(r => r.MunicipalityId)
            .OnDelete(DeleteBehavior.Restrict);
}
