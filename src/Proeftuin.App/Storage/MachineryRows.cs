// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>The key of a form that was submitted: a second post of the same form is recognised.</summary>
public sealed class SubmissionRow : IMachinery
{
    public Guid Key { get; set; }
    public Guid AccountId { get; set; }
    public DateTimeOffset At { get; set; }
}

public enum JobState
{
    Running,
    Done,
    Refused,
    Failed,
}

/// <summary>Long work and how far it is, readable from every web node.</summary>
public sealed class JobRow : IOwned, IMachinery
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public string Kind { get; set; } = "";
    public long Done { get; set; }
    public long Total { get; set; }
    public string Text { get; set; } = "";
    public JobState State { get; set; }

    /// <summary>Where the result can be seen, once done.</summary>
    public string? ResultUrl { get; set; }

    public Guid StartedBy { get; set; }
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Last sign of life: work of a node that died shows as stopped.</summary>
    public DateTimeOffset TouchedAt { get; set; }
}

/// <summary>A key of ASP.NET data protection (cookies, antiforgery), encrypted with the key ring, shared by all web nodes.</summary>
public sealed class DataProtectionKeyRow : IMachinery
{
    public Guid Id { get; set; }
    public byte[] Xml { get; set; } = [];
}

internal sealed class MachineryRowsConfiguration
    : IEntityTypeConfiguration<SubmissionRow>,
        IEntityTypeConfiguration<JobRow>,
        IEntityTypeConfiguration<DataProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<SubmissionRow> builder) => builder.HasKey(s => s.Key);

    public void Configure(EntityTypeBuilder<JobRow> builder) =>
        builder.HasIndex(j => new { j.MunicipalityId, j.StartedAt });

    public void Configure(EntityTypeBuilder<DataProtectionKeyRow> builder) => builder.HasKey(k => k.Id);
}
