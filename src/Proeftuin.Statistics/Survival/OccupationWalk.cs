// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>Goes through the times of a multistate data set and keeps the probabilities of the states, with the influence of every cluster on each of them.</summary>
internal sealed class OccupationWalk
{
    private readonly StateRows rows;
    private readonly int states;
    private readonly double[] influence;
    private readonly double[] moves;
    private readonly int[] present;
    private readonly int[] placeOf;
    private int count;

    public OccupationWalk(StateRows rows)
    {
        this.rows = rows;
        states = rows.States.Length;
        Probability = new double[states];
        AtRisk = new double[states];
        Entries = new double[states];
        moves = new double[states * states];
        present = new int[rows.Data.Count];
        placeOf = new int[rows.Data.Count];
        influence = new double[rows.Clusters.Count * states];
        Start = Begin();
    }

    public double Start { get; }

    public double[] Probability { get; }

    public double[] AtRisk { get; }

    public double[] Entries { get; }

    public bool AnyMove { get; private set; }

    public double Error(int state)
    {
        double variance = 0;
        for (var place = state; place < influence.Length; place += states)
        {
            variance += influence[place] * influence[place];
        }

        return Math.Sqrt(variance);
    }

    /// <summary>Lets in who is at risk from this time on, and makes the moves of this time.</summary>
    public void Step(int k)
    {
        foreach (var row in rows.Entering[k])
        {
            placeOf[row] = count;
            present[count++] = row;
            AtRisk[rows.From[row]] += rows.WeightAt(row);
        }

        Array.Clear(Entries);
        Array.Clear(moves);
        var moved = false;
        foreach (var row in rows.Ending[k])
        {
            if (rows.Moves(row))
            {
                moved = true;
                Entries[rows.To[row]] += rows.WeightAt(row);
                moves[rows.From[row] * states + rows.To[row]] += rows.WeightAt(row);
            }
        }

        if (moved)
        {
            AnyMove = true;
            Move(k);
        }
    }

    /// <summary>Lets out who was seen until this time.</summary>
    public void Leave(int k)
    {
        foreach (var row in rows.Ending[k])
        {
            // the last one takes its place
            count--;
            present[placeOf[row]] = present[count];
            placeOf[present[count]] = placeOf[row];
            AtRisk[rows.From[row]] -= rows.WeightAt(row);
        }

        if (count == 0)
        {
            Array.Clear(AtRisk); // no dust of fractional weights
        }
    }

    /// <summary>The area under each probability up to the horizon, and its error.</summary>
    public (double[] Areas, double[] Errors) Areas(double horizon)
    {
        var (areas, sums) = (new double[states], new double[influence.Length]);
        var from = Start;
        for (var k = 0; k < rows.Grid.Count && rows.Grid.Times[k] < horizon; k++)
        {
            Pass(Math.Max(0, rows.Grid.Times[k] - from), areas, sums);
            from = Math.Max(from, rows.Grid.Times[k]);
            Step(k);
            Leave(k);
        }

        Pass(horizon - from, areas, sums);
        sums.CopyTo(influence, 0);
        return (areas, [.. Enumerable.Range(0, states).Select(Error)]);
    }

    private void Pass(double time, double[] areas, double[] sums)
    {
        Linear.Vectors.Add(areas, time, Probability);
        Linear.Vectors.Add(sums, time, influence);
    }

    private double Begin()
    {
        var (start, who) = rows.Beginning();
        double all = 0;
        foreach (var row in who)
        {
            all += rows.WeightAt(row);
            Probability[rows.From[row]] += rows.WeightAt(row);
        }

        for (var s = 0; s < states; s++)
        {
            Probability[s] /= all;
        }

        foreach (var row in who)
        {
            var place = rows.Clusters.Codes[row] * states;
            for (var s = 0; s < states; s++)
            {
                influence[place + s] += rows.WeightAt(row) * ((s == rows.From[row] ? 1 : 0) - Probability[s]) / all;
            }
        }

        return start;
    }

    private void Move(int k)
    {
        // the transition matrix of this time, row by row; a state without moves keeps everybody
        var transition = new double[states * states];
        for (var s = 0; s < states; s++)
        {
            double leaving = 0;
            for (var t = 0; t < states; t++)
            {
                var share = moves[s * states + t] > 0 ? moves[s * states + t] / AtRisk[s] : 0;
                transition[s * states + t] += share;
                leaving += share;
            }

            transition[s * states + s] += 1 - leaving;
        }

        Carry(transition);
        AddOwn(k, transition);
        var next = new double[states];
        Through(transition, Probability, next);
        next.CopyTo(Probability, 0);
    }

    private void Carry(double[] transition)
    {
        var next = new double[states];
        for (var place = 0; place < influence.Length; place += states)
        {
            var own = influence.AsSpan(place, states);
            Array.Clear(next);
            Through(transition, own, next);
            next.CopyTo(own);
        }
    }

    // each row at risk pulls the moves out of its state towards what it did itself
    private void AddOwn(int k, double[] transition)
    {
        for (var i = 0; i < count; i++)
        {
            var row = present[i];
            var s = rows.From[row];
            if (transition[s * states + s] is 1)
            {
                continue;
            }

            var goes = rows.Grid.Last[row] == k && rows.Moves(row) ? rows.To[row] : s;
            var pull = Probability[s] * rows.WeightAt(row) / AtRisk[s];
            var place = rows.Clusters.Codes[row] * states;
            for (var t = 0; t < states; t++)
            {
                influence[place + t] += pull * ((t == goes ? 1 : 0) - transition[s * states + t]);
            }
        }
    }

    private void Through(double[] transition, ReadOnlySpan<double> from, Span<double> to)
    {
        for (var s = 0; s < states; s++)
        {
            for (var t = 0; t < states; t++)
            {
                to[t] += from[s] * transition[s * states + t];
            }
        }
    }
}
