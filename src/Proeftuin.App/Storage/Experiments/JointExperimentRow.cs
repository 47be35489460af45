// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Storage;

/// <summary>The agreement of two municipalities on one experiment. It belongs to both, so it is not owned by one; it says nothing about people. Read through <c>Joint</c>.</summary>
public sealed class JointExperimentRow : IVersioned
{
    public Guid Id { get; set; }
    public Guid LeadMunicipalityId { get; set; }
    public Guid LeadExperimentId { get; set; }
    public Guid PartnerMunicipalityId { get; set; }

    /// <summary>The partner's own experiment under the same protocol; null until accepted.</summary>
    public Guid? PartnerExperimentId { get; set; }

    /// <summary>The protocol that was proposed.</summary>
    public string ProtocolSha256 { get; set; } = "";

    public JointState State { get; set; }
    public DateTimeOffset ProposedAt { get; set; }
    public Guid ProposedBy { get; set; }
    public string ProposalReason { get; set; } = "";
    public DateTimeOffset? AnsweredAt { get; set; }
    public Guid? AnsweredBy { get; set; }
    public string? AnswerReason { get; set; }
    public Guid Version { get; set; }
}

internal sealed class JointExperimentRowConfiguration : IEntityTypeConfiguration<JointExperimentRow>
{
    public void Configure(EntityTypeBuilder<JointExperimentRow> builder)
    {
        builder
            .HasOne<ExperimentRow>()
            .WithMany()
            .HasForeignKey(j => j.LeadExperimentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(j => new { j.LeadExperimentId, j.PartnerMunicipalityId }).IsUnique();
        builder.HasIndex(j => j.PartnerMunicipalityId);
        builder.HasIndex(j => j.PartnerExperimentId);
    }
}
