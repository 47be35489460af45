// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomisation;

/// <summary>The number that is compared with its own distribution under redrawing. Write one by deriving, or take one of those here. It must depend on nothing but its two arguments: it is called from several threads.</summary>
public abstract record Statistic
{
    /// <summary>The value for these outcomes and arms (equally long; arms from 0, <see cref="Declaration.NotDrawn"/> for who was not drawn); NaN when it does not exist.</summary>
    public abstract double Of(ReadOnlySpan<double> outcomes, ReadOnlySpan<int> arms);

    /// <summary>The two arms it compares; null when it looks at all arms.</summary>
    public virtual (int First, int Second)? Pair => null;

    /// <summary>Whether it is a weighted sum of the outcomes for any given arms, so that an interval follows by inversion.</summary>
    public virtual bool IsLinear => false;

    /// <summary>Mean of the first arm minus mean of the second.</summary>
    public sealed record DifferenceInMeans(int First, int Second) : Statistic
    {
        public override (int First, int Second)? Pair => (First, Second);

        public override bool IsLinear => true;

        public override double Of(ReadOnlySpan<double> outcomes, ReadOnlySpan<int> arms)
        {
            double first = 0;
            double second = 0;
            var (inFirst, inSecond) = (0, 0);
            for (var i = 0; i < arms.Length; i++)
            {
                if (arms[i] == First)
                {
                    first += outcomes[i];
                    inFirst++;
                }
                else if (arms[i] == Second)
                {
                    second += outcomes[i];
                    inSecond++;
                }
            }

            return first / inFirst - second / inSecond;
        }
    }

    /// <summary>The difference in means within every block, weighted by the number of units of the two arms in it. What ri2 gives for a blocked declaration (it weights by the inverse chance of assignment).</summary>
    public sealed record BlockedDifference(int First, int Second, IReadOnlyList<int> Blocks) : Statistic
    {
        private readonly int last = Blocks.Count == 0 ? -1 : Blocks.Max();

        public override (int First, int Second)? Pair => (First, Second);

        public override bool IsLinear => true;

        public override double Of(ReadOnlySpan<double> outcomes, ReadOnlySpan<int> arms)
        {
            var sums = new (double First, double Second, int InFirst, int InSecond)[last + 1];
            for (var i = 0; i < arms.Length; i++)
            {
                ref var sum = ref sums[Blocks[i]];
                if (arms[i] == First)
                {
                    sum.First += outcomes[i];
                    sum.InFirst++;
                }
                else if (arms[i] == Second)
                {
                    sum.Second += outcomes[i];
                    sum.InSecond++;
                }
            }

            double total = 0;
            double units = 0;
            foreach (var (first, second, inFirst, inSecond) in sums)
            {
                if (inFirst + inSecond > 0)
                {
                    total += (inFirst + inSecond) * (first / inFirst - second / inSecond);
                    units += inFirst + inSecond;
                }
            }

            return total / units;
        }
    }

    /// <summary>The difference in means divided by its standard error with unequal variances (Welch's t): keeps its level also when the arms differ in spread.</summary>
    public sealed record Studentised(int First, int Second) : Statistic
    {
        public override (int First, int Second)? Pair => (First, Second);

        public override double Of(ReadOnlySpan<double> outcomes, ReadOnlySpan<int> arms)
        {
            var (first, second) = (Moments(outcomes, arms, First), Moments(outcomes, arms, Second));
            var error = Math.Sqrt(first.Squares / (first.N - 1) / first.N + second.Squares / (second.N - 1) / second.N);
            return error > 0 ? (first.Mean - second.Mean) / error : double.NaN;
        }
    }

    /// <summary>Mean rank of the first arm minus mean rank of the second (ties share their rank): Wilcoxon's test on another scale.</summary>
    public sealed record DifferenceInRanks(int First, int Second) : Statistic
    {
        public override (int First, int Second)? Pair => (First, Second);

        public override double Of(ReadOnlySpan<double> outcomes, ReadOnlySpan<int> arms)
        {
            var playing = new List<double>();
            var labels = new List<int>();
            for (var i = 0; i < arms.Length; i++)
            {
                if (arms[i] == First || arms[i] == Second)
                {
                    playing.Add(outcomes[i]);
                    labels.Add(arms[i]);
                }
            }

            return new DifferenceInMeans(First, Second).Of(Ranks.Of([.. playing]), labels.ToArray());
        }
    }

    /// <summary>Variance between the arms over variance within (the F of a one-way analysis of variance), over everybody who was drawn.</summary>
    public sealed record BetweenArms(int Arms) : Statistic
    {
        public override double Of(ReadOnlySpan<double> outcomes, ReadOnlySpan<int> arms)
        {
            double within = 0;
            double between = 0;
            double sum = 0;
            var n = 0;
            var moments = new (double N, double Mean, double Squares)[Arms];
            for (var arm = 0; arm < Arms; arm++)
            {
                moments[arm] = Moments(outcomes, arms, arm);
                n += (int)moments[arm].N;
                sum += moments[arm].N * moments[arm].Mean;
                within += moments[arm].Squares;
            }

            foreach (var (size, mean, _) in moments)
            {
                between += size * (mean - sum / n) * (mean - sum / n);
            }

            return within > 0 ? between / (Arms - 1) / (within / (n - Arms)) : double.NaN;
        }
    }

    private static (double N, double Mean, double Squares) Moments(
        ReadOnlySpan<double> outcomes,
        ReadOnlySpan<int> arms,
        int arm
    )
    {
        var n = 0;
        double mean = 0;
        double squares = 0;
        for (var i = 0; i < arms.Length; i++)
        {
            if (arms[i] == arm)
            {
                n++;
                var distance = outcomes[i] - mean;
                mean += distance / n;
                squares += distance * (outcomes[i] - mean);
            }
        }

        return n == 0 ? (0, double.NaN, double.NaN) : (n, mean, squares);
    }
}
