// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics;

/// <summary>The distribution functions we have, against the values of reference 18, made by R.</summary>
public sealed class DistributionWitnessTests
{
    private static readonly Witness Eighteen = Witness.Of("18-distributions.json");

    private static readonly Dictionary<string, Func<Witness.Expected, double[]>> Calls = new(StringComparer.Ordinal)
    {
        ["pnorm(x)"] = v => Over(v, "x", Normal.Cdf),
        ["pnorm(x,lower=FALSE)"] = v => Over(v, "x", Normal.Upper),
        ["qnorm(p)"] = v => Over(v, "p", Normal.Quantile),
        ["pt(x,df)"] = v => Over(v, "x", x => StudentT.Cdf(x, v["df"].Number)),
        ["qt(p,df)"] = v => Over(v, "p", p => StudentT.Quantile(p, v["df"].Number)),
        ["pchisq(x,df,lower=FALSE)"] = v => Over(v, "x", x => ChiSquare.Upper(x, v["df"].Number)),
        ["qchisq(p,df)"] = v => Over(v, "p", p => ChiSquare.Quantile(p, v["df"].Number)),
        ["pf(x,d1,d2,lower=FALSE)"] = v => Over(v, "x", x => FisherF.Upper(x, v["d1"].Number, v["d2"].Number)),
        ["pbeta(x,a,b)"] = v => Over(v, "x", x => Beta.Cdf(x, v["a"].Number, v["b"].Number)),
        ["qbeta(p,a,b)"] = v => Over(v, "p", p => Beta.Quantile(p, v["a"].Number, v["b"].Number)),
        ["dhyper(0:41,98,91,41)"] = v => Over(v, "x", x => new Hypergeometric(98, 91, 41).At((long)x)),
        ["phyper(0:41,98,91,41)"] = v => Over(v, "x", x => new Hypergeometric(98, 91, 41).UpTo((long)x)),
        ["dbinom(0:20,100,.1)"] = v => Over(v, "x", x => Binomial.At((long)x, 100, 0.1)),
        ["pbinom(c(0,5,10,20,40),100,.1)"] = v => Over(v, "x", x => Binomial.UpTo((long)x, 100, 0.1)),
        ["ppois(c(0,3,10,30),8.5)"] = v => Over(v, "x", x => Poisson.UpTo((long)x, 8.5)),
        ["lgamma(x)"] = v => Over(v, "x", Gamma.Log),
        ["pt(x,df,ncp)"] = v => Over(v, "x", x => NoncentralT.Cdf(x, v["df"].Number, v["ncp"].Number)),
        ["pchisq(x,df,ncp)"] = v => Over(v, "x", x => NoncentralChiSquare.Cdf(x, v["df"].Number, v["ncp"].Number)),
        ["ptukey(q,nmeans,df)"] = v =>
            Over(v, "q", q => StudentizedRange.Cdf(q, (int)v["nmeans"].Count, v["df"].Number)),
    };

    public static TheoryData<string> Names => [.. Eighteen.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_of_the_file_equals_R_also_in_the_tails(string name)
    {
        var expected = Eighteen[name];
        var mine = Calls[Eighteen.Call(name)](expected);
        mine.Length.ShouldBe(expected["value"].Numbers.Length);
        foreach (var (ours, theirs) in mine.Zip(expected["value"].Numbers))
        {
            // relative, also where the file's absolute tolerance would let a tail pass; only a nought is met absolutely
            Math.Abs(ours - theirs)
                .ShouldBeLessThanOrEqualTo(
                    theirs is 0 ? 1e-14 : 1e-9 * Math.Abs(theirs),
                    $"{name}: {ours:R} {theirs:R}"
                );
        }
    }

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

    private static double[] Over(Witness.Expected value, string argument, Func<double, double> function) =>
        [.. value[argument].Numbers.Select(function)];
}
