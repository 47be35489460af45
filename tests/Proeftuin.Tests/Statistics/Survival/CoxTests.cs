// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;
using static Proeftuin.Tests.Statistics.Survival.Scene;

namespace Proeftuin.Tests.Statistics.Survival;

public sealed class CoxTests
{
    private static readonly FollowUp Six = FollowUp.Of([1, 2, 2, 3, 4, 5], [true, true, true, false, true, false]);
    private static readonly double[] X = [1, 0, 1, 1, 0, 0.5];

    [Fact]
    public void Six_people_by_hand()
    {
        // at β = 0: six at risk, then two of five at once, then one of two
        Fit(CoxTies.Breslow).NullLogLikelihood.ShouldBe(-Math.Log(6 * 25 * 2), 1e-13);
        Fit(CoxTies.Efron).NullLogLikelihood.ShouldBe(-Math.Log(6 * 20 * 2), 1e-13);
        Fit(CoxTies.Exact).NullLogLikelihood.ShouldBe(-Math.Log(6 * 10 * 2), 1e-13);
    }

    [Fact]
    public void Three_people_by_hand()
    {
        // r/(2r + 1) · 1/(1 + r) is highest where r² is a half
        var fit = Cox.Fit(
                FollowUp.Of([1, 2, 3], [true, true, false]),
                Matrix.OfColumns([
                    [1, 0, 1],
                ])
            )
            .OrThrow();
        fit.Terms[0].LogHazardRatio.Value.ShouldBe(Math.Log(Math.Sqrt(0.5)), 1e-12);
        fit.Terms[0].LogHazardRatio.StandardError!.Value.ShouldBe(1.435500, 1e-6);
    }

    [Theory]
    [InlineData(CoxTies.Breslow)]
    [InlineData(CoxTies.Efron)]
    [InlineData(CoxTies.Exact)]
    public void The_likelihood_is_that_of_the_definition_and_has_its_top_where_the_fit_says(CoxTies ties)
    {
        var fit = Fit(ties);
        var beta = fit.Terms[0].LogHazardRatio.Value;
        fit.LogLikelihood.ShouldBe(ByDefinition(ties, beta), 1e-12);
        const double Step = 1e-4;
        var (left, right) = (ByDefinition(ties, beta - Step), ByDefinition(ties, beta + Step));
        left.ShouldBeLessThan(fit.LogLikelihood);
        right.ShouldBeLessThan(fit.LogLikelihood);
        var curvature = (2 * fit.LogLikelihood - left - right) / (Step * Step);
        fit.Variance[0, 0].ShouldBe(1 / curvature, 1e-5);
    }

    [Fact]
    public void The_order_of_the_rows_and_a_constant_on_a_covariate_change_nothing_and_its_unit_only_the_coefficient() =>
        Each(scene =>
        {
            var one = Cox.Fit(scene.Data, Covariates(scene)).OrThrow();
            var back = Cox.Fit(scene.Backwards().Data, Covariates(scene.Backwards())).OrThrow();
            double[] months = [.. scene.Age.Select(a => 12 * a + 1000)];
            var other = Cox.Fit(scene.Data, Matrix.OfColumns([months, scene.Woman])).OrThrow();
            return Near(one.Variance.Values.ToArray(), back.Variance.Values.ToArray())
                && Near(Values(one), Values(back))
                && Near(one.LogLikelihood, other.LogLikelihood)
                && Near(Values(one)[0], 12 * Values(other)[0])
                && one.Terms.All(t => t.P is >= 0 and <= 1);
        });

    [Fact]
    public void A_row_cut_in_two_is_the_row() =>
        Each(scene =>
        {
            var (data, units) = scene.CutAtFour();
            var cut = Matrix.OfColumns([
                [.. units.Select(u => scene.Age[u])],
                [.. units.Select(u => scene.Woman[u])],
            ]);
            foreach (var ties in Enum.GetValues<CoxTies>())
            {
                var whole = Cox.Fit(scene.Data, Covariates(scene), new() { Ties = ties });
                var parts = Cox.Fit(data, cut, new() { Ties = ties });
                // who is tied may separate by the exact rule alone; then both must say so
                if (Why(whole) is { } why)
                {
                    return Why(parts) == why;
                }

                var (one, other) = (whole.OrThrow(), parts.OrThrow());
                var alike =
                    Near(Values(one), Values(other))
                    && Near(one.NaiveVariance.Values.ToArray(), other.NaiveVariance.Values.ToArray())
                    && Near(one.Concordance().OrThrow().Share.Value, other.Concordance().OrThrow().Share.Value);
                if (!alike)
                {
                    return false;
                }
            }

            var robust = Cox.Fit(scene.Data, Covariates(scene), new() { Robust = true }).OrThrow();
            var clustered = Cox.Fit(data, cut, new() { Clusters = units }).OrThrow();
            return Near(robust.Variance.Values.ToArray(), clustered.Variance.Values.ToArray())
                && Near(
                    clustered.Concordance().OrThrow().Share.StandardError!.Value,
                    robust.Concordance().OrThrow().Share.StandardError!.Value
                );
        });

