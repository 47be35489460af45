// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>Somebody said that an item of an experiment's agenda is done, or that it is not done after all. The last mark of an item counts.</summary>
public sealed class AgendaMarkRow : IOwned, IAppendOnly
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid ExperimentId { get; set; }

    /// <summary>The key of the item: "rapport-eindrapportage".</summary>
    public string Item { get; set; } = "";

    /// <summary>Null: not done after all.</summary>
    public DateOnly? DoneOn { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public Guid RecordedBy { get; set; }
}

internal sealed class AgendaMarkRowConfiguration : IEntityTypeConfiguration<AgendaMarkRow>
{
    public void Configure(EntityTypeBuilder<AgendaMarkRow> builder)
    {
        builder.HasOne<ExperimentRow>().WithMany().HasForeignKey(m => m.ExperimentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.ExperimentId, m.RecordedAt });
    }
}
