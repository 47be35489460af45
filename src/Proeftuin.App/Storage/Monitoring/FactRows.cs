// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Storage;

/// <summary>
/// A fact about somebody: when it held, from when we knew it, and from when we know that it was wrong. Nothing is
/// overwritten: a correction retracts one fact and adds another, so "as known on" a day is a query.
/// </summary>
public abstract class FactRow : IAboutPerson, IRetractable
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid PersonId { get; set; }

    /// <summary>The delivery it came with; null when a person typed it.</summary>
    public Guid? DeliveryId { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public Guid RecordedBy { get; set; }
    public DateTimeOffset? RetractedAt { get; set; }
    public Guid? RetractedBy { get; set; }
}

/// <summary>A turn in somebody's benefit. The first day of the benefit itself stands in the register; the spells follow from both (Core: BenefitTimeline).</summary>
public sealed class BenefitEventRow : FactRow
{
    public BenefitTurn Turn { get; set; }

    /// <summary>Exit: the first day without benefit. Re-entry: the first day with benefit.</summary>
    public DateOnly On { get; set; }

    /// <summary>Exit: the code of parameters/uitstroomredenen.yaml.</summary>
    [Personal]
    public string? Reason { get; set; }
}

/// <summary>Net earnings of one month to be settled, from one source.</summary>
public sealed class EarningsRow : FactRow
{
    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; set; }

    /// <summary>The employer or the word of the delivery; empty when it names none.</summary>
    [Personal]
    public string Source { get; set; } = "";

    [Personal]
    public long NetCents { get; set; }
}

/// <summary>A job: first day and first day after it.</summary>
public sealed class EmploymentRow : FactRow
{
    public DateOnly ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
}

/// <summary>The goals of a participant as judged on a day.</summary>
public sealed class GoalRow : FactRow
{
    public Guid ExperimentId { get; set; }
    public DateOnly On { get; set; }

    /// <summary>Codes of the protocol's ladder, separated by spaces.</summary>
    [Personal]
    public string Goals { get; set; } = "";

    [Personal]
    public string? Highest { get; set; }

    /// <summary>Whether leaving benefit is within reach; null: not judged.</summary>
    [Personal]
    public bool? Promising { get; set; }
}

internal sealed class FactRowsConfiguration
    : IEntityTypeConfiguration<BenefitEventRow>,
        IEntityTypeConfiguration<EarningsRow>,
        IEntityTypeConfiguration<EmploymentRow>,
        IEntityTypeConfiguration<GoalRow>
{
    private const string StillHolds = "\"RetractedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<BenefitEventRow> builder)
    {
        About(builder);
        builder
            .HasIndex(e => new
            {
                e.PersonId,
                e.Turn,
                e.On,
            })
            .IsUnique()
            .HasFilter(StillHolds);
    }

    public void Configure(EntityTypeBuilder<EarningsRow> builder)
    {
        About(builder);
        builder
            .HasIndex(e => new
            {
                e.PersonId,
                e.Month,
                e.Source,
            })
            .IsUnique()
            .HasFilter(StillHolds);
    }

    public void Configure(EntityTypeBuilder<EmploymentRow> builder)
    {
        About(builder);
        builder.HasIndex(j => new { j.PersonId, j.ValidFrom }).IsUnique().HasFilter(StillHolds);
    }

    public void Configure(EntityTypeBuilder<GoalRow> builder)
    {
        About(builder);
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(g => g.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(g => new
            {
                g.ExperimentId,
                g.PersonId,
                g.On,
            })
            .IsUnique()
            .HasFilter(StillHolds);
    }

    private static void About<TRow>(EntityTypeBuilder<TRow> builder)
        where TRow : FactRow
    {
        // two people who retract the same fact: the second one finds that somebody else was first
        builder.Property(f => f.RetractedAt).IsConcurrencyToken();
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Restrict);
        // the unique ones hold only what was not retracted, so a person's whole story would be sought through everybody's
        builder.HasIndex(f => f.PersonId);
        builder.HasOne<FactDeliveryRow>().WithMany().HasForeignKey(f => f.DeliveryId).OnDelete(DeleteBehavior.Restrict);
    }
}
