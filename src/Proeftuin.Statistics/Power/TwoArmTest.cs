// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Proportions;

namespace Proeftuin.Statistics.Power;

/// <summary>A two-sided test of two shares, as an evaluation would use it.</summary>
public enum TwoArmTest
{
    /// <summary>R: fisher.test.</summary>
    Fisher,

    /// <summary>R: chisq.test(correct = FALSE).</summary>
    ChiSquare,

    /// <summary>R: chisq.test(correct = TRUE).</summary>
    ChiSquareYates,

    /// <summary>z with the standard error of the shares as they are.</summary>
    UnpooledZ,

    /// <summary>Wald's test of the arm's coefficient in a logistic regression; with an empty cell it finds nothing, as in R.</summary>
    LogitWald,
}

/// <summary>P-values of two-arm tests, by the thousand. A table without variation has no test; in a power calculation it counts as nothing found, p = 1.</summary>
internal static class TwoArmP
{
    public static double Of(TwoArmTest test, int x1, int n1, int x2, int n2)
    {
        var events = x1 + x2;
        var all = n1 + n2;
        if (events == 0 || events == all || n1 == 0 || n2 == 0)
        {
            return 1;
        }

        double a = x1;
        double b = n1 - x1;
        double c = x2;
        double d = n2 - x2;
        var cross = Math.Abs(a * d - c * b);
        var margins = (double)n1 * n2 * events * (all - events);
        return test switch
        {
            TwoArmTest.Fisher => Fisher(x1, n1, n2, events),
            TwoArmTest.ChiSquare => TwoTails(cross * Math.Sqrt(all / margins)),
            TwoArmTest.ChiSquareYates => TwoTails(Math.Max(0, cross - all / 2.0) * Math.Sqrt(all / margins)),
            TwoArmTest.UnpooledZ => Ratio(a / n1 - c / n2, a * b / n1 / n1 / n1 + c * d / n2 / n2 / n2),
            TwoArmTest.LogitWald => Math.Min(Math.Min(a, b), Math.Min(c, d)) <= 0
                ? 1
                : Ratio(Math.Log(a * d / (c * b)), 1 / a + 1 / b + 1 / c + 1 / d),
        };
    }

    private static double Ratio(double difference, double variance) =>
        variance > 0 ? TwoTails(difference / Math.Sqrt(variance)) : 1;

    private static double TwoTails(double z) => 2 * Normal.Cdf(-Math.Abs(z));

    /// <summary>The tables at most as probable as this one, walking from it outwards by the ratio of neighbours.</summary>
    private static double Fisher(int x1, int n1, int n2, int events)
    {
        var lowest = Math.Max(0, events - n2);
        var highest = Math.Min(n1, events);
        // relative to the table at hand, which has 1
        double all = 1;
        double rare = 1;
        double here = 1;
        for (var k = x1; k < highest; k++)
        {
            here *= (double)(n1 - k) * (events - k) / ((double)(k + 1) * (n2 - events + k + 1));
            all += here;
            rare += here <= ExactTests.SameProbability ? here : 0;
        }

        here = 1;
        for (var k = x1; k > lowest; k--)
        {
            here *= (double)k * (n2 - events + k) / ((double)(n1 - k + 1) * (events - k + 1));
            all += here;
            rare += here <= ExactTests.SameProbability ? here : 0;
        }

        return Math.Min(1, rare / all);
    }
}
