// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Attrition;
using Proeftuin.Statistics.Proportions;
using Shouldly;
using Xunit;
using TestResult = Proeftuin.Statistics.TestResult;

namespace Proeftuin.Tests.Statistics;

public sealed class NotEstimableTests
{
    private static readonly Proportion Some = new(3, 10);

    public static readonly IReadOnlyDictionary<
        string,
        Func<Proportion, Proportion, double, Answer<Estimate>>
    > Estimates = new Dictionary<string, Func<Proportion, Proportion, double, Answer<Estimate>>>(StringComparer.Ordinal)
    {
        ["Wald"] = RiskDifference.Wald,
        ["Wald corrected"] = RiskDifference.WaldCorrected,
        ["Newcombe"] = RiskDifference.Newcombe,
        ["Newcombe corrected"] = RiskDifference.NewcombeCorrected,
        ["Agresti-Caffo"] = RiskDifference.AgrestiCaffo,
        ["Miettinen-Nurminen"] = RiskDifference.MiettinenNurminen,
        ["Katz"] = RiskRatio.Katz,
        ["Woolf"] = OddsRatio.Woolf,
        ["conditional odds"] = OddsRatio.Conditional,
        ["Wilson"] = (first, _, level) => OneProportion.Wilson(first, level),
        ["Wilson corrected"] = (first, _, level) => OneProportion.WilsonCorrected(first, level),
        ["Clopper-Pearson"] = (first, _, level) => OneProportion.ClopperPearson(first, level),
        ["Jeffreys"] = (first, _, level) => OneProportion.Jeffreys(first, level),
        ["Agresti-Coull"] = (first, _, level) => OneProportion.AgrestiCoull(first, level),
    };

    public static readonly IReadOnlyDictionary<string, Func<Proportion, Proportion, Answer<TestResult>>> Tests =
        new Dictionary<string, Func<Proportion, Proportion, Answer<TestResult>>>(StringComparer.Ordinal)
        {
            ["Fisher"] = (a, b) => ExactTests.Fisher(a, b, Alternative.TwoSided),
            ["Fisher greater"] = (a, b) => ExactTests.Fisher(a, b, Alternative.Greater),
            ["mid-p"] = (a, b) => ExactTests.MidP(a, b, Alternative.TwoSided),
            ["permutation"] = ExactTests.Permutation,
            ["chi-square"] = (a, b) => ApproximateTests.ChiSquare(a, b),
            ["Yates"] = ApproximateTests.ChiSquareYates,
            ["G"] = (a, b) => ApproximateTests.LikelihoodRatio(a, b),
            ["pooled z"] = (a, b) => ApproximateTests.PooledZ(a, b, Alternative.TwoSided),
            ["unpooled z"] = (a, b) => ApproximateTests.UnpooledZ(a, b, Alternative.TwoSided),
            ["Freeman-Halton"] = (a, b) => FreemanHalton.Test(a, b),
        };

    public static TheoryData<string> EstimateNames => [.. Estimates.Keys];

    public static TheoryData<string> TestNames => [.. Tests.Keys];

    [Theory]
    [MemberData(nameof(EstimateNames))]
    public void An_estimate_names_what_is_wrong_with_its_input(string name)
    {
        var method = Estimates[name];
        Why(method(new(0, 0), Some, 0.95)).ShouldBe(Obstacle.EmptyGroup);
        Why(method(new(11, 10), Some, 0.95)).ShouldBe(Obstacle.CountOutsideGroup);
        Why(method(new(-1, 10), Some, 0.95)).ShouldBe(Obstacle.CountOutsideGroup);
        foreach (var level in new[] { double.NaN, 0, 1, -0.5, 95, double.PositiveInfinity })
        {
            Why(method(Some, Some, level)).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        }
    }

    [Theory]
    [MemberData(nameof(TestNames))]
    public void A_test_names_what_is_wrong_with_its_input_and_never_answers_p_is_1(string name)
    {
        var test = Tests[name];
        Why(test(new(0, 0), Some)).ShouldBe(Obstacle.EmptyGroup);
        Why(test(Some, new(0, 0))).ShouldBe(Obstacle.EmptyGroup);
        Why(test(Some, new(11, 10))).ShouldBe(Obstacle.CountOutsideGroup);
        Why(test(Some, new(-1, 10))).ShouldBe(Obstacle.CountOutsideGroup);
        Why(test(new(0, 10), new(0, 20))).ShouldBe(Obstacle.NoVariation);
        Why(test(new(10, 10), new(20, 20))).ShouldBe(Obstacle.NoVariation);
    }

