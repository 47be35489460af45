// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Settlement.WhatIf;

namespace Proeftuin.App.WhatIf;

/// <summary>The invented population of the country that travels with the program: made once, because everybody who asks gets the same.</summary>
public static class MadePopulation
{
    public const int Households = 500_000;
    public const int Months = 24;
    public const int MostHouseholds = 2_000_000;
    public const ulong Seed = 2026;

    /// <summary>Only ages and children depend on it, and they are counted back from it.</summary>
    public static readonly Month Start = new(2026, 1);

    private static readonly Lazy<WhatIfPopulation> Once = new(() => Of(Households, Seed));

    public static WhatIfPopulation National => Once.Value;

    public static WhatIfPopulation Of(int households, ulong seed) =>
        SyntheticPopulation.Of(WhatIfAssumptionsFile.Shipped, households, Start, Months, seed);
}
