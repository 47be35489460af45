// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Storage;

/// <summary>One attempt at one draw. Never deleted, so that its number is never used again. Before the draw it says nothing about any place.</summary>
public sealed class DrawRow : IOwned, IVersioned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }

    /// <summary>The full name with the attempt; unique over all municipalities, because it is a public address.</summary>
    public string DrawId { get; set; } = "";

    /// <summary>The name without the attempt.</summary>
    public string Draw { get; set; } = "";

    public string Trial { get; set; } = "";
    public DrawState State { get; set; }

    /// <summary>The plan as canonical JSON.</summary>
    public string Plan { get; set; } = "";

    public DateTimeOffset PlannedAt { get; set; }
    public Guid PlannedBy { get; set; }

    /// <summary>The screening whose target group is the frame; null for a lottery for places.</summary>
    public Guid? ScreeningId { get; set; }
    public int? UnitsInRegister { get; set; }
    public int? UnitsExcluded { get; set; }
    public int? UnitsDrawnBefore { get; set; }
    public int? UnitsInFrame { get; set; }
    public string? ManifestSha256 { get; set; }
    public string? MembersSha256 { get; set; }
    public string? IdentityRoot { get; set; }
    public DateTimeOffset? FrozenAt { get; set; }

    /// <summary>The committed record as canonical JSON, and its place in the chain of the trial.</summary>
    public string? Committed { get; set; }

    public string? CommittedSha256 { get; set; }
    public int? Number { get; set; }
    public DateTimeOffset? CommittedAt { get; set; }
    public DateTimeOffset? EntropyMoment { get; set; }

    /// <summary>The public value, once two persons typed the same.</summary>
    public string? Entropy { get; set; }

    public Guid? ConductedBy { get; set; }
    public DateTimeOffset? ConductedAt { get; set; }
    public string? AssignmentSha256 { get; set; }
    public string? MerkleRoot { get; set; }

    /// <summary>What the last verifier found, and with which program.</summary>
    public string? VerifiedDigest { get; set; }

    public string? VerifiedWith { get; set; }
    public Guid? VerifiedBy { get; set; }
    public DateTimeOffset? VerifiedAt { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }

    public Guid? AnnulmentAskedBy { get; set; }
    public string? AnnulmentReason { get; set; }
    public Guid? AnnulledBy { get; set; }
    public DateTimeOffset? AnnulledAt { get; set; }
    public Guid Version { get; set; }
}

/// <summary>A holder with the published commitment; the secret is empty until it is opened after the moment.</summary>
public sealed class DrawHolderRow : IOwned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid DrawRowId { get; set; }
    public int Position { get; set; }
    public string Name { get; set; } = "";
    public string Commitment { get; set; } = "";
    public string? Secret { get; set; }
    public DateTimeOffset? OpenedAt { get; set; }
    public Guid? OpenedBy { get; set; }
}

/// <summary>Where the committed record was made public.</summary>
public sealed class DrawPublicationRow : IOwned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid DrawRowId { get; set; }
    public DateTimeOffset At { get; set; }
    public string Place { get; set; } = "";
    public Guid RecordedBy { get; set; }
}

/// <summary>The public value as one person typed it. Nobody sees it before the other has typed too.</summary>
public sealed class EntropyEntryRow : IOwned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid DrawRowId { get; set; }
    public Guid EnteredBy { get; set; }
    public DateTimeOffset At { get; set; }

    [Secret]
    public string Value { get; set; } = "";

    /// <summary>Two entries differed: both are put aside and both persons type again.</summary>
    public bool PutAside { get; set; }
}

/// <summary>A line of the frozen list, in manifest order. No person.</summary>
public sealed class FrameUnitRow : IOwned, IAppendOnly
{
    public Guid DrawRowId { get; set; }
    public int Position { get; set; }
    public Guid MunicipalityId { get; set; }
    public string Pseudonym { get; set; } = "";
    public string Stratum { get; set; } = "";
}

/// <summary>Who stands behind a pseudonym: the bridge between the draw and the administration.</summary>
public sealed class FrameMemberRow : IAboutPerson, IAppendOnly
{
    public Guid DrawRowId { get; set; }
    public Guid PersonId { get; set; }
    public Guid MunicipalityId { get; set; }
    public string Pseudonym { get; set; } = "";

    /// <summary>The household or person in the register.</summary>
    public string UnitId { get; set; } = "";

    [Secret]
    public byte[] Nonce { get; set; } = [];
}

