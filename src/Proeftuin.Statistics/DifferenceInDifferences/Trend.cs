// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.DifferenceInDifferences;

/// <summary>The methods under the names and references by which results carry them, and what all of them take for granted.</summary>
internal static class Trend
{
    public static readonly Method TwoWay = new(
        "two-way fixed effects",
        "Wooldridge (2010), Econometric Analysis of Cross Section and Panel Data, chapter 10"
    );
    public static readonly Method GroupTime = new(
        "group-time effects",
        "Callaway, Sant'Anna (2021), Journal of Econometrics 225:200-230"
    );

    public static readonly IReadOnlyList<Assumption> Assumed =
    [
        Assumption.ParallelTrends,
        Assumption.IndependentUnits,
        Assumption.LargeSample,
    ];
}