    [Fact]
    public void A_weight_of_two_is_the_row_twice_by_Breslows_rule() =>
        Each(scene =>
        {
            var weights = scene.Arms.Select(a => a == 1 ? 2.0 : 1.0).ToArray();
            var twice = scene.InOrder([
                .. Enumerable.Range(0, scene.Count).SelectMany(i => Enumerable.Repeat(i, (int)weights[i])),
            ]);
            var options = new CoxOptions { Ties = CoxTies.Breslow };
            var one = Cox.Fit(scene.Data.Weighted(weights), Covariates(scene), options).OrThrow();
            var other = Cox.Fit(twice.Data, Covariates(twice), options).OrThrow();
            return Near(Values(one), Values(other))
                && Near(one.Variance.Values.ToArray(), other.Variance.Values.ToArray())
                && Near(one.Predict([40, 1]).OrThrow().Survival, other.Predict([40, 1]).OrThrow().Survival);
        });

    [Fact]
    public void The_same_rows_many_times_over_give_the_same_estimate_through_all_blocks_and_threads() =>
        Repeated(CoxTies.Breslow);

    [Fact]
    public void Concordance_counts_every_pair() =>
        Each(scene =>
        {
            var (data, units) = scene.CutAtFour();
            double[] x = [.. units.Select(u => scene.Age[u])];
            double[] weights = [.. units.Select(u => 1.0 + scene.Arms[u])];
            var fit = Cox.Fit(data.Weighted(weights), Matrix.OfColumns([x])).OrThrow();
            var (right, wrong, tied) = (0.0, 0.0, 0.0);
            var sign = Math.Sign(Values(fit)[0]);
            for (var i = 0; i < data.Count; i++)
            {
                for (var j = 0; j < data.Count; j++)
                {
                    var (end, other) = (data.Exit[i], data.Exit[j]);
                    // a second stretch is only there after month 4
                    var there = j != i && (end > 4 || other <= 4);
                    if (data.Cause[i] == 0 || !there || other < end || (other == end && data.Cause[j] != 0))
                    {
                        continue;
                    }

                    var w = weights[i] * weights[j];
                    right += x[i] * sign > x[j] * sign ? w : 0;
                    wrong += x[i] * sign < x[j] * sign ? w : 0;
                    tied += x[i] == x[j] ? w : 0;
                }
            }

            var concordance = fit.Concordance().OrThrow();
            return Near(concordance.Concordant, right)
                && Near(concordance.Discordant, wrong)
                && Near(concordance.TiedRisk, tied);
        });

    [Theory]
    [InlineData(TimeTransform.Identity)]
    [InlineData(TimeTransform.Log)]
    public void The_test_of_proportional_hazards_is_the_score_test_of_the_covariate_times_time(
        TimeTransform transform
    ) =>
        Each(scene =>
        {
            double G(double t) => transform is TimeTransform.Log ? Math.Log(t) : t;
            var fit = Cox.Fit(scene.Data, Covariates(scene)).OrThrow();
            // every row in stretches of a month, so that covariate times time can be a covariate
            var rows = Enumerable
                .Range(0, scene.Count)
                .SelectMany(i => Enumerable.Range(1, (int)scene.Months[i]).Select(m => (Row: i, Month: m)))
                .ToArray();
            var data = FollowUp
                .Of(
                    [.. rows.Select(r => (double)r.Month)],
                    [.. rows.Select(r => scene.Causes[r.Row] > 0 && r.Month == (int)scene.Months[r.Row])]
                )
                .From([.. rows.Select(r => r.Month - 1.0)]);
            double[] age = [.. rows.Select(r => scene.Age[r.Row])];
            double[] woman = [.. rows.Select(r => scene.Woman[r.Row])];
            double[] byTime = [.. rows.Select(r => (scene.Age[r.Row] - 40) * G(r.Month))];
            double[] linear = [.. rows.Select((_, i) => Values(fit)[0] * age[i] + Values(fit)[1] * woman[i])];
            var expected = Cox.Fit(data, Matrix.OfColumns([age, woman, byTime]), new() { Offset = linear });
            return expected.Match(
                e =>
                    Near(
                        fit.ProportionalHazards(transform).OrThrow().Terms[0].Statistic!.Value,
                        e.Score.Statistic!.Value,
                        1e-6
                    ),
                _ => true
            );
        });

