// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Regression;
using Proeftuin.Tests.Statistics.Survival;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Regression;

/// <summary>Every value of reference 04, made by estimatr and sandwich.</summary>
public sealed class LinearWitnessTests
{
    private static readonly Witness Four = Witness.Of("04-ols-robust-lin.json");
    private static readonly ReferenceTable Men = ReferenceTable.Of("alo_star_men.csv");
    private static readonly ReferenceTable Colon = ReferenceTable.Of("colon_deaths.csv");
    private static readonly double[] Grade = Men.Numbers("GPA_year1");
    private static readonly double[] Died = Colon.Numbers("status");
    private static readonly DesignMatrix Simple = DesignMatrix
        .WithIntercept(Grade.Length)
        .With("sfsp", Men.Numbers("sfsp"));
    private static readonly DesignMatrix Adjusted = Simple.With("gpa0", Men.Numbers("gpa0"));
    private static readonly DesignMatrix Arms = DesignMatrix
        .Empty(Died.Length)
        .WithFactor("rx", Colon.Text("rx"), ["Obs", "Lev", "Lev5FU"]);

    private static readonly Dictionary<string, ErrorType> Errors = new(StringComparer.Ordinal)
    {
        ["classical"] = ErrorType.Classical,
        ["HC0"] = ErrorType.HC0,
        ["HC1"] = ErrorType.HC1,
        ["HC2"] = ErrorType.HC2,
        ["HC3"] = ErrorType.HC3,
    };

    public static TheoryData<string> Values => [.. Four.Names];

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_value_of_the_file_equals_R(string name)
    {
        var expected = Four[name];
        switch (name)
        {
            case "n":
                expected.ShouldBe(Grade.Length);
                break;
            case "lm_lin_HC2":
                Like(
                    expected,
                    Lin.Fit(
                            DesignMatrix.Empty(Grade.Length).With("sfsp", Men.Numbers("sfsp")),
                            DesignMatrix.Empty(Grade.Length).With("gpa0", Men.Numbers("gpa0")),
                            Grade
                        )
                        .OrThrow()
                );
                break;
            case "lm_lin_three_arms_HC2":
                var covariates = DesignMatrix
                    .Empty(Died.Length)
                    .With("age", Colon.Numbers("age"))
                    .With("nodes", Colon.Numbers("nodes"));
                Like(expected, Lin.Fit(Arms, covariates, Died).OrThrow());
                break;
            case "lm_robust_three_arms_HC2":
                var arms = DesignMatrix
                    .WithIntercept(Died.Length)
                    .WithFactor("rx", Colon.Text("rx"), ["Obs", "Lev", "Lev5FU"]);
                Like(expected, Ols.Fit(arms, Died).OrThrow());
                break;
            case "difference_in_means":
                Like(expected, DifferenceInMeans.Of(Grade, Treated(Men)).OrThrow().Coefficient);
                break;
            case "difference_in_means_blocked":
                var blocked = DifferenceInMeans.Of(Grade, Treated(Men), new() { Blocks = Quarters() }).OrThrow();
                blocked.Design.ShouldBe(MeansDesign.Blocked);
                Like(expected, blocked.Coefficient);
                break;
            case "welch_t_test":
                // t.test takes the first group minus the second
                var welch = DifferenceInMeans.Of(Grade, [.. Treated(Men).Select(t => !t)]).OrThrow().Coefficient;
                expected["t"].ShouldBe(welch.Statistic);
                expected["df"].ShouldBe(welch.DegreesOfFreedom);
                expected["p"].ShouldBe(welch.P);
                expected["ci"].ShouldBe(welch.Interval.Lower, welch.Interval.Upper);
                break;
            case "r_squared_adj":
                var fit = Ols.Fit(Adjusted, Grade).OrThrow();
                var f = fit.FTest().OrThrow();
                expected["r2"].ShouldBe(fit.RSquared);
                expected["adj"].ShouldBe(fit.AdjustedRSquared);
                expected["fstat"]
                    .ShouldBe(f.Statistic!.Value, f.DegreesOfFreedom!.Value, f.SecondDegreesOfFreedom!.Value);
                break;
            case "vcov_HC2_sandwich":
                var covariance = Ols.Fit(Adjusted, Grade).OrThrow().Covariance;
                expected.ShouldBeMatrix(covariance);
                break;
            case "weighted_HC2":
                double[] weights = [.. Men.Numbers("gpa0").Select(g => g > 75 ? 2.0 : 1)];
                Like(expected, Ols.Fit(Adjusted, Grade, new() { Weights = weights }).OrThrow());
                break;
            default:
                var parts = name.Split('_');
                var adjusted = parts[2] is "adj";
                parts[..2].ShouldBe(["lm", "robust"], $"The file has a value this test does not know: {name}.");
                var options = new OlsOptions { Errors = Errors[parts[adjusted ? 3 : 2]] };
                Like(expected, Ols.Fit(adjusted ? Adjusted : Simple, Grade, options).OrThrow());
                break;
        }
    }

    private static void Like(Witness.Expected expected, LinearFit fit)
    {
        expected["term"].Words.ShouldBe(fit.Terms);
        Coefficient[] all = [.. fit.Coefficients().Select(c => c.OrThrow())];
        expected["estimate"].ShouldBe([.. all.Select(c => c.Value)]);
        expected["std.error"].ShouldBe([.. all.Select(c => c.StandardError)]);
        expected["statistic"].ShouldBe([.. all.Select(c => c.Statistic)]);
        expected["p.value"].ShouldBe([.. all.Select(c => c.P)]);
        expected["conf.low"].ShouldBe([.. all.Select(c => c.Interval.Lower)]);
        expected["conf.high"].ShouldBe([.. all.Select(c => c.Interval.Upper)]);
        expected["df"].ShouldBe([.. all.Select(c => c.DegreesOfFreedom)]);
    }

    private static void Like(Witness.Expected expected, Coefficient one)
    {
        expected["estimate"].ShouldBe(one.Value);
        expected["std.error"].ShouldBe(one.StandardError);
        expected["statistic"].ShouldBe(one.Statistic);
        expected["p.value"].ShouldBe(one.P);
        expected["conf.low"].ShouldBe(one.Interval.Lower);
        expected["conf.high"].ShouldBe(one.Interval.Upper);
        expected["df"].ShouldBe(one.DegreesOfFreedom);
    }

    private static bool[] Treated(ReferenceTable table) => [.. table.Numbers("sfsp").Select(t => t > 0)];

    /// <summary>R's cut at the quartiles (quantile type 7, the lowest value included).</summary>
    private static int[] Quarters()
    {
        var values = Men.Numbers("gpa0");
        double[] sorted = [.. values.Order()];
        double[] limits = [.. new[] { 0.25, 0.5, 0.75 }.Select(Quantile)];
        return [.. values.Select(v => limits.Count(l => v > l))];

        double Quantile(double p)
        {
            var place = p * (sorted.Length - 1);
            var below = (int)place;
            return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
        }
    }
}
