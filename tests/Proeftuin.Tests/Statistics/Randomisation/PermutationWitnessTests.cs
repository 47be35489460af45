// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Means;
using Proeftuin.Statistics.Randomisation;
using Proeftuin.Tests.Statistics.Survival;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Randomisation;

/// <summary>Every value of reference 07, made by R (coin and stats).</summary>
public sealed class PermutationWitnessTests
{
    private static readonly Witness Seven = Witness.Of("07-permutation-exact.json");
    private static readonly ReferenceTable Sleep = ReferenceTable.Of("sleep.csv");
    private static readonly ReferenceTable Lalonde = ReferenceTable.Of("lalonde_experimental.csv");
    private static readonly double[] Extra = Sleep.Numbers("extra");
    private static readonly int[] Drug = [.. Sleep.Counts("group").Select(group => group - 1)];
    private static readonly double[] First = [.. Extra.Where((_, i) => Drug[i] == 0)];
    private static readonly double[] Second = [.. Extra.Where((_, i) => Drug[i] == 1)];
    private static readonly double[] Gain = [.. Second.Zip(First, (after, before) => after - before)];
    private static readonly double[] Earned = Lalonde.Numbers("re78");
    private static readonly int[] Treated = Lalonde.Counts("treat");

    private static readonly Dictionary<string, Action<Witness.Expected>> Checks = new(StringComparer.Ordinal)
    {
        ["exact_permutation_diff_means"] = expected =>
        {
            var test = Redraw(new Declaration.Complete(20, [10, 10]), Extra, Drug);
            test.IsExact.ShouldBeTrue();
            expected["n_permutations"].ShouldBe(test.Draws);
            expected["observed"].ShouldBe(test.Observed);
            expected["count_abs_ge"].ShouldBe(Math.Round(test.P * test.Draws));
            expected["p_two_sided"].ShouldBe(test.P);
            expected["p_greater"].ShouldBe(test.PGreater);
        },
        ["coin_oneway_exact"] = expected => expected.ShouldBe(PermutationTests.OneWayExact(Extra, Drug).OrThrow().P),
        ["coin_oneway_asymptotic"] = expected => Z(expected, PermutationTests.OneWay(Extra, Drug)),
        ["coin_wilcox_exact_ties"] = expected =>
            expected.ShouldBe(PermutationTests.WilcoxonExact(Extra, Drug).OrThrow().P),
        ["coin_wilcox_asymptotic"] = expected => Z(expected, PermutationTests.Wilcoxon(Extra, Drug)),
        ["t_pooled"] = expected => T(expected, TTest.Pooled(First, Second, 0.95)),
        ["t_welch"] = expected => T(expected, TTest.Welch(First, Second, 0.95)),
        ["t_paired"] = expected => T(expected, TTest.Paired(Gain, 0.95)),
        ["paired_sign_flip_exact"] = expected =>
        {
            expected["n"].ShouldBe(Math.Pow(2, Gain.Length));
            expected["p_two_sided"].ShouldBe(PermutationTests.SignFlip(Gain).OrThrow().P);
        },
        ["lalonde_diff_means"] = expected =>
        {
            expected["ate"].ShouldBe(new Statistic.DifferenceInMeans(1, 0).Of(Earned, Treated));
            expected["n1"].ShouldBe(Treated.Sum());
            expected["n0"].ShouldBe(Treated.Length - Treated.Sum());
        },
        ["lalonde_permutation_asymptotic"] = expected => Z(expected, PermutationTests.OneWay(Earned, Treated)),
        ["lalonde_permutation_monte_carlo_1e6"] = expected =>
        {
            var test = Redraw(new Declaration.Complete(445, [260, 185]), Earned, Treated, draws: 200_000);
            var error = double.Hypot(expected["mc_se"].Number, test.MonteCarloError!.Value);
            test.P.ShouldBe(expected["p"].Number, 4 * error);
        },
        ["wilcox_lalonde"] = expected =>
        {
            var test = RankTests.Wilcoxon(Earned, Treated).OrThrow();
            expected["W"].ShouldBe(test.Statistic!.Value);
            expected["p"].ShouldBe(test.P);
        },
        ["kruskal_colon"] = expected =>
        {
            var colon = ReferenceTable.Of("colon_deaths.csv");
            var known = colon.Numbers("nodes").Select(double.IsFinite).ToArray();
            var arms = colon.Text("rx").Distinct(StringComparer.Ordinal).ToList();
            var test = RankTests
                .KruskalWallis(
                    [.. colon.Numbers("nodes").Where((_, i) => known[i])],
                    [.. colon.Text("rx").Where((_, i) => known[i]).Select(arm => arms.IndexOf(arm))]
                )
                .OrThrow();
            expected["h"].ShouldBe(test.Statistic!.Value);
            expected["df"].ShouldBe(test.DegreesOfFreedom!.Value);
            expected["p"].ShouldBe(test.P);
        },
    };

    public static TheoryData<string> All => [.. Seven.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_value_equals_that_of_R(string name) => Checks[name](Seven[name]);

    private static void Z(Witness.Expected expected, Answer<Proeftuin.Statistics.TestResult> answer)
    {
        expected["z"].ShouldBe(answer.OrThrow().Statistic!.Value);
        expected["p"].ShouldBe(answer.OrThrow().P);
    }

    private static void T(Witness.Expected expected, Answer<MeanDifference> answer)
    {
        var (difference, test) = answer.OrThrow();
        expected["t"].ShouldBe(test.Statistic!.Value);
        expected["df"].ShouldBe(test.DegreesOfFreedom!.Value);
        expected["p"].ShouldBe(test.P);
        expected["ci"].ShouldBe(difference.Interval.Lower, difference.Interval.Upper);
    }

    private static RandomisationTest Redraw(Declaration declaration, double[] outcomes, int[] arms, int draws = 0) =>
        RandomisationInference
            .Test(outcomes, arms, declaration, new Statistic.DifferenceInMeans(1, 0), new Redrawing { Draws = draws })
            .OrThrow();
}
