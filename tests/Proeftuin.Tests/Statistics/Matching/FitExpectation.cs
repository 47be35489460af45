// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Regression;
using Shouldly;

namespace Proeftuin.Tests.Statistics.Matching;

/// <summary>Compares a fit with a table of R's tidy(lm_robust(...)), all columns of it.</summary>
internal static class FitExpectation
{
    public static void ShouldBe(this Witness.Expected expected, LinearFit fit)
    {
        var terms = expected["term"].Element.EnumerateArray().Select(t => t.GetString()!).ToList();
        fit.Terms.ShouldBe(terms);
        for (var i = 0; i < terms.Count; i++)
        {
            var coefficient = fit[terms[i]].OrThrow();
            At(expected, "estimate", i, coefficient.Value);
            At(expected, "std.error", i, coefficient.StandardError);
            At(expected, "statistic", i, coefficient.Statistic);
            At(expected, "p.value", i, coefficient.P);
            At(expected, "conf.low", i, coefficient.Interval.Lower);
            At(expected, "conf.high", i, coefficient.Interval.Upper);
            At(expected, "df", i, coefficient.DegreesOfFreedom);
        }
    }

    private static void At(Witness.Expected expected, string column, int row, double actual)
    {
        var stated = expected[column].Numbers[row];
        actual.ShouldBe(stated, Math.Max(expected.Absolute, expected.Relative * Math.Abs(stated)), $"{column} {row}");
    }
}
