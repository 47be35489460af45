// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomisation;

/// <summary>Redraws a difference in means without making the assignments: with fixed group sizes it is a sum over random subsets.</summary>
internal static class FastDifference
{
    /// <summary>The redrawn differences, or null when the statistic or the design is another one.</summary>
    public static double[]? Of(Comparison comparison, double[] outcomes, Statistic statistic, Redrawing how)
    {
        if (
            statistic is not Statistic.DifferenceInMeans means
            || comparison.Lots.HasClusters
            || !comparison.Lots.FixedSizes
        )
        {
            return null;
        }

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
}
