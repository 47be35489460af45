// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Proportions;
using Proeftuin.Statistics.Regression;
using Proeftuin.Tests.Statistics.Survival;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Regression;

/// <summary>Every value of reference 06, made by R's glm and sandwich.</summary>
public sealed class LogisticWitnessTests
{
    private static readonly Witness Six = Witness.Of("06-logistic-regression.json");
    private static readonly ReferenceTable Lalonde = ReferenceTable.Of("lalonde_experimental.csv");
    private static readonly double[] Employed = [.. Lalonde.Numbers("re78").Select(e => e > 0 ? 1.0 : 0)];

    public static TheoryData<string> Values => [.. Six.Names];

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_value_of_the_file_equals_R(string name)
    {
        var expected = Six[name];
        switch (name)
        {
            case "wageningen_logit_coef":
                Like(expected, Wageningen());
                break;
            case "wageningen_logit_fit":
                var fit = Wageningen();
                expected["deviance"].ShouldBe(fit.Deviance);
                expected["null_deviance"].ShouldBe(fit.NullDeviance);
                expected["aic"].ShouldBe(fit.Aic);
                expected["loglik"].ShouldBe(fit.LogLikelihood);
                expected["lr_chisq"].ShouldBe(fit.LikelihoodRatio().OrThrow().Statistic!.Value);
                expected["lr_p"].ShouldBe(fit.LikelihoodRatio().OrThrow().P);
                break;
            case "lalonde_logit_coef":
                Like(expected, Full());
                break;
            case "lalonde_logit_vcov":
                expected.ShouldBeMatrix(Full().Covariance);
                break;
            case "lalonde_logit_vcov_HC0":
                expected.ShouldBeMatrix(Full(ErrorType.HC0).Covariance);
                break;
            case "lalonde_logit_vcov_HC1":
                expected.ShouldBeMatrix(Full(ErrorType.HC1).Covariance);
                break;
            case "lalonde_loglik":
                expected.ShouldBe(Full().LogLikelihood);
                break;
            case "lalonde_average_marginal_effect_treat":
                var effect = Full().AverageChange("treat").OrThrow();
                expected["ame"].ShouldBe(effect.Value);
                expected["se_delta"].ShouldBe(effect.StandardError);
                expected["z"].ShouldBe(effect.Statistic);
                expected["p"].ShouldBe(effect.P);
                expected["ci"].ShouldBe(effect.Interval.Lower, effect.Interval.Upper);
                break;
            case "hosmer_lemeshow_like_brier":
                expected["brier"].ShouldBe(Full().Fitted.Zip(Employed, (p, y) => (p - y) * (p - y)).Average());
                break;
            case "separation":
                var x = expected["x"].Numbers;
                Trial
                    .Why(Logistic.Fit(DesignMatrix.WithIntercept(x.Length).With("x", x), expected["y"].Numbers))
                    .ShouldBe(Obstacle.Separation);
                break;
            case "probit_lalonde_treat":
                Like(expected, Logistic.Fit(Columns("treat", "age"), Employed, new() { Link = Link.Probit }).OrThrow());
                break;
            default:
                Assert.Fail($"The file has a value this test does not know: {name}.");
                break;
        }
    }

    private static LogisticFit Full(ErrorType? errors = null) =>
        Logistic
            .Fit(
                Columns("treat", "age", "educ", "black", "hisp", "married", "nodegr", "re74", "re75"),
                Employed,
                new() { Errors = errors }
            )
            .OrThrow();

    private static DesignMatrix Columns(params string[] columns) =>
        columns.Aggregate(
            DesignMatrix.WithIntercept(Employed.Length),
            (design, column) => design.With(column, Lalonde.Numbers(column))
        );

    /// <summary>One row per person of Wageningen's published counts.</summary>
    private static LogisticFit Wageningen()
    {
        string[] arms = ["EXP4", "EXP1", "EXP2", "EXP3", "GD"];
        string[] arm = [.. arms.SelectMany(a => Enumerable.Repeat(a, (int)Published.Gross[a].Size))];
        double[] exit = [.. arms.SelectMany(a => Exits(Published.Gross[a]))];
        return Logistic.Fit(DesignMatrix.WithIntercept(arm.Length).WithFactor("arm", arm, arms), exit).OrThrow();
    }

    private static IEnumerable<double> Exits(Proportion group) =>
        Enumerable.Repeat(1.0, (int)group.Events).Concat(Enumerable.Repeat(0.0, (int)(group.Size - group.Events)));

    private static void Like(Witness.Expected expected, LogisticFit fit)
    {
        expected["rows"].Words.ShouldBe(fit.Terms);
        var rows = expected["data"].Element.EnumerateArray().Select(r => r.EnumerateArray().ToArray()).ToArray();
        foreach (var (term, i) in fit.Terms.Select((t, i) => (t, i)))
        {
            var mine = fit[term].OrThrow();
            double[] numbers = [mine.Value, mine.StandardError, mine.Statistic, mine.P];
            for (var j = 0; j < 4; j++)
            {
                var theirs = rows[i][j].GetDouble();
                Math.Abs(numbers[j] - theirs)
                    .ShouldBeLessThanOrEqualTo(1e-9 * Math.Abs(theirs), $"{expected.Path}, {term}, column {j}");
            }
        }
    }
}
