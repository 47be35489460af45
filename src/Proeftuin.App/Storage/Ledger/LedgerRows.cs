// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Storage;

/// <summary>A row that only the ledger itself writes.</summary>
internal interface ILedgerRow;

/// <summary>One line of a chain, as stored. The database refuses to change or delete it.</summary>
public sealed class LedgerEntryRow : ILedgerRow
{
    public Guid Chain { get; set; }
    public long Sequence { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid AccountId { get; set; }
    public string Roles { get; set; } = "";
    public string Action { get; set; } = "";
    public string Subject { get; set; } = "";
    public string Reason { get; set; } = "";
    public string? Changes { get; set; }
    public long? Count { get; set; }
    public string? Receipt { get; set; }
    public Guid? DataSubject { get; set; }
    public byte[]? PayloadHash { get; set; }
    public byte[] Previous { get; set; } = [];
    public byte[] Hash { get; set; } = [];

    public static LedgerEntryRow Of(LedgerEntry entry) =>
        new()
        {
            Chain = entry.Chain,
            Sequence = entry.Sequence,
            At = entry.At,
            AccountId = entry.AccountId,
            Roles = entry.Roles,
            Action = entry.Action,
            Subject = entry.Subject,
            Reason = entry.Reason,
            Changes = entry.Changes,
            Count = entry.Count,
            Receipt = entry.Receipt,
            DataSubject = entry.DataSubject,
            PayloadHash = entry.PayloadHash,
            Previous = entry.Previous,
            Hash = entry.Hash,
        };

    public LedgerEntry Entry =>
        new()
        {
            Chain = Chain,
            Sequence = Sequence,
            At = At,
            AccountId = AccountId,
            Roles = Roles,
            Action = Action,
            Subject = Subject,
            Reason = Reason,
            Changes = Changes,
            Count = Count,
            Receipt = Receipt,
            DataSubject = DataSubject,
            PayloadHash = PayloadHash,
            Previous = Previous,
            Hash = Hash,
        };
}

/// <summary>Personal content beside a line, encrypted; both fields are null once it is erased.</summary>
public sealed class LedgerPayloadRow : ILedgerRow
{
    public Guid Chain { get; set; }
    public long Sequence { get; set; }
    public byte[]? Salt { get; set; }
    public byte[]? Content { get; set; }
}

/// <summary>Where a chain ends, sealed with a key that the database does not know: a removed tail shows.</summary>
public sealed class LedgerHeadRow : ILedgerRow
{
    public Guid Chain { get; set; }
    public long Sequence { get; set; }
    public byte[] Hash { get; set; } = [];
    public byte[] Seal { get; set; } = [];
}

internal sealed class LedgerRowsConfiguration
    : IEntityTypeConfiguration<LedgerEntryRow>,
        IEntityTypeConfiguration<LedgerPayloadRow>,
        IEntityTypeConfiguration<LedgerHeadRow>
{
    public void Configure(EntityTypeBuilder<LedgerEntryRow> builder)
    {
        builder.HasKey(e => new { e.Chain, e.Sequence });
        builder.HasIndex(e => new { e.Chain, e.DataSubject });
        builder.HasIndex(e => new { e.Chain, e.Action });
    }

    public void Configure(EntityTypeBuilder<LedgerPayloadRow> builder)
    {
        builder.HasKey(e => new { e.Chain, e.Sequence });
        // two auditors at once: one of them erases
        builder.Property(e => e.Salt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<LedgerHeadRow> builder) => builder.HasKey(e => e.Chain);
}
