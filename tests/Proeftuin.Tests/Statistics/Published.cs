// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Proportions;

namespace Proeftuin.Tests.Statistics;

/// <summary>Wageningen's published counts as the witness files were made from them, keyed by R's code of the group.</summary>
internal static class Published
{
    public static readonly IReadOnlyDictionary<string, Proportion> Gross = new Dictionary<string, Proportion>(
        StringComparer.Ordinal
    )
    {
        ["EXP1"] = new(26, 98),
        ["EXP2"] = new(24, 94),
        ["EXP3"] = new(24, 109),
        ["EXP4"] = new(15, 91),
        ["GD"] = new(41, 382),
    };

    public static readonly IReadOnlyDictionary<string, Proportion> Net = new Dictionary<string, Proportion>(
        StringComparer.Ordinal
    )
    {
        ["EXP1"] = new(24, 98),
        ["EXP2"] = new(23, 94),
        ["EXP3"] = new(18, 109),
        ["EXP4"] = new(14, 91),
        ["GD"] = new(38, 382),
    };
}
