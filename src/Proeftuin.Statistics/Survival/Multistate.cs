// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>Where units are over time, in stretches: from when, until when, and to which state the unit goes at the end (0 = it stays where it is). States can be left and entered again, such as assistance, work, and assistance again. R: Surv(start, stop, factor(event)) with id, and istate.</summary>
public sealed class Multistate
{
    private Multistate(int[] unit, double[] start, double[] stop, int[] to)
    {
        (Unit, Start, Stop, To) = (unit, start, stop, to);
    }

    public int Count => Unit.Length;

    internal int[] Unit { get; }

    internal double[] Start { get; }

    internal double[] Stop { get; }

    internal int[] To { get; }

    internal int[]? From { get; private init; }

    internal double[]? Weight { get; private init; }

    internal int[]? Cluster { get; private init; }

    /// <summary>Stretches of units. Every unit begins in state 0, R's "(s0)", unless <see cref="StartingIn"/> says otherwise. Throws when the lengths differ.</summary>
    /// <param name="unit">Which rows belong to one unit.</param>
    /// <param name="start">Stretches are open at the start and closed at the stop.</param>
    /// <param name="stop">The end of each stretch.</param>
    /// <param name="to">The state entered at the stop; 0 for none.</param>
    public static Multistate Of(
        IReadOnlyList<int> unit,
        IReadOnlyList<double> start,
        IReadOnlyList<double> stop,
        IReadOnlyList<int> to
    )
    {
        Vectors.SameLength(unit.Count, start.Count);
        Vectors.SameLength(unit.Count, stop.Count);
        Vectors.SameLength(unit.Count, to.Count);
        return new Multistate([.. unit], [.. start], [.. stop], [.. to]);
    }

    /// <summary>The same stretches with the state in which each unit begins, given on each of its rows (that of its first row counts). R: istate.</summary>
    public Multistate StartingIn(IReadOnlyList<int> state)
    {
        Vectors.SameLength(Count, state.Count);
        return new Multistate(Unit, Start, Stop, To)
        {
            From = [.. state],
            Weight = Weight,
            Cluster = Cluster,
        };
    }

    /// <summary>The same stretches, each counted this many times.</summary>
    public Multistate Weighted(IReadOnlyList<double> weights)
    {
        Vectors.SameLength(Count, weights.Count);
        return new Multistate(Unit, Start, Stop, To)
        {
            From = From,
            Weight = [.. weights],
            Cluster = Cluster,
        };
    }

    /// <summary>The same stretches with units that belong together for the standard error. R: cluster; the unit itself when omitted.</summary>
    public Multistate Clustered(IReadOnlyList<int> clusters)
    {
        Vectors.SameLength(Count, clusters.Count);
        return new Multistate(Unit, Start, Stop, To)
        {
            From = From,
            Weight = Weight,
            Cluster = [.. clusters],
        };
    }

    /// <summary>The rows with these numbers.</summary>
    public Multistate Rows(IReadOnlyList<int> rows) =>
        new(FollowUp.Pick(Unit, rows), FollowUp.Pick(Start, rows), FollowUp.Pick(Stop, rows), FollowUp.Pick(To, rows))
        {
            From = From is null ? null : FollowUp.Pick(From, rows),
            Weight = Weight is null ? null : FollowUp.Pick(Weight, rows),
            Cluster = Cluster is null ? null : FollowUp.Pick(Cluster, rows),
        };

    internal static Multistate OfCompeting(FollowUp data, IReadOnlyList<int>? clusters)
    {
        var start = Math.Min(0, data.ExitTimes.Min() - 1);
        var stretches = Of(
            [.. Enumerable.Range(0, data.Count)],
            data.EntryTimes ?? [.. Enumerable.Repeat(start, data.Count)],
            data.ExitTimes,
            data.Causes
        );
        stretches = data.Weights is null ? stretches : stretches.Weighted(data.Weights);
        return clusters is null ? stretches : stretches.Clustered(clusters);
    }

    internal Obstacle? Check()
    {
        if (Count == 0)
        {
            return Obstacle.EmptyGroup;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!double.IsFinite(Start[i]) || !double.IsFinite(Stop[i]) || !double.IsFinite(Weight?[i] ?? 1))
            {
                return Obstacle.NotFinite;
            }

            if (Start[i] >= Stop[i])
            {
                return Obstacle.StretchWithoutLength;
            }

            if (Weight?[i] <= 0)
            {
                return Obstacle.NonPositiveWeight;
            }
        }

        return null;
    }
}
