// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Storage;

/// <summary>A row that belongs to one municipality: every query is filtered on it, and a write for another municipality throws.</summary>
public interface IOwned
{
    Guid MunicipalityId { get; set; }
}

/// <summary>A row about a person. PostgreSQL guards these tables once more with row-level security.</summary>
public interface IAboutPerson : IOwned;

/// <summary>A row that is written once: the database refuses to change or delete it.</summary>
public interface IAppendOnly;

/// <summary>A fact that is written once and can be retracted once: the database refuses every other change, and deleting.</summary>
public interface IRetractable
{
    DateTimeOffset? RetractedAt { get; set; }

    Guid? RetractedBy { get; set; }
}

/// <summary>A row with state that two people may want to change at once. The version is set at each save and compared by the database.</summary>
public interface IVersioned
{
    Guid Version { get; set; }
}

/// <summary>A row that is machinery and not administration (progress, submitted keys): it may change without a ledger entry.</summary>
public interface IMachinery;

/// <summary>A row whose changing columns are computed from append-only rows: those rows are in the ledger, so the ledger does not repeat what follows from them.</summary>
public interface IDerived;

/// <summary>Personal content: never in the ledger chain, only in the erasable payload beside it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>A secret: the ledger says that it changed, its value is kept nowhere else.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
