// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Matching;

/// <summary>How alike treated units and controls are on one covariate.</summary>
public sealed record BalanceOf
{
    public required double MeanTreated { get; init; }

    public required double MeanControls { get; init; }

    /// <summary>The difference in means in standard deviations of the treated before matching; null when those do not differ.</summary>
    public required double? StandardisedDifference { get; init; }

    /// <summary>Variance of the treated over that of the controls; null for noughts and ones.</summary>
    public required double? VarianceRatio { get; init; }

    /// <summary>The mean distance between the two cumulative distributions, over the values in the data.</summary>
    public required double MeanDistance { get; init; }

    /// <summary>The largest distance between them.</summary>
    public required double LargestDistance { get; init; }

    /// <summary>The mean absolute difference within pairs, standardised; null without pairs.</summary>
    public double? WithinPairs { get; init; }
}

/// <summary>One covariate before and after matching or weighting.</summary>
public sealed record BalanceRow(string Name, BalanceOf Before, BalanceOf After);

/// <summary>A point of a love plot: the absolute standardised difference before and after; the aim is below 0.1. Reference: Love (2004).</summary>
public sealed record LovePoint(string Name, double Before, double After);

/// <summary>The balance table of R's summary(matchit(...), pair.dist = TRUE). Witness: reference 13.</summary>
public static class Balance
{
    /// <summary>One row per covariate, in the order given.</summary>
    public static Answer<IReadOnlyList<BalanceRow>> Of(IReadOnlyList<Covariate> covariates, MatchedSample sample)
    {
        foreach (var covariate in covariates)
        {
            Vectors.SameLength(covariate.Values.Count, sample.Treated.Count);
        }

        var treated = Values(sample.Treated);
        var weights = Values(sample.Weights);
        var rows = new BalanceRow?[covariates.Count];
        Parallel.For(
            0,
            rows.Length,
            () => new BalanceRoom(treated.Length),
            (j, _, room) =>
            {
                var values = Values(covariates[j].Values);
                if (Vectors.AllFinite(values))
                {
                    var column = new BalanceColumn(values, treated, room);
                    rows[j] = new BalanceRow(covariates[j].Name, column.Of(null, []), column.Of(weights, sample.Sets));
                }

                return room;
            },
            _ => { }
        );
        return Array.Exists(rows, row => row is null) ? Obstacle.NotFinite : rows!;
    }

    private static T[] Values<T>(IReadOnlyList<T> list) => list as T[] ?? [.. list];

    /// <summary>The data of a love plot, the largest difference before matching first; covariates on which the treated do not differ are left out.</summary>
    public static IReadOnlyList<LovePoint> LovePlot(IReadOnlyList<BalanceRow> table) =>
        [
            .. table
                .Where(row => row.Before.StandardisedDifference is not null)
                .Select(row => new LovePoint(
                    row.Name,
                    Math.Abs(row.Before.StandardisedDifference!.Value),
                    Math.Abs(row.After.StandardisedDifference!.Value)
                ))
                .OrderByDescending(point => point.Before),
        ];
}
