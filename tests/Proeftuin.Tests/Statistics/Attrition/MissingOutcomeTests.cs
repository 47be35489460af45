// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Attrition;
using Proeftuin.Statistics.Randomness;
using Proeftuin.Tests.Statistics.Survival;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Attrition;

/// <summary>Every value of reference 15, made by R, and what must hold of bounds besides.</summary>
public sealed class MissingOutcomeTests
{
    private static readonly Witness Fifteen = Witness.Of("15-attrition-lee-bounds.json");
    private static readonly ReferenceTable Lalonde = ReferenceTable.Of("lalonde_experimental.csv");
    private static readonly double[] Earned = Lalonde.Numbers("re78");
    private static readonly bool[] Treated = [.. Lalonde.Counts("treat").Select(t => t == 1)];
    private static readonly bool[] Employed = [.. Earned.Select(y => y > 0)];

    private static readonly Dictionary<string, Action<Witness.Expected>> Checks = new(StringComparer.Ordinal)
    {
        ["lee_lalonde_floor"] = expected =>
        {
            var bounds = LeeBounds.Of(Earned, Treated, Employed, Trimming.Whole, 0.95).OrThrow();
            expected["response_treated"].ShouldBe(bounds.SeenTreated);
            expected["response_control"].ShouldBe(bounds.SeenControl);
            expected["trim_share"].ShouldBe(bounds.TrimmedShare);
            expected["trimmed_k"].ShouldBe(bounds.Trimmed);
            expected["lower"].ShouldBe(bounds.Lower);
            expected["upper"].ShouldBe(bounds.Upper);
            expected["naive"].ShouldBe(bounds.Naive);
        },
        ["lee_lalonde_fractional"] = expected =>
        {
            var bounds = LeeBounds.Of(Earned, Treated, Employed, Trimming.Fractional, 0.95).OrThrow();
            expected["lower"].ShouldBe(bounds.Lower);
            expected["upper"].ShouldBe(bounds.Upper);
        },
        ["manski_lalonde_0_30000"] = expected =>
        {
            double[] cut = [.. Earned.Select(y => Math.Min(y, 30_000))];
            var bounds = RangeBounds.Of(cut, Treated, Employed, 0, 30_000).OrThrow();
            expected["lower"].ShouldBe(bounds.Lower);
            expected["upper"].ShouldBe(bounds.Upper);
        },
        ["rubin_pool"] = expected =>
        {
            var pooled = RubinRules
                .Pool([0.1, 0.12, 0.07, 0.11, 0.09], [0.0025, 0.0024, 0.0026, 0.0027, 0.0023], 185, 2, 0.95)
                .OrThrow();
            expected["qbar"].ShouldBe(pooled.Estimate.Value);
            expected["ubar"].ShouldBe(pooled.Within);
            expected["b"].ShouldBe(pooled.Between);
            expected["t"].ShouldBe(pooled.Total);
            expected["df"].ShouldBe(pooled.DegreesOfFreedom);
            expected["r"].ShouldBe(pooled.RelativeIncrease);
            expected["fmi"].ShouldBe(pooled.MissingInformation);
        },
    };

