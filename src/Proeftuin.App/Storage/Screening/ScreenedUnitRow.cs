// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Storage;

/// <summary>What a screening says about one unit. The persons of a household unit are its rows in <see cref="RegisterPersonRow"/> of the screening's snapshot.</summary>
public sealed class ScreenedUnitRow : IAboutPerson
{
    public Guid ScreeningId { get; set; }

    /// <summary>The household's or the person's pseudonym, as the screening's unit says.</summary>
    public Guid UnitId { get; set; }
    public Guid HouseholdId { get; set; }
    public Guid MunicipalityId { get; set; }
    public Verdict Verdict { get; set; }

    /// <summary>Codes of the grounds that exclude, in the protocol's order, separated by spaces.</summary>
    public string Grounds { get; set; } = "";

    /// <summary>Codes of the grounds that cannot be judged, likewise.</summary>
    public string OpenGrounds { get; set; } = "";

    /// <summary>The number of persons in the unit.</summary>
    public int Members { get; set; }

    /// <summary>The municipality that pays, by name: a candidate for a stratum.</summary>
    public string Municipality { get; set; } = "";
}

internal sealed class ScreenedUnitRowConfiguration : IEntityTypeConfiguration<ScreenedUnitRow>
{
    public void Configure(EntityTypeBuilder<ScreenedUnitRow> builder)
    {
        builder.HasKey(u => new { u.ScreeningId, u.UnitId });
        builder.HasOne<ScreeningRow>().WithMany().HasForeignKey(u => u.ScreeningId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => new { u.ScreeningId, u.Verdict });
    }
}
