// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Matching;

/// <summary>Greedy nearest-neighbour matching for the effect on the treated: in turn every treated unit takes the nearest control that is free. The same pairs as a plain search through all controls. Reference: Ho, Imai, King, Stuart (2011), Journal of Statistical Software 42:8; R: matchit(method = "nearest"). Witness: reference 13.</summary>
public static class NearestNeighbour
{
    private static readonly Method OnScore = new(
        "nearest neighbour on a score",
        "Ho, Imai, King, Stuart (2011), Journal of Statistical Software 42:8"
    );

    private static readonly Method OnMahalanobis = new(
        "nearest neighbour on Mahalanobis distance",
        "Rubin (1980), Biometrics 36:293-298"
    );

    /// <summary>Matches on the absolute difference of one score per unit, usually the propensity score.</summary>
    public static Answer<MatchedSample> OfScores(
        IReadOnlyList<double> scores,
        IReadOnlyList<bool> treated,
        MatchOptions? options = null
    )
    {
        options ??= new MatchOptions();
        if (Refused([scores], treated, options) is { } why)
        {
            return why;
        }

        var strata = Controls(scores, treated, options);
        var limit = options.Caliper * Deviation(scores) ?? double.PositiveInfinity;
        return Matched(
            scores,
            treated,
            options,
            OnScore,
            (unit, own) =>
            {
                if (!strata.TryGetValue(options.Exact?[unit] ?? 0, out var controls))
                {
                    return null;
                }

                var nearest = controls.Nearest(scores[unit], unit, options.Replacement && own.Count > 0 ? own : null);
                if (nearest is not { } found || !(found.Distance <= limit))
                {
                    return null;
                }

                if (!options.Replacement)
                {
                    controls.Take(found.Place);
                }

                return (found.Unit, found.Distance);
            }
        );
    }

    /// <summary>The controls of each exact stratum, in order of score; one stratum when none were asked.</summary>
    private static Dictionary<int, NearestControls> Controls(
        IReadOnlyList<double> scores,
        IReadOnlyList<bool> treated,
        MatchOptions options
    )
    {
        var units = new Dictionary<int, List<int>>();
        for (var i = 0; i < treated.Count; i++)
        {
            if (!treated[i])
            {
                var stratum = options.Exact?[i] ?? 0;
                if (!units.TryGetValue(stratum, out var own))
                {
                    units[stratum] = own = [];
                }

                own.Add(i);
            }
        }

        return units.ToDictionary(
            stratum => stratum.Key,
            stratum =>
            {
                int[] own = [.. stratum.Value];
                return new NearestControls(Array.ConvertAll(own, i => scores[i]), own, options.Ties);
            }
        );
    }

    /// <summary>Matches on the Mahalanobis distance over covariates, with the covariance within the groups (MatchIt's "mahalanobis"); covariates that follow from others add nothing. With scores, those give the order and the caliper; without, the order is that of the data and a caliper is refused.</summary>
    public static Answer<MatchedSample> OfCovariates(
        IReadOnlyList<Covariate> covariates,
        IReadOnlyList<bool> treated,
        MatchOptions? options = null,
        IReadOnlyList<double>? scores = null
    )
    {
        options ??= new MatchOptions();
        if (scores is null && options.Caliper is not null)
        {
            throw new ArgumentException("A caliper needs a score.", nameof(options));
        }

        List<IReadOnlyList<double>> all = [.. covariates.Select(c => c.Values)];
        if (scores is not null)
        {
            all.Add(scores);
        }

        if (Refused(all, treated, options) is { } why)
        {
            return why;
        }

        if (Whitened.Of(covariates, treated) is not { } places)
        {
            return Obstacle.NoVariation;
        }

        var limit = scores is null
            ? double.PositiveInfinity
            : options.Caliper * Deviation(scores) ?? double.PositiveInfinity;
        var free = treated.Select(t => !t).ToArray();
        return Matched(
            scores,
            treated,
            options,
            OnMahalanobis,
            (unit, own) =>
            {
                var best = -1;
                var least = double.PositiveInfinity;
                for (var i = 0; i < free.Length; i++)
                {
                    if (!free[i] || (options.Exact is { } exact && exact[i] != exact[unit]))
                    {
                        continue;
                    }

                    var distance = places.Squared(unit, i, least);
                    if (
                        distance < least
                        && !own.Contains(i)
                        && (scores is null || Math.Abs(scores[i] - scores[unit]) <= limit)
                    )
                    {
                        (best, least) = (i, distance);
                    }
                }

                if (best < 0)
                {
                    return null;
                }

                free[best] = options.Replacement;
                return (best, Math.Sqrt(least));
            }
        );
    }

    /// <summary>Rounds of choosing: everybody a first control, then a second.</summary>
    private static Answer<MatchedSample> Matched(
        IReadOnlyList<double>? scores,
        IReadOnlyList<bool> treated,
        MatchOptions options,
        Method method,
        Func<int, List<int>, (int Control, double Distance)?> choose
    )
    {
        int[] units = [.. Enumerable.Range(0, treated.Count).Where(i => treated[i])];
        int[] order = options.Order switch
        {
            MatchOrder.Largest when scores is not null => [.. units.OrderByDescending(i => scores[i])],
            MatchOrder.Smallest when scores is not null => [.. units.OrderBy(i => scores[i])],
            _ => units,
        };
        var chosen = units.ToDictionary(unit => unit, _ => new List<int>());
        double total = 0;
        for (var round = 0; round < options.Ratio; round++)
        {
            foreach (var unit in order)
            {
                // who found nobody in one round will find nobody in the next
                if (chosen[unit].Count == round && choose(unit, chosen[unit]) is { } found)
                {
                    chosen[unit].Add(found.Control);
                    total += found.Distance;
                }
            }
        }

        MatchedSet[] sets = [.. units.Where(u => chosen[u].Count > 0).Select(u => new MatchedSet(u, chosen[u]))];
        if (sets.Length == 0)
        {
            return Obstacle.NothingMatched;
        }

        return new MatchedSample
        {
            Treated = treated,
            Weights = MatchedSample.WeightsOf(treated, sets),
            Sets = sets,
            Reused = options.Replacement,
            TotalDistance = total,
            Method = method,
        };
    }

    private static Obstacle? Refused(
        IReadOnlyList<IReadOnlyList<double>> values,
        IReadOnlyList<bool> treated,
        MatchOptions options
    )
    {
        foreach (var column in values)
        {
            Vectors.SameLength(column.Count, treated.Count);
        }

        Vectors.SameLength(options.Exact?.Count ?? treated.Count, treated.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Ratio, 1, nameof(options));
        return !treated.Contains(true) || !treated.Contains(false) ? Obstacle.EmptyGroup
            : values.Any(column => !column.All(double.IsFinite)) || options.Caliper is { } c && !double.IsFinite(c)
                ? Obstacle.NotFinite
            : options.Caliper < 0 ? Obstacle.ValueOutsideRange
            : null;
    }

    private static double Deviation(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }
}
