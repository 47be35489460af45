// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics.Distributions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics;

/// <summary>Identities between distributions and closed forms, which hold in the far tails too.</summary>
public sealed class DistributionPropertyTests
{
    private static readonly Arbitrary<(double X, double Df, double Shift)> Points = (
        from x in Gen.Choose(1, 40_000)
        from df in Gen.Choose(5, 20_000)
        from shift in Gen.Choose(0, 600)
        select (x / 1000.0, df / 10.0, shift / 100.0)
    ).ToArbitrary();

    [Fact]
    public void A_quantile_undoes_its_distribution() =>
        Holds(v =>
        {
            var p = v.X / 40.001;
            return Near(p, StudentT.Cdf(StudentT.Quantile(p, v.Df), v.Df))
                && Near(p, ChiSquare.Cdf(ChiSquare.Quantile(p, v.Df), v.Df))
                && Near(p, FisherF.Cdf(FisherF.Quantile(p, v.Df, v.X + 1), v.Df, v.X + 1))
                && Near(p, Beta.Cdf(Beta.Quantile(p, v.Df, v.X), v.Df, v.X))
                && Near(p, Normal.Cdf(Normal.Quantile(p)));
        });

    [Fact]
    public void Below_and_above_add_up_to_one() =>
        Holds(v =>
            Near(1, StudentT.Cdf(v.X, v.Df) + StudentT.Upper(v.X, v.Df))
            && Near(1, ChiSquare.Cdf(v.X, v.Df) + ChiSquare.Upper(v.X, v.Df))
            && Near(1, FisherF.Cdf(v.X, v.Df, 7) + FisherF.Upper(v.X, v.Df, 7))
            && Near(1, NoncentralChiSquare.Cdf(v.X, v.Df, v.Shift) + NoncentralChiSquare.Upper(v.X, v.Df, v.Shift))
            && Near(1, NoncentralF.Cdf(v.X, v.Df, 11, v.Shift) + NoncentralF.Upper(v.X, v.Df, 11, v.Shift))
            && Near(1, NoncentralT.Cdf(v.X, v.Df, v.Shift) + NoncentralT.Upper(v.X, v.Df, v.Shift))
        );

    [Fact]
    public void The_square_of_t_is_F_and_the_square_of_a_normal_is_chi_square() =>
        Holds(v =>
            Near(2 * StudentT.Upper(v.X, v.Df), FisherF.Upper(v.X * v.X, 1, v.Df))
            && (v.X > 37 || Near(2 * Normal.Upper(v.X), ChiSquare.Upper(v.X * v.X, 1)))
        );

    [Fact]
    public void Without_an_effect_the_noncentral_distributions_are_the_central_ones() =>
        Holds(v =>
            Near(StudentT.Upper(v.X, v.Df), NoncentralT.Upper(v.X, v.Df, 0))
            && Near(StudentT.Density(v.X, v.Df), NoncentralT.Density(v.X, v.Df, 0))
            && Near(ChiSquare.Upper(v.X, v.Df), NoncentralChiSquare.Upper(v.X, v.Df, 0))
            && Near(FisherF.Upper(v.X, v.Df, 9), NoncentralF.Upper(v.X, v.Df, 9, 0))
        );

    [Fact]
    public void A_noncentral_chi_square_with_one_degree_of_freedom_is_the_square_of_a_shifted_normal() =>
        Holds(v =>
        {
            var root = Math.Sqrt(v.X);
            return Near(
                Normal.Upper(root - v.Shift) + Normal.Upper(root + v.Shift),
                NoncentralChiSquare.Upper(v.X, 1, v.Shift * v.Shift)
            );
        });

    [Fact]
    public void A_noncentral_F_with_one_degree_of_freedom_is_the_square_of_a_noncentral_t() =>
        Holds(v =>
            Near(
                NoncentralT.Upper(v.X, v.Df, v.Shift) + NoncentralT.Cdf(-v.X, v.Df, v.Shift),
                NoncentralF.Upper(v.X * v.X, 1, v.Df, v.Shift * v.Shift)
            )
        );

