// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.App.Exchange.Facts;

namespace Proeftuin.App.Storage;

/// <summary>One accepted delivery of facts: what kind, over which month, from where, and the hash by which a second one is recognised.</summary>
public sealed class FactDeliveryRow : IOwned, IAppendOnly
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public FactKind Kind { get; set; }

    /// <summary>The first day of the month that was delivered.</summary>
    public DateOnly Month { get; set; }
    public string Source { get; set; } = "";
    public string Format { get; set; } = "";

    /// <summary>Goals belong to an experiment; null for the other kinds.</summary>
    public Guid? ExperimentId { get; set; }
    public string ContentSha256 { get; set; } = "";
    public int Rows { get; set; }
    public int Written { get; set; }
    public int Corrected { get; set; }
    public int KnownAlready { get; set; }
    public int Parked { get; set; }
    public DateTimeOffset ImportedAt { get; set; }
    public Guid ImportedBy { get; set; }
}

/// <summary>A return on benefit without a known exit: a task until the exit arrives, or until somebody retracts the return.</summary>
public sealed class ParkedReentryRow : IAboutPerson, IVersioned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid PersonId { get; set; }
    public Guid BenefitEventId { get; set; }
    public DateOnly On { get; set; }
    public DateTimeOffset ParkedAt { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public Guid Version { get; set; }
}

/// <summary>A frozen monitor: the bytes that were shown, kept for ever. Counts only, no persons.</summary>
public sealed class FrozenTableRow : IOwned, IAppendOnly
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public DateOnly CountDate { get; set; }
    public DateOnly KnownOn { get; set; }
    public string Title { get; set; } = "";
    public byte[] Document { get; set; } = [];
    public string Sha256 { get; set; } = "";
    public DateTimeOffset FrozenAt { get; set; }
    public Guid FrozenBy { get; set; }
}

/// <summary>A counted monitor with the place in the ledger up to which it is true. Machinery: it can be thrown away and counted again.</summary>
public sealed class CountedMonitorRow : IOwned, IMachinery
{
    public Guid ExperimentId { get; set; }
    public DateOnly CountDate { get; set; }
    public DateOnly KnownOn { get; set; }

    /// <summary>Empty: all lotteries together.</summary>
    public string Draw { get; set; } = "";
    public Guid MunicipalityId { get; set; }

    /// <summary>The last line of the ledger that was there when this was counted.</summary>
    public long Sequence { get; set; }
    public string Tables { get; set; } = "";
}

internal sealed class MonitoringRowsConfiguration
    : IEntityTypeConfiguration<FactDeliveryRow>,
        IEntityTypeConfiguration<ParkedReentryRow>,
        IEntityTypeConfiguration<FrozenTableRow>,
        IEntityTypeConfiguration<CountedMonitorRow>
{
    public void Configure(EntityTypeBuilder<FactDeliveryRow> builder)
    {
        builder
            .HasOne<MunicipalityRow>()
            .WithMany()
            .HasForeignKey(d => d.MunicipalityId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(d => new
            {
                d.MunicipalityId,
                d.Kind,
                d.ContentSha256,
            })
            .IsUnique();
        builder.HasIndex(d => new
        {
            d.MunicipalityId,
            d.Kind,
            d.Month,
        });
    }

    public void Configure(EntityTypeBuilder<ParkedReentryRow> builder)
    {
        builder
            .HasOne<BenefitEventRow>()
            .WithMany()
            .HasForeignKey(p => p.BenefitEventId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.BenefitEventId).IsUnique();
        builder.HasIndex(p => new { p.MunicipalityId, p.ResolvedAt });
    }

    public void Configure(EntityTypeBuilder<FrozenTableRow> builder)
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(f => f.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.ExperimentId, f.CountDate });
    }

    public void Configure(EntityTypeBuilder<CountedMonitorRow> builder)
    {
        builder.HasKey(c => new
        {
            c.ExperimentId,
            c.CountDate,
            c.KnownOn,
            c.Draw,
        });
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(c => c.ExperimentId).OnDelete(DeleteBehavior.Cascade);
    }
}
