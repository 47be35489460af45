// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Storage;

/// <summary>What one snapshot says about a household.</summary>
public sealed class RegisterHouseholdRow : IAboutPerson
{
    public Guid SnapshotId { get; set; }
    public Guid HouseholdId { get; set; }
    public Guid MunicipalityId { get; set; }
    public HouseholdType Type { get; set; }
    public BenefitKind Benefit { get; set; }
    public DateOnly? BenefitSince { get; set; }
    public int? CostSharers { get; set; }
    public int? ChildrenUnder12 { get; set; }

    /// <summary>The municipality that pays, by name: a joint experiment has several.</summary>
    public string Municipality { get; set; } = "";
}

internal sealed class RegisterHouseholdRowConfiguration : IEntityTypeConfiguration<RegisterHouseholdRow>
{
    public void Configure(EntityTypeBuilder<RegisterHouseholdRow> builder)
    {
        builder.HasKey(h => new { h.SnapshotId, h.HouseholdId });
        builder
            .HasOne<RegisterSnapshotRow>()
            .WithMany()
            .HasForeignKey(h => h.SnapshotId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HouseholdRow>().WithMany().HasForeignKey(h => h.HouseholdId).OnDelete(DeleteBehavior.Restrict);
    }
}
