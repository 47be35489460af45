// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Proeftuin.App.Storage;

/// <summary>A person as everything outside the identity store knows them: a pseudonym, stable per BSN within a municipality.</summary>
public sealed class PersonRow : IAboutPerson
{
    public Guid Id { get; set; }
    public Guid MunicipalityId { get; set; }

    /// <summary>HMAC-SHA256 of the BSN under the look-up key; useless without that key.</summary>
    [Secret]
    public byte[] BsnLookup { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Who a person is. Each value is encrypted and bound to its place.</summary>
public sealed class IdentityRow : IAboutPerson
{
    public Guid PersonId { get; set; }
    public Guid MunicipalityId { get; set; }

    [Personal]
    public byte[] Bsn { get; set; } = [];

    [Personal]
    public byte[]? Name { get; set; }

    [Personal]
    public byte[]? Address { get; set; }
}

internal sealed class IdentityRowsConfiguration
    : IEntityTypeConfiguration<PersonRow>,
        IEntityTypeConfiguration<IdentityRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder
            .HasOne<MunicipalityRow>()
            .WithMany()
            .HasForeignKey(p => p.MunicipalityId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.MunicipalityId, p.BsnLookup }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IdentityRow> builder)
    {
        builder.HasKey(i => i.PersonId);
        builder
            .HasOne<PersonRow>()
            .WithOne()
            .HasForeignKey<IdentityRow>(i => i.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
