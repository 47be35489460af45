// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>How far an application for the outflow premium has come.</summary>
public enum PremiumState
{
    Applied,
    Granted,
    Rejected,
    Paid,
    Withdrawn,
}

/// <summary>An application for the outflow premium, from application to payment.</summary>
public sealed class ExitPremiumRow : ProvisionCaseRow
{
    public PremiumState State { get; set; }
    public DateOnly AppliedOn { get; set; }

    /// <summary>Typed, for who is not in the register; the register goes first.</summary>
    [Personal]
    public DateOnly? Born { get; set; }

    [Personal]
    public bool WageSubsidyGroup { get; set; }

    [Personal]
    public DateOnly? BenefitEndedOn { get; set; }

    public DateOnly WorkFrom { get; set; }

    /// <summary>The last day that the evidence shows.</summary>
    [Personal]
    public DateOnly WorkProvenUpTo { get; set; }

    /// <summary>What was shown: "loonstroken januari tot en met juli".</summary>
    [Personal]
    public string Evidence { get; set; } = "";

    /// <summary>Other premiums of art. 31 lid 2 onder j in the year of the decision, as the decider found them.</summary>
    [Personal]
    public int? OtherTimes { get; set; }

    [Personal]
    public long? OtherCents { get; set; }

    public DateOnly? DecidedOn { get; set; }
    public Guid? DecidedBy { get; set; }
    public long? AmountCents { get; set; }

    /// <summary>The conditions with their sentences as they were decided on (JSON), so that a later rule does not change the letter.</summary>
    [Personal]
    public string? Conditions { get; set; }

    /// <summary>The last day to object.</summary>
    public DateOnly? ObjectBy { get; set; }
    public DateOnly? PaidOn { get; set; }
    public Guid? PaidBy { get; set; }

    /// <summary>The number of the payment in the benefit system.</summary>
    public string? PaymentReference { get; set; }
}

internal sealed class ExitPremiumRowConfiguration : IEntityTypeConfiguration<ExitPremiumRow>
{
    public void Configure(EntityTypeBuilder<ExitPremiumRow> builder)
    {
        ProvisionCaseRow.Configure(builder);
        // one application per job; a withdrawn one does not stand in the way
        builder
            .HasIndex(p => new
            {
                p.ExperimentId,
                p.PersonId,
                p.WorkFrom,
            })
            .IsUnique()
            .HasFilter("\"WithdrawnOn\" IS NULL");
        // one payment is booked for one premium
        builder.HasIndex(p => new { p.MunicipalityId, p.PaymentReference }).IsUnique();
    }
}
