// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Storage;

/// <summary>Someone who enrolled before the lot, where the protocol asks for that: only these people come on the list that is drawn from.</summary>
public sealed class VolunteerRow : IAboutPerson, IVersioned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public Guid PersonId { get; set; }
    public DateOnly EnrolledOn { get; set; }
    public ConsentChannel Channel { get; set; }
    public HelpGiven Help { get; set; }

    /// <summary>The version of the protocol that the person was told about.</summary>
    public int ProtocolVersion { get; set; }
    public Guid RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Not on the list from this day; null while the enrolment stands.</summary>
    public DateOnly? WithdrawnOn { get; set; }
    public Guid Version { get; set; }
}

internal sealed class VolunteerRowConfiguration : IEntityTypeConfiguration<VolunteerRow>
{
    public void Configure(EntityTypeBuilder<VolunteerRow> builder)
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(v => v.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.ExperimentId, v.PersonId }).IsUnique();
        builder.HasIndex(v => v.PersonId);
    }
}
