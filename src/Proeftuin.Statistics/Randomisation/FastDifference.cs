// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomisation;

/// <summary>Redraws a difference in means, or one within blocks, without making the assignments: with fixed group sizes it is a sum over random subsets.</summary>
internal static class FastDifference
{
    /// <summary>The redrawn differences, or null when the statistic or the design is another one.</summary>
    public static double[]? Of(Comparison comparison, double[] outcomes, Statistic statistic, Redrawing how) =>
        comparison.Lots.HasClusters || !comparison.Lots.FixedSizes
            ? null
            : statistic switch
            {
                Statistic.DifferenceInMeans means => Whole(comparison, outcomes, means, how),
                Statistic.BlockedDifference blocked => Blocked(comparison, outcomes, blocked, how),
                _ => null,
            };

    private static double[]? Whole(
        Comparison comparison,
        double[] outcomes,
        Statistic.DifferenceInMeans means,
        Redrawing how
    )
    {
        var blocks = new List<(SubsetSums Sums, double Factor)>();
        var first = comparison.InFirst;
        var second = (int)comparison.N - first;
        var factor = 1.0 / first + 1.0 / second;
        double sum = 0;
        foreach (var block in comparison.Lots.Blocks)
        {
            if (block.OnlyLabels is not { } labels)
            {
                return null;
            }

            var values = Array.ConvertAll(block.Members, unit => outcomes[unit]);
            sum += values.Sum();
            blocks.Add((new SubsetSums(values, labels.Count(label => label == means.First)), factor));
        }

        return Redraws.Sums(blocks, -sum / second, how);
    }

    /// <summary>Only when the blocks of the statistic are those in which lots were drawn, each with both arms: Σ nᵦ/N (S/f − (T − S)/s), S the sum over the first arm.</summary>
    private static double[]? Blocked(
        Comparison comparison,
        double[] outcomes,
        Statistic.BlockedDifference blocked,
        Redrawing how
    )
    {
        var blocks = new List<(SubsetSums Sums, double Factor)>();
        var seen = new HashSet<int>();
        double constant = 0;
        foreach (var block in comparison.Lots.Blocks.Where(b => b.Members.Length > 0))
        {
            var own = blocked.Blocks[block.Members[0]];
            var values = Array.ConvertAll(block.Members, unit => outcomes[unit]);
            var first = block.OnlyLabels?.Count(label => label == blocked.First) ?? 0;
            var second = values.Length - first;
            if (
                first == 0
                || second == 0
                || !seen.Add(own)
                || !Array.TrueForAll(block.Members, unit => blocked.Blocks[unit] == own)
            )
            {
                return null;
            }

            var share = (double)values.Length / comparison.N;
            constant -= share * values.Sum() / second;
            blocks.Add((new SubsetSums(values, first), share * (1.0 / first + 1.0 / second)));
        }

        return Redraws.Sums(blocks, constant, how);
    }
}
