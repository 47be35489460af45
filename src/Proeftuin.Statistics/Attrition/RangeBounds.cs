// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Attrition;

/// <summary>A lower and an upper bound for a difference in means.</summary>
public readonly record struct MeanBounds(double Lower, double Upper, long N);

/// <summary>Worst-case bounds for a difference in means of an outcome that lies between two known values, whatever the missing outcomes were. Reference: Manski (1990), American Economic Review 80:319-323. Witness: reference 15.</summary>
public static class RangeBounds
{
    /// <summary>Outcomes are only read of who was seen, and lie between <paramref name="lowest"/> and <paramref name="highest"/>.</summary>
    public static Answer<MeanBounds> Of(
        IReadOnlyList<double> outcomes,
        IReadOnlyList<bool> treated,
        IReadOnlyList<bool> seen,
        double lowest,
        double highest
    )
    {
        Vectors.SameLength(outcomes.Count, treated.Count);
        Vectors.SameLength(outcomes.Count, seen.Count);
        if (!double.IsFinite(lowest) || !double.IsFinite(highest))
        {
            return Obstacle.NotFinite;
        }

        var sum = new double[2];
        var missing = new double[2];
        var size = new double[2];
        for (var i = 0; i < outcomes.Count; i++)
        {
            var arm = treated[i] ? 1 : 0;
            size[arm]++;
            if (!seen[i])
            {
                missing[arm]++;
                continue;
            }

            if (!double.IsFinite(outcomes[i]))
            {
                return Obstacle.NotFinite;
            }

            if (outcomes[i] < lowest || outcomes[i] > highest)
            {
                return Obstacle.ValueOutsideRange;
            }

            sum[arm] += outcomes[i];
        }

        if (size[0] <= 0 || size[1] <= 0)
        {
            return Obstacle.EmptyGroup;
        }

        double Mean(int arm, double filled) => (sum[arm] + missing[arm] * filled) / size[arm];
        return new MeanBounds(Mean(1, lowest) - Mean(0, highest), Mean(1, highest) - Mean(0, lowest), outcomes.Count);
    }
}
