// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Proportions;

/// <summary>Two groups within one stratum (municipality, cohort, age class).</summary>
public readonly record struct Stratum(Proportion First, Proportion Second)
{
    internal double N => First.Size + Second.Size;

    internal double Events => First.Events + Second.Events;

    /// <summary>Whether blind dealing could have given the first group another number of events: only then does the stratum say anything about odds.</summary>
    internal bool Informative => First.Size > 0 && Second.Size > 0 && Events > 0 && Events < N;

    /// <summary>The expected number of events in the first group when the groups do not differ.</summary>
    internal double Expected => First.Size * Events / N;

    /// <summary>The variance of that number with all margins fixed.</summary>
    internal double Variance =>
        N <= 1 ? 0 : First.Size * (double)Second.Size * Events * (N - Events) / (N * N * (N - 1));

    /// <summary>What makes these strata unfit for any method; null when nothing does. An empty group in a stratum is fine, in all of them it is not.</summary>
    internal static Obstacle? Check(ReadOnlySpan<Stratum> strata, double level = 0.5)
    {
        if (!Confidence.IsLevel(level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        var first = new Proportion(0, 0);
        var second = new Proportion(0, 0);
        foreach (var stratum in strata)
        {
            foreach (var group in (ReadOnlySpan<Proportion>)[stratum.First, stratum.Second])
            {
                if (group.Events < 0 || group.Size < 0 || group.Events > group.Size)
                {
                    return Obstacle.CountOutsideGroup;
                }
            }

            first += stratum.First;
            second += stratum.Second;
        }

        return first.Size == 0 || second.Size == 0 ? Obstacle.EmptyGroup : null;
    }

    internal static long People(ReadOnlySpan<Stratum> strata)
    {
        long sum = 0;
        foreach (var stratum in strata)
        {
            sum += stratum.First.Size + stratum.Second.Size;
        }

        return sum;
    }

    /// <summary>Σ f over the strata that have anybody in both groups.</summary>
    internal static double Sum(ReadOnlySpan<Stratum> strata, Func<double, double, double, double, double> f)
    {
        double sum = 0;
        foreach (var s in strata)
        {
            if (s.First.Size > 0 && s.Second.Size > 0)
            {
                sum += f(s.First.Events, s.First.Size, s.Second.Events, s.Second.Size);
            }
        }

        return sum;
    }
}
