// SPDX-License-Identifier: EUPL-1.2
using System.Numerics;
using Proeftuin.Statistics.Distributions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics;

/// <summary>The ends of the distributions, what lies outside them, and distributions written out by their definition.</summary>
public sealed class DistributionEdgeTests
{
    private const double Inf = double.PositiveInfinity;

    [Fact]
    public void At_the_ends_of_its_range_a_distribution_is_nought_or_one()
    {
        Ends(0, 1, x => Beta.Cdf(x, 2, 3), x => Beta.Upper(x, 2, 3));
        Ends(0, Inf, x => ChiSquare.Cdf(x, 3), x => ChiSquare.Upper(x, 3));
        Ends(0, Inf, x => FisherF.Cdf(x, 3, 8), x => FisherF.Upper(x, 3, 8));
        Ends(0, Inf, x => NoncentralChiSquare.Cdf(x, 3, 2), x => NoncentralChiSquare.Upper(x, 3, 2));
        Ends(0, Inf, x => NoncentralF.Cdf(x, 3, 8, 2), x => NoncentralF.Upper(x, 3, 8, 2));
        Ends(-Inf, Inf, Normal.Cdf, Normal.Upper);
        Ends(-Inf, Inf, x => StudentT.Cdf(x, 3), x => StudentT.Upper(x, 3));
        Ends(-Inf, Inf, x => NoncentralT.Cdf(x, 3, 1), x => NoncentralT.Upper(x, 3, 1));
        Gamma.Lower(2, 0).ShouldBe(0);
        Gamma.Upper(2, 0).ShouldBe(1);
        Gamma.Upper(2, Inf).ShouldBe(0);
        Normal.Cdf(0).ShouldBe(0.5);
        Normal.LogCdf(-Inf).ShouldBe(-Inf);
        Normal.LogCdf(Inf).ShouldBe(0);
        Normal.LogCdf(0).ShouldBe(-Math.Log(2), 1e-15);
        Normal.Density(Inf).ShouldBe(0);
        NoncentralT.Density(Inf, 3, 1).ShouldBe(0);
        NoncentralT.Density(-Inf, 3, 1).ShouldBe(0);
        NoncentralT.Density(1.5, Inf, 1).ShouldBe(Normal.Density(0.5), 1e-15);
        StudentizedRange.Cdf(0, 3, 10).ShouldBe(0);
        StudentizedRange.Upper(0, 3, 10).ShouldBe(1);

        static void Ends(double low, double high, Func<double, double> below, Func<double, double> above)
        {
            (below(low), above(low)).ShouldBe((0, 1));
            (below(high), above(high)).ShouldBe((1, 0));
            if (double.IsFinite(low))
            {
                (below(low - 1), above(low - 1)).ShouldBe((0, 1));
            }

            if (double.IsFinite(high))
            {
                (below(high + 1), above(high + 1)).ShouldBe((1, 0));
            }
        }
    }

    [Fact]
    public void A_quantile_of_nought_and_of_one_is_an_end_of_the_range()
    {
        (Beta.Quantile(0, 2, 3), Beta.Quantile(1, 2, 3)).ShouldBe((0, 1));
        (ChiSquare.Quantile(0, 3), ChiSquare.Quantile(1, 3)).ShouldBe((0, Inf));
        (ChiSquare.UpperQuantile(1, 3), ChiSquare.UpperQuantile(0, 3)).ShouldBe((0, Inf));
        (FisherF.Quantile(0, 3, 8), FisherF.Quantile(1, 3, 8)).ShouldBe((0, Inf));
        (NoncentralChiSquare.Quantile(0, 3, 1), NoncentralChiSquare.Quantile(1, 3, 1)).ShouldBe((0, Inf));
        (Normal.Quantile(0), Normal.Quantile(1)).ShouldBe((-Inf, Inf));
        (StudentT.Quantile(0, 3), StudentT.Quantile(1, 3)).ShouldBe((-Inf, Inf));
        Normal.Quantile(0.5).ShouldBe(0, 1e-15);
        StudentT.Quantile(0.5, 3).ShouldBe(0);
        // quantile of t with one degree of freedom: tan(π(p − ½)); with two: (2p − 1)/√(2p(1 − p))
        StudentT.Quantile(0.75, 1).ShouldBe(1, 1e-14);
        StudentT.Quantile(0.9, 2).ShouldBe(0.8 / Math.Sqrt(0.18), 1e-14);
        StudentT.Quantile(0.1, 2).ShouldBe(-0.8 / Math.Sqrt(0.18), 1e-14);
        // chi-square with two degrees of freedom: −2·ln(1 − p)
        ChiSquare.Quantile(0.3, 2).ShouldBe(-2 * Math.Log(0.7), 1e-14);
        ChiSquare.UpperQuantile(1e-20, 2).ShouldBe(40 * Math.Log(10), 1e-12);
    }

