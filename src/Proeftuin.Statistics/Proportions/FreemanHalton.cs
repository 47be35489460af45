// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Proportions;

/// <summary>The exact test that r groups have the same proportion: the sum of all r×2 tables with these margins that are at most as probable as the observed one. Whole branches are counted or dropped at once where the bounds decide. Witness: reference 01 (omnibus).</summary>
public sealed class FreemanHalton
{
    /// <summary>More branches than this and the answer is <see cref="Obstacle.TooManyTables"/>: a few seconds of one core.</summary>
    private const long MostBranches = 50_000_000;

    private readonly Proportion[] groups;
    private readonly double[][] logChoices;
    private readonly double[][] logTotals;
    private readonly double[][] longest;
    private readonly double[][] shortest;
    private readonly double limit;
    private long branches;

    private FreemanHalton(Proportion[] groups, int events)
    {
        this.groups = groups;
        logChoices = [.. groups.Select(g => LogChoices(g.Size, events))];
        var after = new long[groups.Length + 1];
        for (var i = groups.Length - 1; i >= 0; i--)
        {
            after[i] = after[i + 1] + groups[i].Size;
        }

        logTotals = [.. after.Select(n => LogChoices(n, events))];
        longest = Paths(events, double.NegativeInfinity, Math.Max);
        shortest = Paths(events, double.PositiveInfinity, Math.Min);
        limit = groups.Select((g, i) => logChoices[i][g.Events]).Sum() + Math.Log(ExactTests.SameProbability);
    }

    /// <summary>The two-sided exact p-value for at least two groups.</summary>
    public static Answer<TestResult> Test(params ReadOnlySpan<Proportion> groups)
    {
        if (groups.Length < 2)
        {
            return Obstacle.TooFewGroups;
        }

        if (Proportion.Check(groups) is { } why)
        {
            return why;
        }

        // the rarer of "outcome" and "no outcome" makes the shorter enumeration; the p-value is the same
        var swap = 2 * groups.ToArray().Sum(g => g.Events) > groups.ToArray().Sum(g => g.Size);
        var ordered = groups
            .ToArray()
            .Select(g => swap ? g with { Events = g.Others } : g)
            .OrderBy(g => g.Size)
            .ToArray();
        var events = ordered.Sum(g => g.Events);
        if (events == 0)
        {
            return Obstacle.NoVariation;
        }

        if (events * (double)events * ordered.Length > MostBranches)
        {
            return Obstacle.TooManyTables;
        }

        var p = new FreemanHalton(ordered, (int)events).P((int)events);
        return double.IsNaN(p)
            ? Obstacle.TooManyTables
            : new TestResult
            {
                P = Math.Min(1, p),
                N = ordered.Sum(g => g.Size),
                Method = Methods.FreemanHalton,
                Assumptions = [Assumption.IndependentUnits, Assumption.MarginsFixed],
            };
    }

    private double P(int events)
    {
        var all = logTotals[0][events];
        return Below(0, events, 0, all);
    }

    /// <summary>The probability of the tables below the limit, among those whose first groups have log weight <paramref name="weight"/>.</summary>
    private double Below(int group, int left, double weight, double all)
    {
        if (weight + longest[group][left] <= limit)
        {
            return Math.Exp(weight + logTotals[group][left] - all);
        }

        if (weight + shortest[group][left] > limit)
        {
            return 0;
        }

        if (++branches > MostBranches)
        {
            return double.NaN;
        }

        double sum = 0;
        for (var k = Math.Max(0, left - SizeAfter(group)); k <= Math.Min(left, groups[group].Size); k++)
        {
            sum += Below(group + 1, left - (int)k, weight + logChoices[group][k], all);
        }

        return sum;
    }

    private long SizeAfter(int group) => groups.Skip(group + 1).Sum(g => g.Size);

    /// <summary>For every group and number of events still to deal out: the extreme of Σ ln C(n, k) over what follows.</summary>
    private double[][] Paths(int events, double worst, Func<double, double, double> better)
    {
        var paths = new double[groups.Length + 1][];
        paths[^1] = [0, .. Enumerable.Repeat(worst, events)];
        for (var i = groups.Length - 1; i >= 0; i--)
        {
            paths[i] = new double[events + 1];
            for (var left = 0; left <= events; left++)
            {
                paths[i][left] = worst;
                for (var k = 0; k <= Math.Min(left, groups[i].Size); k++)
                {
                    var rest = paths[i + 1][left - k];
                    paths[i][left] = double.IsInfinity(rest)
                        ? paths[i][left]
                        : better(paths[i][left], logChoices[i][k] + rest);
                }
            }
        }

        return paths;
    }

    /// <summary>ln C(n, k) for k = 0 … most; −∞ beyond n.</summary>
    private static double[] LogChoices(long n, int most) =>
        [
            .. Enumerable
                .Range(0, most + 1)
                .Select(k =>
                    k > n ? double.NegativeInfinity : Gamma.Log(n + 1) - Gamma.Log(k + 1) - Gamma.Log(n - k + 1)
                ),
        ];
}
