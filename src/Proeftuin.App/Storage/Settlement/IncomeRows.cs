// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Storage;

/// <summary>One accepted delivery of a month's income, with the hash by which a second one is recognised.</summary>
public sealed class IncomeDeliveryRow : IOwned, IAppendOnly
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }

    /// <summary>The first day of the month that was delivered.</summary>
    public DateOnly Month { get; set; }
    public string Source { get; set; } = "";
    public string Format { get; set; } = "";
    public string ContentSha256 { get; set; } = "";
    public int Rows { get; set; }
    public int Written { get; set; }

    /// <summary>Took the place of an estimate or an earlier slip.</summary>
    public int Corrected { get; set; }

    /// <summary>Known already, or a better slip was known.</summary>
    public int KnownAlready { get; set; }
    public DateTimeOffset ImportedAt { get; set; }
    public Guid ImportedBy { get; set; }
}

/// <summary>One payment to a person as a slip tells it. A better slip retracts it and stands beside it; nothing is overwritten.</summary>
public sealed class IncomeRow : IAboutPerson, IRetractable
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid PersonId { get; set; }
    public Guid DeliveryId { get; set; }
    public IncomeKind Kind { get; set; }
    public PayRhythm Rhythm { get; set; }

    /// <summary>The first day of the period that was paid.</summary>
    public DateOnly FirstDay { get; set; }

    /// <summary>The employer or payer.</summary>
    [Personal]
    public string Payer { get; set; } = "";

    [Personal]
    public long NetCents { get; set; }

    [Personal]
    public long HolidayPayCents { get; set; }

    [Personal]
    public long ReservationsPaidCents { get; set; }

    [Personal]
    public long ReservationsEarnedCents { get; set; }

    [Personal]
    public long TravelCents { get; set; }

    [Personal]
    public DateOnly? SickSince { get; set; }

    [Personal]
    public bool? InFactWages { get; set; }

    /// <summary>The last day of the job, when the slip tells it.</summary>
    public DateOnly? JobEnds { get; set; }

    /// <summary>The reference on the slip.</summary>
    [Personal]
    public string Slip { get; set; } = "";

    /// <summary>The day on the slip; of two real slips the later one holds.</summary>
    public DateOnly IssuedOn { get; set; }
    public bool IsEstimate { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public Guid RecordedBy { get; set; }
    public DateTimeOffset? RetractedAt { get; set; }
    public Guid? RetractedBy { get; set; }
}

internal sealed class IncomeRowsConfiguration
    : IEntityTypeConfiguration<IncomeDeliveryRow>,
        IEntityTypeConfiguration<IncomeRow>
{
    public void Configure(EntityTypeBuilder<IncomeDeliveryRow> builder)
    {
        builder
            .HasOne<MunicipalityRow>()
            .WithMany()
            .HasForeignKey(d => d.MunicipalityId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.MunicipalityId, d.ContentSha256 }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IncomeRow> builder)
    {
        builder.Property(i => i.RetractedAt).IsConcurrencyToken();
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<IncomeDeliveryRow>()
            .WithMany()
            .HasForeignKey(i => i.DeliveryId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(i => new
            {
                i.PersonId,
                i.FirstDay,
                i.Rhythm,
                i.Kind,
                i.Payer,
            })
            .IsUnique()
            .HasFilter("\"RetractedAt\" IS NULL");
        // with what was retracted too
        builder.HasIndex(i => i.PersonId);
    }
}
