// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Randomness;
using Proeftuin.Statistics.Sequential;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Sequential;

public sealed class AlwaysValidTests
{
    private static readonly GroupMean Some = new(100, 0.3, 0.21);
    private static readonly GroupMean Other = new(120, 0.2, 0.16);

    [Fact]
    public void The_p_value_falls_below_the_level_exactly_when_the_interval_leaves_out_what_was_supposed() =>
        Prop.ForAll(
                Gen.Choose(-60, 60).Select(z => z / 10.0).ToArbitrary(),
                Gen.Choose(2, 100_000).ToArbitrary(),
                (z, n) =>
                {
                    var look = AlwaysValid.Around(z * 0.01, 0.01, n, new() { NarrowestAt = 500 }).OrThrow();
                    var inside = look.Difference.Interval.Contains(0);
                    return look.Test.P is >= 0 and <= 1 && inside == look.Test.P > 0.05;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_wider_than_a_single_look_and_narrowest_in_units_of_its_error_close_to_where_it_was_tuned()
    {
        double Width(long n) =>
            AlwaysValid.Around(0, 1, n, new() { NarrowestAt = 400 }).OrThrow().Difference.Interval.Upper;
        for (var n = 10; n < 10_000; n += 10)
        {
            Width(n).ShouldBeGreaterThan(1.96);
            Width(n).ShouldBeGreaterThanOrEqualTo(Width(400) - 0.001);
        }
    }

    [Fact]
    public void Looking_two_hundred_times_at_nothing_misses_it_at_most_once_in_twenty()
    {
        const int Trials = 400;
        var random = Xoshiro256.Stream(20260122, 0);
        var (missed, missedByOneLook) = (0, 0);
        for (var trial = 0; trial < Trials; trial++)
        {
            var (sum, squares, any, anyOnce) = (0.0, 0.0, false, false);
            for (var n = 1; n <= 1000; n++)
            {
                var x = random.Uniform() - 0.5;
                (sum, squares) = (sum + x, squares + x * x);
                if (n >= 50 && n % 5 == 0)
                {
                    var (mean, error) = (sum / n, Math.Sqrt(squares / n / n));
                    any |= AlwaysValid.Around(mean, error, n, new() { NarrowestAt = 500 }).OrThrow().Test.P < 0.05;
                    anyOnce |= Math.Abs(mean / error) > 1.96;
                }
            }

            missed += any ? 1 : 0;
            missedByOneLook += anyOnce ? 1 : 0;
        }

        missed.ShouldBeLessThan(Trials / 20 + 14); // and three standard errors
        missedByOneLook.ShouldBeGreaterThan(Trials / 7);
    }

    [Fact]
    public void What_cannot_be_looked_at_has_a_name()
    {
        Why(AlwaysValid.Difference(Some, new(0, 0, 0))).ShouldBe(Obstacle.EmptyGroup);
        Why(AlwaysValid.Difference(new(100, 0, 0), new(100, 1, 0))).ShouldBe(Obstacle.NoVariation);
        Why(AlwaysValid.OnlyOnce(new(100, 0, 0), new(100, 1, 0), new() { Level = 0.95 }))
            .ShouldBe(Obstacle.NoVariation);
        Why(AlwaysValid.Difference(Some, new(100, double.NaN, 1))).ShouldBe(Obstacle.NotFinite);
        Why(AlwaysValid.Difference(Some, new(10, 0, 0), new() { Scale = DifferenceScale.Relative }))
            .ShouldBe(Obstacle.ZeroCell);
        Why(AlwaysValid.Difference(Some, Other, new() { Level = 95 })).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Why(AlwaysValid.OnlyOnce(Some, Other, new() { Level = 0 })).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Why(AlwaysValid.Difference(Some, Other, new() { NarrowestAt = 0 })).ShouldBe(Obstacle.ValueOutsideRange);
        Why(AlwaysValid.OnlyOnce(new(1, 0.5, 0.25), new(1, 0.5, 0.25))).ShouldBe(Obstacle.TooFewUnits);
        Why(AlwaysValid.Around(0, 0, 10)).ShouldBe(Obstacle.NoVariation);
        Why(AlwaysValid.Around(0, 1, 0)).ShouldBe(Obstacle.EmptyGroup);
        Why(AlwaysValid.Around(double.NaN, 1, 10)).ShouldBe(Obstacle.NotFinite);
    }

    [Fact]
    public void Values_and_shares_give_the_same_mean()
    {
        var values = GroupMean.Of([1, 0, 1, 1]);
        values.Mean.ShouldBe(0.75, 1e-15);
        values.Variance.ShouldBe(0.25, 1e-15);
        GroupMean.Of(new Proeftuin.Statistics.Proportions.Proportion(3, 4)).Variance.ShouldBe(0.1875, 1e-15);
    }

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => (Obstacle?)null, why => why);
}