    [Fact]
    public void Residuals_add_up_to_nothing_and_strata_of_one_are_no_strata() =>
        Each(scene =>
        {
            var one = Cox.Fit(scene.Data, Covariates(scene)).OrThrow();
            var strata = Cox.Fit(scene.Data, Covariates(scene), new() { Strata = [.. scene.Arms.Select(_ => 7)] });
            return Math.Abs(one.MartingaleResiduals().Sum()) < 1e-9
                && Near(Values(one), Values(strata.OrThrow()))
                && Near(
                    one.Predict([30, 0]).OrThrow().CumulativeHazardError,
                    strata.OrThrow().Predict([30, 0], 7).OrThrow().CumulativeHazardError
                );
        });

    [Fact]
    public void A_stratum_nobody_is_in_has_no_prediction() =>
        Why(Fit(CoxTies.Efron, new() { Strata = [1, 1, 1, 1, 1, 1] }).Predict([0], 2)).ShouldBe(Obstacle.EmptyGroup);

    [Fact]
    public void What_cannot_be_fitted_has_a_name()
    {
        var x = Matrix.OfColumns([X]);
        Why(
                Cox.Fit(
                    FollowUp.Of([1, 2, 3], [false, false, false]),
                    Matrix.OfColumns([
                        [1, 2, 3],
                    ])
                )
            )
            .ShouldBe(Obstacle.NoEvents);
        Why(
                Cox.Fit(
                    Six,
                    Matrix.OfColumns([
                        [1, 1, 1, 1, 1, 1],
                    ])
                )
            )
            .ShouldBe(Obstacle.Collinear);
        Why(Cox.Fit(Six, Matrix.OfColumns([X, [.. X.Select(v => 1 - 2 * v)]]))).ShouldBe(Obstacle.Collinear);
        Why(
                Cox.Fit(
                    Six,
                    Matrix.OfColumns([
                        [1, double.NaN, 0, 1, 0, 0],
                    ])
                )
            )
            .ShouldBe(Obstacle.NotFinite);
        Why(
                Cox.Fit(
                    Six,
                    Matrix.OfColumns([
                        [1, double.PositiveInfinity, 0, 1, 0, 0],
                    ])
                )
            )
            .ShouldBe(Obstacle.NotFinite);
        Why(Cox.Fit(Six, new Matrix(6, 6))).ShouldBe(Obstacle.MoreTermsThanRows);
        Why(Cox.Fit(Six, x, new() { Clusters = [1, 1, 1, 1, 1, 1] })).ShouldBe(Obstacle.TooFewClusters);
        Why(Cox.Fit(Six, x, new() { Level = 1 })).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Why(Cox.Fit(Six.Weighted([1, 1, 0, 1, 1, 1]), x)).ShouldBe(Obstacle.NonPositiveWeight);
        Why(Cox.Fit(Six.Weighted([1, 1, 2, 1, 1, 1]), x, new() { Ties = CoxTies.Exact }))
            .ShouldBe(Obstacle.WeightsNotSupported);
        Why(Cox.Fit(Six, x, new() { Ties = CoxTies.Exact, Robust = true })).ShouldBe(Obstacle.NoRobustVariance);
        Why(Cox.Fit(Six.From([1, 0, 0, 0, 0, 0]), x)).ShouldBe(Obstacle.StretchWithoutLength);
        Should.Throw<ArgumentException>(() =>
            Cox.Fit(
                Six,
                Matrix.OfColumns([
                    [1, 2],
                ])
            )
        );
    }

