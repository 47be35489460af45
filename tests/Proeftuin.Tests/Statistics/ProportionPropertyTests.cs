// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Proportions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics;

public sealed class ProportionPropertyTests
{
    private static readonly Gen<Proportion> Group =
        from size in Gen.Choose(1, 400)
        from events in Gen.Choose(0, size)
        select new Proportion(events, size);

    private static readonly Arbitrary<(Proportion First, Proportion Second)> Pairs = Group
        .Two()
        .Select(t => (t.Item1, t.Item2))
        .ToArbitrary();

    public static TheoryData<string> Estimates => NotEstimableTests.EstimateNames;

    public static TheoryData<string> Tests => NotEstimableTests.TestNames;

    [Theory]
    [MemberData(nameof(Tests))]
    public void A_p_value_lies_between_zero_and_one(string name) =>
        Holds(pair =>
            NotEstimableTests.Tests[name](pair.First, pair.Second).Match(t => t.P is >= 0 and <= 1, _ => true)
        );

    [Theory]
    [MemberData(nameof(Estimates))]
    public void An_interval_contains_its_estimate_and_widens_with_the_level(string name) =>
        Holds(pair =>
        {
            var method = NotEstimableTests.Estimates[name];
            // Agresti-Caffo and Agresti-Coull and Jeffreys shrink towards the middle and may leave out an extreme estimate; that is known
            var shrinks = name is "Agresti-Caffo" or "Agresti-Coull" or "Jeffreys";
            return method(pair.First, pair.Second, 0.9)
                .Match(
                    narrow =>
                    {
                        var wide = method(pair.First, pair.Second, 0.99).OrThrow();
                        // Agresti-Coull moves its midpoint with the level, so for one or two people it does not widen on both sides
                        var widens =
                            wide.Interval.Lower <= narrow.Interval.Lower + 1e-12
                            && wide.Interval.Upper >= narrow.Interval.Upper - 1e-12;
                        return (shrinks || Inside(narrow)) && (widens || name is "Agresti-Coull");
                    },
                    _ => true
                );
        });

    [Theory]
    [InlineData("Wald")]
    [InlineData("Wald corrected")]
    [InlineData("Newcombe")]
    [InlineData("Newcombe corrected")]
    [InlineData("Agresti-Caffo")]
    [InlineData("Miettinen-Nurminen")]
    public void Swapping_the_groups_turns_the_difference_round(string name) =>
        Holds(pair =>
        {
            var method = NotEstimableTests.Estimates[name];
            return method(pair.First, pair.Second, 0.95)
                .Match(
                    one =>
                    {
                        var other = method(pair.Second, pair.First, 0.95).OrThrow();
                        return Near(one.Value, -other.Value)
                            && Near(one.Interval.Lower, -other.Interval.Upper)
                            && Near(one.Interval.Upper, -other.Interval.Lower);
                    },
                    _ => true
                );
        });

    [Theory]
    [InlineData("Katz")]
    [InlineData("Woolf")]
    public void Swapping_the_groups_inverts_a_ratio(string name) =>
        Holds(pair =>
        {
            var method = NotEstimableTests.Estimates[name];
            return method(pair.First, pair.Second, 0.95)
                .Match(
                    one => Near(1, one.Interval.Lower * method(pair.Second, pair.First, 0.95).OrThrow().Interval.Upper),
                    _ => true
                );
        });

    [Theory]
    [MemberData(nameof(Tests))]
    public void Swapping_the_groups_leaves_a_two_sided_test_alone(string name) =>
        Holds(pair =>
            name is "Fisher greater"
            || NotEstimableTests
                .Tests[name](pair.First, pair.Second)
                .Match(t => Near(t.P, NotEstimableTests.Tests[name](pair.Second, pair.First).OrThrow().P), _ => true)
        );

    [Theory]
    [MemberData(nameof(Estimates))]
    public void Four_times_as_many_people_give_a_narrower_interval(string name) =>
        Holds(pair =>
        {
            var method = NotEstimableTests.Estimates[name];
            // with nobody (or everybody) in a group exact and log methods have an open side
            return pair.First.Events * pair.First.Others * pair.Second.Events * pair.Second.Others == 0
                || Width(method(Times4(pair.First), Times4(pair.Second), 0.95))
                    < Width(method(pair.First, pair.Second, 0.95)) + 1e-9;
        });

    [Fact]
    public void Freeman_Halton_of_two_groups_is_Fishers_test() =>
        Holds(pair =>
            ExactTests
                .Fisher(pair.First, pair.Second, Alternative.TwoSided)
                .Match(fisher => Near(fisher.P, FreemanHalton.Test(pair.First, pair.Second).OrThrow().P), _ => true)
        );

    [Fact]
    public void The_order_of_groups_does_not_matter_to_a_test_of_them_all()
    {
        Proportion[] groups = [new(3, 20), new(9, 31), new(4, 11), new(2, 40)];
        Proportion[] turned = [groups[2], groups[0], groups[3], groups[1]];
        FreemanHalton.Test(turned).OrThrow().P.ShouldBe(FreemanHalton.Test(groups).OrThrow().P, 1e-12);
        ApproximateTests.ChiSquare(turned).OrThrow().P.ShouldBe(ApproximateTests.ChiSquare(groups).OrThrow().P, 1e-12);
    }

    private static void Holds(Func<(Proportion First, Proportion Second), bool> property) =>
        Prop.ForAll(Pairs, property).QuickCheckThrowOnFailure();

    private static bool Inside(Estimate e) =>
        e.Value >= e.Interval.Lower - 1e-12 && e.Value <= e.Interval.Upper + 1e-12;

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));

    private static double Width(Answer<Estimate> answer)
    {
        var interval = answer.OrThrow().Interval;
        return interval.Upper - interval.Lower;
    }

    private static Proportion Times4(Proportion group) => new(group.Events * 4, group.Size * 4);
}
