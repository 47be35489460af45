// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Proportions;
using Proeftuin.Statistics.Randomisation;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>The p-value of a comparison by lot: the lots are drawn again as they were declared (per draw, people drawn together staying together), among those whose outcome is known.</summary>
internal static class ByLot
{
    /// <summary>Any fixed number: the same data give the same p-value.</summary>
    private const ulong Seed = 20170401;

    /// <summary>Puts the p-value of the lot in place of that of the model; where the lot cannot be played again the model's stays, and says so.</summary>
    public static Measured Judge(Measured measured, Sample known, bool yesNo, int redraws) =>
        P(known, yesNo, redraws)
            .Match(
                p => measured with { P = p.P, Test = p.Test },
                why => measured with { Test = $"{measured.Test}; de loting is niet na te spelen: {why}" }
            );

    private static Answer<(double P, string Test)> P(Sample known, bool yesNo, int redraws)
    {
        var (draws, shared) = (known.Draws, known.HasShared);
        if (yesNo && !shared && draws.Max() == 0)
        {
            var (first, second) = Differing.Proportions(known);
            return ExactTests.Permutation(first, second).Map(t => (t.P, "exact, alle uitkomsten van het lot"));
        }

        int[] arms = [.. known.First.Select(f => f ? 1 : 0)];
        if (yesNo && !shared && CountedOut(known.Values, arms, draws) is { } p)
        {
            return (p, "exact, alle uitkomsten van het lot");
        }

        return RandomisationInference
            .Test(
                known.Values,
                arms,
                Declared(known, arms, draws, shared),
                draws.Max() > 0 && !shared
                    ? new Statistic.BlockedDifference(1, 0, draws)
                    : new Statistic.DifferenceInMeans(1, 0),
                new Redrawing { Draws = redraws, Seed = Seed }
            )
            .Map(t =>
                (
                    t.P,
                    t.IsExact
                        ? "exact, alle uitkomsten van het lot"
                        : $"{Dutch.Count((long)t.Draws)} keer opnieuw geloot"
                )
            );
    }

    /// <summary>
    /// Yes-or-no outcomes in several draws: within each draw the number of yes on the first side is hypergeometric, so all outcomes of all lots together can
    /// be counted out. Null when there are too many, or when a draw has one side only (the redrawing then says so).
    /// </summary>
    private static double? CountedOut(double[] values, int[] arms, int[] draws)
    {
        List<(double Value, double Chance)> all = [(0, 1)];
        double observed = 0;
        for (var d = 0; d <= draws.Max(); d++)
        {
            int[] rows = [.. Enumerable.Range(0, arms.Length).Where(i => draws[i] == d)];
            var (first, second) = (rows.Count(i => arms[i] == 1), rows.Count(i => arms[i] == 0));
            if (first == 0 || second == 0 || all.Count * (double)first > MostOutcomes)
            {
                return null;
            }

            var yes = rows.Count(i => values[i] > 0.5);
            var weight = (double)rows.Length / arms.Length;
            double Difference(long x) => weight * ((double)x / first - (double)(yes - x) / second);
            observed += Difference(rows.Count(i => arms[i] == 1 && values[i] > 0.5));
            var lots = new Hypergeometric(first, second, yes);
            var next = new List<(double, double)>();
            for (var x = lots.Lowest; x <= lots.Highest; x++)
            {
                var (more, chance) = (Difference(x), lots.At(x));
                next.AddRange(all.Select(before => (before.Value + more, before.Chance * chance)));
            }

            all = next;
        }

        return Math.Min(1, all.Where(v => Math.Abs(v.Value) >= Math.Abs(observed) - Slack).Sum(v => v.Chance));
    }

    private const double MostOutcomes = 1_000_000;

    /// <summary>Differences that are equal on paper may differ in their last digits.</summary>
    private const double Slack = 1e-12;

    private static Declaration Declared(Sample known, int[] arms, int[] draws, bool shared)
    {
        if (!shared)
        {
            return draws.Max() == 0 ? new Declaration.Complete(arms.Length, SizesOf(arms)) : Blocks(draws, arms);
        }

        var units = known.Units;
        int[] place = [.. Enumerable.Range(0, units.Max() + 1).Select(u => Array.IndexOf(units, u))];
        var ofUnits = Array.ConvertAll(place, i => arms[i]);
        var drawsOfUnits = Array.ConvertAll(place, i => draws[i]);
        return new Declaration.Clustered(
            units,
            draws.Max() == 0
                ? new Declaration.Complete(ofUnits.Length, SizesOf(ofUnits))
                : Blocks(drawsOfUnits, ofUnits)
        );
    }

    private static Declaration Blocks(int[] draws, int[] arms) =>
        new Declaration.Blocked(
            draws,
            [
                .. Enumerable
                    .Range(0, draws.Max() + 1)
                    .Select(d => (IReadOnlyList<int>)SizesOf([.. arms.Where((_, i) => draws[i] == d)])),
            ]
        );

    private static int[] SizesOf(int[] arms) => [arms.Count(a => a == 0), arms.Count(a => a == 1)];
}
