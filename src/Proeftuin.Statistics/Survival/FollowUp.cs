// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>What was seen of each unit: until when, how it ended (0 = nothing happened yet, otherwise a cause), from when (delayed entry, start-stop rows) and with which weight. R: Surv(time, status) or Surv(start, stop, status). A unit is at risk at t when entry &lt; t ≤ exit. Arrays are kept as they are given, not copied.</summary>
public sealed class FollowUp
{
    private FollowUp(double[] exit, int[] cause, double[]? entry, double[]? weight) =>
        (ExitTimes, Causes, EntryTimes, Weights) = (exit, cause, entry, weight);

    public int Count => ExitTimes.Length;

    /// <summary>Until when each unit was seen.</summary>
    public IReadOnlyList<double> Exit => ExitTimes;

    /// <summary>0 = still going when last seen; otherwise what happened.</summary>
    public IReadOnlyList<int> Cause => Causes;

    internal double[] ExitTimes { get; }

    internal int[] Causes { get; }

    internal double[]? EntryTimes { get; }

    internal double[]? Weights { get; }

    /// <summary>One kind of event. Throws when the lengths differ.</summary>
    public static FollowUp Of(IReadOnlyList<double> time, IReadOnlyList<bool> happened)
    {
        var cause = new int[happened.Count];
        for (var i = 0; i < cause.Length; i++)
        {
            cause[i] = happened[i] ? 1 : 0;
        }

        return Of(time, cause);
    }

    /// <summary>Competing causes: 0 for nothing, otherwise the number of the cause. Throws when the lengths differ.</summary>
    public static FollowUp Of(IReadOnlyList<double> time, IReadOnlyList<int> cause)
    {
        Vectors.SameLength(time.Count, cause.Count);
        return new FollowUp(Array(time), Array(cause), null, null);
    }

    /// <summary>The same units, seen only from these times on. A row then stands for a stretch of time; a unit may have several.</summary>
    public FollowUp From(IReadOnlyList<double> entry)
    {
        Vectors.SameLength(Count, entry.Count);
        return new FollowUp(ExitTimes, Causes, Array(entry), Weights);
    }

    /// <summary>The same units, each counted this many times.</summary>
    public FollowUp Weighted(IReadOnlyList<double> weights)
    {
        Vectors.SameLength(Count, weights.Count);
        return new FollowUp(ExitTimes, Causes, EntryTimes, Array(weights));
    }

    /// <summary>The same units with one cause as the event; other causes count as no longer seen (cause-specific).</summary>
    public FollowUp Only(int cause) =>
        new(ExitTimes, System.Array.ConvertAll(Causes, c => c == cause ? 1 : 0), EntryTimes, Weights);

    /// <summary>The rows with these numbers.</summary>
    public FollowUp Rows(IReadOnlyList<int> rows) =>
        new(
            Pick(ExitTimes, rows),
            Pick(Causes, rows),
            EntryTimes is null ? null : Pick(EntryTimes, rows),
            Weights is null ? null : Pick(Weights, rows)
        );

    internal bool HasFractionalWeights => Weights is not null && System.Array.Exists(Weights, w => w != Math.Floor(w));

    internal double Weight(int row) => Weights is null ? 1 : Weights[row];

    /// <summary>What makes these rows unusable, if anything.</summary>
    internal Obstacle? Check()
    {
        if (Count == 0)
        {
            return Obstacle.EmptyGroup;
        }

        if (!AllFinite(ExitTimes) || !AllFinite(EntryTimes) || !AllFinite(Weights))
        {
            return Obstacle.NotFinite;
        }

        for (var i = 0; i < (EntryTimes?.Length ?? 0); i++)
        {
            if (EntryTimes![i] >= ExitTimes[i])
            {
                return Obstacle.StretchWithoutLength;
            }
        }

        for (var i = 0; i < (Weights?.Length ?? 0); i++)
        {
            if (Weights![i] <= 0)
            {
                return Obstacle.NonPositiveWeight;
            }
        }

        return null;
    }

    internal static T[] Pick<T>(T[] from, IReadOnlyList<int> rows)
    {
        var picked = new T[rows.Count];
        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = from[rows[i]];
        }

        return picked;
    }

    private static T[] Array<T>(IReadOnlyList<T> list) => list as T[] ?? [.. list];

    private static bool AllFinite(double[]? values)
    {
        foreach (var value in values ?? [])
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
