// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Storage;

/// <summary>The intensive guidance of one person, by the account that wrote down its start.</summary>
public sealed class GuidanceRow : ProvisionCaseRow
{
    public DateOnly StartedOn { get; set; }
    public DateOnly? EndedOn { get; set; }
    public GuidanceEnd? End { get; set; }

    /// <summary>The team that takes over.</summary>
    public string? Team { get; set; }

    /// <summary>Measurements and contacts get the next number: two people cannot write the same one.</summary>
    public int Lines { get; set; }
}

/// <summary>A measurement on the areas of life: baseline or follow-up. Written once.</summary>
public sealed class LifeMeasurementRow : IAboutPerson, IAppendOnly
{
    public Guid GuidanceId { get; set; }
    public int Line { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public DateOnly On { get; set; }

    /// <summary>"code:score" separated by spaces.</summary>
    [Personal]
    public string Scores { get; set; } = "";
    public DateTimeOffset RecordedAt { get; set; }
    public Guid RecordedBy { get; set; }
}

/// <summary>A contact within the guidance. Written once.</summary>
public sealed class GuidanceContactRow : IAboutPerson, IAppendOnly
{
    public Guid GuidanceId { get; set; }
    public int Line { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public DateOnly On { get; set; }
    public string Form { get; set; } = "";
    public int Minutes { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public Guid RecordedBy { get; set; }
}

/// <summary>Says that a measurement or contact was written down wrongly, and why. The wrong line stays to be read and no longer counts; the right one is a new line.</summary>
public sealed class GuidanceCorrectionRow : IAboutPerson, IAppendOnly
{
    public Guid GuidanceId { get; set; }

    /// <summary>The line that was wrong; a line is corrected once.</summary>
    public int Line { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }

    [Personal]
    public string Why { get; set; } = "";
    public DateTimeOffset RecordedAt { get; set; }
    public Guid RecordedBy { get; set; }
}

internal sealed class GuidanceRowsConfiguration
    : IEntityTypeConfiguration<GuidanceRow>,
        IEntityTypeConfiguration<GuidanceCorrectionRow>,
        IEntityTypeConfiguration<LifeMeasurementRow>,
        IEntityTypeConfiguration<GuidanceContactRow>
{
    public void Configure(EntityTypeBuilder<GuidanceRow> builder)
    {
        ProvisionCaseRow.Configure(builder);
        builder
            .HasIndex(g => new { g.ExperimentId, g.PersonId })
            .IsUnique()
            .HasFilter("\"EndedOn\" IS NULL AND \"WithdrawnOn\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<GuidanceCorrectionRow> builder)
    {
        builder.HasKey(m => new { m.GuidanceId, m.Line });
        builder.HasOne<GuidanceRow>().WithMany().HasForeignKey(m => m.GuidanceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.ExperimentId);
    }

    public void Configure(EntityTypeBuilder<LifeMeasurementRow> builder)
    {
        builder.HasKey(m => new { m.GuidanceId, m.Line });
        builder.HasOne<GuidanceRow>().WithMany().HasForeignKey(m => m.GuidanceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.ExperimentId);
    }

    public void Configure(EntityTypeBuilder<GuidanceContactRow> builder)
    {
        builder.HasKey(c => new { c.GuidanceId, c.Line });
        builder.HasOne<GuidanceRow>().WithMany().HasForeignKey(c => c.GuidanceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.ExperimentId);
    }
}
