// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Proportions;
using Proeftuin.Statistics.Regression;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Regression;

public sealed class LogisticTests
{
    public static TheoryData<Link> Links => [.. Enum.GetValues<Link>()];

    [Fact]
    public void Two_groups_give_the_odds_ratio_and_error_of_their_table()
    {
        // 3 of 10 against 8 of 12: ln(3/7) and ln(8/4), errors 1/3 + 1/7 and 1/8 + 1/4
        var (design, y) = Table(3, 10, 8, 12);
        var fit = Logistic.Fit(design, y).OrThrow();
        var effect = fit["arm"].OrThrow();
        effect.Value.ShouldBe(Math.Log(2.0 * 7 / 3), 1e-12);
        effect.StandardError.ShouldBe(Math.Sqrt(1.0 / 3 + 1.0 / 7 + 1.0 / 8 + 1.0 / 4), 1e-10);
        var woolf = OddsRatio.Woolf(new(8, 12), new(3, 10), 0.95).OrThrow();
        var odds = fit.OddsRatio("arm").OrThrow();
        odds.Interval.Lower.ShouldBe(woolf.Interval.Lower, 1e-8);
        odds.Interval.Upper.ShouldBe(woolf.Interval.Upper, 1e-8);
        // the average change is the plain difference, with Wald's error
        var change = fit.AverageChange("arm").OrThrow();
        change.Value.ShouldBe(8.0 / 12 - 0.3, 1e-12);
        change.StandardError.ShouldBe(Math.Sqrt(0.3 * 0.7 / 10 + 2.0 / 9 / 12), 1e-10);
        Logistic
            .Fit(design, y, new() { Link = Link.Probit })
            .OrThrow()
            .AverageChange("arm")
            .OrThrow()
            .Value.ShouldBe(8.0 / 12 - 0.3, 1e-9);
    }

    [Theory]
    [InlineData(0, 10, 5, 12)] // nobody in one group: quasi-complete separation
    [InlineData(10, 10, 5, 12)]
    [InlineData(0, 10, 12, 12)] // complete separation
    [InlineData(0, 400, 1, 400)]
    public void A_group_without_variation_is_separation(int x1, int n1, int x2, int n2)
    {
        var (design, y) = Table(x1, n1, x2, n2);
        foreach (var link in Enum.GetValues<Link>())
        {
            Trial.Why(Logistic.Fit(design, y, new() { Link = link })).ShouldBe(Obstacle.Separation);
        }
    }

    [Theory]
    [InlineData(1, 1000, 999, 1000)]
    [InlineData(1, 200_000, 5, 10)]
    public void Rare_and_nearly_separated_outcomes_have_an_estimate(int x1, int n1, int x2, int n2)
    {
        var (design, y) = Table(x1, n1, x2, n2);
        var expected = Math.Log((double)x2 / (n2 - x2)) - Math.Log((double)x1 / (n1 - x1));
        Logistic.Fit(design, y).OrThrow()["arm"].OrThrow().Value.ShouldBe(expected, 1e-9);
    }