    [Fact]
    public void Methods_that_divide_by_a_cell_refuse_an_empty_one()
    {
        Why(RiskRatio.Katz(new(0, 10), Some, 0.95)).ShouldBe(Obstacle.ZeroCell);
        Why(RiskRatio.Katz(Some, new(0, 10), 0.95)).ShouldBe(Obstacle.ZeroCell);
        Why(RiskRatio.Katz(new(10, 10), new(5, 5), 0.95)).ShouldBe(Obstacle.NoVariation);
        Why(OddsRatio.Woolf(new(10, 10), Some, 0.95)).ShouldBe(Obstacle.ZeroCell);
        Why(OddsRatio.Conditional(new(0, 10), new(0, 10), 0.95)).ShouldBe(Obstacle.NoVariation);
        Why(RiskDifference.Wald(new(0, 10), new(10, 10), 0.95)).ShouldBe(Obstacle.NoVariation);
        Why(RiskDifference.NumberNeeded(new(1, 3), new(2, 6))).ShouldBe(Obstacle.NoDifference);
    }

    [Fact]
    public void An_exact_odds_ratio_without_outcomes_in_one_group_has_an_open_side_and_says_so()
    {
        var none = OddsRatio.Conditional(new(0, 10), new(5, 10), 0.95).OrThrow();
        none.Value.ShouldBe(0);
        none.Interval.Lower.ShouldBe(0);
        none.Interval.Upper.ShouldBeInRange(0.5, 1.5);
        none.Warnings.ShouldBe([Warning.EstimateAtTheEdge]);
        var all = OddsRatio.Conditional(new(5, 10), new(0, 10), 0.95).OrThrow();
        all.Interval.Upper.ShouldBe(double.PositiveInfinity);
        all.Interval.Lower.ShouldBe(1 / none.Interval.Upper, 1e-9);
    }

    [Fact]
    public void Doubtful_numbers_carry_a_warning()
    {
        ApproximateTests
            .ChiSquare(new(1, 10), new Proportion(2, 10))
            .OrThrow()
            .Warnings.ShouldBe([Warning.SmallExpectedCount]);
        ApproximateTests.ChiSquare(new(50, 100), new Proportion(40, 100)).OrThrow().Warnings.ShouldBeEmpty();
        RiskDifference.Newcombe(new(0, 10), Some, 0.95).OrThrow().Warnings.ShouldBe([Warning.GroupWithoutVariation]);
        RiskDifference.Wald(new(9, 10), new(1, 10), 0.999).OrThrow().Warnings.ShouldBe([Warning.IntervalOutsideRange]);
    }

    [Fact]
    public void One_group_alone_cannot_be_compared()
    {
        Why(ApproximateTests.ChiSquare(Some)).ShouldBe(Obstacle.TooFewGroups);
        Why(FreemanHalton.Test(Some)).ShouldBe(Obstacle.TooFewGroups);
    }

    [Fact]
    public void An_enumeration_that_would_not_end_is_refused()
    {
        Why(FreemanHalton.Test(new(50_000, 100_000), new(50_000, 100_000), new Proportion(50_000, 100_000)))
            .ShouldBe(Obstacle.TooManyTables);
        Why(ExactTests.Fisher(new(100_000_000, 200_000_000), new(100_000_000, 200_000_000), Alternative.TwoSided))
            .ShouldBe(Obstacle.TooManyTables);
    }

    [Fact]
    public void Bounds_for_the_missing_name_what_is_wrong()
    {
        var fine = new WithMissing(Some, 2);
        Why(AttritionBounds.Of(new(Some, -1), fine, 0.95)).ShouldBe(Obstacle.CountOutsideGroup);
        Why(AttritionBounds.Of(new(new(0, 0), 1), fine, 0.95)).ShouldBe(Obstacle.EmptyGroup);
        Why(AttritionBounds.Of(fine, fine, double.NaN)).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Why(AttritionBounds.Of(new(new(0, 10), 0), new(new(10, 10), 0), 0.95)).ShouldBe(Obstacle.NoVariation);
    }

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => (Obstacle?)null, why => why);
}
