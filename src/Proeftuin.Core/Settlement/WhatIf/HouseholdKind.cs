// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>What decides which exemptions a person can have, as it is during the whole calculation.</summary>
/// <param name="Decided">The municipality decided that an exemption helps this person towards work.</param>
/// <param name="HoursLimited">Medically limited in hours (art. 31 lid 2 under y).</param>
/// <param name="WageSubsidy">In the target group of wage subsidy (z).</param>
/// <param name="MoreHoursNotPossible">The municipality decided that more hours are not possible (aa).</param>
public sealed record WhatIfTraits(bool Decided, bool HoursLimited, bool WageSubsidy, bool MoreHoursNotPossible)
{
    public static readonly WhatIfTraits Usual = new(true, false, false, false);
}

/// <summary>Households that differ only in ages, earnings and months used: their type, how many housemates share the costs, and the traits of the person and the partner.</summary>
public sealed record HouseholdKind(HouseholdType Type, int CostSharers, WhatIfTraits Person, WhatIfTraits? Partner)
{
    public bool Couple => Type is HouseholdType.Couple;
}

/// <summary>One person: the month on whose first day a next year of life is full, the months of each exemption already used, and the net pay of each month.</summary>
public sealed record WhatIfPerson(Month Born, UsedMonths Used, IReadOnlyList<Eur> Net);

/// <summary>Months used before the first month: of n, and gone by of r, z and art. 34a.</summary>
public readonly record struct UsedMonths(byte N, byte R, byte Z, byte Article34a)
{
    internal int Of(ExemptionKind kind) =>
        kind switch
        {
            ExemptionKind.N => N,
            ExemptionKind.R => R,
            ExemptionKind.Z => Z,
            ExemptionKind.Article34a => Article34a,
            ExemptionKind.Arm
            or ExemptionKind.Y
            or ExemptionKind.Aa
            or ExemptionKind.Article34aHoursLimited
            or ExemptionKind.Article34aStatePension => 0,
        };
}

/// <summary>One household as it goes into the calculation; the month of birth of the youngest child where there is one.</summary>
public sealed record WhatIfHousehold(
    HouseholdKind Kind,
    Month? YoungestChild,
    WhatIfPerson Person,
    WhatIfPerson? Partner
);
