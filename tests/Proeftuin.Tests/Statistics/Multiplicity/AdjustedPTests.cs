// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Multiplicity;
using Proeftuin.Statistics.Proportions;
using Shouldly;
using Xunit;
using Alternative = Proeftuin.Statistics.Alternative;

namespace Proeftuin.Tests.Statistics.Multiplicity;

/// <summary>Every value of reference 03, made by R, and what must hold for any p-values.</summary>
public sealed class AdjustedPTests
{
    private static readonly Witness Three = Witness.Of("03-multiple-comparisons.json");

    private static readonly Dictionary<string, Correction> Names = new(StringComparer.Ordinal)
    {
        ["holm"] = Correction.Holm,
        ["hochberg"] = Correction.Hochberg,
        ["hommel"] = Correction.Hommel,
        ["bonferroni"] = Correction.Bonferroni,
        ["BH"] = Correction.BenjaminiHochberg,
        ["BY"] = Correction.BenjaminiYekutieli,
        ["fdr"] = Correction.BenjaminiHochberg,
        ["none"] = Correction.None,
        ["sidak"] = Correction.Sidak,
        ["holm_sidak"] = Correction.HolmSidak,
    };

    private static readonly double[] Published1995 = Three["benjamini_hochberg_1995_input"].Numbers;

    private static readonly Arbitrary<double[]> PValues = Gen.Choose(0, 1000)
        .Select(k => k / 1000.0)
        .NonEmptyListOf()
        .Select(list => list.Take(30).ToArray())
        .ToArbitrary();

    public static TheoryData<string> Values => [.. Three.Names];

    public static TheoryData<Correction> Corrections => [.. Enum.GetValues<Correction>()];

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_value_of_the_file_equals_R(string name) => Three[name].ShouldBe(Computed(name));

    [Theory]
    [MemberData(nameof(Corrections))]
    public void A_corrected_p_value_is_never_smaller_and_never_above_one(Correction correction) =>
        Holds(p =>
        {
            var adjusted = AdjustedP.Of(p, correction).OrThrow().Values;
            return p.Zip(adjusted).All(pair => pair.Second >= pair.First * (1 - 1e-12) && pair.Second <= 1);
        });

    [Theory]
    [MemberData(nameof(Corrections))]
    public void The_order_of_the_comparisons_does_not_matter(Correction correction) =>
        Holds(p =>
        {
            var turned = AdjustedP.Of([.. p.Reverse()], correction).OrThrow().Values.Reverse();
            return AdjustedP.Of(p, correction).OrThrow().Values.SequenceEqual(turned);
        });

    [Fact]
    public void Holm_is_never_weaker_than_Bonferroni_Hochberg_than_Holm_and_Hommel_than_Hochberg() =>
        Holds(p =>
        {
            var chain = new[] { Correction.Bonferroni, Correction.Holm, Correction.Hochberg, Correction.Hommel }
                .Select(c => AdjustedP.Of(p, c).OrThrow().Values)
                .ToArray();
            return Enumerable
                .Range(0, p.Length)
                .All(i => chain.Zip(chain.Skip(1)).All(pair => pair.First[i] >= pair.Second[i] - 1e-12));
        });

    [Theory]
    [MemberData(nameof(Corrections))]
    public void A_planned_comparison_that_could_not_be_computed_counts_as_p_is_1(Correction correction)
    {
        double[] p = [0.01, 0.03, 0.02, 0.8];
        var withOnes = AdjustedP.Of([.. p, 1, 1], correction).OrThrow().Values.Take(4);
        var planned = AdjustedP.Of(p, correction, 6).OrThrow();
        planned.Comparisons.ShouldBe(6);
        foreach (var (mine, other) in planned.Values.Zip(withOnes))
        {
            mine.ShouldBe(other, 1e-15);
        }
    }

    [Theory]
    [MemberData(nameof(Corrections))]
    public void Bad_p_values_are_named(Correction correction)
    {
        Why(AdjustedP.Of([0.5, double.NaN], correction)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(AdjustedP.Of([0.5, -0.1], correction)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(AdjustedP.Of([1.5], correction)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(AdjustedP.Of([], correction)).ShouldBe(Obstacle.TooFewGroups);
        Should.Throw<ArgumentException>(() => AdjustedP.Of([0.1, 0.2], correction, 1));
    }

    [Fact]
    public void Holm_of_three_by_hand() =>
        // 3 × 0.01, then 2 × 0.02, then 1 × 0.03 raised to 0.04
        AdjustedP.Of([0.02, 0.03, 0.01], Correction.Holm).OrThrow().Values.ShouldBe([0.04, 0.04, 0.03]);

    private static double[] Computed(string name)
    {
        if (name is "p_three_arms_vs_EXP4_fisher_gross")
        {
            return [.. Three[name].Keys.Select(arm => Fisher(arm, "EXP4"))];
        }

        if (name is "p_ten_pairs_chi2_gross")
        {
            return
            [
                .. Three[name]
                    .Keys.Select(pair =>
                        ApproximateTests
                            .ChiSquare(Published.Gross[pair.Split("_vs_")[0]], Published.Gross[pair.Split("_vs_")[1]])
                            .OrThrow()
                            .P
                    ),
            ];
        }

        if (name is "benjamini_hochberg_1995_input")
        {
            return Published1995;
        }

        string[] parts = name.Replace("benjamini_hochberg_1995_", "x_", StringComparison.Ordinal)
            .Replace("p_adjust_", "", StringComparison.Ordinal)
            .Replace("holm_sidak", "holm-sidak", StringComparison.Ordinal)
            .Split('_');
        var (set, method) = parts[1] is "3" or "10" ? (parts[1], parts[0]) : (parts[0], parts[1]);
        var p = set switch
        {
            "3" => Three["p_three_arms_vs_EXP4_fisher_gross"].Numbers,
            "10" => Three["p_ten_pairs_chi2_gross"].Numbers,
            "x" => Published1995,
            _ => throw new InvalidOperationException($"The file has a value this test does not know: {name}."),
        };
        return [.. AdjustedP.Of(p, Names[method.Replace('-', '_')]).OrThrow().Values];
    }

    private static double Fisher(string arm, string other) =>
        ExactTests.Fisher(Published.Gross[arm], Published.Gross[other], Alternative.TwoSided).OrThrow().P;

    private static void Holds(Func<double[], bool> property) =>
        Prop.ForAll(PValues, property).QuickCheckThrowOnFailure();

    private static Obstacle Why<T>(Answer<T> answer) =>
        answer.Match(_ => throw new InvalidOperationException("This should not be estimable."), why => why);
}
