// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Screening;

/// <summary>What screening says about a unit. Excluded when at least one ground excludes; undetermined when none excludes and at least one cannot be judged.</summary>
public enum Verdict
{
    TargetGroup,
    Excluded,
    Undetermined,
}

/// <summary>A ground that excludes this unit and the fact that decides it, as a Dutch sentence.</summary>
public sealed record ExcludingGround(ExclusionGround Ground, string Fact);

/// <summary>A ground that could not be judged for this unit, and what is missing.</summary>
public sealed record OpenGround(ExclusionGround Ground, Refusal Why);

/// <summary>The screening of one household or person: every ground that excludes and every ground that could not be judged, in the protocol's order.</summary>
public sealed record ScreenedUnit
{
    public required UnitRef Unit { get; init; }

    /// <summary>The household to which the unit belongs; for a household the same as its own id.</summary>
    public required string Household { get; init; }

    public required string Municipality { get; init; }

    /// <summary>Pseudonyms of the persons in the unit, in ordinal order.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    public required IReadOnlyList<ExcludingGround> Excludes { get; init; }

    public required IReadOnlyList<OpenGround> Open { get; init; }

    public Verdict Verdict =>
        Excludes.Count > 0 ? Verdict.Excluded
        : Open.Count > 0 ? Verdict.Undetermined
        : Verdict.TargetGroup;
}
