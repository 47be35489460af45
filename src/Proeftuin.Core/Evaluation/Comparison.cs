// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Proportions;

namespace Proeftuin.Core.Evaluation;

/// <summary>One or more groups of a published table taken as one, with the share that left for work.</summary>
public sealed record ComparedGroup(string Name, IReadOnlyList<string> Codes, Share Exits);

/// <summary>Two groups of a published table side by side. A comparison with people who were never drawn is not randomised, and says so.</summary>
public sealed record Comparison
{
    public required ExitMeasure Measure { get; init; }

    public required ComparedGroup First { get; init; }

    public required ComparedGroup Second { get; init; }

    /// <summary>Whether the lot decided who is in which of the two groups.</summary>
    public required bool Randomised { get; init; }

    /// <summary>First minus second, with Newcombe's interval.</summary>
    public required Outcome<Difference> Difference { get; init; }

    /// <summary>Fisher's exact test, two-sided.</summary>
    public required Outcome<Significance> Fisher { get; init; }

    /// <summary>Chi-square without correction.</summary>
    public required Outcome<Significance> ChiSquare { get; init; }

    public required double Level { get; init; }

    public Verdict Verdict =>
        (Difference, Fisher) switch
        {
            (Outcome<Difference>.Done d, Outcome<Significance>.Done p) => (
                d.Value.LeavesOutZero,
                p.Value.P < 1 - Level
            ) switch
            {
                (true, true) => Verdict.Shown,
                (false, false) => Verdict.NotShown,
                _ => Verdict.Doubtful,
            },
            _ => Verdict.NotEstimable,
        };

    public static Comparison Of(
        ExitMeasure measure,
        ComparedGroup first,
        ComparedGroup second,
        bool randomised,
        double level
    )
    {
        var a = Proportion(first.Exits);
        var b = Proportion(second.Exits);
        return new()
        {
            Measure = measure,
            First = first,
            Second = second,
            Randomised = randomised,
            Level = level,
            Difference = RiskDifference
                .Newcombe(a, b, level)
                .Named(e => new Difference(e.Value, e.Interval.Lower, e.Interval.Upper, level, e.Method.Name)),
            Fisher = ExactTests.Fisher(a, b, Alternative.TwoSided).Named(t => new Significance(t.P, t.Method.Name)),
            ChiSquare = ApproximateTests.ChiSquare(a, b).Named(t => new Significance(t.P, t.Method.Name)),
        };
    }

    internal static Proportion Proportion(Share share) => new(share.Part, share.Whole);
}
