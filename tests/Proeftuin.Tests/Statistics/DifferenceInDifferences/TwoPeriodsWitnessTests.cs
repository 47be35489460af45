// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.DifferenceInDifferences;
using Proeftuin.Statistics.Regression;
using Proeftuin.Tests.Statistics.Matching;
using Proeftuin.Tests.Statistics.Survival;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.DifferenceInDifferences;

/// <summary>Every value of reference 14, made by R (estimatr).</summary>
public sealed class TwoPeriodsWitnessTests
{
    private static readonly Witness Fourteen = Witness.Of("14-difference-in-differences.json");

    private static readonly Dictionary<string, Action<Witness.Expected>> Checks = new(StringComparer.Ordinal)
    {
        ["lalonde_2x2_means"] = expected =>
        {
            // the intercept and the sums of coefficients are the four means
            var fit = Fit(ErrorType.CR2);
            double At(params string[] terms) =>
                fit.Sum("sum", terms.ToDictionary(t => t, _ => 1.0, StringComparer.Ordinal)).OrThrow().Value;
            expected["means"]["treat"].ShouldBe(0, 1);
            expected["means"]["re75"].ShouldBe(At("(Intercept)"), At("(Intercept)", "treat"));
            expected["means"]
                ["re78"]
                .ShouldBe(At("(Intercept)", "post"), At("(Intercept)", "treat", "post", "treat:post"));
            expected["did"].ShouldBe(At("treat:post"));
        },
        ["lalonde_did_ols_cluster_CR2"] = expected => expected.ShouldBe(Fit(ErrorType.CR2)),
        ["lalonde_did_ols_cluster_stata"] = expected => expected.ShouldBe(Fit(ErrorType.CR1)),
        ["lalonde_change_on_treat_HC2"] = expected =>
            expected.ShouldBe(TwoPeriods.Change(Lalonde.Earned75, Lalonde.Earned, Lalonde.Treated, 0.95).OrThrow()),
        ["lalonde_change_on_treat_covariates_HC2"] = expected =>
            expected.ShouldBe(
                TwoPeriods
                    .Change(
                        Lalonde.Earned75,
                        Lalonde.Earned,
                        Lalonde.Treated,
                        0.95,
                        design =>
                            design
                                .With("age", Lalonde.Column("age"))
                                .With("educ", Lalonde.Column("educ"))
                                .With("married", Lalonde.Column("married"))
                                .With("nodegree", Lalonde.Column("nodegree"))
                    )
                    .OrThrow()
            ),
        ["lalonde_experimental_did"] = expected =>
        {
            var data = ReferenceTable.Of("lalonde_experimental.csv");
            bool[] treated = [.. data.Counts("treat").Select(t => t == 1)];
            expected.ShouldBe(TwoPeriods.Change(data.Numbers("re75"), data.Numbers("re78"), treated, 0.95).OrThrow());
        },
    };

    public static TheoryData<string> All => [.. Fourteen.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_value_equals_that_of_R(string name) => Checks[name](Fourteen[name]);

    private static LinearFit Fit(ErrorType errors) =>
        TwoPeriods.Fit(Lalonde.Earned75, Lalonde.Earned, Lalonde.Treated, 0.95, errors).OrThrow();
}
