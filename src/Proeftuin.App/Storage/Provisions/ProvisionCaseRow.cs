// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>The file of one person in one provision: who, and which account wrote it down first.</summary>
public abstract class ProvisionCaseRow : IAboutPerson, IVersioned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }
    public Guid PersonId { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public Guid RecordedBy { get; set; }
    public Guid Version { get; set; }

    internal static void Configure<TRow>(EntityTypeBuilder<TRow> builder)
        where TRow : ProvisionCaseRow
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(c => c.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
