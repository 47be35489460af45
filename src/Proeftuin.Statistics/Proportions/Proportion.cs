// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Proportions;

/// <summary>A group of which some have an outcome: 26 of 98. Nothing is checked here; every method answers <see cref="Obstacle"/> for counts that cannot be.</summary>
public readonly record struct Proportion(long Events, long Size)
{
    public double Value => (double)Events / Size;

    public long Others => Size - Events;

    /// <summary>Two groups taken together.</summary>
    public static Proportion operator +(Proportion a, Proportion b) => new(a.Events + b.Events, a.Size + b.Size);

    internal double Variance => Value * (1 - Value) / Size;

    internal bool WithoutVariation => Events == 0 || Events == Size;

    /// <summary>What makes these groups unfit for any method; null when nothing does.</summary>
    internal static Obstacle? Check(params ReadOnlySpan<Proportion> groups)
    {
        foreach (var group in groups)
        {
            if (group.Events < 0 || group.Size < 0 || group.Events > group.Size)
            {
                return Obstacle.CountOutsideGroup;
            }

            if (group.Size == 0)
            {
                return Obstacle.EmptyGroup;
            }
        }

        return null;
    }

    internal static Obstacle? Check(double level, params ReadOnlySpan<Proportion> groups) =>
        Confidence.IsLevel(level) ? Check(groups) : Obstacle.LevelOutsideZeroToOne;
}
