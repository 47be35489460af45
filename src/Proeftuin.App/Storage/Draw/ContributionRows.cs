// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>What a partner municipality added to the list of a joint draw: counts and a hash, written once.</summary>
public sealed class FrameContributionRow : IOwned, IAppendOnly
{
    public Guid DrawRowId { get; set; }

    /// <summary>The municipality that contributes.</summary>
    public Guid MunicipalityId { get; set; }
    public Guid ScreeningId { get; set; }
    public int UnitsInRegister { get; set; }
    public int UnitsExcluded { get; set; }
    public int UnitsDrawnBefore { get; set; }
    public int UnitsInFrame { get; set; }

    /// <summary>Over this municipality's own lines "pseudonym;stratum", as in the manifest.</summary>
    public string ManifestSha256 { get; set; } = "";
    public DateTimeOffset ContributedAt { get; set; }
    public Guid ContributedBy { get; set; }
}

/// <summary>A contributed line: a pseudonym and its stratum. Who is behind it stays with the municipality that contributed it.</summary>
public sealed class ContributedUnitRow : IOwned, IAppendOnly
{
    public Guid DrawRowId { get; set; }
    public string Pseudonym { get; set; } = "";
    public Guid MunicipalityId { get; set; }
    public string Stratum { get; set; } = "";
}

internal sealed class ContributionRowsConfiguration
    : IEntityTypeConfiguration<FrameContributionRow>,
        IEntityTypeConfiguration<ContributedUnitRow>
{
    public void Configure(EntityTypeBuilder<FrameContributionRow> builder)
    {
        builder.HasKey(c => new { c.DrawRowId, c.MunicipalityId });
        builder.HasOne<DrawRow>().WithMany().HasForeignKey(c => c.DrawRowId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ContributedUnitRow> builder)
    {
        builder.HasKey(u => new { u.DrawRowId, u.Pseudonym });
        builder.HasOne<DrawRow>().WithMany().HasForeignKey(u => u.DrawRowId).OnDelete(DeleteBehavior.Restrict);
    }
}
