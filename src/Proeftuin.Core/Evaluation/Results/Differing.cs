// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Proportions;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>
/// The difference between two sides of a sample whose outcomes are known. Yes or no, one draw and nobody drawn together: shares with Newcombe's interval.
/// Otherwise least squares on the side with the draws as strata, errors HC2, or CR2 by the unit that was drawn when people were drawn together.
/// </summary>
internal static class Differing
{
    public const string Term = "eerste";

    public static Outcome<Measured> Of(Sample known, bool yesNo, IReadOnlyList<double> levels)
    {
        var sides = known.Sides;
        if (!sides.Contains(true) || !sides.Contains(false))
        {
            return new NotEstimable("in een van de groepen is van niemand de uitkomst bekend");
        }

        var draws = known.Strata;
        var shared = known.HasShared;
        var fit = Regressed(known, known.Values, draws, shared, levels[0]);
        if (yesNo && !shared && known.Draws.Max() == 0)
        {
            return Shares(known, levels, fit);
        }

        return fit.Named(c => Judged(c, levels, known.Count, MethodName(draws.Max() > 0, shared)));
    }

    /// <summary>A coefficient of a regression as a result: an interval for every level, and the t-test of the same error.</summary>
    public static Measured Judged(Coefficient c, IReadOnlyList<double> levels, long n, string method) =>
        new()
        {
            Value = c.Value,
            StandardError = c.StandardError,
            Ranges =
            [
                .. levels.Select(level => c.At(level).OrThrow()).Select(i => new Range(i.Lower, i.Upper, i.Level)),
            ],
            P = c.P,
            Test = "t-toets",
            N = n,
            Method = method,
        };

    /// <summary>The coefficient of the side, of any outcome per person of the sample.</summary>
    public static Answer<Coefficient> Regressed(
        Sample known,
        IReadOnlyList<double> outcome,
        int[] draws,
        bool shared,
        double level
    )
    {
        var design = DesignMatrix.WithIntercept(known.Count).With(Term, [.. known.First.Select(f => f ? 1.0 : 0)]);
        if (draws.Max() > 0)
        {
            design = design.WithFactor(
                "loting",
                [.. draws.Select(Text)],
                [.. Enumerable.Range(0, draws.Max() + 1).Select(Text)]
            );
        }

        return Ols.Fit(design, outcome, new OlsOptions { Clusters = shared ? known.Units : null, Level = level })
            .Then(fit => fit[Term]);
    }

    public static string MethodName(bool strata, bool shared) =>
        "kleinste kwadraten"
        + (strata ? " met de lotingen als lagen" : "")
        + (shared ? ", fout CR2 per geloot huishouden" : ", fout HC2");

    internal static (Proportion First, Proportion Second) Proportions(Sample known)
    {
        var (values, sides) = (known.Values, known.Sides);
        Proportion Side(bool first)
        {
            long yes = 0;
            long all = 0;
            for (var i = 0; i < sides.Length; i++)
            {
                if (sides[i] == first)
                {
                    all++;
                    yes += values[i] > 0.5 ? 1 : 0;
                }
            }

            return new(yes, all);
        }

        return (Side(true), Side(false));
    }

    private static Outcome<Measured> Shares(Sample known, IReadOnlyList<double> levels, Answer<Coefficient> fit)
    {
        var (first, second) = Proportions(known);
        var ranges = levels.Select(l => RiskDifference.Newcombe(first, second, l)).ToList();
        return ranges[0]
            .Named(e => new Measured
            {
                Value = e.Value,
                StandardError = fit.Match(c => (double?)c.StandardError, _ => null),
                Ranges =
                [
                    .. ranges
                        .Select(r => r.OrThrow())
                        .Select(r => new Range(r.Interval.Lower, r.Interval.Upper, r.Interval.Level)),
                ],
                P = ExactTests.Fisher(first, second, Alternative.TwoSided).Match(t => (double?)t.P, _ => null),
                Test = "Fisher",
                N = known.Count,
                Method = "verschil in aandelen, interval van Newcombe",
            });
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
