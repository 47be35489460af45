// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Matching;

/// <summary>A named number per unit that is balanced or matched on.</summary>
public sealed record Covariate(string Name, IReadOnlyList<double> Values)
{
    /// <summary>A categorical covariate as one column of noughts and ones per level, named name + level in the order of the levels, as MatchIt shows it.</summary>
    public static IReadOnlyList<Covariate> Levels(string name, IReadOnlyList<string> values) =>
        [
            .. values
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(level => new Covariate(name + level, [.. values.Select(v => v == level ? 1.0 : 0.0)])),
        ];
}
