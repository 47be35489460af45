// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>CR2: cluster residuals made larger so that their covariance is unbiased when rows are independent, and Satterthwaite's degrees of freedom for it. References: Bell, McCaffrey (2002), Survey Methodology 28:169-181; Pustejovsky, Tipton (2018), Journal of Business and Economic Statistics 36:672-683. Written out: A = (I − H − H' + X M X'W²X M X')^(−1/2) per cluster, with M = (X'WX)⁻¹ and H = X M X'W; directions that a cluster fits by itself are left out.</summary>
internal sealed class BiasReducedClusters
{
    /// <summary>Eigenvalues below this are nought: the cluster decides that direction alone (as in estimatr).</summary>
    private const double Nought = 1e-12;

    private readonly double[][] columns;
    private readonly double[]? weights;
    private readonly int[][] clusters;
    private readonly Matrix bread;

    /// <summary>X'W²X between two breads; equal to the bread without weights.</summary>
    private readonly Matrix spread;

    public BiasReducedClusters(double[][] columns, double[]? weights, int[][] clusters, Matrix bread)
    {
        (this.columns, this.weights, this.clusters, this.bread) = (columns, weights, clusters, bread);
        spread = weights is null ? bread : Sandwich.Of(bread, Sandwich.Meat(columns, weights));
    }

    public Matrix Covariance(double[] residuals)
    {
        var sums = new Matrix(clusters.Length, columns.Length);
        for (var g = 0; g < clusters.Length; g++)
        {
            var adjusted = Adjusted(clusters[g]);
            for (var j = 0; j < columns.Length; j++)
            {
                double sum = 0;
                for (var i = 0; i < clusters[g].Length; i++)
                {
                    sum += adjusted[j][i] * residuals[clusters[g][i]];
                }

                sums[g, j] = sum;
            }
        }

        return Sandwich.Of(bread, sums.Gram());
    }

    /// <summary>Satterthwaite's degrees of freedom of sums of coefficients; each row of <paramref name="sums"/> holds the factors of one sum.</summary>
    public double[] DegreesOfFreedom(IReadOnlyList<double[]> sums)
    {
        var factors = sums.Select(c => bread.Times(c)).ToArray();
        var cross = Cross();
        var size = cross.Rows;
        var traces = new double[sums.Count];
        var squares = new double[sums.Count];
        var grams = sums.Select(_ => new Matrix(size, size)).ToArray();
        foreach (var rows in clusters)
        {
            var adjusted = Adjusted(rows);
            for (var c = 0; c < factors.Length; c++)
            {
                var residual = Combined(adjusted, factors[c], rows.Length);
                var fitted = Fitted(residual, rows);
                var own = Vectors.Dot(residual, residual);
                var shared = cross.Between(fitted, fitted);
                traces[c] += own + shared;
                squares[c] += (own + shared) * (own + shared) - shared * shared;
                for (var j = 0; j < size; j++)
                {
                    Vectors.Add(grams[c].Writable(j), fitted[j], fitted);
                }
            }
        }

        for (var c = 0; c < factors.Length; c++)
        {
            var product = cross.Times(grams[c]);
            squares[c] += Trace(product, product);
        }

        return [.. traces.Zip(squares, (trace, square) => trace * trace / square)];
    }

    /// <summary>How two clusters' residuals hang together through the fit: the matrix between (X'r, X'Wr) of one and of the other.</summary>
    private Matrix Cross()
    {
        var size = columns.Length;
        if (weights is null)
        {
            return bread.Scaled(-1);
        }

        var cross = new Matrix(2 * size, 2 * size);
        for (var j = 0; j < size; j++)
        {
            for (var k = 0; k < size; k++)
            {
                cross[j, k] = spread[j, k];
                cross[j, size + k] = -bread[j, k];
                cross[size + j, k] = -bread[j, k];
            }
        }

        return cross;
    }

    private double[] Fitted(double[] residual, int[] rows)
    {
        var size = columns.Length;
        var result = new double[weights is null ? size : 2 * size];
        for (var j = 0; j < size; j++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var part = columns[j][rows[i]] * residual[i];
                result[j] += part;
                if (weights is not null)
                {
                    result[size + j] += part * weights[rows[i]];
                }
            }
        }

        return result;
    }

    /// <summary>A W X of one cluster, column by column.</summary>
    private double[][] Adjusted(int[] rows)
    {
        var x = Array.ConvertAll(columns, column => Array.ConvertAll(rows, i => column[i]));
        var weighted = weights is null
            ? x
            : Array.ConvertAll(x, column => column.Select((v, i) => v * weights[rows[i]]).ToArray());
        var basis = Basis(x, weighted, rows.Length);
        var (plain, heavy) = (Project(basis, x), Project(basis, weighted));
        var through = plain.Times(bread).Times(heavy.Transposed());
        var inner = weights is null
            ? Matrix.Identity(basis.Length).Minus(through)
            : Matrix
                .Identity(basis.Length)
                .Minus(through)
                .Minus(through.Transposed())
                .Plus(plain.Times(spread).Times(plain.Transposed()));
        var root = SymmetricEigen.Of(inner).Apply(v => v > Nought ? 1 / Math.Sqrt(v) : 0);
        var change = root.Minus(Matrix.Identity(basis.Length)).Times(heavy);
        for (var j = 0; j < weighted.Length; j++)
        {
            var column = (double[])weighted[j].Clone();
            for (var k = 0; k < basis.Length; k++)
            {
                Vectors.Add(column, change[k, j], basis[k]);
            }

            weighted[j] = column;
        }

        return weighted;
    }

    /// <summary>Orthonormal directions in which the adjustment differs from doing nothing; at most twice as many as columns, however large the cluster.</summary>
    private static double[][] Basis(double[][] x, double[][] weighted, int rows)
    {
        double[][] all = ReferenceEquals(x, weighted) ? [.. x] : [.. x, .. weighted];
        return Qr.Of(rows, Array.ConvertAll(all, column => (double[])column.Clone()), Nought).Basis();
    }

    private static Matrix Project(double[][] basis, double[][] x)
    {
        var result = new Matrix(basis.Length, x.Length);
        for (var k = 0; k < basis.Length; k++)
        {
            for (var j = 0; j < x.Length; j++)
            {
                result[k, j] = Vectors.Dot(basis[k], x[j]);
            }
        }

        return result;
    }

    private static double[] Combined(double[][] columns, double[] factors, int rows)
    {
        var result = new double[rows];
        for (var j = 0; j < columns.Length; j++)
        {
            Vectors.Add(result, factors[j], columns[j]);
        }

        return result;
    }

    private static double Trace(Matrix a, Matrix b)
    {
        double sum = 0;
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < a.Columns; j++)
            {
                sum += a[i, j] * b[j, i];
            }
        }

        return sum;
    }
}
