// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Survival;
using Shouldly;

namespace Proeftuin.Tests.Statistics.Survival;

/// <summary>Everything that the reference files say about one call of R's coxph.</summary>
internal static class CoxWitness
{
    public static void ShouldBe(this Witness.Expected expected, CoxFit fit)
    {
        double[] coefficients = [.. fit.Terms.Select(t => t.LogHazardRatio.Value)];
        expected["coef"].Element.EnumerateObject().Select(o => o.Name).ShouldBe(fit.Terms.Select(t => t.Name));
        foreach (var term in fit.Terms)
        {
            expected["coef"][term.Name].ShouldBe(term.LogHazardRatio.Value);
        }

        expected["vcov"].ShouldBeAll(fit.Variance.Values.ToArray());
        expected["loglik"].ShouldBe(fit.NullLogLikelihood, fit.LogLikelihood);
        Test(expected["lr"], fit.LikelihoodRatio);
        fit.N.ShouldBe(expected["n"].Count);
        fit.Events.ShouldBe(expected["nevent"].Count);
        if (
            expected.Element.TryGetProperty("naive", out var naive)
            && naive.ValueKind is not System.Text.Json.JsonValueKind.Null
        )
        {
            expected["naive"].ShouldBeAll(fit.NaiveVariance.Values.ToArray());
        }

        if (expected.Element.TryGetProperty("wald", out _))
        {
            // R's summary rounds the Wald statistic to two decimals, not its p
            Math.Round(fit.Wald.Statistic!.Value, 2).ShouldBe(expected["wald"]["test"].Number, 1e-9);
            expected["wald"]["df"].ShouldBe(fit.Wald.DegreesOfFreedom!.Value);
            expected["wald"]["pvalue"].ShouldBe(fit.Wald.P);
            Test(expected["score"], fit.Score);
            var concordance = fit.Concordance().OrThrow().Share;
            expected["concordance"]["C"].ShouldBe(concordance.Value);
            expected["concordance"]["se(C)"].ShouldBe(concordance.StandardError!.Value);
            fit.Iterations.ShouldBeInRange(1, (int)expected["iter"].Count + 3);
        }
    }

    public static CoxFit Fit(
        FollowUp data,
        IReadOnlyList<(string Name, double[] Values)> columns,
        CoxOptions? options = null
    ) =>
        Cox.Fit(
                data,
                Matrix.OfColumns([.. columns.Select(c => c.Values)]),
                (options ?? new CoxOptions()) with
                {
                    Names = [.. columns.Select(c => c.Name)],
                }
            )
            .OrThrow();

    private static void Test(Witness.Expected expected, Proeftuin.Statistics.TestResult test)
    {
        expected["test"].ShouldBe(test.Statistic!.Value);
        expected["df"].ShouldBe(test.DegreesOfFreedom!.Value);
        expected["pvalue"].ShouldBe(test.P);
    }
}
