// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>Tests and intervals that need no model: the lots are drawn again as they were declared, and the observed number is compared with what those draws would have given had nobody's outcome depended on his arm. A comparison of two arms redraws only among the units of those two; who was not drawn stays outside. Reference: Fisher (1935); Rosenbaum (2002), Observational Studies, chapter 2. Witnesses: reference 07 and 19.</summary>
public static class RandomisationInference
{
    /// <summary>The p-value of the hypothesis that the first arm adds exactly <paramref name="effect"/> to everybody's outcome (0: no effect on anybody). Outcomes: one finite number per unit, not used of units outside the comparison. Arms: from 0, <see cref="Declaration.NotDrawn"/> for who was not drawn.</summary>
    public static Answer<RandomisationTest> Test(
        IReadOnlyList<double> outcomes,
        IReadOnlyList<int> arms,
        Declaration declaration,
        Statistic statistic,
        Redrawing? how = null,
        double effect = 0
    )
    {
        how ??= new Redrawing();
        return Comparison
            .Of(outcomes, arms, declaration, statistic.Pair)
            .Then(comparison => Test(comparison, comparison.Without(effect, statistic.Pair), statistic, how));
    }

    /// <summary>The effects of the first arm that the two-sided test does not reject, as one interval; its ends are those effects themselves, not steps of a grid. For statistics that add up outcomes (the differences in means).</summary>
    public static Answer<Estimate> Interval(
        IReadOnlyList<double> outcomes,
        IReadOnlyList<int> arms,
        Declaration declaration,
        Statistic statistic,
        double level,
        Redrawing? how = null
    )
    {
        how ??= new Redrawing();
        if (statistic.Pair is not { } pair || !statistic.IsLinear)
        {
            throw new ArgumentException("An interval needs a difference in means.", nameof(statistic));
        }

        if (!Confidence.IsLevel(level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        return Comparison
            .Of(outcomes, arms, declaration, pair)
            .Then(comparison => Interval(comparison, statistic, pair.First, level, how));
    }

    private static Answer<Estimate> Interval(
        Comparison comparison,
        Statistic statistic,
        int first,
        double level,
        Redrawing how
    )
    {
        double[] treated = [.. comparison.Arms.Select(arm => arm == first ? 1.0 : 0.0)];
        var observed = statistic.Of(comparison.Outcomes, comparison.Arms);
        Func<int[], double>[] both =
        [
            drawn => statistic.Of(comparison.Outcomes, drawn),
            drawn => statistic.Of(treated, drawn),
        ];
        var exact = comparison.Lots.Count <= how.ExactUpTo;
        var (values, weights) = exact
            ? Redraws.All(comparison.Lots, both)
            : (Redraws.Some(comparison.Lots, both, how), null);
        var interval = Inversion.Of(observed, values[0], values[1], weights, level, exact);
        return new Estimate
        {
            Value = observed,
            Interval = interval,
            N = comparison.N,
            Method = Methods.Inversion,
            Assumptions = [Assumption.DrawnAsDeclared, Assumption.SharpNull],
            Warnings = double.IsFinite(interval.Lower + interval.Upper) ? [] : [Warning.EstimateAtTheEdge],
        };
    }

    private static Answer<RandomisationTest> Test(
        Comparison comparison,
        double[] outcomes,
        Statistic statistic,
        Redrawing how
    )
    {
        var observed = statistic.Of(outcomes, comparison.Arms);
        if (!double.IsFinite(observed))
        {
            return Obstacle.NoVariation;
        }

        var (values, weights, method) = Draw(comparison, outcomes, statistic, how);
        var setAside = values.Count(double.IsNaN);
        if (setAside > 0)
        {
            weights = weights is null ? null : [.. weights.Where((_, i) => !double.IsNaN(values[i]))];
            values = Array.FindAll(values, value => !double.IsNaN(value));
        }

        var all = new NullDistribution(values, weights);
        if (all.IsDegenerate)
        {
            return Obstacle.DegenerateNull;
        }

        var slack = all.Slack(observed);
        double P(Func<double, bool> counts) =>
            method != Methods.MonteCarlo ? all.Share(counts) : (1 + all.Weight(counts)) / (1 + values.Length);
        var greater = P(value => value >= observed - slack);
        var less = P(value => value <= observed + slack);
        var p = how.Alternative switch
        {
            Alternative.TwoSided => P(value => Math.Abs(value) >= Math.Abs(observed) - slack),
            Alternative.Greater => greater,
            Alternative.Less => less,
        };
        return new RandomisationTest
        {
            Observed = observed,
            P = p,
            PGreater = greater,
            PLess = less,
            MonteCarloError = method == Methods.MonteCarlo ? Math.Sqrt(p * (1 - p) / values.Length) : null,
            Draws = method == Methods.Hypergeometric ? comparison.Lots.Count : values.Length,
            N = comparison.N,
            Null = all,
            Method = method,
            Assumptions = [Assumption.DrawnAsDeclared, Assumption.SharpNull],
            Warnings = setAside > 0 ? [Warning.EmptyArmsSetAside] : [],
        };
    }

    private static (double[] Values, double[]? Weights, Method Method) Draw(
        Comparison comparison,
        double[] outcomes,
        Statistic statistic,
        Redrawing how
    )
    {
        if (how.ExactUpTo > 0 && ZeroOne(comparison, outcomes, statistic) is { } counted)
        {
            return (counted.Values, counted.Weights, Methods.Hypergeometric);
        }

        Func<int[], double>[] one = [arms => statistic.Of(outcomes, arms)];
        if (comparison.Lots.Count <= how.ExactUpTo)
        {
            var (values, weights) = Redraws.All(comparison.Lots, one);
            return (values[0], comparison.Lots.EquallyProbable ? null : weights, Methods.Exact);
        }

        return (
            FastDifference.Of(comparison, outcomes, statistic, how) ?? Redraws.Some(comparison.Lots, one, how)[0],
            null,
            Methods.MonteCarlo
        );
    }

    /// <summary>A difference in means of a 0/1 outcome in one complete draw: its distribution is hypergeometric, so everything is enumerated whatever the size.</summary>
    private static (double[] Values, double[] Weights)? ZeroOne(
        Comparison comparison,
        double[] outcomes,
        Statistic statistic
    )
    {
        if (
            statistic is not Statistic.DifferenceInMeans
            || comparison.Lots.HasClusters
            || comparison.Lots.Blocks is not [{ OnlyLabels: not null } block]
            || !Array.TrueForAll(block.Members, unit => outcomes[unit] is 0 or 1)
        )
        {
            return null;
        }

        var events = block.Members.Count(unit => outcomes[unit] > 0);
        var first = comparison.InFirst;
        var second = (int)comparison.N - first;
        if (Hypergeometric.TooMany(first, second, events))
        {
            return null;
        }

        var deal = new Hypergeometric(first, second, events);
        var values = new double[deal.Highest - deal.Lowest + 1];
        var weights = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var k = deal.Lowest + i;
            values[i] = (double)k / first - (double)(events - k) / second;
            weights[i] = deal.At(k);
        }

        return (values, weights);
    }
}

/// <summary>Outcomes, arms and lots of a comparison whose design has been found to fit.</summary>
internal sealed record Comparison(double[] Outcomes, int[] Arms, Lots Lots, long N, int InFirst)
{
    public static Answer<Comparison> Of(
        IReadOnlyList<double> outcomes,
        IReadOnlyList<int> arms,
        Declaration declaration,
        (int First, int Second)? pair
    )
    {
        Vectors.SameLength(outcomes.Count, arms.Count);
        var lots = Reading.Of(declaration);
        if (lots is null || lots.DrawUnits(arms) is not { } seen)
        {
            return Obstacle.DesignDoesNotFit;
        }

        bool Plays(int arm) => pair is { } p ? arm == p.First || arm == p.Second : arm != Declaration.NotDrawn;
        int[] playing = [.. arms.Index().Where(a => Plays(a.Item)).Select(a => a.Index)];
        var inFirst = pair is { } two ? arms.Count(arm => arm == two.First) : playing.Length;
        if (playing.Length == 0 || (pair is not null && (inFirst == 0 || inFirst == playing.Length)))
        {
            return Obstacle.EmptyGroup;
        }

        var values = outcomes.ToArray();
        if (Array.Exists(playing, i => !double.IsFinite(values[i])))
        {
            return Obstacle.NotFinite;
        }

        if (Array.TrueForAll(playing, i => values[i].Equals(values[playing[0]])))
        {
            return Obstacle.NoVariation;
        }

        var among = lots.Among(seen, Plays);
        return among.Count > 1
            ? new Comparison(values, [.. arms], among, playing.Length, inFirst)
            : Obstacle.DegenerateNull;
    }

    /// <summary>The outcomes as they would be had the first arm not added this effect.</summary>
    public double[] Without(double effect, (int First, int Second)? pair)
    {
        if (pair is not { } two)
        {
            return Outcomes;
        }

        var without = (double[])Outcomes.Clone();
        for (var i = 0; i < without.Length; i++)
        {
            without[i] -= Arms[i] == two.First ? effect : 0;
        }

        return without;
    }
}
