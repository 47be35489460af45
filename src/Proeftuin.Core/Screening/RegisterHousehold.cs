// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>One benefit with the one or two persons who receive it. Children and housemates are counted, not listed.</summary>
public sealed record RegisterHousehold
{
    /// <summary>Pseudonym, the same in every delivery.</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<RegisterPerson> Persons { get; init; }

    public HouseholdType Type { get; init; }

    public BenefitKind Benefit { get; init; }

    /// <summary>First day of the current benefit; null when the register does not know it.</summary>
    public DateOnly? BenefitSince { get; init; }

    /// <summary>Kostendelende medebewoners; null when not known.</summary>
    public int? CostSharers { get; init; }

    /// <summary>Kinderen onder 12; null when not known.</summary>
    public int? ChildrenUnder12 { get; init; }

    /// <summary>The municipality that pays the benefit (a joint experiment has several).</summary>
    public required string Municipality { get; init; }
}
