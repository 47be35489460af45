// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Power;

/// <summary>Random numbers of people out of n with the outcome, by looking a uniform number up in the cumulative distribution; a table per n is made when first needed. Reference: Chen, Asau (1974), AIIE Transactions 6:163 (where to begin looking).</summary>
internal sealed class BinomialDraws(double chance, int most)
{
    private readonly Table?[] tables = new Table?[most + 1];

    public int Draw(Xoshiro256 random, int n) =>
        n == 0 || chance <= 0 ? 0
        : chance >= 1 ? n
        // two threads may make the same table: it holds the same numbers
        : (tables[n] ??= new Table(n, chance)).Find(random.Uniform());

    private sealed class Table
    {
        private const int Guides = 256;

        private readonly double[] cumulative;
        private readonly int[] begin = new int[Guides];

        public Table(int n, double chance)
        {
            cumulative = new double[n + 1];
            double sum = 0;
            for (var k = 0; k <= n; k++)
            {
                sum += Binomial.At(k, n, chance);
                cumulative[k] = sum;
            }

            for (var guide = 1; guide < Guides; guide++)
            {
                begin[guide] = From(begin[guide - 1], (double)guide / Guides);
            }
        }

        /// <summary>The first number whose cumulative probability is above this one.</summary>
        public int Find(double uniform) => From(begin[(int)(uniform * Guides)], uniform);

        private int From(int k, double uniform)
        {
            while (k < cumulative.Length - 1 && cumulative[k] <= uniform)
            {
                k++;
            }

            return k;
        }
    }
}
