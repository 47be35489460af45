// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Multiplicity;

/// <summary>P-values after correction for the number of comparisons, in the order in which they were given. Witness: reference 03.</summary>
public sealed record AdjustedP
{
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>The number of comparisons corrected for.</summary>
    public required int Comparisons { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>Corrects p-values. <paramref name="comparisons"/> may be larger than their number, when some planned comparisons could not be computed (R's n). Not estimable when a p-value does not lie in 0..1 or there are none.</summary>
    public static Answer<AdjustedP> Of(IReadOnlyList<double> p, Correction correction, int? comparisons = null)
    {
        var m = comparisons ?? p.Count;
        ArgumentOutOfRangeException.ThrowIfLessThan(m, p.Count, nameof(comparisons));
        if (p.Count == 0)
        {
            return Obstacle.TooFewGroups;
        }

        foreach (var value in p)
        {
            if (!(value >= 0 && value <= 1))
            {
                return Obstacle.ProbabilityOutsideZeroToOne;
            }
        }

        return new AdjustedP
        {
            Values = Adjusted([.. p], correction, m),
            Comparisons = m,
            Method = MethodOf(correction),
            Assumptions = AssumptionsOf(correction),
        };
    }

    private static double[] Adjusted(double[] p, Correction correction, int m) =>
        correction switch
        {
            Correction.None => p,
            Correction.Bonferroni => Array.ConvertAll(p, x => Math.Min(1, m * x)),
            Correction.Sidak => Array.ConvertAll(p, x => Sidak(x, m)),
            Correction.Holm => Ascending(p, (x, rank) => (m + 1 - rank) * x),
            Correction.HolmSidak => Ascending(p, (x, rank) => Sidak(x, m + 1 - rank)),
            Correction.Hochberg => Descending(p, (x, rank) => (m + 1 - rank) * x),
            Correction.BenjaminiHochberg => Descending(p, (x, rank) => (double)m / rank * x),
            Correction.BenjaminiYekutieli => Descending(p, (x, rank) => Harmonic(m) * m / rank * x),
            Correction.Hommel => Hommel(p, m),
        };

    /// <summary>1 − (1 − p)^m without loss for small p.</summary>
    private static double Sidak(double p, int m) => -Precise.ExpMinusOne(m * Precise.LogOnePlus(-p));

    private static double Harmonic(int m)
    {
        double sum = 0;
        for (var i = 1; i <= m; i++)
        {
            sum += 1.0 / i;
        }

        return sum;
    }

    /// <summary>From the smallest p-value up: never smaller than one before.</summary>
    private static double[] Ascending(double[] p, Func<double, int, double> raised)
    {
        var order = Order(p);
        var result = new double[p.Length];
        double largest = 0;
        for (var i = 0; i < order.Length; i++)
        {
            largest = Math.Max(largest, raised(p[order[i]], i + 1));
            result[order[i]] = Math.Min(1, largest);
        }

        return result;
    }

    /// <summary>From the largest p-value down: never larger than one after.</summary>
    private static double[] Descending(double[] p, Func<double, int, double> raised)
    {
        var order = Order(p);
        var result = new double[p.Length];
        double smallest = 1;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            smallest = Math.Min(smallest, raised(p[order[i]], i + 1));
            result[order[i]] = smallest;
        }

        return result;
    }

    /// <summary>Hommel (1988) in the form of Wright (1992), Biometrics 48:1005-1013; planned comparisons that are not there count as p = 1.</summary>
    private static double[] Hommel(double[] given, int m)
    {
        var order = Order(given);
        var p = new double[m];
        Array.Fill(p, 1);
        for (var i = 0; i < order.Length; i++)
        {
            p[i] = given[order[i]];
        }

        var least = double.PositiveInfinity;
        for (var i = 0; i < m; i++)
        {
            least = Math.Min(least, m * p[i] / (i + 1));
        }

        var adjusted = new double[m];
        Array.Fill(adjusted, least);
        for (var size = m - 1; size >= 2; size--)
        {
            var split = m - size + 1;
            var tail = double.PositiveInfinity;
            for (var i = split; i < m; i++)
            {
                tail = Math.Min(tail, size * p[i] / (i - split + 2));
            }

            // those after the split take the value of the last one before it
            var last = Math.Min(size * p[split - 1], tail);
            for (var i = 0; i < m; i++)
            {
                adjusted[i] = Math.Max(adjusted[i], i < split ? Math.Min(size * p[i], tail) : last);
            }
        }

        var result = new double[given.Length];
        for (var i = 0; i < order.Length; i++)
        {
            result[order[i]] = Math.Min(1, Math.Max(adjusted[i], p[i]));
        }

        return result;
    }

    private static int[] Order(double[] p)
    {
        var keys = (double[])p.Clone();
        int[] order = [.. Enumerable.Range(0, p.Length)];
        Array.Sort(keys, order);
        return order;
    }

    private static Method MethodOf(Correction correction) =>
        correction switch
        {
            Correction.None => new("no correction", "-"),
            Correction.Bonferroni => new("Bonferroni", "Dunn (1961), JASA 56:52-64"),
            Correction.Holm => new("Holm", "Holm (1979), Scandinavian Journal of Statistics 6:65-70"),
            Correction.Hochberg => new("Hochberg", "Hochberg (1988), Biometrika 75:800-802"),
            Correction.Hommel => new("Hommel", "Hommel (1988), Biometrika 75:383-386"),
            Correction.BenjaminiHochberg => new("Benjamini-Hochberg", "Benjamini, Hochberg (1995), JRSS B 57:289-300"),
            Correction.BenjaminiYekutieli => new(
                "Benjamini-Yekutieli",
                "Benjamini, Yekutieli (2001), Annals of Statistics 29:1165-1188"
            ),
            Correction.Sidak => new("Šidák", "Šidák (1967), JASA 62:626-633"),
            Correction.HolmSidak => new("Holm-Šidák", "Holland, Copenhaver (1987), Biometrics 43:417-423"),
        };

    private static IReadOnlyList<Assumption> AssumptionsOf(Correction correction) =>
        correction switch
        {
            Correction.None or Correction.Bonferroni or Correction.Holm or Correction.BenjaminiYekutieli => [],
            Correction.Sidak or Correction.HolmSidak => [Assumption.IndependentTests],
            Correction.Hochberg or Correction.Hommel or Correction.BenjaminiHochberg =>
            [
                Assumption.PositivelyDependentTests,
            ],
        };
}
