// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Regression;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Regression;

public sealed class OlsTests
{
    public static TheoryData<ErrorType> AllErrors => [.. Enum.GetValues<ErrorType>()];

    [Theory]
    [MemberData(nameof(AllErrors))]
    public void Adding_a_constant_to_the_outcome_moves_the_intercept_only(ErrorType errors) =>
        Holds(t =>
        {
            var (one, other) = (
                Fit(t, errors),
                Ols.Fit(t.Design, [.. t.Y.Select(y => y + 7)], Options(t, errors)).OrThrow()
            );
            return Same(one["arm"], other["arm"])
                && Trial.Near(
                    one[DesignMatrix.Intercept].OrThrow().Value + 7,
                    other[DesignMatrix.Intercept].OrThrow().Value
                );
        });

    [Theory]
    [MemberData(nameof(AllErrors))]
    public void The_order_of_the_rows_and_the_numbers_of_the_clusters_do_not_matter(ErrorType errors) =>
        Holds(t =>
        {
            var turned = t.Ordered([.. Enumerable.Range(0, t.Rows).Reverse()]);
            turned = turned with { Cluster = [.. turned.Cluster.Select(c => 100 - 7 * c)] };
            return Same(Fit(t, errors)["arm"], Fit(turned, errors)["arm"]);
        });

    [Theory]
    [MemberData(nameof(AllErrors))]
    public void Relabelling_the_arms_turns_the_effect_round(ErrorType errors) =>
        Holds(t =>
        {
            var one = Fit(t, errors)["arm"].OrThrow();
            var other = Fit(t with { Arm = [.. t.Arm.Select(a => 1 - a)] }, errors)["arm"].OrThrow();
            return Trial.Near(one.Value, -other.Value)
                && Trial.Near(one.StandardError, other.StandardError)
                && Trial.Near(one.P, other.P);
        });

    [Theory]
    [MemberData(nameof(AllErrors))]
    public void The_unit_of_a_covariate_or_outcome_changes_the_scale_only(ErrorType errors) =>
        Holds(t =>
        {
            var one = Fit(t, errors)["arm"].OrThrow();
            var scaled = t with { Y = [.. t.Y.Select(y => 100 * y)], Age = [.. t.Age.Select(a => a * 365.25)] };
            var other = Fit(scaled, errors)["arm"].OrThrow();
            return Trial.Near(100 * one.Value, other.Value)
                && Trial.Near(one.P, other.P)
                && Trial.Near(one.DegreesOfFreedom, other.DegreesOfFreedom);
        });

    [Theory]
    [MemberData(nameof(AllErrors))]
    public void A_p_value_is_a_probability_and_an_interval_contains_its_estimate(ErrorType errors) =>
        Holds(t =>
            Fit(t, errors)
                .Coefficients()
                .Select(c => c.OrThrow())
                .All(c => c.P is >= 0 and <= 1 && c.Interval.Contains(c.Value) && c.DegreesOfFreedom > 0)
        );

    [Fact]
    public void Weights_of_one_size_change_nothing() =>
        Holds(t =>
            Enum.GetValues<ErrorType>()
                .All(errors =>
                    Same(
                        Fit(t, errors)["arm"],
                        Ols.Fit(t.Design, t.Y, Options(t, errors) with { Weights = [.. t.Y.Select(_ => 3.0)] })
                            .OrThrow()["arm"]
                    )
                )
        );

