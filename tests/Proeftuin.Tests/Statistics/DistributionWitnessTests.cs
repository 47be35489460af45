// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics;

/// <summary>The distribution functions we have, against the values of reference 18, made by R.</summary>
public sealed class DistributionWitnessTests
{
    private static readonly Witness Eighteen = Witness.Of("18-distributions.json");

    public static TheoryData<string> ChiSquares =>
        [.. Eighteen.Names.Where(n => n.StartsWith("pchisq_upper", StringComparison.Ordinal))];

    [Fact]
    public void The_normal_distribution_equals_R_down_to_1e_minus_300()
    {
        var lower = Eighteen["pnorm"];
        lower["value"].ShouldBe([.. lower["x"].Numbers.Select(Normal.Cdf)]);
        Relative(lower["value"].Numbers[0], Normal.Cdf(-37), 1e-12);
        var upper = Eighteen["pnorm_upper"];
        upper["value"].ShouldBe([.. upper["x"].Numbers.Select(Normal.Upper)]);
        var quantile = Eighteen["qnorm"];
        quantile["value"].ShouldBe([.. quantile["p"].Numbers.Select(Normal.Quantile)]);
    }

    [Theory]
    [MemberData(nameof(ChiSquares))]
    public void The_upper_tail_of_chi_square_equals_R(string name)
    {
        var expected = Eighteen[name];
        var df = expected["df"].Number;
        double[] tails = [.. expected["x"].Numbers.Select(x => ChiSquare.Upper(x, df))];
        expected["value"].ShouldBe(tails);
        foreach (var (mine, theirs) in tails.Zip(expected["value"].Numbers))
        {
            Relative(theirs, mine, 1e-9);
        }
    }

    [Fact]
    public void The_beta_distribution_and_its_inverse_equal_R()
    {
        var (a, b) = (Eighteen["pbeta"]["a"].Number, Eighteen["pbeta"]["b"].Number);
        Eighteen["pbeta"]["value"].ShouldBe([.. Eighteen["pbeta"]["x"].Numbers.Select(x => Beta.Cdf(x, a, b))]);
        Relative(Eighteen["pbeta"]["value"].Numbers[0], Beta.Cdf(0.01, a, b), 1e-12);
        Eighteen["qbeta"]["value"].ShouldBe([.. Eighteen["qbeta"]["p"].Numbers.Select(p => Beta.Quantile(p, a, b))]);
    }

    [Fact]
    public void The_hypergeometric_distribution_equals_R()
    {
        var deal = new Hypergeometric(98, 91, 41);
        Eighteen["dhyper"]["value"].ShouldBe([.. Enumerable.Range(0, 42).Select(k => deal.At(k))]);
        Eighteen["phyper"]["value"].ShouldBe([.. Enumerable.Range(0, 42).Select(k => deal.UpTo(k))]);
        Relative(Eighteen["phyper"]["value"].Numbers[0], deal.UpTo(0), 1e-12);
    }

    [Fact]
    public void The_logarithm_of_the_gamma_function_equals_R() =>
        Eighteen["lgamma"]["value"].ShouldBe([.. Eighteen["lgamma"]["x"].Numbers.Select(Gamma.Log)]);

    [Fact]
    public void The_logarithm_of_the_gamma_function_is_that_of_factorials_and_of_the_root_of_pi()
    {
        long factorial = 1;
        for (var n = 1; n <= 20; n++)
        {
            factorial *= n;
            Gamma.Log(n + 1).ShouldBe(Math.Log(factorial), 2e-14 * Math.Max(1, Math.Log(factorial)));
        }

        Gamma.Log(0.5).ShouldBe(Math.Log(Math.PI) / 2, 5e-15);
        Gamma.Log(0.25).ShouldBe(1.2880225246980774, 5e-15); // OEIS A068466: Γ(1/4) = 3.6256099082...
    }

    [Fact]
    public void The_whole_of_a_distribution_is_never_more_than_one()
    {
        for (var n = 1; n <= 40; n++)
        {
            for (var events = 0; events <= n + 20; events++)
            {
                var deal = new Hypergeometric(n, 20, events);
                deal.Sum(_ => true).ShouldBeInRange(1 - 1e-12, 1);
            }
        }
    }

    [Fact]
    public void A_million_against_a_million_keeps_its_digits()
    {
        // C(2n, n) = 4^n/√(πn)·(1 − 1/(8n) + …), so C(N, N/2)² / C(2N, N) = 2/√(πN)·(1 − 3/(8N) + …)
        const double N = 1_000_000;
        var deal = new Hypergeometric((long)N, (long)N, (long)N);
        Relative(2 / Math.Sqrt(Math.PI * N) * (1 - 3 / (8 * N)), deal.At((long)N / 2), 1e-11);
    }

    [Fact]
    public void What_is_no_number_stays_no_number()
    {
        Normal.Cdf(double.NaN).ShouldBe(double.NaN);
        Normal.Quantile(double.NaN).ShouldBe(double.NaN);
        Normal.Quantile(1.1).ShouldBe(double.NaN);
        Beta.Cdf(double.NaN, 1, 1).ShouldBe(double.NaN);
        Beta.Quantile(0.5, 0, 1).ShouldBe(double.NaN);
        ChiSquare.Upper(double.NaN, 1).ShouldBe(double.NaN);
        Gamma.Log(0).ShouldBe(double.NaN);
    }

    private static void Relative(double expected, double actual, double tolerance) =>
        Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo(tolerance * Math.Abs(expected));
}
