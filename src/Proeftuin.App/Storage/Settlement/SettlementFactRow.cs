// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>What the settlement needs to know of a household or person and the register does not tell.</summary>
public enum SettlementFactKind
{
    /// <summary>The decision that the exemption helps this person towards work, from a day.</summary>
    HelpsTowardsWork,

    /// <summary>The decision that more hours are not possible, from a day.</summary>
    MoreHoursNotPossible,

    /// <summary>A new job began on a day (art. 34a lid 3).</summary>
    NewJob,

    /// <summary>A job ended: the last day, and the employer as the slips name it.</summary>
    JobEnded,

    /// <summary>Months of art. 31 lid 2 under n that were used before the month of the day.</summary>
    UsedN,
    UsedR,
    UsedZ,

    /// <summary>A dependent child was born on the day.</summary>
    ChildBorn,

    /// <summary>A housemate who may share costs was born on the day.</summary>
    HousemateBorn,

    /// <summary>A person below 21 cannot turn to the parents, from a day.</summary>
    NoSupportFromParents,

    /// <summary>The first day with a partner in the household.</summary>
    PartnerCame,

    /// <summary>The first day without the partner.</summary>
    PartnerLeft,
}

/// <summary>One fact or decision for the settlement, typed by an income officer. It can be retracted; it is never overwritten.</summary>
public sealed class SettlementFactRow : IAboutPerson, IRetractable
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid HouseholdId { get; set; }

    /// <summary>Null for what is about the household as a whole.</summary>
    public Guid? PersonId { get; set; }
    public SettlementFactKind Kind { get; set; }

    /// <summary>The day the kind speaks of.</summary>
    [Personal]
    public DateOnly On { get; set; }

    /// <summary>The last day of a decision that ended; null while it holds.</summary>
    [Personal]
    public DateOnly? Until { get; set; }

    /// <summary>Months used.</summary>
    [Personal]
    public int? Number { get; set; }

    /// <summary>The employer of a job that ended.</summary>
    [Personal]
    public string? Text { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public Guid RecordedBy { get; set; }
    public DateTimeOffset? RetractedAt { get; set; }
    public Guid? RetractedBy { get; set; }
}

/// <summary>A municipal choice, from a month on, with who chose and why. A later choice for the same month takes its place.</summary>
public sealed class MunicipalChoiceRow : IOwned, IAppendOnly
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public string Key { get; set; } = "";
    public string Word { get; set; } = "";

    /// <summary>The first day of the first month in which it holds.</summary>
    public DateOnly From { get; set; }
    public string Why { get; set; } = "";
    public DateTimeOffset ChosenAt { get; set; }
    public Guid ChosenBy { get; set; }
}

internal sealed class SettlementFactRowsConfiguration
    : IEntityTypeConfiguration<SettlementFactRow>,
        IEntityTypeConfiguration<MunicipalChoiceRow>
{
    public void Configure(EntityTypeBuilder<SettlementFactRow> builder)
    {
        builder.Property(f => f.RetractedAt).IsConcurrencyToken();
        builder.HasOne<HouseholdRow>().WithMany().HasForeignKey(f => f.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.HouseholdId);
    }

    public void Configure(EntityTypeBuilder<MunicipalChoiceRow> builder)
    {
        builder
            .HasOne<MunicipalityRow>()
            .WithMany()
            .HasForeignKey(c => c.MunicipalityId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new
        {
            c.MunicipalityId,
            c.Key,
            c.From,
        });
    }
}