    [Fact]
    public void Clusters_of_one_row_give_HC2_with_CR2_and_HC0_with_CR0() =>
        Holds(t =>
        {
            int[] own = [.. Enumerable.Range(0, t.Rows)];
            var fits = new[] { ErrorType.CR2, ErrorType.HC2, ErrorType.CR0, ErrorType.HC0 }
                .Select(e => Ols.Fit(t.Design, t.Y, new() { Errors = e, Clusters = own }).OrThrow())
                .Select(f => f["arm"].OrThrow().StandardError)
                .ToArray();
            return Trial.Near(fits[0], fits[1]) && Trial.Near(fits[2], fits[3]);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CR2_equals_its_definition_written_out_for_all_rows_at_once(bool weighted) =>
        Prop.ForAll(
                Trial.Any,
                t =>
                {
                    var weights = weighted ? t.Weight : [.. t.Y.Select(_ => 1.0)];
                    var options = new OlsOptions { Clusters = t.Cluster, Weights = weighted ? weights : null };
                    var fit = Ols.Fit(t.Design, t.Y, options).OrThrow();
                    var (errors, df) = Definition(t, weights);
                    return fit.Coefficients()
                        .Select((c, j) => (Mine: c.OrThrow(), Error: errors[j], Df: df[j]))
                        .All(p =>
                            Trial.Near(p.Mine.StandardError, p.Error, 1e-7)
                            && Trial.Near(p.Mine.DegreesOfFreedom, p.Df, 1e-7)
                        );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Equal_clusters_are_judged_by_the_spread_of_their_means()
    {
        // four and three clusters of two; CR2 is then Neyman's variance of the cluster means
        double[] y = [1, 3, 2, 6, 4, 4, 7, 1, 9, 5, 3, 8, 6, 6];
        double[] arm = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
        int[] cluster = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7];
        // means 2, 4, 4, 4 (variance 1) against 7, 5.5, 6 (variance 7/12)
        var found = Ols.Fit(DesignMatrix.WithIntercept(14).With("arm", arm), y, new() { Clusters = cluster })
            .OrThrow()["arm"]
            .OrThrow();
        found.Value.ShouldBe(18.5 / 3 - 3.5, 1e-13);
        found.StandardError.ShouldBe(Math.Sqrt(1.0 / 4 + 7.0 / 12 / 3), 1e-13);
        // Satterthwaite with equal variances: (1/4 + 1/3)² / (1/(16·3) + 1/(9·2)) = 49/11
        found.DegreesOfFreedom.ShouldBe(49.0 / 11, 1e-11);
    }

    [Fact]
    public void Two_arms_without_covariates_have_Neymans_variance_under_HC2()
    {
        double[] y = [1, 3, 5, 2, 8];
        var fit = Ols.Fit(DesignMatrix.WithIntercept(5).With("arm", [0, 0, 0, 1, 1]), y).OrThrow();
        // variances 4 and 18
        fit["arm"].OrThrow().StandardError.ShouldBe(Math.Sqrt(4.0 / 3 + 18.0 / 2), 1e-13);
    }

    [Fact]
    public void An_aliased_term_has_no_coefficient_and_the_others_are_as_without_it()
    {
        var arm = new double[] { 0, 1, 0, 1, 0, 1, 0, 1 };
        var design = DesignMatrix.WithIntercept(8).With("arm", arm).With("other", [.. arm.Select(a => 1 - a)]);
        double[] y = [1, 2, 4, 3, 2, 5, 4, 4];
        var fit = Ols.Fit(design, y).OrThrow();
        Trial.Why(fit["other"]).ShouldBe(Obstacle.Collinear);
        Same(fit["arm"], Ols.Fit(DesignMatrix.WithIntercept(8).With("arm", arm), y).OrThrow()["arm"]).ShouldBeTrue();
        fit.Rank.ShouldBe(2);
    }

    [Fact]
    public void A_sum_of_coefficients_is_the_coefficient_of_a_design_written_the_other_way()
    {
        string[] arms = ["a", "b", "c", "a", "b", "c", "b", "c", "a", "b", "c", "a"];
        double[] y = [1, 2, 5, 2, 2, 7, 1, 6, 3, 4, 4, 1];
        var one = Ols.Fit(DesignMatrix.WithIntercept(12).WithFactor("g", arms, ["a", "b", "c"]), y).OrThrow();
        var other = Ols.Fit(DesignMatrix.WithIntercept(12).WithFactor("g", arms, ["b", "a", "c"]), y).OrThrow();
        var difference = one.Sum(
            "c - b",
            new Dictionary<string, double>(StringComparer.Ordinal) { ["gc"] = 1, ["gb"] = -1 }
        );
        Same(difference, other["gc"]).ShouldBeTrue();
        one.FTest().OrThrow().P.ShouldBe(other.FTest().OrThrow().P, 1e-12);
    }

    [Theory]
    [MemberData(nameof(AllErrors))]
    public void What_cannot_be_fitted_has_a_name(ErrorType errors)
    {
        int[] clusters = [1, 1, 2, 2, 3, 3];
        var design = DesignMatrix.WithIntercept(6).With("x", [1, 2, 3, 4, 5, 7]);
        double[] y = [1, 4, 2, 6, 3, 3];
        Why(design, [1, 4, 2, 6, 3, double.NaN]).ShouldBe(Obstacle.NotFinite);
        Why(design, [1, 4, 2, 6, 3, double.PositiveInfinity]).ShouldBe(Obstacle.NotFinite);
        Why(DesignMatrix.WithIntercept(6).With("x", [1, 2, 3, 4, 5, double.NaN]), y).ShouldBe(Obstacle.NotFinite);
        Why(design, [5, 5, 5, 5, 5, 5]).ShouldBe(Obstacle.NoVariation);
        Why(design, [0, 0, 0, 0, 0, 0]).ShouldBe(Obstacle.NoVariation);
        Why(design, [1, 2, 3, 4, 5, 7]).ShouldBe(Obstacle.PerfectFit);
        Why(DesignMatrix.Empty(0), []).ShouldBe(Obstacle.TooFewUnits);
        var wide = design;
        for (var j = 0; j < 6; j++)
        {
            wide = wide.With($"z{j}", [.. Enumerable.Range(0, 6).Select(i => Math.Cos(i * (j + 2)))]);
        }

        Why(wide, y).ShouldBe(Obstacle.MoreTermsThanRows);
        Trial
            .Why(
                Ols.Fit(
                    design,
                    y,
                    new()
                    {
                        Errors = errors,
                        Clusters = clusters,
                        Weights = [1, 1, 0, 1, 1, 1],
                    }
                )
            )
            .ShouldBe(Obstacle.NonPositiveWeight);
        Trial
            .Why(
                Ols.Fit(
                    design,
                    y,
                    new()
                    {
                        Errors = errors,
                        Clusters = clusters,
                        Level = 1,
                    }
                )
            )
            .ShouldBe(Obstacle.LevelOutsideZeroToOne);

        Obstacle Why(DesignMatrix x, double[] outcome) =>
            Trial.Why(Ols.Fit(x, outcome, new() { Errors = errors, Clusters = clusters[..outcome.Length] }));
    }

    [Fact]
    public void One_cluster_and_a_row_of_its_own_kind_have_a_name()
    {
        var design = DesignMatrix.WithIntercept(5).With("only", [0, 0, 0, 0, 1]);
        double[] y = [1, 4, 2, 6, 3];
        Trial.Why(Ols.Fit(design, y, new() { Clusters = [1, 1, 1, 1, 1] })).ShouldBe(Obstacle.TooFewClusters);
        Trial.Why(Ols.Fit(design, y)).ShouldBe(Obstacle.LeverageOfOne);
        Trial.Why(Ols.Fit(design, y, new() { Errors = ErrorType.HC3 })).ShouldBe(Obstacle.LeverageOfOne);
        Ols.Fit(design, y, new() { Errors = ErrorType.Classical }).OrThrow()["only"].OrThrow().P.ShouldBeInRange(0, 1);
    }

    [Fact]
    public void An_error_of_nought_is_not_certainty()
    {
        // in the first group nobody differs: the robust error of its mean would be 0 and p would be 0
        var design = DesignMatrix.WithIntercept(6).With("arm", [0, 0, 0, 1, 1, 1]);
        var fit = Ols.Fit(design, [2, 2, 2, 1, 5, 3]).OrThrow();
        Trial.Why(fit[DesignMatrix.Intercept]).ShouldBe(Obstacle.NoVariation);
        fit["arm"].OrThrow().P.ShouldBeInRange(0.1, 1);
    }

    [Fact]
    public void A_mistake_of_the_program_is_an_exception()
    {
        var design = DesignMatrix.WithIntercept(3);
        Should.Throw<ArgumentException>(() => Ols.Fit(design, [1, 2]));
        Should.Throw<ArgumentException>(() => Ols.Fit(design, [1, 2, 4], new() { Errors = ErrorType.CR2 }));
        Should.Throw<ArgumentException>(() => Ols.Fit(design, [1, 2, 4], new() { Weights = [1, 1] }));
        Should.Throw<ArgumentException>(() => Ols.Fit(design, [1, 2, 4]).OrThrow()["x"]);
        Should.Throw<ArgumentException>(() => design.With(DesignMatrix.Intercept, [1, 1, 1]));
        Should.Throw<ArgumentException>(() => design.WithFactor("f", ["a", "b", "z"], ["a", "b"]));
    }

    /// <summary>The formulas of Pustejovsky and Tipton with every matrix written out in full.</summary>
    private static (double[] Errors, double[] Df) Definition(Trial t, double[] weights)
    {
        var n = t.Rows;
        var x = Matrix.OfColumns([.. t.Design.Terms.Select(t.Design.Column)]);
        var w = new Matrix(n, n);
        for (var i = 0; i < n; i++)
        {
            w[i, i] = weights[i];
        }

        var m = Cholesky.Of(x.Gram(weights))!.Inverse();
        var rest = Matrix.Identity(n).Minus(x.Times(m).Times(x.Transposed()).Times(w));
        var all = rest.Times(rest.Transposed());
        var residuals = rest.Times(t.Y);
        var clusters = t.Cluster.Distinct().Select(c => Enumerable.Range(0, n).Where(i => t.Cluster[i] == c).ToArray());
        int[] columns = [.. Enumerable.Range(0, x.Columns)];
        int[] rows = [.. Enumerable.Range(0, n)];
        var meat = new Matrix(x.Columns, x.Columns);
        var steps = new List<Matrix>();
        foreach (var g in clusters)
        {
            var a = SymmetricEigen.Of(all.Part(g, g)).Apply(v => v > 1e-12 ? 1 / Math.Sqrt(v) : 0);
            var awx = a.Times(w.Part(g, g)).Times(x.Part(g, columns));
            var score = awx.TransposedTimes([.. g.Select(i => residuals[i])]);
            meat = meat.Plus(Matrix.OfRows([score]).Gram());
            steps.Add(rest.Part(g, rows).Transposed().Times(awx).Times(m));
        }

        var errors = m.Times(meat).Times(m).Diagonal().Select(Math.Sqrt).ToArray();
        var df = columns.Select(c =>
        {
            var p = Matrix.OfColumns([.. steps.Select(s => s.Column(c))]).Gram();
            return Math.Pow(p.Diagonal().Sum(), 2) / p.Values.ToArray().Sum(v => v * v);
        });
        return (errors, [.. df]);
    }

    private static OlsOptions Options(Trial t, ErrorType errors) => new() { Errors = errors, Clusters = t.Cluster };

    private static LinearFit Fit(Trial t, ErrorType errors) => Ols.Fit(t.Design, t.Y, Options(t, errors)).OrThrow();

    private static bool Same(Answer<Coefficient> a, Answer<Coefficient> b)
    {
        var (one, other) = (a.OrThrow(), b.OrThrow());
        return Trial.Near(one.Value, other.Value)
            && Trial.Near(one.StandardError, other.StandardError)
            && Trial.Near(one.DegreesOfFreedom, other.DegreesOfFreedom)
            && Trial.Near(one.P, other.P);
    }

    private static void Holds(Func<Trial, bool> property) =>
        Prop.ForAll(Trial.Any, property).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
}
