// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Proportions;
using Proeftuin.Tests.Statistics.Regression;
using Shouldly;
using Xunit;
using Alternative = Proeftuin.Statistics.Alternative;

namespace Proeftuin.Tests.Statistics;

public sealed class UnconditionalTestsTests
{
    private static readonly Arbitrary<(Proportion First, Proportion Second)> Pairs = (
        from n in Gen.Choose(1, 14)
        from m in Gen.Choose(1, 14)
        from x in Gen.Choose(0, n)
        from y in Gen.Choose(0, m)
        select (new Proportion(x, n), new Proportion(y, m))
    ).ToArbitrary();

    [Fact]
    public void Barnard_of_the_vaccine_example_of_SciPy() =>
        UnconditionalTests.Barnard(new(7, 15), new(12, 15), Alternative.Less).OrThrow().P.ShouldBe(0.0341, 5e-5);

    [Fact]
    public void Boschloo_of_the_job_satisfaction_example_of_SciPy() =>
        UnconditionalTests.Boschloo(new(74, 117), new(31, 63), Alternative.Greater).OrThrow().P.ShouldBe(0.0355, 1e-4);

    [Fact]
    public void One_against_one_by_hand()
    {
        // only (1, 0) and (0, 1) are as extreme: 2p(1 − p), at most 1/2
        UnconditionalTests.Barnard(new(1, 1), new(0, 1), Alternative.TwoSided).OrThrow().P.ShouldBe(0.5, 1e-9);
        UnconditionalTests.Barnard(new(1, 1), new(0, 1), Alternative.Greater).OrThrow().P.ShouldBe(0.25, 1e-9);
        // Boschloo: Fisher's two-sided p-value of every table here is 1
        UnconditionalTests.Boschloo(new(1, 1), new(0, 1), Alternative.TwoSided).OrThrow().P.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void All_against_none_by_hand() =>
        // n of n against 0 of m is the most extreme: p^n(1 − p)^m is highest at p = n/(n + m)
        UnconditionalTests
            .Barnard(new(4, 4), new(0, 6), Alternative.Greater)
            .OrThrow()
            .P.ShouldBe(Math.Pow(0.4, 4) * Math.Pow(0.6, 6), 1e-12);

    [Theory]
    [InlineData(Alternative.TwoSided)]
    [InlineData(Alternative.Greater)]
    [InlineData(Alternative.Less)]
    public void Boschloo_is_never_more_cautious_than_Fisher(Alternative alternative) =>
        Holds(
            (a, b) =>
                UnconditionalTests
                    .Boschloo(a, b, alternative)
                    .Match(t => t.P <= ExactTests.Fisher(a, b, alternative).OrThrow().P * (1 + 1e-9), _ => true)
        );

    [Fact]
    public void The_p_value_is_the_largest_over_a_fine_grid_of_common_proportions() =>
        Holds(
            (a, b) =>
                UnconditionalTests
                    .Barnard(a, b, Alternative.TwoSided)
                    .Match(
                        t =>
                        {
                            var grid = Enumerable.Range(1, 1999).Max(i => Probability(a, b, i / 2000.0));
                            return t.P >= grid * (1 - 1e-9) && t.P <= grid * (1 + 1e-3);
                        },
                        _ => true
                    ),
            25
        );

    [Fact]
    public void Swapping_the_groups_or_the_outcome_changes_nothing() =>
        Holds(
            (a, b) =>
                new Func<Proportion, Proportion, Answer<Proeftuin.Statistics.TestResult>>[]
                {
                    (x, y) => UnconditionalTests.Barnard(x, y, Alternative.TwoSided),
                    (x, y) => UnconditionalTests.Boschloo(x, y, Alternative.TwoSided),
                }.All(test =>
                    test(a, b)
                        .Match(
                            t =>
                                t.P is >= 0 and <= 1
                                && Math.Abs(t.P - test(b, a).OrThrow().P) < 1e-9
                                && Math.Abs(t.P - test(Turned(a), Turned(b)).OrThrow().P) < 1e-9,
                            _ => true
                        )
                )
        );

    [Fact]
    public void What_cannot_be_tested_has_a_name()
    {
        Trial.Why(Two(new(0, 5), new(0, 5))).ShouldBe(Obstacle.NoVariation);
        Trial.Why(Two(new(5, 5), new(5, 5))).ShouldBe(Obstacle.NoVariation);
        Trial.Why(Two(new(0, 0), new(1, 5))).ShouldBe(Obstacle.EmptyGroup);
        Trial.Why(Two(new(6, 5), new(1, 5))).ShouldBe(Obstacle.CountOutsideGroup);
        Trial.Why(Two(new(6, 5000), new(1, 5000))).ShouldBe(Obstacle.TooManyTables);
        static Answer<Proeftuin.Statistics.TestResult> Two(Proportion a, Proportion b) =>
            UnconditionalTests.Barnard(a, b, Alternative.TwoSided);
    }

    /// <summary>The chance of a pooled z at least as large, written out per table.</summary>
    private static double Probability(Proportion a, Proportion b, double p)
    {
        var observed = Z(a.Events, b.Events);
        double sum = 0;
        for (var x = 0; x <= a.Size; x++)
        {
            for (var y = 0; y <= b.Size; y++)
            {
                if (Z(x, y) >= observed - 1e-9)
                {
                    sum += Binomial.At(x, a.Size, p) * Binomial.At(y, b.Size, p);
                }
            }
        }

        return sum;

        double Z(long x, long y)
        {
            var pooled = (x + y) / (double)(a.Size + b.Size);
            return pooled is 0 or 1
                ? 0
                : Math.Abs((double)x / a.Size - (double)y / b.Size)
                    / Math.Sqrt(pooled * (1 - pooled) * (1.0 / a.Size + 1.0 / b.Size));
        }
    }

    private static Proportion Turned(Proportion group) => new(group.Size - group.Events, group.Size);

    private static void Holds(Func<Proportion, Proportion, bool> property, int tests = 60) =>
        Prop.ForAll(Pairs, pair => property(pair.First, pair.Second))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
