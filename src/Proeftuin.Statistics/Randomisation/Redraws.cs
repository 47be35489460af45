// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>Works out a statistic for all assignments or for many. Draws are made in numbered pieces with a stream each, so that the number of threads changes nothing.</summary>
internal static class Redraws
{
    private const int Piece = 1_000;

    /// <summary>For so few pieces, waking other threads costs more than they save.</summary>
    private const int FewPieces = 4;

    /// <summary>Every assignment: a row of values per statistic, and the probability of each assignment.</summary>
    public static (double[][] Values, double[] Weights) All(Lots lots, Func<int[], double>[] statistics)
    {
        var count = (int)lots.Count;
        var values = Array.ConvertAll(statistics, _ => new double[count]);
        var weights = new double[count];
        var arms = new int[lots.Units];
        var at = 0;
        lots.Enumerate(
            arms,
            weight =>
            {
                for (var s = 0; s < statistics.Length; s++)
                {
                    values[s][at] = statistics[s](arms);
                }

                weights[at++] = weight;
            }
        );
        return (values, weights);
    }

    /// <summary>As many draws as asked: a row of values per statistic, the same draws for each.</summary>
    public static double[][] Some(Lots lots, Func<int[], double>[] statistics, Redrawing how)
    {
        var values = Array.ConvertAll(statistics, _ => new double[how.Draws]);
        Pieces(
            how,
            (random, start, length) =>
            {
                var own = lots.Copy();
                var arms = new int[lots.Units];
                for (var i = start; i < start + length; i++)
                {
                    own.Redraw(random, arms);
                    for (var s = 0; s < statistics.Length; s++)
                    {
                        values[s][i] = statistics[s](arms);
                    }
                }
            }
        );
        return values;
    }

    /// <summary>The sums of random subsets, one block after the other, put together as Σ factor · sum + constant.</summary>
    public static double[] Sums(IReadOnlyList<(SubsetSums Sums, double Factor)> blocks, double constant, Redrawing how)
    {
        var values = new double[how.Draws];
        Pieces(
            how,
            (random, start, length) =>
            {
                var target = values.AsSpan(start, length);
                target.Fill(constant);
                Span<double> sums = stackalloc double[Piece];
                foreach (var (draw, factor) in blocks)
                {
                    draw.Draw(random, sums[..length]);
                    for (var i = 0; i < length; i++)
                    {
                        target[i] += factor * sums[i];
                    }
                }
            }
        );
        return values;
    }

    private static void Pieces(Redrawing how, Action<Xoshiro256, int, int> work)
    {
        var pieces = (how.Draws + Piece - 1) / Piece;
        void One(int piece)
        {
            var start = piece * Piece;
            work(Xoshiro256.Stream(how.Seed, (ulong)piece), start, Math.Min(Piece, how.Draws - start));
        }

        if (pieces > FewPieces)
        {
            Parallel.For(0, pieces, One);
            return;
        }

        for (var piece = 0; piece < pieces; piece++)
        {
            One(piece);
        }
    }
}
