// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>A delivery of monthly counts of applications for special assistance. Counts only: the trend needs no people.</summary>
public sealed class SpecialAssistanceDeliveryRow : IOwned, IAppendOnly
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public string Source { get; set; } = "";
    public string Sha256 { get; set; } = "";
    public int Months { get; set; }
    public DateTimeOffset DeliveredAt { get; set; }
    public Guid DeliveredBy { get; set; }
}

/// <summary>The applications of one kind in one month as one delivery tells them; the latest delivery of a month counts.</summary>
public sealed class SpecialAssistanceCountRow : IOwned, IAppendOnly
{
    public Guid DeliveryId { get; set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; set; }
    public string Kind { get; set; } = "";
    public Guid MunicipalityId { get; set; }
    public long Count { get; set; }
}

internal sealed class SpecialAssistanceRowsConfiguration
    : IEntityTypeConfiguration<SpecialAssistanceDeliveryRow>,
        IEntityTypeConfiguration<SpecialAssistanceCountRow>
{
    public void Configure(EntityTypeBuilder<SpecialAssistanceDeliveryRow> builder)
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(d => d.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.ExperimentId, d.Sha256 }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SpecialAssistanceCountRow> builder)
    {
        builder.HasKey(c => new
        {
            c.DeliveryId,
            c.Month,
            c.Kind,
        });
        builder
            .HasOne<SpecialAssistanceDeliveryRow>()
            .WithMany()
            .HasForeignKey(c => c.DeliveryId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
