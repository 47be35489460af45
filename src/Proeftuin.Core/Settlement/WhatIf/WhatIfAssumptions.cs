// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>What an invented population is made of. Shares are in tenths of a per cent of what stands before "of".</summary>
public sealed record WhatIfAssumptions
{
    /// <summary>The sentence that says they are made up; shown with every outcome.</summary>
    public required string Warning { get; init; }

    /// <summary>The share of each household type; together everybody.</summary>
    public required IReadOnlyList<(HouseholdType Type, int Share)> Types { get; init; }

    /// <summary>Households with one and with two housemates who share the costs.</summary>
    public required int OneCostSharer { get; init; }
    public required int TwoCostSharers { get; init; }

    /// <summary>Persons of 21 up to 26.</summary>
    public required int Under27 { get; init; }

    /// <summary>Persons for whom the municipality decided that an exemption helps.</summary>
    public required int Decided { get; init; }
    public required int HoursLimited { get; init; }
    public required int WageSubsidy { get; init; }

    /// <summary>Of those in the target group of wage subsidy.</summary>
    public required int MoreHoursNotPossible { get; init; }

    /// <summary>Persons with pay in a month.</summary>
    public required int Works { get; init; }

    /// <summary>Of those with pay, who has none the next month. As many begin, so that the share with pay stays the same.</summary>
    public required int StopsEachMonth { get; init; }

    /// <summary>Jobs whose pay is different every month, up to a fifth more or less.</summary>
    public required int VaryingPay { get; init; }

    /// <summary>Net pay a month at the lowest, at each tenth and at the highest: eleven amounts that do not fall.</summary>
    public required IReadOnlyList<Eur> Pay { get; init; }

    /// <summary>Persons who used all months of n before; the others used none up to all but one, each equally often.</summary>
    public required int NUsedUp { get; init; }

    /// <summary>What each number rests on, for the reader.</summary>
    public required IReadOnlyList<WhatIfGround> Grounds { get; init; }
}

/// <summary>One assumption in words, with its source and how sure it is.</summary>
public sealed record WhatIfGround(string What, string Value, string Source, string Confidence);
