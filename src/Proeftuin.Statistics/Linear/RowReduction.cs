// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Linear;

/// <summary>A tall table reduced to a few rows with the same sums of squares and products, by Householder reflections of one block of rows after another: all of it stays in the processor's cache, and no digits are lost as in X'X. Reference: Golub, Van Loan, Matrix Computations (2013), section 6.5 (updating).</summary>
internal static class RowReduction
{
    private const int Block = 256;

    /// <summary>Below this the table is taken as it is.</summary>
    private const int Tall = 2048;

    /// <summary>The columns themselves (to be used as working space), or their triangular factor when they are long.</summary>
    public static double[][] Of(int rows, double[][] columns)
    {
        if (rows < Tall)
        {
            return columns;
        }

        var kept = columns.Length;
        var work = Array.ConvertAll(columns, _ => new double[kept + Block]);
        for (var start = 0; start < rows; start += Block)
        {
            var length = Math.Min(Block, rows - start);
            for (var j = 0; j < kept; j++)
            {
                columns[j].AsSpan(start, length).CopyTo(work[j].AsSpan(kept));
            }

            Triangular(work, kept + length);
        }

        return Array.ConvertAll(work, column => column[..kept]);
    }

    /// <summary>Makes everything below the diagonal nought, so that the first rows carry all.</summary>
    private static void Triangular(double[][] work, int rows)
    {
        for (var step = 0; step < work.Length; step++)
        {
            var pivot = work[step].AsSpan(step, rows - step);
            var norm = Vectors.Norm(pivot);
            if (!(norm > 0))
            {
                continue;
            }

            var head = pivot[0] > 0 ? -norm : norm;
            pivot[0] -= head;
            var half = -head * pivot[0];
            for (var j = step + 1; j < work.Length; j++)
            {
                var column = work[j].AsSpan(step, rows - step);
                Vectors.Add(column, -Vectors.Dot(pivot, column) / half, pivot);
            }

            pivot.Clear();
            pivot[0] = head;
        }
    }
}