    [Fact]
    public void One_covariate_separates_exactly_when_its_values_do_not_overlap() =>
        Prop.ForAll(
                Gen.Choose(0, 12).Two().NonEmptyListOf().ToArbitrary(),
                pairs =>
                {
                    double[] x = [.. pairs.Select(p => (double)p.Item1)];
                    double[] y = [.. pairs.Select(p => p.Item2 > 6 ? 1.0 : 0)];
                    var (no, yes) = (Of(0), Of(1));
                    if (no.Length == 0 || yes.Length == 0 || x.Distinct().Count() < 2 || x.Length < 3)
                    {
                        return true;
                    }

                    var apart = no.Max() <= yes.Min() || yes.Max() <= no.Min();
                    var design = DesignMatrix.WithIntercept(x.Length).With("x", x);
                    return Enum.GetValues<Link>()
                        .All(link =>
                            Logistic
                                .Fit(design, y, new() { Link = link })
                                .Match(_ => !apart, why => apart && why is Obstacle.Separation)
                        );

                    double[] Of(double outcome) => [.. x.Where((_, i) => y[i].Equals(outcome))];
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [MemberData(nameof(Links))]
    public void Relabelling_the_outcome_or_turning_the_rows_changes_the_sign_only(Link link) =>
        Holds(
            (t, y) =>
            {
                var options = new LogisticOptions { Link = link };
                var turned = t.Ordered([.. Enumerable.Range(0, t.Rows).Reverse()]);
                return Logistic
                    .Fit(t.Design, y, options)
                    .Match(
                        fit =>
                        {
                            var other = Logistic
                                .Fit(turned.Design, [.. y.Reverse().Select(v => 1 - v)], options)
                                .OrThrow();
                            var (a, b) = (fit["arm"].OrThrow(), other["arm"].OrThrow());
                            return Trial.Near(a.Value, -b.Value, 1e-6)
                                && Trial.Near(a.StandardError, b.StandardError, 1e-6)
                                && a.P is >= 0 and <= 1;
                        },
                        _ => true
                    );
            }
        );

    [Fact]
    public void A_row_of_weight_two_is_two_rows() =>
        Holds(
            (t, y) =>
            {
                double[] weights = [.. Enumerable.Range(0, t.Rows).Select(i => 1.0 + i % 2)];
                int[] twice = [.. Enumerable.Range(0, t.Rows).SelectMany(i => Enumerable.Repeat(i, 1 + i % 2))];
                return Logistic
                    .Fit(t.Design, y, new() { Weights = weights })
                    .Match(
                        fit =>
                        {
                            var other = Logistic.Fit(t.Ordered(twice).Design, [.. twice.Select(i => y[i])]).OrThrow();
                            var (a, b) = (fit["arm"].OrThrow(), other["arm"].OrThrow());
                            return Trial.Near(a.Value, b.Value, 1e-6)
                                && Trial.Near(a.StandardError, b.StandardError, 1e-6)
                                && Trial.Near(fit.Deviance, other.Deviance)
                                && Trial.Near(fit.NullDeviance, other.NullDeviance)
                                && Trial.Near(
                                    fit.AverageSlope("age").OrThrow().StandardError,
                                    other.AverageSlope("age").OrThrow().StandardError,
                                    1e-6
                                );
                        },
                        _ => true
                    );
            }
        );

    [Theory]
    [MemberData(nameof(Links))]
    public void The_average_slope_is_the_limit_of_the_average_change(Link link) =>
        Holds(
            (t, y) =>
                Logistic
                    .Fit(t.Design, y, new() { Link = link })
                    .Match(
                        fit =>
                        {
                            const double h = 1e-4;
                            var (low, high) = (Moved(-h), Moved(h));
                            var change = fit.AverageChange("age", low, high).OrThrow();
                            var slope = fit.AverageSlope("age").OrThrow();
                            return Trial.Near(change.Value / (2 * h), slope.Value, 1e-5)
                                && Trial.Near(change.StandardError / (2 * h), slope.StandardError, 1e-4);

                            DesignMatrix Moved(double by) => (t with { Age = [.. t.Age.Select(a => a + by)] }).Design;
                        },
                        _ => true
                    )
        );

    [Fact]
    public void Clusters_of_one_row_give_HC0_with_CR0() =>
        Holds(
            (t, y) =>
            {
                int[] own = [.. Enumerable.Range(0, t.Rows)];
                var options = new LogisticOptions { Clusters = own };
                return Logistic
                    .Fit(t.Design, y, options with { Errors = ErrorType.CR0 })
                    .Match(
                        fit =>
                        {
                            var robust = Logistic.Fit(t.Design, y, options with { Errors = ErrorType.HC0 }).OrThrow();
                            var corrected = Logistic.Fit(t.Design, y, options).OrThrow();
                            var error = fit["arm"].OrThrow().StandardError;
                            return Trial.Near(error, robust["arm"].OrThrow().StandardError)
                                && Trial.Near(
                                    error * Math.Sqrt(t.Rows / (t.Rows - 1.0)),
                                    corrected["arm"].OrThrow().StandardError
                                );
                        },
                        _ => true
                    );
            }
        );

    [Fact]
    public void The_robust_errors_of_two_groups_are_those_of_the_table()
    {
        // saturated: HC0 equals the model's own errors; HC2 divides by 1 − 1/n per group
        var (design, y) = Table(3, 10, 8, 12);
        double Error(ErrorType errors) =>
            Logistic.Fit(design, y, new() { Errors = errors }).OrThrow()["arm"].OrThrow().StandardError;

        var (first, second) = (1.0 / 3 + 1.0 / 7, 1.0 / 8 + 1.0 / 4);
        Error(ErrorType.HC0).ShouldBe(Math.Sqrt(first + second), 1e-9);
        Error(ErrorType.HC1).ShouldBe(Math.Sqrt((first + second) * 22 / 20), 1e-9);
        Error(ErrorType.HC2).ShouldBe(Math.Sqrt(first * 10 / 9 + second * 12 / 11), 1e-9);
        Error(ErrorType.HC3).ShouldBe(Math.Sqrt(first * 100 / 81 + second * 144 / 121), 1e-9);
    }

    [Fact]
    public void Predicted_chances_of_the_same_design_are_the_fitted_ones_and_tests_agree_on_no_effect()
    {
        var (design, y) = Table(5, 10, 6, 12);
        var fit = Logistic.Fit(design, y).OrThrow();
        fit.Predict(design).ShouldBe(fit.Fitted);
        fit.LikelihoodRatio().OrThrow().P.ShouldBe(1, 1e-6);
        fit.Wald(["arm"]).OrThrow().P.ShouldBe(fit["arm"].OrThrow().P, 1e-12);
        Should.Throw<ArgumentException>(() => fit.Predict(DesignMatrix.WithIntercept(22)));
    }

    [Fact]
    public void What_cannot_be_fitted_has_a_name()
    {
        var design = DesignMatrix.WithIntercept(6).With("x", [1, 2, 3, 4, 5, 6]);
        double[] y = [0, 1, 0, 1, 0, 1];
        Trial.Why(Logistic.Fit(design, [0, 1, 0, 1, 0, 2])).ShouldBe(Obstacle.OutcomeNotZeroOrOne);
        Trial.Why(Logistic.Fit(design, [0, 1, 0, 1, 0, double.NaN])).ShouldBe(Obstacle.NotFinite);
        Trial.Why(Logistic.Fit(design, [0, 0, 0, 0, 0, 0])).ShouldBe(Obstacle.NoVariation);
        Trial.Why(Logistic.Fit(design, [1, 1, 1, 1, 1, 1])).ShouldBe(Obstacle.NoVariation);
        Trial.Why(Logistic.Fit(design, y, new() { Weights = [1, 1, 1, 1, 1, 0] })).ShouldBe(Obstacle.NonPositiveWeight);
        Trial.Why(Logistic.Fit(design, y, new() { Level = 2 })).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Trial.Why(Logistic.Fit(design, y, new() { Clusters = [1, 1, 1, 1, 1, 1] })).ShouldBe(Obstacle.TooFewClusters);
        Trial.Why(Logistic.Fit(DesignMatrix.Empty(0), [])).ShouldBe(Obstacle.TooFewUnits);
        Trial
            .Why(Logistic.Fit(DesignMatrix.WithIntercept(2).With("x", [0, 1]), [0, 1]))
            .ShouldBe(Obstacle.MoreTermsThanRows);
        var aliased = design.With("double", [2, 4, 6, 8, 10, 12]);
        var fit = Logistic.Fit(aliased, y).OrThrow();
        Trial.Why(fit["double"]).ShouldBe(Obstacle.Collinear);
        fit["x"].OrThrow().Value.ShouldBe(Logistic.Fit(design, y).OrThrow()["x"].OrThrow().Value, 1e-12);
        Should.Throw<ArgumentException>(() => Logistic.Fit(design, y, new() { Errors = ErrorType.CR0 }));
        Should.Throw<ArgumentException>(() =>
            Logistic.Fit(design, y, new() { Errors = ErrorType.CR2, Clusters = [1, 2, 3, 4, 5, 6] })
        );
    }

    private static (DesignMatrix Design, double[] Y) Table(int x1, int n1, int x2, int n2)
    {
        double[] arm = [.. Enumerable.Range(0, n1 + n2).Select(i => i < n1 ? 0.0 : 1)];
        double[] y = [.. Enumerable.Range(0, n1 + n2).Select(i => i < x1 || (i >= n1 && i < n1 + x2) ? 1.0 : 0)];
        return (DesignMatrix.WithIntercept(n1 + n2).With("arm", arm), y);
    }

    /// <summary>The made-up trial with a yes/no outcome: above or below its middle.</summary>
    private static void Holds(Func<Trial, double[], bool> property) =>
        Prop.ForAll(
                Trial.Any,
                t =>
                {
                    var middle = t.Y.Order().ElementAt(t.Rows / 2);
                    return property(t, [.. t.Y.Select(y => y > middle ? 1.0 : 0)]);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
}
