// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Proportions;

namespace Proeftuin.Core.Evaluation.Ways;

/// <summary>On what scale an interval lies.</summary>
public enum WayScale
{
    Difference,
    Ratio,
    OddsRatio,
}

/// <summary>An interval by one method at one level.</summary>
public sealed record WayInterval(string Code, string Method, WayScale Scale, double Level, Outcome<Spread> Interval);

/// <summary>A p-value by one test, with its statistic where it has one.</summary>
public sealed record WayTest(string Code, string Method, Outcome<double> P, double? Statistic);

/// <summary>A number without an interval.</summary>
public sealed record WayNumber(string Code, string Name, Outcome<double> Value);

/// <summary>Two groups of a published table compared in every way the library knows, for who wants to see whether the choice of method matters.</summary>
public sealed record ComparedInEveryWay
{
    /// <summary>The levels at which every interval is given.</summary>
    public static readonly IReadOnlyList<double> Levels = [0.85, 0.90, 0.95, 0.99];

    public required string Outcome { get; init; }
    public required ComparedGroup First { get; init; }
    public required ComparedGroup Second { get; init; }
    public required bool Randomised { get; init; }
    public required IReadOnlyList<WayNumber> Numbers { get; init; }
    public required IReadOnlyList<WayInterval> Intervals { get; init; }
    public required IReadOnlyList<WayTest> Tests { get; init; }

    public string Name => $"{First.Name} tegenover {Second.Name}";

    internal static ComparedInEveryWay Of(string outcome, ComparedGroup first, ComparedGroup second, bool randomised)
    {
        var (a, b) = (Comparison.Proportion(first.Exits), Comparison.Proportion(second.Exits));
        return new()
        {
            Outcome = outcome,
            First = first,
            Second = second,
            Randomised = randomised,
            Numbers = NumbersOf(a, b),
            Intervals = [.. Levels.SelectMany(level => IntervalsOf(a, b, level))],
            Tests = [.. TestsOf(a, b)],
        };
    }

    private static IReadOnlyList<WayNumber> NumbersOf(Proportion a, Proportion b) =>
        [
            new("difference", "Verschil in aandelen", a.Value - b.Value),
            new("ratio", "Verhouding van aandelen", RiskRatio.Katz(a, b, 0.95).Named(e => e.Value)),
            new("odds_ratio", "Odds ratio", OddsRatio.Woolf(a, b, 0.95).Named(e => e.Value)),
            new(
                "odds_ratio_conditional_mle",
                "Odds ratio, randen gegeven",
                OddsRatio.Conditional(a, b, 0.95).Named(e => e.Value)
            ),
            new("nnt", "Hoeveel mensen voor één uitstroom meer", RiskDifference.NumberNeeded(a, b).Named(v => v)),
            new("cohen_h", "Cohens h", RiskDifference.CohenH(a, b).Named(v => v)),
            new("se_unpooled", "Standaardfout van het verschil", Math.Sqrt(Variance(a) + Variance(b))),
            new("min_expected", "Kleinste verwachte aantal", ApproximateTests.SmallestExpected(a, b).Named(v => v)),
        ];

    private static IEnumerable<WayInterval> IntervalsOf(Proportion a, Proportion b, double level)
    {
        (string, string, WayScale, Answer<Estimate>)[] all =
        [
            ("wald", "Wald", WayScale.Difference, RiskDifference.Wald(a, b, level)),
            ("wald_cc", "Wald met correctie", WayScale.Difference, RiskDifference.WaldCorrected(a, b, level)),
            ("newcombe", "Newcombe 10", WayScale.Difference, RiskDifference.Newcombe(a, b, level)),
            ("newcombe_cc", "Newcombe 11", WayScale.Difference, RiskDifference.NewcombeCorrected(a, b, level)),
            ("agresti_caffo", "Agresti-Caffo", WayScale.Difference, RiskDifference.AgrestiCaffo(a, b, level)),
            (
                "miettinen_nurminen",
                "Miettinen-Nurminen",
                WayScale.Difference,
                RiskDifference.MiettinenNurminen(a, b, level)
            ),
            ("ratio_katz_log", "Katz", WayScale.Ratio, RiskRatio.Katz(a, b, level)),
            ("odds_ratio_woolf", "Woolf", WayScale.OddsRatio, OddsRatio.Woolf(a, b, level)),
            (
                "odds_ratio_fisher_conditional",
                "exact, randen gegeven",
                WayScale.OddsRatio,
                OddsRatio.Conditional(a, b, level)
            ),
        ];
        return all.Select(w => new WayInterval(
            w.Item1,
            w.Item2,
            w.Item3,
            level,
            w.Item4.Named(e => new Spread(e.Interval.Lower, e.Interval.Upper))
        ));
    }

    private static IEnumerable<WayTest> TestsOf(Proportion a, Proportion b)
    {
        (string, string, Answer<TestResult>)[] all =
        [
            ("p_z_unpooled", "z, eigen varianties", ApproximateTests.UnpooledZ(a, b, Alternative.TwoSided)),
            ("p_z_pooled", "z, gezamenlijke variantie", ApproximateTests.PooledZ(a, b, Alternative.TwoSided)),
            ("p_chi2", "chi-kwadraat", ApproximateTests.ChiSquare(a, b)),
            ("p_chi2_yates", "chi-kwadraat met Yates", ApproximateTests.ChiSquareYates(a, b)),
            ("p_g", "G-toets", ApproximateTests.LikelihoodRatio(a, b)),
            ("p_fisher_two_sided", "Fisher", ExactTests.Fisher(a, b, Alternative.TwoSided)),
            ("p_fisher_greater", "Fisher, eerste hoger", ExactTests.Fisher(a, b, Alternative.Greater)),
            ("p_fisher_less", "Fisher, eerste lager", ExactTests.Fisher(a, b, Alternative.Less)),
            ("p_midp_greater", "mid-p, eerste hoger", ExactTests.MidP(a, b, Alternative.Greater)),
            ("p_midp_two_sided_doubled", "mid-p", ExactTests.MidP(a, b, Alternative.TwoSided)),
            ("p_permutation_exact_abs_difference", "lot uitgeteld", ExactTests.Permutation(a, b)),
        ];
        return all.Select(t => new WayTest(
            t.Item1,
            t.Item2,
            t.Item3.Named(r => r.P),
            t.Item3.Match(r => r.Statistic, _ => null)
        ));
    }

    private static double Variance(Proportion p) => p.Value * (1 - p.Value) / p.Size;
}
