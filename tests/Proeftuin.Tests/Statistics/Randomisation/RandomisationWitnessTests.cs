// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Randomisation;
using Proeftuin.Tests.Statistics.Survival;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Randomisation;

/// <summary>Every value of reference 19, made by R (randomizr and ri2).</summary>
public sealed class RandomisationWitnessTests
{
    private static readonly Witness Nineteen = Witness.Of("19-randomisation-inference.json");
    private static readonly ReferenceTable Data = ReferenceTable.Of("ri_blocked.csv");
    private static readonly double[] Earned = Data.Numbers("re78");
    private static readonly int[] Treated = Data.Counts("treat");
    private static readonly int[] Block = Data.Counts("nodegr");
    private static readonly Declaration Blocked = new Declaration.Blocked(
        Block,
        [
            [4, 3],
            [4, 4],
        ]
    );
    private static readonly Statistic Difference = new Statistic.BlockedDifference(1, 0, Block);

    private static readonly Dictionary<string, Action<Witness.Expected>> Checks = new(StringComparer.Ordinal)
    {
        ["design"] = expected =>
        {
            expected["n"].ShouldBe(Block.Length);
            expected["permutations"].ShouldBe(Test().Draws);
            expected["block_m"].ShouldBe(3, 4);
            expected["block_n"].ShouldBe(7, 8);
        },
        ["blocked_difference"] = expected =>
        {
            var test = Test();
            expected["observed"].ShouldBe(test.Observed);
            expected["p_two_sided"].ShouldBe(test.P);
            expected["p_upper"].ShouldBe(test.PGreater);
            expected["sd_null"].ShouldBe(test.Null.Spread);
            double[] quantiles = [.. new[] { 0.025, 0.25, 0.5, 0.75, 0.975 }.Select(test.Null.Quantile)];
            expected["quantiles"].ShouldBe(quantiles);
        },
        ["ri2_conduct_ri_exact"] = expected =>
        {
            expected["estimate"].ShouldBe(Test().Observed);
            expected["p"].ShouldBe(Test().P);
            expected["n_sims"].ShouldBe(Test().Draws);
        },
        ["ci_by_test_inversion_complete"] = expected =>
        {
            var complete = new Declaration.Complete(15, [8, 7]);
            var means = new Statistic.DifferenceInMeans(1, 0);
            var test = RandomisationInference.Test(Earned, Treated, complete, means).OrThrow();
            expected["n_permutations"].ShouldBe(test.Draws);
            expected["p_at_0"].ShouldBe(test.P);
            // the witness walks a grid: its first accepted point lies within a step of the limit
            var step = expected["grid_step"].Number;
            var interval = RandomisationInference.Interval(Earned, Treated, complete, means, 0.95).OrThrow().Interval;
            var (lowest, highest) = (expected["accepted_min"].Number, expected["accepted_max"].Number);
            interval.Lower.ShouldBeInRange(lowest - step, lowest);
            interval.Upper.ShouldBeInRange(highest, highest + step);
            // and the limit is a step of the p-value itself
            foreach (var (effect, outside) in new[] { (interval.Lower, -1), (interval.Upper, 1) })
            {
                At(effect - outside * 1e-6).ShouldBeGreaterThan(0.05);
                At(effect + outside * 1e-3).ShouldBeLessThanOrEqualTo(0.05);
            }

            double At(double effect) =>
                RandomisationInference.Test(Earned, Treated, complete, means, effect: effect).OrThrow().P;
        },
    };

    public static TheoryData<string> All => [.. Nineteen.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_value_equals_that_of_R(string name) => Checks[name](Nineteen[name]);

    private static RandomisationTest Test() =>
        RandomisationInference.Test(Earned, Treated, Blocked, Difference).OrThrow();
}
