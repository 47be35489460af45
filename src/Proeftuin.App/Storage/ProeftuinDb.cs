// SPDX-License-Identifier: EUPL-1.2
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Proeftuin.App.Ledger;

namespace Proeftuin.App.Storage;

/// <summary>The one model, on two databases. Opened by <see cref="Work"/>; a save without a ledger entry throws.</summary>
public abstract class ProeftuinDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whose rows are visible. Empty: no municipality's.</summary>
    public Guid MunicipalityId { get; internal set; }

    /// <summary>The ledger entry being written in this transaction; null when this is not a write.</summary>
    internal LedgerDraft? Draft { get; set; }

    internal abstract bool IsSqlite { get; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ProeftuinDb).Assembly);
        foreach (var type in modelBuilder.Model.GetEntityTypes().ToList())
        {
            if (type.GetComplexProperties().Any() || type.IsOwned())
            {
                throw new InvalidOperationException(
                    $"{type.ClrType.Name}: rows are flat, so that the ledger sees every field."
                );
            }

            type.SetTableName(type.ClrType.Name[..^"Row".Length]);
            // Ids are made by the program; the empty id is one too: the chain of the system itself.
            foreach (var key in type.FindPrimaryKey()!.Properties.Where(p => p.ClrType == typeof(Guid)))
            {
                key.ValueGenerated = ValueGenerated.Never;
            }

            if (typeof(IVersioned).IsAssignableFrom(type.ClrType))
            {
                modelBuilder.Entity(type.ClrType).Property<Guid>(nameof(IVersioned.Version)).IsConcurrencyToken();
            }

            if (typeof(IOwned).IsAssignableFrom(type.ClrType))
            {
                FilterMethod.MakeGenericMethod(type.ClrType).Invoke(this, [modelBuilder]);
            }
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        ChangeGuard.Check(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        ChangeGuard.Check(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>();

    private static readonly MethodInfo FilterMethod = typeof(ProeftuinDb).GetMethod(
        nameof(OnlyOwn),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    private void OnlyOwn<TRow>(ModelBuilder builder)
        where TRow : class, IOwned =>
        builder.Entity<TRow>().HasQueryFilter(row => row.MunicipalityId == MunicipalityId);
}

/// <summary>The embedded database: one file.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : ProeftuinDb(options)
{
    internal override bool IsSqlite => true;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    /// <summary>Times as UTC ticks: sorts well, and no bit of the stored number is without meaning.</summary>
    private sealed class UtcTicks()
        : ValueConverter<DateTimeOffset, long>(
            time => time.UtcTicks,
            ticks => new DateTimeOffset(ticks, TimeSpan.Zero)
        );
}

/// <summary>The database of production and of several web nodes.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : ProeftuinDb(options)
{
    internal override bool IsSqlite => false;
}
