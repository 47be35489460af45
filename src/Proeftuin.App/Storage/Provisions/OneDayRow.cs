// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Storage;

/// <summary>Somebody without a home whom a desk referred, with the clock from report to decision.</summary>
public sealed class OneDayRow : ProvisionCaseRow
{
    /// <summary>The desk of the protocol.</summary>
    public string Desk { get; set; } = "";
    public DateTimeOffset ReportedAt { get; set; }

    /// <summary>What is asked for.</summary>
    [Personal]
    public string Asked { get; set; } = "";

    /// <summary>When a day has passed, by the protocol of the report; null when the opening hours are not known.</summary>
    public DateTimeOffset? DecideBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public Guid? DecidedBy { get; set; }
    public bool IsGranted { get; set; }

    [Personal]
    public long? AmountCents { get; set; }

    /// <summary>Open minutes between report and decision.</summary>
    public int? Minutes { get; set; }
    public bool IsWithinADay { get; set; }
    public DelayReason? Delay { get; set; }
}

internal sealed class OneDayRowConfiguration : IEntityTypeConfiguration<OneDayRow>
{
    public void Configure(EntityTypeBuilder<OneDayRow> builder)
    {
        ProvisionCaseRow.Configure(builder);
        // the same report twice is one report; a second one can come after the decision on the first
        builder
            .HasIndex(o => new { o.ExperimentId, o.PersonId })
            .IsUnique()
            .HasFilter("\"DecidedAt\" IS NULL AND \"WithdrawnOn\" IS NULL");
    }
}
