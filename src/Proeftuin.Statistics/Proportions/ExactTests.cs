// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Proportions;

/// <summary>Exact tests of two proportions with both margins fixed. Not estimable when everybody, or nobody, has the outcome. Witness: reference 01.</summary>
public static class ExactTests
{
    /// <summary>Two tables count as equally probable within this relative difference, as in R's fisher.test.</summary>
    internal const double SameProbability = 1 + 1e-7;

    /// <summary>Fisher's exact test; two-sided is the sum of all tables that are at most as probable as the observed one.</summary>
    public static Answer<TestResult> Fisher(Proportion first, Proportion second, Alternative alternative) =>
        Given(
            first,
            second,
            Methods.Fisher,
            tables =>
                alternative switch
                {
                    Alternative.TwoSided => tables.Sum(k => tables.At(k) <= tables.At(first.Events) * SameProbability),
                    Alternative.Greater => tables.From(first.Events),
                    Alternative.Less => tables.UpTo(first.Events),
                }
        );

    /// <summary>Fisher's test counting half of the observed table; two-sided is the smaller side doubled. Less cautious, and no longer guaranteed exact.</summary>
    public static Answer<TestResult> MidP(Proportion first, Proportion second, Alternative alternative) =>
        Given(
            first,
            second,
            Methods.MidP,
            tables =>
            {
                var half = tables.At(first.Events) / 2;
                var greater = tables.From(first.Events) - half;
                var less = tables.UpTo(first.Events) - half;
                return alternative switch
                {
                    Alternative.TwoSided => Math.Min(1, 2 * Math.Min(greater, less)),
                    Alternative.Greater => greater,
                    Alternative.Less => less,
                };
            }
        );

    /// <summary>The exact answer to a randomisation test of the absolute difference in proportions: which is larger is decided in whole numbers, not in doubles.</summary>
    public static Answer<TestResult> Permutation(Proportion first, Proportion second) =>
        Given(
            first,
            second,
            Methods.Permutation,
            tables =>
            {
                var events = (Int128)first.Events + second.Events;
                var observed = Int128.Abs((Int128)first.Events * second.Size - (Int128)second.Events * first.Size);
                return tables.Sum(k => Int128.Abs(k * (Int128)second.Size - (events - k) * first.Size) >= observed);
            }
        );

    private static Answer<TestResult> Given(
        Proportion first,
        Proportion second,
        Method method,
        Func<Hypergeometric, double> p
    )
    {
        if (Proportion.Check(first, second) is { } why)
        {
            return why;
        }

        if ((first + second).WithoutVariation)
        {
            return Obstacle.NoVariation;
        }

        var events = first.Events + second.Events;
        if (Hypergeometric.TooMany(first.Size, second.Size, events))
        {
            return Obstacle.TooManyTables;
        }

        return new TestResult
        {
            P = p(new Hypergeometric(first.Size, second.Size, events)),
            N = first.Size + second.Size,
            Method = method,
            Assumptions = [Assumption.IndependentUnits, Assumption.MarginsFixed],
        };
    }
}