/// <summary>The lot of a unit, written once when the draw is computed. There is no code that changes or deletes it, and the database refuses it too.</summary>
public sealed class PlacementRow : IOwned, IAppendOnly
{
    public Guid DrawRowId { get; set; }
    public int Position { get; set; }
    public Guid MunicipalityId { get; set; }
    public string Pseudonym { get; set; } = "";
    public string Stratum { get; set; } = "";
    public string Ticket { get; set; } = "";
    public int Rank { get; set; }
    public string Arm { get; set; } = "";
}

/// <summary>The signed receipt as canonical JSON.</summary>
public sealed class DrawReceiptRow : IOwned, IAppendOnly
{
    public Guid DrawRowId { get; set; }
    public Guid MunicipalityId { get; set; }
    public byte[] Document { get; set; } = [];
    public string Sha256 { get; set; } = "";
}

/// <summary>A remark that a unit was drawn in error. The placement stays, and the unit stays in the analysis.</summary>
public sealed class PlacementMarkRow : IOwned, IAppendOnly
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid DrawRowId { get; set; }
    public string Pseudonym { get; set; } = "";
    public string Reason { get; set; } = "";
    public DateTimeOffset MarkedAt { get; set; }
    public Guid MarkedBy { get; set; }
}

internal sealed class DrawRowsConfiguration
    : IEntityTypeConfiguration<DrawRow>,
        IEntityTypeConfiguration<DrawHolderRow>,
        IEntityTypeConfiguration<DrawPublicationRow>,
        IEntityTypeConfiguration<EntropyEntryRow>,
        IEntityTypeConfiguration<FrameUnitRow>,
        IEntityTypeConfiguration<FrameMemberRow>,
        IEntityTypeConfiguration<PlacementRow>,
        IEntityTypeConfiguration<DrawReceiptRow>,
        IEntityTypeConfiguration<PlacementMarkRow>
{
    public void Configure(EntityTypeBuilder<DrawRow> builder)
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(d => d.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.DrawId).IsUnique();
        // parallel attempts: at most one that is not annulled
        builder.HasIndex(d => d.Draw).IsUnique().HasFilter("\"State\" <> 'Annulled'");
        // one chain of committed records per trial
        builder.HasIndex(d => new { d.Trial, d.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DrawHolderRow> builder)
    {
        builder.HasOne<DrawRow>().WithMany().HasForeignKey(h => h.DrawRowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.DrawRowId, h.Position }).IsUnique();
        // a secret is used once, whoever draws
        builder.HasIndex(h => h.Commitment).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DrawPublicationRow> builder) =>
        builder.HasOne<DrawRow>().WithMany().HasForeignKey(p => p.DrawRowId).OnDelete(DeleteBehavior.Restrict);

    public void Configure(EntityTypeBuilder<EntropyEntryRow> builder)
    {
        builder.HasOne<DrawRow>().WithMany().HasForeignKey(e => e.DrawRowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.DrawRowId, e.EnteredBy }).IsUnique().HasFilter("NOT \"PutAside\"");
    }

    public void Configure(EntityTypeBuilder<FrameUnitRow> builder)
    {
        builder.HasKey(u => new { u.DrawRowId, u.Position });
        builder.HasOne<DrawRow>().WithMany().HasForeignKey(u => u.DrawRowId).OnDelete(DeleteBehavior.Restrict);
        // a ticket code is made for one draw
        builder.HasIndex(u => u.Pseudonym).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FrameMemberRow> builder)
    {
        builder.HasKey(m => new { m.DrawRowId, m.PersonId });
        builder.HasOne<DrawRow>().WithMany().HasForeignKey(m => m.DrawRowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.DrawRowId, m.Pseudonym });
    }

    public void Configure(EntityTypeBuilder<PlacementRow> builder)
    {
        builder.HasKey(p => new { p.DrawRowId, p.Position });
        builder.HasOne<DrawRow>().WithMany().HasForeignKey(p => p.DrawRowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.DrawRowId, p.Pseudonym }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DrawReceiptRow> builder)
    {
        builder.HasKey(r => r.DrawRowId);
        builder
            .HasOne<DrawRow>()
            .WithOne()
            .HasForeignKey<DrawReceiptRow>(r => r.DrawRowId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlacementMarkRow> builder) =>
        builder.HasOne<DrawRow>().WithMany().HasForeignKey(m => m.DrawRowId).OnDelete(DeleteBehavior.Restrict);
}
