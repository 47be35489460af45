// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.Statistics.Matching;
using Proeftuin.Statistics.Regression;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Matching;

/// <summary>Every value of reference 13, made by R (MatchIt 4.7.2 and estimatr).</summary>
public sealed class MatchingWitnessTests
{
    private static readonly Witness Thirteen = Witness.Of("13-propensity-matching.json");
    private static readonly double[] Stated = Thirteen["propensity_scores"].Numbers;
    private static readonly MatchOptions OneToOne = new();
    private static readonly MatchOptions WithCaliper = new() { Caliper = 0.2 };
    private static readonly MatchOptions SameRace = new() { Exact = Lalonde.Labels("race") };
    private static readonly MatchOptions TwoEach = new() { Ratio = 2, Caliper = 0.25 };
    private static readonly MatchOptions Replaced = new() { Replacement = true };

    private static readonly Dictionary<string, Action<Witness.Expected>> Checks = new(StringComparer.Ordinal)
    {
        ["propensity_coef"] = expected =>
        {
            var fit = Logistic
                .Fit(Lalonde.WithCovariates(DesignMatrix.WithIntercept(Lalonde.Ids.Length)), Lalonde.Treat)
                .OrThrow();
            fit.Terms.ShouldBe(expected.Keys);
            expected.ShouldBe([.. fit.Coefficients().Select(c => c.OrThrow().Value)]);
        },
        ["propensity_scores"] = expected =>
        {
            expected.Keys.ShouldBe(Lalonde.Ids);
            expected.ShouldBe([
                .. PropensityWeights
                    .Scores(Lalonde.WithCovariates(DesignMatrix.WithIntercept(Lalonde.Ids.Length)), Lalonde.Treated)
                    .OrThrow(),
            ]);
        },
        ["nn_1to1"] = expected => Nearest(expected, OneToOne),
        ["nn_caliper_0.2sd"] = expected => Nearest(expected, WithCaliper),
        ["nn_exact_race"] = expected => Nearest(expected, SameRace),
        ["nn_ratio2_caliper"] = expected => Nearest(expected, TwoEach),
        ["nn_replacement"] = expected => Nearest(expected, Replaced),
        ["subclass_6"] = expected =>
        {
            var sample = Stratification.Subclasses(Stated, Lalonde.Treated, 6).OrThrow();
            foreach (var (row, treated) in new[] { false, true }.Index())
            {
                expected["counts"]
                    ["data"]
                    .Element[row]
                    .EnumerateArray()
                    .Select(c => c.GetInt32())
                    .ShouldBe(
                        Enumerable
                            .Range(0, 6)
                            .Select(k =>
                                sample.Strata!.Index().Count(s => s.Item == k && Lalonde.Treated[s.Index] == treated)
                            )
                    );
            }

            expected["weights_sum_control"].ShouldBe(sample.Weights.Where((_, i) => !Lalonde.Treated[i]).Sum());
            expected["att"].ShouldBe(MatchedEffect.Of(Lalonde.Earned, sample, 0.95).OrThrow());
        },
        ["exact_race_married_nodegree"] = expected =>
        {
            var sample = Stratification.Exact(Lalonde.Labels("race", "married", "nodegree"), Lalonde.Treated).OrThrow();
            Counts(expected["n"], sample);
            expected["att"].ShouldBe(MatchedEffect.Of(Lalonde.Earned, sample, 0.95).OrThrow());
        },
        ["ipw_att_hajek"] = expected =>
            expected.ShouldBe(Weighted(PropensityWeights.OnTreated(Stated, Lalonde.Treated).OrThrow())),
        ["ipw_ate_hajek"] = expected =>
            expected.ShouldBe(Weighted(PropensityWeights.OnAll(Stated, Lalonde.Treated).OrThrow())),
        ["regression_adjusted_HC2"] = expected =>
        {
            var design = DesignMatrix.WithIntercept(Lalonde.Ids.Length).With("treat", Lalonde.Treat);
            expected.ShouldBe(Ols.Fit(Lalonde.WithCovariates(design), Lalonde.Earned).OrThrow());
        },
        ["naive_difference"] = expected => expected.ShouldBe(Weighted([.. Lalonde.Treat.Select(_ => 1.0)])),
        ["greedy_1to1"] = expected => Greedy(expected, OneToOne),
        ["greedy_caliper_0.2sd"] = expected => Greedy(expected, WithCaliper),
        ["greedy_replacement"] = expected => Greedy(expected, Replaced),
        ["caliper_width_0.2sd"] = expected =>
        {
            // nobody is matched beyond it, and somebody just within
            var width = expected.Number;
            var far = Match(WithCaliper).Sets.Max(set => Math.Abs(Stated[set.Treated] - Stated[set.Controls[0]]));
            far.ShouldBeInRange(0.9 * width, width);
            Match(WithCaliper with { Caliper = 0.2 * far / width * (1 - 1e-9) })
                .Sets.Max(set => Math.Abs(Stated[set.Treated] - Stated[set.Controls[0]]))
                .ShouldBeLessThan(far);
        },
        ["total_distance"] = expected =>
        {
            expected["nn_1to1"].ShouldBe(Match(OneToOne).TotalDistance!.Value);
            expected["nn_caliper"].ShouldBe(Match(WithCaliper).TotalDistance!.Value);
            expected["nn_replacement"].ShouldBe(Match(Replaced).TotalDistance!.Value);
            expected["nn_ratio2_caliper"].ShouldBe(Match(TwoEach).TotalDistance!.Value);
        },
    };

