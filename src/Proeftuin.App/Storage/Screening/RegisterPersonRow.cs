// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Storage;

/// <summary>What one snapshot says about a person, under the pseudonym of the identity store. Months that are not known are null, never 0.</summary>
public sealed class RegisterPersonRow : IAboutPerson
{
    public Guid SnapshotId { get; set; }
    public Guid PersonId { get; set; }
    public Guid HouseholdId { get; set; }
    public Guid MunicipalityId { get; set; }

    /// <summary>1 or 2 within the household.</summary>
    public int Number { get; set; }
    public DateOnly? Born { get; set; }
    public Answer ExemptArticle9Lid2 { get; set; }
    public Answer ExemptArticle9Lid5 { get; set; }
    public Answer ExemptArticle9a { get; set; }
    public Answer Wsnp { get; set; }
    public Answer Institution { get; set; }
    public Answer MedicallyHoursLimited { get; set; }
    public Answer WageSubsidyTargetGroup { get; set; }
    public int? ExemptionMonthsN { get; set; }
    public int? ExemptionMonthsR { get; set; }
    public int? ExemptionMonthsY { get; set; }
    public int? ExemptionMonthsZ { get; set; }
    public string? CaseManager { get; set; }
    public Sex Sex { get; set; }
    public EducationLevel Education { get; set; }
    public int? MonthsOnBenefit { get; set; }
    public DistanceToWork DistanceToWork { get; set; }
}

internal sealed class RegisterPersonRowConfiguration : IEntityTypeConfiguration<RegisterPersonRow>
{
    public void Configure(EntityTypeBuilder<RegisterPersonRow> builder)
    {
        builder.HasKey(p => new { p.SnapshotId, p.PersonId });
        builder
            .HasOne<RegisterSnapshotRow>()
            .WithMany()
            .HasForeignKey(p => p.SnapshotId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HouseholdRow>().WithMany().HasForeignKey(p => p.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.SnapshotId, p.HouseholdId });
    }
}
