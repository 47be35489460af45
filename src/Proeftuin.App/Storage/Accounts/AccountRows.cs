// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Storage;

/// <summary>A municipality: a tenant. Fictional ones hold no real people and may be opened with a password alone.</summary>
public sealed class MunicipalityRow
{
    public Guid Id { get; set; }
    public string Name { get; set; } = "";
    public bool IsFictional { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Someone who signs in. What they may do is in the role grants, per municipality.</summary>
public sealed class AccountRow : IVersioned
{
    public Guid Id { get; set; }

    /// <summary>The municipality whose administrator made the account.</summary>
    public Guid HomeMunicipalityId { get; set; }

    [Personal]
    public string Name { get; set; } = "";

    [Personal]
    public string NormalizedName { get; set; } = "";

    [Secret]
    public string PasswordHash { get; set; } = "";

    [Secret]
    public string SecurityStamp { get; set; } = "";

    public bool MustChangePassword { get; set; }
    public bool HasSecondFactor { get; set; }

    /// <summary>Encrypted with the key ring.</summary>
    [Secret]
    public byte[]? AuthenticatorKey { get; set; }

    [Secret]
    public string? RecoveryCodes { get; set; }

    /// <summary>Hash of the last accepted code: a code works once.</summary>
    [Secret]
    public string? LastCode { get; set; }

    public int FailedAttempts { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public Guid Version { get; set; }
}

/// <summary>A role that an account holds in a municipality, until it is withdrawn.</summary>
public sealed class RoleGrantRow : IOwned
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }
    public Guid AccountId { get; set; }
    public Role Role { get; set; }
    public DateTimeOffset GrantedAt { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
}

internal sealed class AccountRowsConfiguration
    : IEntityTypeConfiguration<MunicipalityRow>,
        IEntityTypeConfiguration<AccountRow>,
        IEntityTypeConfiguration<RoleGrantRow>
{
    public void Configure(EntityTypeBuilder<MunicipalityRow> builder) => builder.HasIndex(m => m.Name).IsUnique();

    public void Configure(EntityTypeBuilder<AccountRow> builder)
    {
        builder.HasIndex(a => a.NormalizedName).IsUnique();
        builder
            .HasOne<MunicipalityRow>()
            .WithMany()
            .HasForeignKey(a => a.HomeMunicipalityId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoleGrantRow> builder)
    {
        builder
            .HasOne<MunicipalityRow>()
            .WithMany()
            .HasForeignKey(g => g.MunicipalityId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(g => new
            {
                g.AccountId,
                g.MunicipalityId,
                g.Role,
            })
            .IsUnique()
            .HasFilter("\"WithdrawnAt\" IS NULL");
    }
}
