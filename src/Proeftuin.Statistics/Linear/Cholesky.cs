// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Linear;

/// <summary>A = LL' for a symmetric positive-definite matrix: solves, inverts and gives the determinant. Reference: Golub, Van Loan, Matrix Computations (2013), algorithm 4.2.1.</summary>
public sealed class Cholesky
{
    private readonly Matrix lower;

    private Cholesky(Matrix lower) => this.lower = lower;

    /// <summary>The factor L: zero above the diagonal.</summary>
    public Matrix Lower => lower;

    /// <summary>ln |A|.</summary>
    public double LogDeterminant
    {
        get
        {
            double sum = 0;
            foreach (var pivot in lower.Diagonal())
            {
                sum += 2 * Math.Log(pivot);
            }

            return sum;
        }
    }

    /// <summary>The factorisation, or null when the matrix is not positive definite (a pivot below <paramref name="tolerance"/> times its diagonal). Only the lower triangle is read.</summary>
    public static Cholesky? Of(Matrix symmetric, double tolerance = 1e-14)
    {
        var n = symmetric.Rows;
        Vectors.SameLength(n, symmetric.Columns);
        var factor = new Matrix(n, n);
        for (var j = 0; j < n; j++)
        {
            var pivot = symmetric[j, j] - Vectors.Dot(factor.Row(j)[..j], factor.Row(j)[..j]);
            if (!(pivot > tolerance * Math.Abs(symmetric[j, j])))
            {
                return null;
            }

            factor[j, j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < n; i++)
            {
                factor[i, j] = (symmetric[i, j] - Vectors.Dot(factor.Row(i)[..j], factor.Row(j)[..j])) / factor[j, j];
            }
        }

        return new Cholesky(factor);
    }

    /// <summary>The x with Ax = b.</summary>
    public double[] Solve(ReadOnlySpan<double> b)
    {
        var x = HalfSolve(b);
        for (var i = x.Length - 1; i >= 0; i--)
        {
            x[i] /= lower[i, i];
            for (var k = 0; k < i; k++)
            {
                x[k] -= lower[i, k] * x[i];
            }
        }

        return x;
    }

    /// <summary>The x with Lx = b; its squared length is b'A⁻¹b.</summary>
    public double[] HalfSolve(ReadOnlySpan<double> b)
    {
        Vectors.SameLength(lower.Rows, b.Length);
        var x = new double[b.Length];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = (b[i] - Vectors.Dot(lower.Row(i)[..i], x.AsSpan(0, i))) / lower[i, i];
        }

        return x;
    }

    public Matrix Inverse()
    {
        var n = lower.Rows;
        var inverse = new Matrix(n, n);
        var unit = new double[n];
        for (var j = 0; j < n; j++)
        {
            unit[j] = 1;
            var column = Solve(unit);
            unit[j] = 0;
            for (var i = 0; i < n; i++)
            {
                inverse[i, j] = column[i];
            }
        }

        return inverse;
    }
}
