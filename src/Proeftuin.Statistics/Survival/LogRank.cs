// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;
using ChiSquareDistribution = Proeftuin.Statistics.Distributions.ChiSquare;

namespace Proeftuin.Statistics.Survival;

/// <summary>How much each event counts in a log-rank test.</summary>
public abstract record RankWeight
{
    private RankWeight() { }

    /// <summary>Every event counts the same. R: survdiff(rho = 0).</summary>
    public static readonly RankWeight LogRank = new FlemingHarrington(0);

    /// <summary>Early events count more, by the survival just before them. R: survdiff(rho = 1).</summary>
    public static readonly RankWeight PetoPeto = new FlemingHarrington(1);

    /// <summary>The survival of everybody together just before the event, to this power. Reference: Harrington, Fleming (1982), Biometrika 69:553-566. R: survdiff(rho).</summary>
    public sealed record FlemingHarrington(double Rho) : RankWeight;

    /// <summary>The number at risk. Reference: Gehan (1965), Biometrika 52:203-223.</summary>
    public sealed record Gehan : RankWeight;

    /// <summary>The root of the number at risk. Reference: Tarone, Ware (1977), Biometrika 64:156-160.</summary>
    public sealed record TaroneWare : RankWeight;

    internal double At(double atRisk, double survivalBefore) =>
        this switch
        {
            FlemingHarrington { Rho: 0 } => 1,
            FlemingHarrington g => Math.Pow(survivalBefore, g.Rho),
            Gehan => atRisk,
            TaroneWare => Math.Sqrt(atRisk),
            _ => throw new InvalidOperationException("A rank weight is one of these."),
        };

    internal Method Method =>
        this switch
        {
            FlemingHarrington { Rho: 0 } => new("Log-rank", "Mantel (1966), Cancer Chemotherapy Reports 50:163-170"),
            FlemingHarrington g => new(
                $"Log-rank of the G-rho family, rho = {g.Rho.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                "Harrington, Fleming (1982), Biometrika 69:553-566"
            ),
            Gehan => new("Gehan-Breslow", "Gehan (1965), Biometrika 52:203-223"),
            TaroneWare => new("Tarone-Ware", "Tarone, Ware (1977), Biometrika 64:156-160"),
            _ => throw new InvalidOperationException("A rank weight is one of these."),
        };
}

/// <summary>Observed and expected (weighted) events per group, their covariance, and the test.</summary>
public sealed record LogRankResult
{
    /// <summary>The groups' numbers, ascending; the order of everything below.</summary>
    public required IReadOnlyList<int> Groups { get; init; }

    /// <summary>Rows per group.</summary>
    public required IReadOnlyList<long> Sizes { get; init; }

    /// <summary>Over all strata. R: obs.</summary>
    public required IReadOnlyList<double> Observed { get; init; }

    /// <summary>Over all strata. R: exp.</summary>
    public required IReadOnlyList<double> Expected { get; init; }

    /// <summary>Covariance of observed minus expected. R: var.</summary>
    public required Matrix Variance { get; init; }

    public required TestResult Test { get; init; }
}

/// <summary>Do two or more groups have the same hazard? Groups without any expected event do not count. R: survdiff. Reference: Mantel (1966); Peto, Peto (1972), JRSS A 135:185-207. Witness: reference 09 and 11.</summary>
public static class LogRank
{
    /// <summary>Not estimable with fewer than two groups at risk, without events, or with weighted rows (whose variance this formula does not give).</summary>
    /// <param name="data">Follow-up; any cause is the event.</param>
    /// <param name="groups">Group number per row.</param>
    /// <param name="weight">How events count; the plain log-rank when omitted.</param>
    /// <param name="strata">Stratum per row: groups are compared within strata only. R: strata().</param>
    public static Answer<LogRankResult> Test(
        FollowUp data,
        IReadOnlyList<int> groups,
        RankWeight? weight = null,
        IReadOnlyList<int>? strata = null
    )
    {
        Vectors.SameLength(data.Count, groups.Count);
        Vectors.SameLength(data.Count, strata?.Count ?? data.Count);
        if (data.Check() is { } why)
        {
            return why;
        }

        if (data.Weights is not null)
        {
            return Obstacle.WeightsNotSupported;
        }

        var arms = Groups.Of(groups);
        if (arms.Count < 2)
        {
            return Obstacle.TooFewGroups;
        }

        var sums = new RankSums(arms.Count, weight ?? RankWeight.LogRank);
        if (strata is null)
        {
            sums.Add(data, arms.Codes);
        }
        else
        {
            foreach (var (_, rows) in Groups.Of(strata).Members())
            {
                sums.Add(data.Rows(rows), FollowUp.Pick(arms.Codes, rows));
            }
        }

        return sums.HasStretchWithoutLength ? Obstacle.StretchWithoutLength : Judge(data, arms, sums);
    }

    private static Answer<LogRankResult> Judge(FollowUp data, Groups arms, RankSums sums)
    {
        if (!sums.Observed.Any(o => o > 0))
        {
            return Obstacle.NoEvents;
        }

        int[] compared = [.. Enumerable.Range(0, arms.Count).Where(g => sums.Expected[g] > 0)];
        if (compared.Length < 2)
        {
            return Obstacle.TooFewGroups;
        }

        int[] kept = compared[1..];
        double[] excess = [.. kept.Select(g => sums.Observed[g] - sums.Expected[g])];
        if (Cholesky.Of(sums.Variance.Part(kept, kept), 1e-12) is not { } factor)
        {
            return Obstacle.NoVariation;
        }

        var half = factor.HalfSolve(excess);
        var statistic = Vectors.Dot(half, half);
        return new LogRankResult
        {
            Groups = arms.Labels,
            Sizes = arms.Sizes(),
            Observed = sums.Observed,
            Expected = sums.Expected,
            Variance = sums.Variance,
            Test = new TestResult
            {
                Statistic = statistic,
                DegreesOfFreedom = kept.Length,
                P = ChiSquareDistribution.Upper(statistic, kept.Length),
                N = data.Count,
                Method = sums.Weight.Method,
                Assumptions = [Assumption.IndependentUnits, Assumption.CensoringSaysNothing, Assumption.LargeSample],
            },
        };
    }
}