    public static TheoryData<string> All => [.. Thirteen.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_value_equals_that_of_R(string name) => Checks[name](Thirteen[name]);

    private static MatchedSample Match(MatchOptions options) =>
        NearestNeighbour.OfScores(Stated, Lalonde.Treated, options).OrThrow();

    private static double Weighted(IReadOnlyList<double> weights) =>
        PropensityWeights.Difference(Lalonde.Earned, Lalonde.Treated, weights, 0.95).OrThrow().Value;

    private static void Greedy(Witness.Expected expected, MatchOptions options)
    {
        // the plain search takes the first of equals; the number of matches and the distance are the same
        var sample = Match(options with { Ties = TieRule.FirstInData });
        expected["matched"].ShouldBe(sample.MatchedTreated);
        expected["total_distance"].ShouldBe(sample.TotalDistance!.Value);
    }

    private static void Nearest(Witness.Expected expected, MatchOptions options)
    {
        var sample = Match(options);
        var partners = sample.Sets.ToDictionary(set => Lalonde.Ids[set.Treated], set => set.Controls);
        foreach (var treated in expected["match_matrix"].Element.EnumerateObject())
        {
            var cells =
                treated.Value.ValueKind == JsonValueKind.Array
                    ? treated.Value.EnumerateArray().ToArray()
                    : [treated.Value];
            string[] stated = [.. cells.Where(c => c.ValueKind == JsonValueKind.String).Select(c => c.GetString()!)];
            partners.GetValueOrDefault(treated.Name, []).Select(c => Lalonde.Ids[c]).ShouldBe(stated, treated.Name);
        }

        if (expected.Keys.Contains("weights_nonzero", StringComparer.Ordinal))
        {
            expected["weights_nonzero"].ShouldBe(sample.Weights.Count(w => w > 0));
        }
        else
        {
            string[] names = [.. Lalonde.Ids.Where((_, i) => sample.Weights[i] > 0)];
            expected["weights"].Keys.ShouldBe(names);
            expected["weights"].ShouldBe([.. sample.Weights.Where(w => w > 0)]);
        }

        Counts(expected["balance"]["n"], sample);
        var table = Balance.Of(Lalonde.Covariates(Stated), sample).OrThrow();
        Same(expected["balance"]["all"], table, row => row.Before);
        Same(expected["balance"]["matched"], table, row => row.After);
        var effect = expected.Keys.Contains("att", StringComparer.Ordinal) ? "att" : "att_unadjusted";
        expected[effect].ShouldBe(MatchedEffect.Of(Lalonde.Earned, sample, 0.95).OrThrow());
    }

    private static void Counts(Witness.Expected expected, MatchedSample sample)
    {
        var controls = Lalonde.Treated.Count(t => !t);
        var treated = Lalonde.Treated.Length - controls;
        double[][] ours =
        [
            [controls, treated],
            [controls, treated],
            [sample.EffectiveControls, sample.MatchedTreated],
            [sample.MatchedControls, sample.MatchedTreated],
            [controls - sample.MatchedControls, treated - sample.MatchedTreated],
            [0, 0],
        ];
        for (var row = 0; row < ours.Length; row++)
        {
            for (var column = 0; column < 2; column++)
            {
                Close(expected, row, column, ours[row][column]);
            }
        }
    }

    private static void Same(
        Witness.Expected expected,
        IReadOnlyList<BalanceRow> table,
        Func<BalanceRow, BalanceOf> part
    )
    {
        table.Select(row => row.Name).ShouldBe(expected["rows"].Element.EnumerateArray().Select(r => r.GetString()!));
        for (var row = 0; row < table.Count; row++)
        {
            var of = part(table[row]);
            double?[] ours =
            [
                of.MeanTreated,
                of.MeanControls,
                of.StandardisedDifference,
                of.VarianceRatio,
                of.MeanDistance,
                of.LargestDistance,
                of.WithinPairs * (Undivided(expected, row) ? Deviation(table[row]) : 1),
            ];
            for (var column = 0; column < ours.Length; column++)
            {
                Close(expected, row, column, ours[column]);
            }
        }
    }

    /// <summary>Where the means are equal after matching MatchIt 4.7.2 leaves the distance within pairs undivided; ours is always in standard deviations.</summary>
    private static bool Undivided(Witness.Expected expected, int row) =>
        Math.Abs(expected["data"].Element[row][2].GetDouble()) <= 0;

    private static double Deviation(BalanceRow row) =>
        (row.Before.MeanTreated - row.Before.MeanControls) / row.Before.StandardisedDifference!.Value;

    private static void Close(Witness.Expected expected, int row, int column, double? ours)
    {
        var stated = expected["data"].Element[row][column];
        if (stated.ValueKind == JsonValueKind.Null)
        {
            ours.ShouldBeNull($"row {row}, column {column}");
            return;
        }

        var value = stated.GetDouble();
        ours!.Value.ShouldBe(
            value,
            Math.Max(expected.Absolute, expected.Relative * Math.Abs(value)),
            $"row {row}, column {column}"
        );
    }
}
