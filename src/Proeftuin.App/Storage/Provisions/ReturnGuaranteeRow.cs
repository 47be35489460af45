// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>The return guarantee of one person: registered at the exit, used at most once.</summary>
public sealed class ReturnGuaranteeRow : ProvisionCaseRow
{
    public DateOnly RegisteredOn { get; set; }

    /// <summary>The first day without benefit.</summary>
    public DateOnly ExitOn { get; set; }

    /// <summary>The first day on which the button no longer works, by the protocol of the day of registration.</summary>
    public DateOnly EndsBefore { get; set; }
    public DateOnly? PressedOn { get; set; }
    public Guid? PressedBy { get; set; }

    /// <summary>What changed since the exit, instead of a full application; empty when nothing did.</summary>
    [Personal]
    public string? Changes { get; set; }

    public DateOnly? DecideBy { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public Guid? DecidedBy { get; set; }
    public bool Restarted { get; set; }

    /// <summary>The first day with benefit again.</summary>
    public DateOnly? RestartsOn { get; set; }
}

internal sealed class ReturnGuaranteeRowConfiguration : IEntityTypeConfiguration<ReturnGuaranteeRow>
{
    public void Configure(EntityTypeBuilder<ReturnGuaranteeRow> builder)
    {
        ProvisionCaseRow.Configure(builder);
        builder
            .HasIndex(g => new
            {
                g.ExperimentId,
                g.PersonId,
                g.ExitOn,
            })
            .IsUnique()
            .HasFilter("\"WithdrawnOn\" IS NULL");
    }
}
