// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>Multistate rows with the state of every row worked out from the rows before it, on a grid of times.</summary>
internal sealed class StateRows
{
    private StateRows(Multistate data, TimeGrid grid, int[] states, int[] from)
    {
        (Data, Grid, States, From) = (data, grid, states, from);
        Clusters = Groups.Of(data.Cluster ?? data.Unit);
        To = Array.ConvertAll(data.To, to => to == 0 ? -1 : Array.BinarySearch(states, to));
        Ending = RowInfluence.ByTime(grid.Last, grid.Count);
        Entering = RowInfluence.ByTime(grid.First!, grid.Count);
    }

    public Multistate Data { get; }

    public TimeGrid Grid { get; }

    /// <summary>The states' numbers, ascending.</summary>
    public int[] States { get; }

    /// <summary>Per row the place of the state it is in.</summary>
    public int[] From { get; }

    /// <summary>Per row the place of the state it goes to; −1 for none.</summary>
    public int[] To { get; }

    public Groups Clusters { get; }

    /// <summary>Per time the rows that end then.</summary>
    public int[][] Ending { get; }

    /// <summary>Per time the rows at risk for the first time.</summary>
    public int[][] Entering { get; }

    public double WeightAt(int row) => Data.Weight?[row] ?? 1;

    /// <summary>A row ends in another state than it was in. Moving to the state one is in already is no move.</summary>
    public bool Moves(int row) => To[row] >= 0 && To[row] != From[row];

    public static Answer<StateRows> Of(Multistate data)
    {
        if (data.Check() is { } why)
        {
            return why;
        }

        var grid = TimeGrid.Of(data.Stop, data.Start);
        if (grid.HasStretchWithoutLength)
        {
            return Obstacle.StretchWithoutLength;
        }

        var current = new int[data.Count];
        var byStart = StableOrder.Of(data.Start);
        var last = new Dictionary<int, int>();
        foreach (var row in byStart)
        {
            if (last.TryGetValue(data.Unit[row], out var before))
            {
                if (grid.First![row] <= grid.Last[before])
                {
                    return Obstacle.OverlappingStretches;
                }

                current[row] = data.To[before] == 0 ? current[before] : data.To[before];
            }
            else
            {
                current[row] = data.From?[row] ?? 0;
            }

            last[data.Unit[row]] = row;
        }

        int[] states = [.. current.Concat(data.To.Where(t => t != 0)).Distinct().Order()];
        return new StateRows(data, grid, states, Array.ConvertAll(current, c => Array.BinarySearch(states, c)));
    }

    /// <summary>Where the curves begin, and the rows whose states make up the beginning: everybody when all begin in one state; otherwise those there at the common start, or at the first move.</summary>
    public (double Start, int[] Rows) Beginning()
    {
        var first = new Dictionary<int, int>();
        for (var row = 0; row < Data.Count; row++)
        {
            if (!first.TryGetValue(Data.Unit[row], out var other) || Data.Start[row] < Data.Start[other])
            {
                first[Data.Unit[row]] = row;
            }
        }

        int[] firsts = [.. first.Values.Order()];
        var earliest = firsts.Min(r => Data.Start[r]);
        if (firsts.All(r => From[r] == From[firsts[0]]) || firsts.All(r => Data.Start[r] <= earliest))
        {
            return (earliest, firsts);
        }

        int[] moves = [.. Enumerable.Range(0, Data.Count).Where(Moves)];
        var at = moves.Length > 0 ? moves.Min(r => Grid.Last[r]) : 0;
        return (
            Grid.Times[at],
            [.. Enumerable.Range(0, Data.Count).Where(r => Grid.First![r] <= at && Grid.Last[r] >= at)]
        );
    }
}
