// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Randomisation;
using Proeftuin.Statistics.Randomness;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Randomisation;

public sealed class MaxTTests
{
    private static readonly Declaration Three = new Declaration.Complete(60, [20, 20, 20]);
    private static readonly int[] Arms = [.. Enumerable.Range(0, 60).Select(i => i % 3)];

    private static readonly Statistic[] AgainstControl =
    [
        new Statistic.DifferenceInMeans(1, 0),
        new Statistic.DifferenceInMeans(2, 0),
    ];

    [Fact]
    public void One_hypothesis_needs_no_correction()
    {
        var one = MaxT.Test([new(Values(1), AgainstControl[0])], Arms, Three).OrThrow()[0];
        one.SingleStep.ShouldBe(one.P);
        one.StepDown.ShouldBe(one.P);
    }

    [Fact]
    public void The_same_hypothesis_twice_costs_nothing_where_Bonferroni_doubles()
    {
        var values = Values(2);
        var twice = MaxT.Test([new(values, AgainstControl[0]), new(values, AgainstControl[0])], Arms, Three).OrThrow();
        twice[0].SingleStep.ShouldBe(twice[0].P);
    }

    [Fact]
    public void Corrected_values_lie_between_the_plain_value_and_that_of_Bonferroni()
    {
        for (var scene = 1; scene <= 5; scene++)
        {
            var values = Values(scene);
            var tests = MaxT.Test(
                    [.. AgainstControl.Select(statistic => new Hypothesis(values, statistic))],
                    Arms,
                    Three
                )
                .OrThrow();
            foreach (var test in tests)
            {
                test.SingleStep.ShouldBeGreaterThanOrEqualTo(test.P);
                test.SingleStep.ShouldBeLessThanOrEqualTo(2 * test.P + 4 * Math.Sqrt(test.P / 10_000));
                test.StepDown.ShouldBeLessThanOrEqualTo(test.SingleStep);
                test.StepDown.ShouldBeGreaterThanOrEqualTo(test.P);
            }

            tests.MaxBy(test => test.Standardised)!.StepDown.ShouldBe(tests.Min(test => test.SingleStep));
        }
    }

    [Fact]
    public void When_no_arm_does_anything_a_false_finding_is_as_rare_as_promised()
    {
        const int Trials = 300;
        var how = new Redrawing { Draws = 199 };
        var findings = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var values = Values(100 + trial, effect: 0);
            findings += MaxT.Test([.. AgainstControl.Select(s => new Hypothesis(values, s))], Arms, Three, how)
                .OrThrow()
                .Any(test => test.SingleStep <= 0.1)
                ? 1
                : 0;
        }

        ((double)findings / Trials).ShouldBe(0.1, 4 * Math.Sqrt(0.1 * 0.9 / Trials));
    }

    [Fact]
    public void A_hypothesis_that_cannot_be_tested_stops_all_with_its_reason()
    {
        double[] constant = [.. Enumerable.Repeat(1.0, 60)];
        MaxT.Test([new(Values(1), AgainstControl[0]), new(constant, AgainstControl[1])], Arms, Three)
            .Match(_ => default(Obstacle?), why => why)
            .ShouldBe(Obstacle.NoVariation);
        MaxT.Test([], Arms, Three).Match(_ => default(Obstacle?), why => why).ShouldBe(Obstacle.TooFewGroups);
    }

    private static double[] Values(int scene, double effect = 0.6)
    {
        var random = Xoshiro256.Stream(21, (ulong)scene);
        return [.. Arms.Select(arm => random.Normal() + (arm == 1 ? effect : 0))];
    }
}
