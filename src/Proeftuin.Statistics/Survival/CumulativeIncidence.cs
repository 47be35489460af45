// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>For each competing cause the probability that it has happened by a time, and the probability that nothing has; together they are one at every time.</summary>
public sealed record IncidenceCurves
{
    /// <summary>Distinct exit times, ascending.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    public required IReadOnlyList<double> AtRisk { get; init; }

    /// <summary>The probability that nothing has happened yet. R: pstate of "(s0)".</summary>
    public required IReadOnlyList<double> Free { get; init; }

    public required IReadOnlyList<double> FreeError { get; init; }

    /// <summary>In ascending order of the causes' numbers.</summary>
    public required IReadOnlyList<CauseCurve> Causes { get; init; }

    public required long N { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; } =
    [Assumption.IndependentUnits, Assumption.CensoringSaysNothing];

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>The place of the last step up to a time; −1 before the first, when nothing has happened to anybody.</summary>
    public int StepAt(double time) => Steps.LastUpTo(Times, time);

    public CauseCurve Of(int cause) => Causes.Single(c => c.Cause == cause);
}

/// <summary>The cumulative incidence of one cause.</summary>
public sealed record CauseCurve
{
    public required int Cause { get; init; }

    public required IReadOnlyList<double> Events { get; init; }

    /// <summary>R: pstate, cuminc()$est.</summary>
    public required IReadOnlyList<double> Incidence { get; init; }

    /// <summary>Infinitesimal jackknife. R: survfit()$std.err.</summary>
    public required IReadOnlyList<double> StandardError { get; init; }

    /// <summary>Aalen's variance, with the correction for ties that cmprsk uses; null where rows are weighted, clustered or enter late. R: cuminc()$var. Reference: Aalen (1978), Annals of Statistics 6:534-545.</summary>
    public required IReadOnlyList<double>? AalenVariance { get; init; }

    public required double Level { get; init; }

    /// <summary>Incidence at the i-th time with a plain interval, cut off at 0 and 1.</summary>
    public Interval Interval(int i)
    {
        var half = Confidence.CriticalValue(Level) * StandardError[i];
        return new Interval(Math.Max(0, Incidence[i] - half), Math.Min(1, Incidence[i] + half), Level);
    }
}

/// <summary>Aalen-Johansen cumulative incidence of competing causes. One minus Kaplan-Meier of a single cause says too much, because it lets people who left another way still have the event. R: survfit(Surv(t, factor(cause)) ~ 1), cmprsk::cuminc. Reference: Aalen, Johansen (1978), Scandinavian Journal of Statistics 5:141-150. Witness: reference 11.</summary>
public static class CumulativeIncidence
{
    private static readonly Method AalenJohansen = new(
        "Aalen-Johansen cumulative incidence",
        "Aalen, Johansen (1978), Scandinavian Journal of Statistics 5:141-150"
    );