    [Fact]
    public void Outside_its_parameters_a_distribution_is_no_number()
    {
        double[] none =
        [
            .. new[] { (0.0, 1.0), (1, 0), (-1, 2), (double.NaN, 1), (1, double.NaN) }.SelectMany(ab =>
                new[]
                {
                    Beta.Cdf(0.5, ab.Item1, ab.Item2),
                    Beta.Upper(0.5, ab.Item1, ab.Item2),
                    Beta.Density(0.5, ab.Item1, ab.Item2),
                    Beta.Quantile(0.5, ab.Item1, ab.Item2),
                    Beta.LogFunction(ab.Item1, ab.Item2),
                    FisherF.Cdf(0.5, ab.Item1, ab.Item2),
                    FisherF.Upper(0.5, ab.Item1, ab.Item2),
                    FisherF.Density(0.5, ab.Item1, ab.Item2),
                    FisherF.Quantile(0.5, ab.Item1, ab.Item2),
                    NoncentralF.Cdf(0.5, ab.Item1, ab.Item2, 1),
                    NoncentralF.Upper(0.5, ab.Item1, ab.Item2, 1),
                }
            ),
            .. new[] { 0, -1, double.NaN }.SelectMany(df =>
                new[]
                {
                    ChiSquare.Cdf(1, df),
                    ChiSquare.Upper(1, df),
                    ChiSquare.Density(1, df),
                    ChiSquare.Quantile(0.5, df),
                    NoncentralChiSquare.Cdf(1, df, 1),
                    NoncentralChiSquare.Upper(1, df, 1),
                    NoncentralChiSquare.Density(1, df, 1),
                    NoncentralChiSquare.Quantile(0.5, df, 1),
                    StudentT.Cdf(1, df),
                    StudentT.Density(1, df),
                    StudentT.Quantile(0.4, df),
                    NoncentralT.Cdf(1, df, 1),
                    NoncentralT.Density(1, df, 1),
                    StudentizedRange.Cdf(1, 3, df),
                    StudentizedRange.Upper(1, 3, df),
                    Gamma.Lower(df, 1),
                    Gamma.Upper(df, 1),
                    Gamma.Log(df),
                }
            ),
            .. new[] { -0.01, 1.01, double.NaN }.SelectMany(p =>
                new[]
                {
                    Beta.Quantile(p, 2, 3),
                    ChiSquare.Quantile(p, 3),
                    FisherF.Quantile(p, 3, 8),
                    NoncentralChiSquare.Quantile(p, 3, 1),
                    Normal.Quantile(p),
                    StudentT.Quantile(p, 3),
                    Binomial.At(1, 3, p),
                    Binomial.LogAt(1, 3, p),
                    Binomial.UpTo(1, 3, p),
                    Binomial.From(1, 3, p),
                }
            ),
            .. new[] { -0.01, 2e8, double.NaN }.SelectMany(shift =>
                new[] { NoncentralChiSquare.Cdf(1, 3, shift), NoncentralF.Upper(1, 3, 8, shift) }
            ),
            Beta.Density(double.NaN, 2, 3),
            Beta.Upper(double.NaN, 2, 3),
            ChiSquare.Density(double.NaN, 3),
            FisherF.Cdf(double.NaN, 3, 8),
            NoncentralT.Cdf(double.NaN, 3, 1),
            NoncentralT.Cdf(1, 3, Inf),
            FisherF.Cdf(1, Inf, 8),
            NoncentralF.Cdf(1, 3, Inf, 1),
            NoncentralChiSquare.Cdf(1, Inf, 1),
            StudentT.Density(double.NaN, 3),
            StudentT.Upper(double.NaN, 3),
            Normal.LogCdf(double.NaN),
            StudentizedRange.Cdf(double.NaN, 3, 10),
            StudentizedRange.Cdf(1, 1, 10),
            StudentizedRange.Upper(1, 1, 10),
            Poisson.At(1, -1),
            Poisson.UpTo(1, Inf),
            Poisson.From(1, double.NaN),
            Binomial.At(0, -1, 0.5),
        ];
        none.ShouldAllBe(value => double.IsNaN(value));
        Binomial.Quantile(-0.1, 10, 0.5).ShouldBeNull();
        Binomial.Quantile(1.1, 10, 0.5).ShouldBeNull();
        Poisson.Quantile(0.5, -1).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => new Hypergeometric(-1, 2, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new Hypergeometric(2, -1, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new Hypergeometric(2, 2, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => new Hypergeometric(2, 2, 5));
    }

    [Fact]
    public void Counts_that_cannot_happen_have_no_chance_and_those_that_must_have_all()
    {
        (Binomial.At(-1, 5, 0.3), Binomial.At(6, 5, 0.3)).ShouldBe((0, 0));
        (Binomial.LogAt(-1, 5, 0.3), Binomial.LogAt(6, 5, 0.3)).ShouldBe((-Inf, -Inf));
        (Binomial.UpTo(-1, 5, 0.3), Binomial.UpTo(5, 5, 0.3), Binomial.UpTo(6, 5, 0.3)).ShouldBe((0, 1, 1));
        (Binomial.From(0, 5, 0.3), Binomial.From(-1, 5, 0.3), Binomial.From(6, 5, 0.3)).ShouldBe((1, 1, 0));
        Binomial.From(5, 5, 0.3).ShouldBe(Math.Pow(0.3, 5), 1e-17);
        Binomial.UpTo(0, 5, 0.3).ShouldBe(Math.Pow(0.7, 5), 1e-14);
        (Binomial.At(0, 0, 0.3), Binomial.At(0, 4, 0), Binomial.At(4, 4, 1), Binomial.At(1, 4, 0)).ShouldBe(
            (1, 1, 1, 0)
        );
        // where the chance itself is too small to write down
        Binomial.LogAt(0, 1_000_000, 0.9).ShouldBe(1e6 * Math.Log(0.1), 1e-6);
        Binomial.LogAt(1_000_000, 1_000_000, 0.1).ShouldBe(1e6 * Math.Log(0.1), 1e-6);
        (Binomial.LogAt(0, 5, 0), Binomial.LogAt(1, 5, 0), Binomial.LogAt(5, 5, 1), Binomial.LogAt(0, 5, 1)).ShouldBe(
            (0, -Inf, 0, -Inf)
        );
        (Poisson.At(-1, 2), Poisson.At(0, 0), Poisson.At(1, 0)).ShouldBe((0, 1, 0));
        (Poisson.UpTo(-1, 2), Poisson.UpTo(0, 0), Poisson.From(0, 2), Poisson.From(1, 0)).ShouldBe((0, 1, 1, 0));
        Poisson.At(0, 2).ShouldBe(Math.Exp(-2), 1e-15);
        Poisson.UpTo(1, 2).ShouldBe(3 * Math.Exp(-2), 1e-14);
        Poisson.From(1, 2).ShouldBe(1 - Math.Exp(-2), 1e-14);
        Poisson.Quantile(0, 3).ShouldBe(0);
        // P(K ≤ 1000) of a mean of 1000 is just above a half
        Poisson.Quantile(0.5, 1000).ShouldBe(1000);
        Poisson.Quantile(1 - 1e-12, 0.001).ShouldBe(3);
    }

    [Fact]
    public void Dealing_events_over_two_groups_is_counting_subsets()
    {
        foreach (var (first, second) in new[] { (1, 1), (3, 9), (7, 2), (12, 12), (20, 33) })
        {
            for (var events = 0; events <= first + second; events++)
            {
                var deal = new Hypergeometric(first, second, events);
                deal.Lowest.ShouldBe(Math.Max(0, events - second));
                deal.Highest.ShouldBe(Math.Min(first, events));
                deal.At(deal.Lowest - 1).ShouldBe(0);
                deal.At(deal.Highest + 1).ShouldBe(0);
                double below = 0;
                for (var k = (int)deal.Lowest; k <= deal.Highest; k++)
                {
                    var chance =
                        (double)(Choose(first, k) * Choose(second, events - k))
                        / (double)Choose(first + second, events);
                    deal.At(k).ShouldBe(chance, 1e-13 * chance);
                    deal.From(k).ShouldBe(1 - below, 1e-13);
                    below += chance;
                    deal.UpTo(k).ShouldBe(below, 1e-13);
                }
            }
        }

        new Hypergeometric(0, 0, 0).At(0).ShouldBe(1);
        // the smallest terms first: a tail of one table among chances that round it away
        new Hypergeometric(500, 500, 500)
            .UpTo(0)
            .ShouldBe(1 / (double)Choose(1000, 500), 1e-310);
    }

    [Fact]
    public void A_beta_distribution_with_a_one_is_a_power()
    {
        foreach (var shape in (double[])[0.2, 1, 3.5, 40, 900])
        {
            foreach (var x in (double[])[1e-9, 0.01, 0.3, 0.5, 0.8, 0.999])
            {
                Near(Math.Pow(x, shape), Beta.Cdf(x, shape, 1), 1e-12);
                Near(Math.Pow(1 - x, shape), Beta.Upper(x, 1, shape), 1e-12);
                Beta.Cdf(x, 1, shape).ShouldBe(1 - Math.Pow(1 - x, shape), 1e-13);
                Near(shape * Math.Pow(x, shape - 1), Beta.Density(x, shape, 1), 1e-12);
                Near(Math.Exp(-Math.Log(shape)), Math.Exp(Beta.LogFunction(shape, 1)), 1e-12);
            }
        }

        // arcsine law: I_x(½, ½) = 2/π · asin √x
        Beta.Cdf(0.2, 0.5, 0.5).ShouldBe(2 / Math.PI * Math.Asin(Math.Sqrt(0.2)), 1e-15);
        Beta.Quantile(0.25, 0.5, 0.5).ShouldBe(Math.Pow(Math.Sin(Math.PI / 8), 2), 1e-15);
        (Beta.Density(-0.1, 2, 3), Beta.Density(1.1, 2, 3), Beta.Density(0, 2, 3)).ShouldBe((0, 0, 0));
        (Beta.Density(0, 0.5, 3), Beta.Density(1, 3, 0.5), Beta.Density(1, 3, 1)).ShouldBe((Inf, Inf, 3));
        (FisherF.Density(-1, 2, 3), FisherF.Density(0, 3, 8), FisherF.Density(0, 2, 8)).ShouldBe((0, 0, 1));
        FisherF.Density(0, 1, 8).ShouldBe(Inf);
        FisherF.Density(2, 3, Inf).ShouldBe(3 * ChiSquare.Density(6, 3));
        (ChiSquare.Density(-1, 2), ChiSquare.Density(0, 3)).ShouldBe((0, 0));
        StudentT.Density(0, 1).ShouldBe(1 / Math.PI, 1e-15);
        StudentT.Density(2, Inf).ShouldBe(Normal.Density(2));
        StudentT.TwoSided(-1, 1).ShouldBe(0.5, 1e-15);
        StudentT.TwoSided(0, 5).ShouldBe(1);
        StudentT.Upper(-1, 1).ShouldBe(0.75, 1e-15);
    }

    [Fact]
    public void A_noncentral_chi_square_is_its_mixture_of_central_ones_on_both_sides_of_the_middle()
    {
        foreach (var df in (double[])[0.5, 3, 40, 300])
        {
            foreach (var shift in (double[])[0.5, 8, 250])
            {
                foreach (var part in (double[])[0.5, 0.9, 1.0, 1.2, 2.0])
                {
                    var x = part * (df + shift);
                    double below = 0;
                    double density = 0;
                    for (var j = 0; j < shift + 250; j++)
                    {
                        var weight = Weight(j, shift / 2);
                        below += weight * ChiSquare.Cdf(x, df + 2 * j);
                        density += weight * ChiSquare.Density(x, df + 2 * j);
                    }

                    NoncentralChiSquare.Cdf(x, df, shift).ShouldBe(below, 1e-11);
                    NoncentralChiSquare.Upper(x, df, shift).ShouldBe(1 - below, 1e-11);
                    NoncentralChiSquare.Density(x, df, shift).ShouldBe(density, 1e-11);
                    if (below is > 1e-6 and < 1 - 1e-6)
                    {
                        NoncentralChiSquare.Quantile(below, df, shift).ShouldBe(x, 1e-5 * x);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_noncentral_F_is_its_mixture_of_central_ones_on_both_sides_of_the_middle()
    {
        foreach (var (first, second) in new[] { (1.0, 5.0), (4, 60), (30, 12), (200, 200) })
        {
            foreach (var shift in (double[])[0.5, 20, 300])
            {
                foreach (var part in (double[])[0.4, 1.0, 1.6, 4.0])
                {
                    var x = part * (1 + shift / first);
                    var p = first * x / (second + first * x);
                    double below = 0;
                    for (var j = 0; j < shift + 250; j++)
                    {
                        below += Weight(j, shift / 2) * Beta.Cdf(p, first / 2 + j, second / 2);
                    }

                    NoncentralF.Cdf(x, first, second, shift).ShouldBe(below, 1e-11);
                    NoncentralF.Upper(x, first, second, shift).ShouldBe(1 - below, 1e-11);
                }
            }
        }
    }

    [Fact]
    public void Very_far_out_nothing_is_left_of_a_tail()
    {
        // beyond 2^53 a continued fraction cannot count on any more; a quantile may look there on its way
        foreach (var x in (double[])[1e3, 1e15, 1e17, 3e20, 7e100, 1e300, double.MaxValue])
        {
            (Gamma.Upper(2.5, x), Gamma.Lower(2.5, x)).ShouldBe((0, 1));
            (ChiSquare.Upper(2 * x, 40), ChiSquare.Cdf(2 * x, 40)).ShouldBe((0, 1));
            NoncentralChiSquare.Upper(x, 3, 2).ShouldBe(0, 1e-100);
            NoncentralChiSquare.Cdf(x, 3, 2).ShouldBe(1, 1e-14);
        }
    }

    [Fact]
    public void A_large_noncentrality_is_nearly_normal()
    {
        // mean n + λ, variance 2(n + 2λ): at the mean the chance is a half, give or take the skewness/(6√(2π))
        const double Shift = 1e6;
        var deviation = Math.Sqrt(2 * (5 + 2 * Shift));
        foreach (var z in (double[])[-2, 0, 2])
        {
            var x = 5 + Shift + z * deviation;
            NoncentralChiSquare.Cdf(x, 5, Shift).ShouldBe(Normal.Cdf(z), 1e-3);
            NoncentralChiSquare.Upper(x, 5, Shift).ShouldBe(Normal.Upper(z), 1e-3);
            NoncentralF.Upper(x / 5, 5, 1e12, Shift).ShouldBe(Normal.Upper(z), 1e-3);
        }
    }

    [Fact]
    public void The_studentized_range_has_the_critical_values_of_R()
    {
        // upper 5% points, R's qtukey(0.95, means, df)
        foreach (var (means, df, point) in new[] { (3, 10.0, 3.876777), (5, 20, 4.231857), (3, Inf, 3.314493) })
        {
            StudentizedRange.Upper(point, means, df).ShouldBe(0.05, 1e-6);
            StudentizedRange.Cdf(point, means, df).ShouldBe(0.95, 1e-6);
        }

        // two means with little to judge their deviation by: Student's t over a root of two
        StudentizedRange.Upper(3, 2, 1).ShouldBe(2 * StudentT.Upper(3 / Math.Sqrt(2), 1), 1e-9);

        StudentizedRange.Upper(500, 3, Inf).ShouldBe(0);
        StudentizedRange.Cdf(500, 3, Inf).ShouldBe(1, 1e-12);

        // a range of three independent normals beyond w, to the first order three pairs: 3·2·P(Z > w/√2)
        var far = StudentizedRange.Upper(12, 3, Inf) / (6 * Normal.Upper(12 / Math.Sqrt(2)));
        far.ShouldBe(1, 1e-3);
    }

    private static double Weight(int j, double mean) => Math.Exp(j * Math.Log(mean) - mean - Gamma.Log(j + 1));

    private static BigInteger Choose(int n, int k)
    {
        BigInteger result = 1;
        for (var i = 1; i <= k; i++)
        {
            result = result * (n - k + i) / i;
        }

        return k < 0 || k > n ? 0 : result;
    }

    private static void Near(double expected, double actual, double tolerance) =>
        Math.Abs(actual - expected)
            .ShouldBeLessThanOrEqualTo(tolerance * Math.Abs(expected), $"{expected:R} {actual:R}");
}
