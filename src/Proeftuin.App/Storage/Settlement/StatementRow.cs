// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Storage;

/// <summary>Why a month got another statement.</summary>
public enum CorrectionCause
{
    /// <summary>A slip came or changed.</summary>
    Income,

    /// <summary>The household, a decision or the first balance of months changed.</summary>
    Household,

    /// <summary>Taking part in a group began, ended or changed.</summary>
    Group,

    /// <summary>The days with a right to benefit changed.</summary>
    Entitlement,

    /// <summary>The municipality chose otherwise.</summary>
    Choice,

    /// <summary>Somebody changed the benefit by hand.</summary>
    ByHand,

    /// <summary>An earlier month changed what this month begins with.</summary>
    EarlierMonth,

    /// <summary>The amounts of the law or the program became others.</summary>
    Parameters,
}

/// <summary>
/// One household's month as it was settled: written once. A later statement for the same month has the next number and the difference. What
/// it was computed from is kept with it, so that it can be computed again.
/// </summary>
public sealed class StatementRow : IAboutPerson, IAppendOnly
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid HouseholdId { get; set; }
    public DateOnly Month { get; set; }

    /// <summary>1 for the first; a correction has the next number.</summary>
    public int Number { get; set; }
    public Guid RunId { get; set; }
    public DateTimeOffset SettledAt { get; set; }

    /// <summary>The parameters as they were known on this day.</summary>
    public DateOnly KnownOn { get; set; }
    public string ProgramVersion { get; set; } = "";
    public string ParametersSha256 { get; set; } = "";

    /// <summary>Of <see cref="Input"/>: equal input needs no new statement.</summary>
    public string InputSha256 { get; set; } = "";

    /// <summary>Of the id, the input and the lines, so that a changed statement shows.</summary>
    public string ContentSha256 { get; set; } = "";
    public CorrectionCause? Cause { get; set; }
    public bool IsEstimate { get; set; }
    public long NormCents { get; set; }
    public long EarningsCents { get; set; }
    public long ExemptCents { get; set; }
    public long OtherIncomeCents { get; set; }
    public long BenefitCents { get; set; }
    public long HolidayReservedCents { get; set; }
    public long HolidayPaidCents { get; set; }

    /// <summary>Benefit and holiday allowance, less those of the statement before it; 0 for the first.</summary>
    public long DifferenceCents { get; set; }

    /// <summary>JSON; see App/Settlement/StoredInput.</summary>
    [Personal]
    public string Input { get; set; } = "";

    /// <summary>JSON; see App/Settlement/StoredLine.</summary>
    [Personal]
    public string Lines { get; set; } = "";

    /// <summary>JSON: the counters and the holiday reserve with which the next month begins.</summary>
    [Personal]
    public string After { get; set; } = "";
}

/// <summary>What a household was paid with a month: one row per household and month, so nobody is paid twice.</summary>
public sealed class PaymentRow : IAboutPerson, IAppendOnly
{
    public Guid HouseholdId { get; set; }
    public DateOnly Month { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid RunId { get; set; }
    public long BenefitCents { get; set; }
    public long HolidayCents { get; set; }
    public long BackPaymentCents { get; set; }
    public long SetOffCents { get; set; }
    public long ByHandCents { get; set; }
    public long StaysOpenCents { get; set; }
    public long ToPayCents { get; set; }
}

/// <summary>Something a person must look at, written in the run that found it.</summary>
public sealed class AttentionRow : IAboutPerson, IAppendOnly
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid RunId { get; set; }
    public Guid HouseholdId { get; set; }
    public DateOnly Month { get; set; }

    /// <summary>Null when the month could not be settled.</summary>
    public Guid? StatementId { get; set; }
    public Guid? PersonId { get; set; }
    public AttentionKind Kind { get; set; }

    [Personal]
    public string Sentence { get; set; } = "";
}

internal sealed class StatementRowsConfiguration
    : IEntityTypeConfiguration<StatementRow>,
        IEntityTypeConfiguration<PaymentRow>,
        IEntityTypeConfiguration<AttentionRow>
{
    public void Configure(EntityTypeBuilder<StatementRow> builder)
    {
        builder.HasOne<HouseholdRow>().WithMany().HasForeignKey(s => s.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SettlementRunRow>().WithMany().HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(s => new
            {
                s.HouseholdId,
                s.Month,
                s.Number,
            })
            .IsUnique();
        // the month first: SQLite would take a municipality for a narrow choice and go through all of its statements
        builder.HasIndex(s => new { s.Month, s.MunicipalityId });
    }

    public void Configure(EntityTypeBuilder<PaymentRow> builder)
    {
        builder.HasKey(p => new { p.HouseholdId, p.Month });
        builder.HasOne<HouseholdRow>().WithMany().HasForeignKey(p => p.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SettlementRunRow>().WithMany().HasForeignKey(p => p.RunId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.Month, p.MunicipalityId });
    }

    public void Configure(EntityTypeBuilder<AttentionRow> builder)
    {
        builder.HasOne<HouseholdRow>().WithMany().HasForeignKey(a => a.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SettlementRunRow>().WithMany().HasForeignKey(a => a.RunId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StatementRow>().WithMany().HasForeignKey(a => a.StatementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Month, a.MunicipalityId });
        builder.HasIndex(a => a.HouseholdId);
    }
}
