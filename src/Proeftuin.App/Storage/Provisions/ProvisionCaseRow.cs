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

    /// <summary>The account that works with the file since it was handed over; null while that is who wrote it down.</summary>
    public Guid? HandledBy { get; set; }

    /// <summary>Written down by mistake or taken back: it stays visible and no longer counts.</summary>
    public DateOnly? WithdrawnOn { get; set; }
    public Guid Version { get; set; }

    /// <summary>Whether this account wrote it down or worked with it, so that it cannot decide on it too.</summary>
    internal bool IsOf(Guid account) => RecordedBy == account || HandledBy == account;

    internal static void Configure<TRow>(EntityTypeBuilder<TRow> builder)
        where TRow : ProvisionCaseRow
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(c => c.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
