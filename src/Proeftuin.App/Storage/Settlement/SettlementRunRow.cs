// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>The settling of a month for a municipality: the first time, or again for what became known later. It goes in parts, so that it can go on where it stopped.</summary>
public sealed class SettlementRunRow : IOwned, IVersioned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public DateOnly Month { get; set; }

    /// <summary>1 for the first run of the month.</summary>
    public int Number { get; set; }

    /// <summary>Rows recorded or retracted since this moment are looked at as changes; the start of the run before, with a margin.</summary>
    public DateTimeOffset ChangesSince { get; set; }

    /// <summary>The day of knowing of all parts, also when it is finished later.</summary>
    public DateOnly KnownOn { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public Guid StartedBy { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public int Statements { get; set; }
    public int Corrections { get; set; }
    public int Refused { get; set; }
    public long BenefitCents { get; set; }
    public long ToPayCents { get; set; }
    public Guid Version { get; set; }
}

/// <summary>One part of a run, whole or not there. The key makes a second settling of the same part impossible.</summary>
public sealed class SettlementPartRow : IOwned, IAppendOnly
{
    public Guid RunId { get; set; }
    public int Number { get; set; }
    public Guid MunicipalityId { get; set; }

    /// <summary>The last household of the part, in the order of the ids as text.</summary>
    public Guid LastHouseholdId { get; set; }
    public int Households { get; set; }
    public int Statements { get; set; }
    public int Corrections { get; set; }
    public int Refused { get; set; }

    /// <summary>Added up from the lines, so that they can be held against the amounts of the statements.</summary>
    public long LinesBenefitCents { get; set; }
    public long ToPayCents { get; set; }
}

internal sealed class SettlementRunRowsConfiguration
    : IEntityTypeConfiguration<SettlementRunRow>,
        IEntityTypeConfiguration<SettlementPartRow>
{
    public void Configure(EntityTypeBuilder<SettlementRunRow> builder)
    {
        builder
            .HasOne<MunicipalityRow>()
            .WithMany()
            .HasForeignKey(r => r.MunicipalityId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(r => new
            {
                r.MunicipalityId,
                r.Month,
                r.Number,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<SettlementPartRow> builder)
    {
        builder.HasKey(p => new { p.RunId, p.Number });
        builder.HasOne<SettlementRunRow>().WithMany().HasForeignKey(p => p.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
