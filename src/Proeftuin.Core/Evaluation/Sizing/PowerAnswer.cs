// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Power;

namespace Proeftuin.Core.Evaluation.Sizing;

/// <summary>Power of one size for one difference; null where it cannot be computed.</summary>
public sealed record PowerPoint(int PerGroup, decimal Difference, double? Power);

/// <summary>
/// What a plan with equal groups can and cannot detect, one arm against the control group, two-sided. By formula: two proportions with the normal
/// approximation (Fleiss, Levin, Paik 2003, chapter 4; R: power.prop.test with strict = TRUE). Witness: reference 16.
/// </summary>
public sealed record PowerAnswer
{
    private static readonly int[] RoundSizes = [50, 100, 150, 200, 300, 400, 500, 700, 1000, 1500, 2000, 3000, 5000];
    private static readonly decimal[] RoundDifferences = [2, 3, 5, 7.5m, 10, 15, 20];

    public required PowerPlan Plan { get; init; }

    /// <summary>The chance to find the difference of the plan.</summary>
    public required Outcome<double> Power { get; init; }

    /// <summary>The smallest rise, in percentage points, that the plan finds with the power wanted.</summary>
    public required Outcome<double> SmallestDifference { get; init; }

    /// <summary>People per group with which the difference of the plan is found with the power wanted; rounded up.</summary>
    public required Outcome<long> PeopleNeeded { get; init; }

    /// <summary>Power against the difference, for the plan's own size: the curve.</summary>
    public required IReadOnlyList<PowerPoint> Curve { get; init; }

    /// <summary>Round sizes and the plan's own, from small to large, each with the smallest difference it finds.</summary>
    public required IReadOnlyList<(int PerGroup, Outcome<double> SmallestDifference)> BySize { get; init; }

    /// <summary>Power for round sizes (rows) and round differences (columns).</summary>
    public required IReadOnlyList<IReadOnlyList<PowerPoint>> Grid { get; init; }

    public static Outcome<PowerAnswer> Of(PowerPlan asked) => asked.Checked().Map(Answer);

    private static PowerAnswer Answer(PowerPlan plan)
    {
        var sizes = RoundSizes.Append(plan.PerGroup).Distinct().Order().ToArray();
        var differences = RoundDifferences.Append(plan.Difference).Distinct().Order().ToArray();
        return new PowerAnswer
        {
            Plan = plan,
            Power = Formula(plan).Power(plan.PerGroup, Part(plan.Difference), Assumed(plan)).Named(p => p.Power),
            SmallestDifference = Smallest(plan, plan.PerGroup),
            PeopleNeeded = Formula(plan)
                .Size(Part(plan.Difference), Part(plan.Wanted), Assumed(plan))
                .Named(p => (long)Math.Ceiling(p.Size - 1e-9)),
            Curve = [.. CurveDifferences(plan).Select(d => Point(plan, plan.PerGroup, d))],
            BySize = [.. sizes.Select(n => (n, Smallest(plan, n)))],
            Grid = [.. sizes.Select(n => (IReadOnlyList<PowerPoint>)[.. differences.Select(d => Point(plan, n, d))])],
        };
    }

    private static Outcome<double> Smallest(PowerPlan plan, int size) =>
        Formula(plan).SmallestEffect(size, Part(plan.Wanted), Assumed(plan)).Named(p => p.Effect * 100);

    private static PowerPoint Point(PowerPlan plan, int size, decimal difference) =>
        new(
            size,
            difference,
            plan.Expected + difference is >= 0 and <= 100
                ? Formula(plan).Power(size, Part(difference), Assumed(plan)).Match(p => (double?)p.Power, _ => null)
                : null
        );

    /// <summary>Every half point from 0.5, as far as the outcome can rise, at most to 25.</summary>
    private static IEnumerable<decimal> CurveDifferences(PowerPlan plan) =>
        Enumerable.Range(1, 50).Select(i => i / 2m).TakeWhile(d => plan.Expected + d <= 100);

    private static PowerFormula Formula(PowerPlan plan) =>
        PowerFormulas.TwoProportions(Part(plan.Expected), ratio: 1, strict: true);

    private static Planning Assumed(PowerPlan plan) =>
        new()
        {
            Alpha = Part(100 - plan.Level),
            Comparisons = plan.Comparisons,
            TakeUp = Part(plan.TakeUp),
            DropOut = Part(plan.DropOut),
        };

    internal static double Part(decimal percent) => (double)(percent / 100);
}
