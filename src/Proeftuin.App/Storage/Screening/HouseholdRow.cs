// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>A household under its pseudonym, the same in every delivery. The number of the benefit system stays here and is shown only on the household's own page.</summary>
public sealed class HouseholdRow : IAboutPerson
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }

    [Personal]
    public string Number { get; set; } = "";
}

internal sealed class HouseholdRowConfiguration : IEntityTypeConfiguration<HouseholdRow>
{
    public void Configure(EntityTypeBuilder<HouseholdRow> builder)
    {
        builder
            .HasOne<MunicipalityRow>()
            .WithMany()
            .HasForeignKey(h => h.MunicipalityId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.MunicipalityId, h.Number }).IsUnique();
    }
}
