// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>Bread · meat · bread: the covariance of coefficients from the scores of rows or clusters. Reference: Zeileis (2004), Journal of Statistical Software 11(10).</summary>
internal static class Sandwich
{
    /// <summary>Σ s² x x' over rows, for the columns given.</summary>
    public static Matrix Meat(IReadOnlyList<double[]> columns, ReadOnlySpan<double> scores)
    {
        const int Block = 256;
        var scaled = new double[columns.Count][];
        for (var j = 0; j < scaled.Length; j++)
        {
            scaled[j] = new double[Block];
        }

        var meat = new Matrix(scaled.Length, scaled.Length);
        for (var start = 0; start < scores.Length; start += Block)
        {
            var length = Math.Min(Block, scores.Length - start);
            for (var j = 0; j < scaled.Length; j++)
            {
                for (var i = 0; i < length; i++)
                {
                    scaled[j][i] = scores[start + i] * columns[j][start + i];
                }

                for (var k = 0; k <= j; k++)
                {
                    meat[j, k] += Vectors.Dot(scaled[j].AsSpan(0, length), scaled[k].AsSpan(0, length));
                }
            }
        }

        for (var j = 0; j < scaled.Length; j++)
        {
            for (var k = 0; k < j; k++)
            {
                meat[k, j] = meat[j, k];
            }
        }

        return meat;
    }

    /// <summary>Σ (Σ s x)(Σ s x)' over clusters, the inner sum over the rows of each.</summary>
    public static Matrix Meat(IReadOnlyList<double[]> columns, ReadOnlySpan<double> scores, int[][] clusters)
    {
        var sums = new Matrix(clusters.Length, columns.Count);
        for (var g = 0; g < clusters.Length; g++)
        {
            for (var j = 0; j < columns.Count; j++)
            {
                var column = columns[j];
                double sum = 0;
                foreach (var i in clusters[g])
                {
                    sum += scores[i] * column[i];
                }

                sums[g, j] = sum;
            }
        }

        return sums.Gram();
    }

    public static Matrix Of(Matrix bread, Matrix meat) => bread.Times(meat).Times(bread);
}
