// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Sequential;

/// <summary>The difference between two groups with its large-sample error.</summary>
internal readonly record struct Contrast(double Value, double Error, double DegreesOfFreedom, long N)
{
    public static Answer<Contrast> Of(GroupMean first, GroupMean second, DifferenceScale scale)
    {
        if (first.Size < 1 || second.Size < 1)
        {
            return Obstacle.EmptyGroup;
        }

        if (!Finite(first) || !Finite(second))
        {
            return Obstacle.NotFinite;
        }

        if (scale is DifferenceScale.Relative && second.Mean == 0)
        {
            return Obstacle.ZeroCell;
        }

        // the delta method for a ratio leaves the Welch degrees of freedom of the difference alone
        var (a, b) = (first.Variance / first.Size, second.Variance / second.Size);
        var ratio = first.Mean / second.Mean;
        var (value, variance) =
            scale is DifferenceScale.Absolute
                ? (first.Mean - second.Mean, a + b)
                : ((first.Mean - second.Mean) / second.Mean, (a + ratio * ratio * b) / (second.Mean * second.Mean));
        var spread = a * a / (first.Size - 1) + b * b / (second.Size - 1);
        return variance > 0
            ? new Contrast(value, Math.Sqrt(variance), (a + b) * (a + b) / spread, first.Size + second.Size)
            : Obstacle.NoVariation;
    }

    private static bool Finite(GroupMean group) =>
        double.IsFinite(group.Mean) && double.IsFinite(group.Variance) && group.Variance >= 0;
}