    /// <summary>Not estimable without rows, with numbers that are not finite, weights that are not positive, or stretches without length.</summary>
    public static Answer<IncidenceCurves> Of(FollowUp data, CurveOptions? options = null)
    {
        options ??= new CurveOptions();
        if (!Confidence.IsLevel(options.Level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        if (data.Check() is { } why)
        {
            return why;
        }

        return data.Weights is null && data.EntryTimes is null && options.Clusters is null
            ? Simple(data, options)
            : Occupation.Of(Multistate.OfCompeting(data, options.Clusters)).Map(o => FromStates(data, o, options));
    }

    /// <summary>Curves for each group, in ascending order of the groups' numbers.</summary>
    public static IReadOnlyList<(int Group, Answer<IncidenceCurves> Curves)> ByGroup(
        FollowUp data,
        IReadOnlyList<int> groups,
        CurveOptions? options = null
    )
    {
        Linear.Vectors.SameLength(data.Count, groups.Count);
        options ??= new CurveOptions();
        return [.. Groups.Of(groups).Members().Select(g => (g.Label, Of(data.Rows(g.Rows), options.ForRows(g.Rows))))];
    }

    private static IncidenceCurves Simple(FollowUp data, CurveOptions options)
    {
        var grid = TimeGrid.Of(data.ExitTimes, null);
        var sets = RiskSets.Of(data, grid);
        var causes = Causes(data);
        var events = Count(data, grid, causes);
        var (before, free, freeError) = (new double[grid.Count], new double[grid.Count], new double[grid.Count]);
        var (s, greenwood) = (1.0, 0.0);
        for (var k = 0; k < grid.Count; k++)
        {
            var (n, d) = (sets.AtRisk[k], sets.Events[k]);
            before[k] = s;
            s *= (n - d) / n;
            greenwood += d > 0 && n > d ? d / (n * (n - d)) : 0;
            (free[k], freeError[k]) = (s, s * Math.Sqrt(greenwood));
        }

        return new IncidenceCurves
        {
            Times = grid.Times,
            AtRisk = sets.AtRisk,
            Free = free,
            FreeError = freeError,
            Causes = [.. causes.Select((cause, c) => Curve(cause, events[c], sets, before, free, options))],
            N = data.Count,
            Method = AalenJohansen,
            Warnings = sets.EventRows == 0 ? [Warning.NoEvents] : [],
        };
    }

    private static CauseCurve Curve(
        int cause,
        double[] events,
        RiskSets sets,
        double[] before,
        double[] free,
        CurveOptions options
    )
    {
        var count = events.Length;
        var (incidence, error, aalen) = (new double[count], new double[count], new double[count]);
        var (jackknife, counting) = (new IncidenceVariance(), new IncidenceVariance());
        double f = 0;
        for (var k = 0; k < count; k++)
        {
            var (n, own) = (sets.AtRisk[k], events[k]);
            var others = sets.Events[k] - own;
            f += before[k] * own / n;
            if (own + others > 0)
            {
                var size = before[k] * before[k] / (n * n);
                jackknife.Add(size, own, others, (own + others) / n, f, free[k]);
                counting.AddSeparately(size, Spread(own, n), Spread(others, n), f, free[k]);
            }

            incidence[k] = f;
            error[k] = Math.Sqrt(jackknife.At(f));
            aalen[k] = counting.At(f);
        }

        return new CauseCurve
        {
            Cause = cause,
            Events = events,
            Incidence = incidence,
            StandardError = error,
            AalenVariance = aalen,
            Level = options.Level,
        };
    }

    // d events drawn from n without replacement
    private static double Spread(double d, double n) => d > 1 ? d * (n - d) / (n - 1) : d;

    private static int[] Causes(FollowUp data)
    {
        var seen = new SortedSet<int>();
        var last = 0;
        foreach (var cause in data.Causes)
        {
            if (cause != 0 && cause != last)
            {
                seen.Add(cause);
                last = cause;
            }
        }

        return [.. seen];
    }

    private static double[][] Count(FollowUp data, TimeGrid grid, int[] causes)
    {
        var events = new double[causes.Length][];
        for (var c = 0; c < causes.Length; c++)
        {
            events[c] = new double[grid.Count];
        }

        var place = causes.Length > 0 && causes[0] > 0 && causes[^1] < 256 ? new int[causes[^1] + 1] : null;
        for (var c = 0; c < causes.Length && place is not null; c++)
        {
            place[causes[c]] = c;
        }

        for (var i = 0; i < data.Count; i++)
        {
            var cause = data.Causes[i];
            if (cause != 0)
            {
                events[place is null ? Array.BinarySearch(causes, cause) : place[cause]][grid.Last[i]]++;
            }
        }

        return events;
    }

    private static IncidenceCurves FromStates(FollowUp data, OccupationCurves curves, CurveOptions options)
    {
        var free = curves.States.ToList().IndexOf(0);
        return new IncidenceCurves
        {
            Times = curves.Times,
            AtRisk = curves.AtRisk[free],
            Free = curves.Probability[free],
            FreeError = curves.StandardError[free],
            Causes =
            [
                .. curves
                    .States.Select((state, s) => (state, s))
                    .Where(c => c.state != 0)
                    .Select(c => new CauseCurve
                    {
                        Cause = c.state,
                        Events = curves.Entries[c.s],
                        Incidence = curves.Probability[c.s],
                        StandardError = curves.StandardError[c.s],
                        AalenVariance = null,
                        Level = options.Level,
                    }),
            ],
            N = data.Count,
            Method = AalenJohansen,
            Warnings = curves.Warnings,
        };
    }
}

/// <summary>The variance of a cumulative incidence F at its present height: each step in the past adds a square in F, so three running sums are enough.</summary>
internal struct IncidenceVariance
{
    private double constant;
    private double linear;
    private double square;

    /// <summary>One step of the jackknife: size · (own·(1 − g)² + others·g² − (own − all·g)²/n), with g = (F − f)/S the share of those still free that the cause has claimed since.</summary>
    public void Add(double size, double own, double others, double rate, double f, double free)
    {
        var all = own + others;
        // Σ d·a² − (Σ d·a)²/n, with a = 1 − g for the cause's own events and −g for the others
        Quadratic(
            size * (own - own * own * rate / all),
            size * (-2 * own + 2 * own * rate),
            size * (all - all * rate),
            f,
            free
        );
    }

    /// <summary>One step by Aalen: the cause's own events and the others vary by themselves.</summary>
    public void AddSeparately(double size, double own, double others, double f, double free)
    {
        if (free > 0)
        {
            Quadratic(size * own, size * -2 * own, size * (own + others), f, free);
        }
        else
        {
            constant += size * own;
        }
    }

    /// <summary>The variance when the incidence stands at F.</summary>
    public readonly double At(double incidence) => Math.Max(0, constant + incidence * (linear + incidence * square));

    // a + b·g + c·g² with g = (F − f)/S
    private void Quadratic(double a, double b, double c, double f, double free)
    {
        constant += a;
        if (free > 0)
        {
            constant += -b * f / free + c * f * f / (free * free);
            linear += b / free - 2 * c * f / (free * free);
            square += c / (free * free);
        }
    }
}
