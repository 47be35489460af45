// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core;

/// <summary>What is counted and drawn: a household (one benefit) or a person. They are never mixed: 571 persons were 502 benefits in Twenterand.</summary>
public enum UnitKind
{
    Household,
    Person,
}

/// <summary>A reference to one household or person in the administration; carries no personal data.</summary>
public readonly record struct UnitRef(UnitKind Kind, string Id);
