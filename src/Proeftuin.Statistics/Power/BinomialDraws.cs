// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Power;

/// <summary>Random numbers of people out of n with the outcome, by looking a uniform number up in the cumulative distribution; a table per n is made when first needed.</summary>
internal sealed class BinomialDraws(double chance, int most)
{
    private readonly double[]?[] tables = new double[most + 1][];

    public int Draw(Xoshiro256 random, int n)
    {
        if (n == 0 || chance <= 0)
        {
            return 0;
        }

        if (chance >= 1)
        {
            return n;
        }

        // two threads may make the same table: it holds the same numbers
        var table = tables[n] ??= Cumulative(n);
        var found = Array.BinarySearch(table, random.Uniform());
        return Math.Min(n, found < 0 ? ~found : found + 1);
    }

    private double[] Cumulative(int n)
    {
        var table = new double[n + 1];
        double sum = 0;
        for (var k = 0; k <= n; k++)
        {
            sum += Binomial.At(k, n, chance);
            table[k] = sum;
        }

        return table;
    }
}
