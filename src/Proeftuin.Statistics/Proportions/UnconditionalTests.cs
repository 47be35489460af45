// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Proportions;

/// <summary>Exact tests of two proportions with only the group sizes fixed: the largest probability, over all common proportions, of a table at least as extreme. Less cautious than Fisher. R's Exact::exact.test. Not estimable when everybody, or nobody, has the outcome.</summary>
public static class UnconditionalTests
{
    /// <summary>Group sizes whose product is larger are refused.</summary>
    private const double MostTables = 4e6;

    /// <summary>The common proportion is searched on this many points, and around the best ones more closely.</summary>
    private const int GridPoints = 500;
    private const int Closely = 5;

    /// <summary>Barnard's test with the pooled z as measure of extremeness; which table is more extreme is decided in whole numbers.</summary>
    public static Answer<TestResult> Barnard(Proportion first, Proportion second, Alternative alternative) =>
        Test(
            first,
            second,
            Methods.Barnard,
            () =>
            {
                var observed = new PooledScore(first.Events, second.Events, first.Size, second.Size);
                return (x, y) => observed.AtMost(new(x, y, first.Size, second.Size), alternative);
            }
        );

    /// <summary>Boschloo's test: Fisher's p-value as measure of extremeness; two-sided with Fisher's two-sided p-value, as in R's Exact (SciPy doubles the smaller side instead). Never larger than Fisher's p-value.</summary>
    public static Answer<TestResult> Boschloo(Proportion first, Proportion second, Alternative alternative) =>
        Test(
            first,
            second,
            Methods.Boschloo,
            () =>
            {
                var fisher = new FisherTable(first.Size, second.Size, alternative);
                var limit = fisher.P(first.Events, second.Events) * ExactTests.SameProbability;
                return (x, y) => fisher.P(x, y) <= limit;
            }
        );

    private static Answer<TestResult> Test(
        Proportion first,
        Proportion second,
        Method method,
        Func<Func<long, long, bool>> extreme
    )
    {
        if (Proportion.Check(first, second) is { } why)
        {
            return why;
        }

        if ((first + second).WithoutVariation)
        {
            return Obstacle.NoVariation;
        }

        return (double)first.Size * second.Size > MostTables
            ? Obstacle.TooManyTables
            : new TestResult
            {
                P = Math.Min(1, Largest(Region(first.Size, second.Size, extreme()), first.Size, second.Size)),
                N = first.Size + second.Size,
                Method = method,
                Assumptions = [Assumption.IndependentUnits],
            };
    }

    /// <summary>For every number of events in the first group the runs of the second group's number that count as extreme.</summary>
    private static (int From, int To)[][] Region(long n, long m, Func<long, long, bool> extreme)
    {
        var region = new (int, int)[n + 1][];
        var runs = new List<(int, int)>();
        for (var x = 0; x <= n; x++)
        {
            runs.Clear();
            for (var y = 0; y <= m; y++)
            {
                if (!extreme(x, y))
                {
                    continue;
                }

                var from = y;
                while (y + 1 <= m && extreme(x, y + 1))
                {
                    y++;
                }

                runs.Add((from, y + 1));
            }

            region[x] = [.. runs];
        }

        return region;
    }

    private static double Largest((int From, int To)[][] region, long n, long m)
    {
        var values = new double[GridPoints + 1];
        for (var i = 0; i <= GridPoints; i++)
        {
            values[i] = At(Place(i));
        }

        var best = Enumerable
            .Range(1, GridPoints - 1)
            .Where(i => values[i] >= values[i - 1] && values[i] >= values[i + 1])
            .OrderByDescending(i => values[i])
            .Take(Closely);
        return best.Select(i => Golden(Place(i - 1), Place(i + 1))).Append(values.Max()).Max();

        // denser near 0 and 1, where the probability of rare tables moves fast
        double Place(int i) => Math.Pow(Math.Sin(Math.PI / 2 * i / GridPoints), 2);

        double At(double p)
        {
            var sums = new double[m + 2];
            for (var y = 0; y <= m; y++)
            {
                sums[y + 1] = sums[y] + Binomial.At(y, m, p);
            }

            double total = 0;
            for (var x = 0; x <= n; x++)
            {
                double inside = 0;
                foreach (var (from, to) in region[x])
                {
                    inside += sums[to] - sums[from];
                }

                if (inside > 0)
                {
                    total += inside * Binomial.At(x, n, p);
                }
            }

            return total;
        }

        double Golden(double low, double high)
        {
            const double Part = 0.6180339887498949;
            var most = 0.0;
            for (var i = 0; i < 40; i++)
            {
                var (a, b) = (high - Part * (high - low), low + Part * (high - low));
                var (atA, atB) = (At(a), At(b));
                most = Math.Max(most, Math.Max(atA, atB));
                (low, high) = atA >= atB ? (low, b) : (a, high);
            }

            return most;
        }
    }

    /// <summary>The pooled z of a table as a fraction of whole numbers: sign, square of the numerator and what it is divided by (common factors left out).</summary>
    private readonly struct PooledScore(long x, long y, long n, long m)
    {
        private readonly Int128 difference = (Int128)x * m - (Int128)y * n;
        private readonly Int128 spread = (Int128)(x + y) * (n + m - x - y);

        /// <summary>Whether the other table is at least as extreme as this one.</summary>
        public bool AtMost(PooledScore other, Alternative alternative)
        {
            var (mine, theirs) = alternative switch
            {
                Alternative.TwoSided => (Int128.Abs(difference), Int128.Abs(other.difference)),
                Alternative.Greater => (difference, other.difference),
                Alternative.Less => (-difference, -other.difference),
            };

            // a table in which nobody or everybody has the outcome has z = 0
            var (left, right) = (Squared(mine) * Guard(other.spread), Squared(theirs) * Guard(spread));
            return right >= left;
        }

        private static Int128 Guard(Int128 spread) => spread == 0 ? 1 : spread;

        private static Int128 Squared(Int128 x) => x < 0 ? -x * x : x * x;
    }

    /// <summary>Fisher's p-value of every table with these group sizes, worked out per total of events when first asked.</summary>
    private sealed class FisherTable(long n, long m, Alternative alternative)
    {
        private readonly double[]?[] byEvents = new double[n + m + 1][];

        public double P(long x, long y)
        {
            var events = x + y;
            var all = byEvents[events] ??= Of(events);
            return all[x - Math.Max(0, events - m)];
        }

        private double[] Of(long events)
        {
            var tables = new Hypergeometric(n, m, events);
            var at = new double[tables.Highest - tables.Lowest + 1];
            for (var i = 0; i < at.Length; i++)
            {
                at[i] = tables.At(tables.Lowest + i);
            }

            return alternative switch
            {
                Alternative.TwoSided => AtMostAsProbable(at),
                Alternative.Less => Running(at),
                Alternative.Greater => [.. Running([.. at.Reverse()]).Reverse()],
            };
        }

        private static double[] Running(double[] at)
        {
            var sums = new double[at.Length];
            double sum = 0;
            for (var i = 0; i < at.Length; i++)
            {
                sum += at[i];
                sums[i] = sum;
            }

            return sums;
        }

        private static double[] AtMostAsProbable(double[] at)
        {
            var order = Enumerable.Range(0, at.Length).OrderBy(i => at[i]).ToArray();
            var p = new double[at.Length];
            double sum = 0;
            var counted = 0;
            foreach (var i in order)
            {
                while (counted < order.Length && at[order[counted]] <= at[i] * ExactTests.SameProbability)
                {
                    sum += at[order[counted++]];
                }

                p[i] = sum;
            }

            return p;
        }
    }
}