    [Theory]
    [InlineData(CoxTies.Breslow)]
    [InlineData(CoxTies.Efron)]
    [InlineData(CoxTies.Exact)]
    public void A_covariate_that_tells_the_events_perfectly_is_called_separation(CoxTies ties)
    {
        // only those with x = 1 ever have the event
        double[] months = [.. Enumerable.Range(0, 40).Select(i => 1.0 + i % 10)];
        double[] x = [.. Enumerable.Range(0, 40).Select(i => i < 20 ? 1.0 : 0.0)];
        double[] age = [.. Enumerable.Range(0, 40).Select(i => 20.0 + i * 7 % 31)];
        var data = FollowUp.Of(months, [.. Enumerable.Range(0, 40).Select(i => i < 20 && i % 3 > 0)]);
        Why(Cox.Fit(data, Matrix.OfColumns([x]), new() { Ties = ties })).ShouldBe(Obstacle.Separation);
        Why(Cox.Fit(data, Matrix.OfColumns([x, age]), new() { Ties = ties })).ShouldBe(Obstacle.Separation);
        // the one with the highest value always goes first
        var ordered = FollowUp.Of([1, 2, 3, 4, 5], [true, true, true, true, false]);
        Why(
                Cox.Fit(
                    ordered,
                    Matrix.OfColumns([
                        [5, 4, 3, 2, 1],
                    ]),
                    new() { Ties = ties }
                )
            )
            .ShouldBe(Obstacle.Separation);
    }

    [Fact]
    public void One_very_large_value_is_not_separation()
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => i == 34 ? 1e4 : i * 7 % 5)];
        var data = FollowUp.Of(
            [.. Enumerable.Range(0, 60).Select(i => 1.0 + i * 11 % 17)],
            [.. Enumerable.Range(0, 60).Select(i => i % 3 > 0)]
        );
        Cox.Fit(data, Matrix.OfColumns([x])).OrThrow().Terms[0].P.ShouldBeInRange(0, 1);
    }

    private static void Repeated(CoxTies ties)
    {
        const int Times = 400;
        var random = Enumerable.Range(0, 50).Select(i => (i * 37 + 11) % 50).ToArray();
        double[] months = [.. random.Select(r => 1.0 + r % 7)];
        bool[] happened = [.. random.Select(r => r % 3 > 0)];
        double[] age = [.. random.Select(r => 20.0 + r * 13 % 29)];
        int[] strata = [.. random.Select(r => r % 2)];
        var one = Cox.Fit(
                FollowUp.Of(months, happened),
                Matrix.OfColumns([age]),
                new() { Ties = ties, Strata = strata }
            )
            .OrThrow();
        var many = Cox.Fit(
                FollowUp.Of(Repeat(months), Repeat(happened)),
                Matrix.OfColumns([Repeat(age)]),
                new() { Ties = ties, Strata = Repeat(strata) }
            )
            .OrThrow();
        many.Terms[0].LogHazardRatio.Value.ShouldBe(one.Terms[0].LogHazardRatio.Value, 1e-10);
        (many.Variance[0, 0] * Times).ShouldBe(one.Variance[0, 0], 1e-12);
        many.Score.Statistic!.Value.ShouldBe(Times * one.Score.Statistic!.Value, 1e-7);
        return;

        static T[] Repeat<T>(T[] values) => [.. Enumerable.Repeat(values, Times).SelectMany(v => v)];
    }

    // the definition, written out over all sets for the exact rule
    private static double ByDefinition(CoxTies ties, double beta)
    {
        double Risk(int i) => Math.Exp(beta * X[i]);
        double Sum(params int[] who) => who.Sum(Risk);
        var pairs = (
            from i in Enumerable.Range(1, 5)
            from j in Enumerable.Range(1, 5)
            where i < j
            select Risk(i) * Risk(j)
        ).Sum();
        var two = ties switch
        {
            CoxTies.Breslow => Sum(1, 2, 3, 4, 5) * Sum(1, 2, 3, 4, 5),
            CoxTies.Efron => Sum(1, 2, 3, 4, 5) * (Sum(1, 2, 3, 4, 5) - Sum(1, 2) / 2),
            CoxTies.Exact => pairs,
        };
        return beta * (X[0] + X[1] + X[2] + X[4]) - Math.Log(Sum(0, 1, 2, 3, 4, 5) * two * Sum(4, 5));
    }

    private static CoxFit Fit(CoxTies ties, CoxOptions? options = null) =>
        Cox.Fit(Six, Matrix.OfColumns([X]), (options ?? new()) with { Ties = ties }).OrThrow();

    private static Matrix Covariates(Scene scene) => Matrix.OfColumns([scene.Age, scene.Woman]);

    private static double[] Values(CoxFit fit) => [.. fit.Terms.Select(t => t.LogHazardRatio.Value)];

    /// <summary>Scenes with an estimate; the others have a name for why not.</summary>
    private static void Each(Func<Scene, bool> property)
    {
        var estimable = 0;
        Holds(scene =>
        {
            if (Why(Cox.Fit(scene.Data, Covariates(scene))) is not null)
            {
                return true;
            }

            estimable++;
            return property(scene);
        });
        estimable.ShouldBeGreaterThan(50);
    }
}