    public static TheoryData<string> All => [.. Fifteen.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_value_equals_that_of_R(string name) => Checks[name](Fifteen[name]);

    [Fact]
    public void Turning_the_arms_round_turns_the_bounds_round()
    {
        var one = LeeBounds.Of(Earned, Treated, Employed, Trimming.Fractional, 0.95).OrThrow();
        var other = LeeBounds.Of(Earned, [.. Treated.Select(t => !t)], Employed, Trimming.Fractional, 0.95).OrThrow();
        other.Lower.ShouldBe(-one.Upper, 1e-9);
        other.StandardErrorLower.ShouldBe(one.StandardErrorUpper, 1e-9);
        other.Interval.Upper.ShouldBe(-one.Interval.Lower, 1e-6);
    }

    [Fact]
    public void When_both_arms_are_seen_alike_the_bounds_are_one_point_with_the_usual_error()
    {
        double[] outcomes = [1, 2, 4, 0, 3, 5, 9, 0];
        bool[] treated = [true, true, true, true, false, false, false, false];
        bool[] seen = [true, true, true, false, true, true, true, false];
        var bounds = LeeBounds.Of(outcomes, treated, seen, Trimming.Whole, 0.95).OrThrow();
        bounds.Lower.ShouldBe(bounds.Upper);
        bounds.Lower.ShouldBe(7.0 / 3 - 17.0 / 3, 1e-12);
        // √(σ₁²/3 + σ₀²/3), variances divided by n
        bounds.StandardErrorLower.ShouldBe(Math.Sqrt((14.0 / 9 + 56.0 / 9) / 3), 1e-12);
    }

    [Fact]
    public void The_errors_of_the_bounds_agree_with_drawing_the_people_again()
    {
        var bounds = LeeBounds.Of(Earned, Treated, Employed, Trimming.Fractional, 0.95).OrThrow();
        var random = Xoshiro256.Stream(15, 0);
        var lower = new double[1_000];
        var upper = new double[1_000];
        for (var i = 0; i < lower.Length; i++)
        {
            int[] again = [.. Earned.Select(_ => random.Below(Earned.Length))];
            var drawn = LeeBounds
                .Of(
                    [.. again.Select(p => Earned[p])],
                    [.. again.Select(p => Treated[p])],
                    [.. again.Select(p => Employed[p])],
                    Trimming.Fractional,
                    0.95
                )
                .OrThrow();
            (lower[i], upper[i]) = (drawn.Lower, drawn.Upper);
        }

        (Spread(lower) / bounds.StandardErrorLower).ShouldBeInRange(0.85, 1.15);
        (Spread(upper) / bounds.StandardErrorUpper).ShouldBeInRange(0.85, 1.15);
    }

    [Fact]
    public void What_cannot_be_bounded_has_a_name()
    {
        double[] y = [1, 2, 3, 4];
        bool[] arm = [true, true, false, false];
        bool[] all = [true, true, true, true];
        Why(LeeBounds.Of(y, all, all, Trimming.Whole, 0.95)).ShouldBe(Obstacle.EmptyGroup);
        Why(LeeBounds.Of(y, arm, [true, true, false, false], Trimming.Whole, 0.95)).ShouldBe(Obstacle.EmptyGroup);
        Why(LeeBounds.Of(y, arm, all, Trimming.Whole, 1)).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Why(LeeBounds.Of([1, double.NaN, 3, 4], arm, all, Trimming.Whole, 0.95)).ShouldBe(Obstacle.NotFinite);
        Why(LeeBounds.Of([1, 1, 1, 1], arm, all, Trimming.Whole, 0.95)).ShouldBe(Obstacle.NoVariation);
        Why(RangeBounds.Of(y, arm, all, 0, 3)).ShouldBe(Obstacle.ValueOutsideRange);
        Why(RangeBounds.Of(y, all, all, 0, 9)).ShouldBe(Obstacle.EmptyGroup);
        Why(RangeBounds.Of([1, double.NaN, 3, 4], arm, all, 0, 9)).ShouldBe(Obstacle.NotFinite);
        RangeBounds.Of([1, double.NaN, 3, 4], arm, [true, false, true, true], 0, 9).OrThrow().Lower.ShouldBe(-3, 1e-12);
        Why(RubinRules.Pool([1], [1], 100, 1, 0.95)).ShouldBe(Obstacle.TooFewUnits);
        Why(RubinRules.Pool([1, 2], [1, 1], 2, 2, 0.95)).ShouldBe(Obstacle.TooFewUnits);
        Why(RubinRules.Pool([1, 2], [1, 0], 100, 2, 0.95)).ShouldBe(Obstacle.NoVariation);
        Why(RubinRules.Pool([1, double.NaN], [1, 1], 100, 2, 0.95)).ShouldBe(Obstacle.NotFinite);
        Why(RubinRules.Pool([1, 2], [1, 1], 100, 2, 0)).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Should.Throw<ArgumentException>(() => RubinRules.Pool([1, 2], [1], 100, 2, 0.95));
    }

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => default(Obstacle?), why => why);

    private static double Spread(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }
}
