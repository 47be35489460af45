// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>How far a change by hand is.</summary>
public enum ByHandState
{
    Asked,
    Approved,
    Rejected,
}

/// <summary>A change of a month's benefit by hand: asked by one, decided by another. Only an approved one counts.</summary>
public sealed class ByHandRow : IAboutPerson, IVersioned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid HouseholdId { get; set; }
    public DateOnly Month { get; set; }

    /// <summary>More, or less when below zero.</summary>
    public long AmountCents { get; set; }

    [Personal]
    public string Why { get; set; } = "";
    public ByHandState State { get; set; }
    public DateTimeOffset AskedAt { get; set; }
    public Guid AskedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public Guid? DecidedBy { get; set; }
    public Guid Version { get; set; }
}

/// <summary>How an objection ended.</summary>
public enum ObjectionOutcome
{
    /// <summary>Gegrond.</summary>
    Upheld,

    /// <summary>Deels gegrond.</summary>
    PartlyUpheld,

    /// <summary>Ongegrond.</summary>
    Dismissed,

    /// <summary>Niet-ontvankelijk, for example because it came too late without a good reason.</summary>
    Inadmissible,

    /// <summary>Ingetrokken.</summary>
    Withdrawn,
}

/// <summary>An objection against a decision, and how it ended.</summary>
public abstract class AnyObjectionRow : IAboutPerson, IVersioned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public DateOnly ReceivedOn { get; set; }

    /// <summary>Whether it came after the last day of the term; whether that is excusable is for the outcome.</summary>
    public bool IsLate { get; set; }

    [Personal]
    public string Grounds { get; set; } = "";
    public ObjectionOutcome? Outcome { get; set; }
    public DateOnly? DecidedOn { get; set; }

    [Personal]
    public string? Explanation { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public Guid RecordedBy { get; set; }
    public Guid Version { get; set; }
}

/// <summary>An objection against a statement.</summary>
public sealed class ObjectionRow : AnyObjectionRow
{
    public Guid StatementId { get; set; }
    public Guid HouseholdId { get; set; }
}

/// <summary>An objection against a decision in a provision. The file stands in one of four tables, so the database holds no key to it.</summary>
public sealed class ProvisionObjectionRow : AnyObjectionRow
{
    public Guid CaseId { get; set; }
    public Guid ExperimentId { get; set; }
    public Guid PersonId { get; set; }
}

internal sealed class DisputeRowsConfiguration
    : IEntityTypeConfiguration<ByHandRow>,
        IEntityTypeConfiguration<ObjectionRow>,
        IEntityTypeConfiguration<ProvisionObjectionRow>
{
    public void Configure(EntityTypeBuilder<ByHandRow> builder)
    {
        builder.HasOne<HouseholdRow>().WithMany().HasForeignKey(o => o.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.HouseholdId, o.Month });
        builder.HasIndex(o => new { o.MunicipalityId, o.State });
    }

    public void Configure(EntityTypeBuilder<ObjectionRow> builder)
    {
        builder.HasOne<StatementRow>().WithMany().HasForeignKey(o => o.StatementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => o.HouseholdId);
    }

    public void Configure(EntityTypeBuilder<ProvisionObjectionRow> builder)
    {
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(o => o.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => o.CaseId);
    }
}