    [Fact]
    public void The_range_of_two_means_is_Students_t() =>
        Prop.ForAll(
                Points,
                v => Near(2 * StudentT.Upper(v.X / Math.Sqrt(2), v.Df), StudentizedRange.Upper(v.X, 2, v.Df), 1e-8)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void Sums_of_probabilities_are_the_distribution_function()
    {
        for (var n = 0; n <= 30; n += 5)
        {
            foreach (var p in (double[])[0, 0.01, 0.3, 0.97, 1])
            {
                double sum = 0;
                for (var k = 0; k <= n; k++)
                {
                    Binomial.From(k, n, p).ShouldBe(1 - sum, 1e-13);
                    sum += Binomial.At(k, n, p);
                    Binomial.UpTo(k, n, p).ShouldBe(sum, 1e-13);
                    Math.Exp(Binomial.LogAt(k, n, p)).ShouldBe(Binomial.At(k, n, p), 1e-14);
                }
            }
        }

        double poisson = 0;
        for (var k = 0; k <= 60; k++)
        {
            Poisson.From(k, 8.5).ShouldBe(1 - poisson, 1e-13);
            poisson += Poisson.At(k, 8.5);
            Poisson.UpTo(k, 8.5).ShouldBe(poisson, 1e-13);
        }
    }

    [Fact]
    public void A_quantile_of_counts_is_the_first_count_that_reaches_the_probability()
    {
        Binomial.Quantile(0.5, 10, 0.5).ShouldBe(5);
        Binomial.Quantile(0.0009765625, 10, 0.5).ShouldBe(0); // exactly 1/1024
        Binomial.Quantile(0.001, 10, 0.5).ShouldBe(1);
        Binomial.Quantile(1, 10, 0.5).ShouldBe(10);
        Poisson.Quantile(0.5, 8.5).ShouldBe(8);
        Poisson.Quantile(1, 8.5).ShouldBeNull();
        Binomial.Quantile(0.5, 10, 1.5).ShouldBeNull();
    }

    [Fact]
    public void Tails_that_a_double_cannot_hold_are_there_as_logarithms()
    {
        // ln Φ(−x) = −x²/2 − ln(x√2π) + ln(1 − 1/x² + 3/x⁴ − …)
        Normal.LogCdf(-1000).ShouldBe(-500000 - Math.Log(1000 * Math.Sqrt(2 * Math.PI)) - 1e-6, 1e-9);
        Normal.LogCdf(-5).ShouldBe(Math.Log(Normal.Cdf(-5)), 1e-14);
        Normal.LogCdf(5).ShouldBe(-2.866515718791939e-07 - 4.108456e-14, 1e-19);
        Binomial.LogAt(2000, 2000, 0.001).ShouldBe(2000 * Math.Log(0.001), 1e-9);
    }

    [Fact]
    public void The_logarithm_of_the_beta_function_is_that_of_whole_numbers_and_of_pi()
    {
        Beta.LogFunction(0.5, 0.5).ShouldBe(Math.Log(Math.PI), 1e-14);
        Beta.LogFunction(3, 4).ShouldBe(-Math.Log(60), 1e-14);
        Beta.LogFunction(1, 1e9).ShouldBe(-Math.Log(1e9), 1e-13);
    }

    [Fact]
    public void Densities_are_the_slope_of_their_distribution()
    {
        const double h = 1e-5;
        foreach (var x in (double[])[0.2, 0.5, 0.9])
        {
            Slope(t => StudentT.Cdf(t, 3)).ShouldBe(StudentT.Density(x, 3), 1e-8);
            Slope(t => ChiSquare.Cdf(t, 3)).ShouldBe(ChiSquare.Density(x, 3), 1e-8);
            Slope(t => FisherF.Cdf(t, 3, 8)).ShouldBe(FisherF.Density(x, 3, 8), 1e-8);
            Slope(t => Beta.Cdf(t, 3, 8)).ShouldBe(Beta.Density(x, 3, 8), 1e-8);
            Slope(t => NoncentralT.Cdf(t, 3, 1)).ShouldBe(NoncentralT.Density(x, 3, 1), 1e-8);
            Slope(t => NoncentralChiSquare.Cdf(t, 3, 1)).ShouldBe(NoncentralChiSquare.Density(x, 3, 1), 1e-8);
            double Slope(Func<double, double> f) => (f(x + h) - f(x - h)) / (2 * h);
        }

        Beta.Density(0, 1, 3).ShouldBe(3);
        Beta.Density(1, 1, 3).ShouldBe(0);
        ChiSquare.Density(0, 2).ShouldBe(0.5);
        ChiSquare.Density(0, 1).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Infinite_degrees_of_freedom_are_the_normal_distribution()
    {
        StudentT.Upper(2, double.PositiveInfinity).ShouldBe(Normal.Upper(2));
        NoncentralT.Upper(2, double.PositiveInfinity, 1).ShouldBe(Normal.Upper(1), 1e-15);
        FisherF.Upper(2, 3, double.PositiveInfinity).ShouldBe(ChiSquare.Upper(6, 3));
        StudentizedRange.Upper(3, 2, double.PositiveInfinity).ShouldBe(2 * Normal.Upper(3 / Math.Sqrt(2)), 1e-12);
        StudentT.Upper(2, 1e9).ShouldBe(Normal.Upper(2), 1e-9);
    }

    [Fact]
    public void The_far_tail_of_t_with_two_degrees_of_freedom_is_its_closed_form()
    {
        // P(T > t) = (1 − t/√(2+t²))/2 → 1/(2t²)
        StudentT.Upper(1e100, 2).ShouldBe(0.5e-200, 1e-212);
        StudentT.Upper(1e150, 2).ShouldBe(0.5e-300, 1e-312);
        StudentT.Quantile(1e-300, 2).ShouldBe(-1 / Math.Sqrt(2e-300), 1e141);
        StudentT.Quantile(1e-200, 1).ShouldBe(-1 / (Math.PI * 1e-200), 1e188);
    }

    private static void Holds(Func<(double X, double Df, double Shift), bool> property) =>
        Prop.ForAll(Points, property).QuickCheckThrowOnFailure();

    private static bool Near(double a, double b, double tolerance = 1e-10) =>
        Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), 1e-290);
}
