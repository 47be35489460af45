// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Linear;

/// <summary>A = VΛV' of a small symmetric matrix by Jacobi rotations: slow for hundreds of columns, exact to the last digits for tens. Reference: Golub, Van Loan, Matrix Computations (2013), section 8.5.</summary>
public sealed class SymmetricEigen
{
    private const int MostSweeps = 100;

    private SymmetricEigen(double[] values, Matrix vectors)
    {
        Values = values;
        Vectors = vectors;
    }

    /// <summary>The eigenvalues, largest first.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The eigenvectors as columns, in the order of the values.</summary>
    public Matrix Vectors { get; }

    public static SymmetricEigen Of(Matrix symmetric)
    {
        var n = symmetric.Rows;
        Linear.Vectors.SameLength(n, symmetric.Columns);
        var a = symmetric.Scaled(1);
        var v = Matrix.Identity(n);
        for (var sweep = 0; sweep < MostSweeps && !Diagonal(a); sweep++)
        {
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, v, p, q);
                }
            }
        }

        var values = a.Diagonal();
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => values[i])];
        return new SymmetricEigen(Array.ConvertAll(order, i => values[i]), v.Part([.. Enumerable.Range(0, n)], order));
    }

    /// <summary>V f(Λ) V': the matrix with the function applied to its eigenvalues.</summary>
    public Matrix Apply(Func<double, double> function)
    {
        var n = Values.Count;
        var result = new Matrix(n, n);
        for (var k = 0; k < n; k++)
        {
            var value = function(Values[k]);
            var vector = Vectors.Column(k);
            for (var i = 0; i < n; i++)
            {
                Linear.Vectors.Add(result.Writable(i), value * vector[i], vector);
            }
        }

        return result;
    }

    private static bool Diagonal(Matrix a)
    {
        double off = 0;
        double on = 0;
        for (var i = 0; i < a.Rows; i++)
        {
            on += a[i, i] * a[i, i];
            for (var j = 0; j < i; j++)
            {
                off += a[i, j] * a[i, j];
            }
        }

        return !(off > 1e-34 * on);
    }

    private static void Rotate(Matrix a, Matrix v, int p, int q)
    {
        if (Math.Abs(a[p, q]) <= 0)
        {
            return;
        }

        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + double.Hypot(theta, 1));
        var c = 1 / double.Hypot(t, 1);
        var s = t * c;
        for (var k = 0; k < a.Rows; k++)
        {
            (a[k, p], a[k, q]) = (c * a[k, p] - s * a[k, q], s * a[k, p] + c * a[k, q]);
        }

        for (var k = 0; k < a.Rows; k++)
        {
            (a[p, k], a[q, k]) = (c * a[p, k] - s * a[q, k], s * a[p, k] + c * a[q, k]);
            (v[k, p], v[k, q]) = (c * v[k, p] - s * v[k, q], s * v[k, p] + c * v[k, q]);
        }

        a[p, q] = 0;
        a[q, p] = 0;
    }
}
