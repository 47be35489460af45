// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>For each state the probability of being in it at each time: the net picture, in which who went out and came back counts as back.</summary>
public sealed class OccupationCurves
{
    internal OccupationCurves(StateRows rows, double level) => (Source, Level) = (rows, level);

    /// <summary>Distinct times at which a stretch ends, ascending.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    /// <summary>The states' numbers, ascending: the order of everything below.</summary>
    public required IReadOnlyList<int> States { get; init; }

    /// <summary>Per state the probability after each time. R: pstate.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Probability { get; init; }

    /// <summary>Per state its infinitesimal-jackknife error, by unit or cluster. R: std.err.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> StandardError { get; init; }

    /// <summary>Per state the weighted number in it just before each time. R: n.risk.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> AtRisk { get; init; }

    /// <summary>Per state the weighted number that enters it at each time. R: n.event.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Entries { get; init; }

    /// <summary>Where the curves begin, and the distribution over the states there. R: p0.</summary>
    public required double Start { get; init; }

    public required IReadOnlyList<double> AtStart { get; init; }

    /// <summary>Units.</summary>
    public required long N { get; init; }

    public required Method Method { get; init; }

    public double Level { get; }

    public IReadOnlyList<Assumption> Assumptions { get; } =
    [Assumption.IndependentUnits, Assumption.CensoringSaysNothing];

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    internal StateRows Source { get; }

    /// <summary>The place of the last step up to a time; −1 before the first.</summary>
    public int StepAt(double time) => Steps.LastUpTo(Times, time);

    /// <summary>The probability of a state at any time, with a plain interval cut off at 0 and 1. R: summary(fit, times).</summary>
    public Estimate At(int state, double time)
    {
        var s = States.ToList().IndexOf(state);
        ArgumentOutOfRangeException.ThrowIfNegative(s, nameof(state));
        var step = StepAt(time);
        var (value, error) = step < 0 ? (AtStart[s], 0) : (Probability[s][step], StandardError[s][step]);
        return Result(value, error, 1, Method);
    }

    /// <summary>For each state the expected time spent in it from the start to a horizon. R: rmean of survfit for multistate data. Reference: Andersen, Borgan, Gill, Keiding (1993), section IV.4.</summary>
    public Answer<IReadOnlyList<Estimate>> TimeInState(double horizon)
    {
        if (!double.IsFinite(horizon))
        {
            return Obstacle.NotFinite;
        }

        if (horizon <= Start)
        {
            return Obstacle.StretchWithoutLength;
        }

        var (areas, errors) = new OccupationWalk(Source).Areas(horizon);
        return (Answer<IReadOnlyList<Estimate>>)
            new Answer<IReadOnlyList<Estimate>>.Estimated([
                .. areas.Select((a, s) => Result(a, errors[s], horizon - Start, Occupation.ExpectedTime)),
            ]);
    }

    private Estimate Result(double value, double error, double most, Method method)
    {
        var half = Confidence.CriticalValue(Level) * error;
        return new Estimate
        {
            Value = value,
            StandardError = error,
            Interval = new Interval(Math.Max(0, value - half), Math.Min(most, value + half), Level),
            N = N,
            Method = method,
            Assumptions = Assumptions,
            Warnings = Warnings,
        };
    }
}

/// <summary>The Aalen-Johansen estimate of being in each state. R: survfit with id (and istate). Reference: Aalen, Johansen (1978), Scandinavian Journal of Statistics 5:141-150; errors: Therneau, Crowson, Atkinson, Multi-state models and competing risks (vignette of survival). Witness: reference 12.</summary>
public static class Occupation
{
    internal static readonly Method ExpectedTime = new(
        "Expected time in state (Aalen-Johansen)",
        "Andersen, Borgan, Gill, Keiding (1993), section IV.4"
    );

    private static readonly Method AalenJohansen = new(
        "Aalen-Johansen state occupation with the infinitesimal jackknife",
        "Aalen, Johansen (1978), Scandinavian Journal of Statistics 5:141-150"
    );

    /// <summary>Not estimable without rows, with numbers that are not finite, weights that are not positive, or stretches of a unit that overlap or have no length.</summary>
    public static Answer<OccupationCurves> Of(Multistate data, double level = 0.95) =>
        !Confidence.IsLevel(level)
            ? Obstacle.LevelOutsideZeroToOne
            : StateRows.Of(data).Map(rows => Curves(rows, level));

    /// <summary>Curves for each group, in ascending order of the groups' numbers.</summary>
    public static IReadOnlyList<(int Group, Answer<OccupationCurves> Curves)> ByGroup(
        Multistate data,
        IReadOnlyList<int> groups,
        double level = 0.95
    )
    {
        Vectors.SameLength(data.Count, groups.Count);
        return [.. Groups.Of(groups).Members().Select(g => (g.Label, Of(data.Rows(g.Rows), level)))];
    }

    private static OccupationCurves Curves(StateRows rows, double level)
    {
        var walk = new OccupationWalk(rows);
        var (states, times) = (rows.States.Length, rows.Grid.Count);
        double[][] Table() => [.. Enumerable.Range(0, states).Select(_ => new double[times])];
        var (probability, error, atRisk, entries) = (Table(), Table(), Table(), Table());
        double[] atStart = [.. walk.Probability];
        for (var k = 0; k < times; k++)
        {
            walk.Step(k);
            for (var s = 0; s < states; s++)
            {
                probability[s][k] = walk.Probability[s];
                error[s][k] = walk.Error(s);
                atRisk[s][k] = walk.AtRisk[s];
                entries[s][k] = walk.Entries[s];
            }

            walk.Leave(k);
        }

        return new OccupationCurves(rows, level)
        {
            Times = rows.Grid.Times,
            States = rows.States,
            Probability = probability,
            StandardError = error,
            AtRisk = atRisk,
            Entries = entries,
            Start = walk.Start,
            AtStart = atStart,
            N = rows.Data.Unit.Distinct().LongCount(),
            Method = AalenJohansen,
            Warnings = walk.AnyMove ? [] : [Warning.NoEvents],
        };
    }
}
