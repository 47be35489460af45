// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>The household type (leefvorm) that decides the benefit norm.</summary>
public enum HouseholdType
{
    Unknown,

    /// <summary>Alleenstaande.</summary>
    SinglePerson,

    /// <summary>Alleenstaande ouder.</summary>
    SingleParent,

    /// <summary>Gehuwd of een gezamenlijke huishouding: one benefit, two persons.</summary>
    Couple,
}
