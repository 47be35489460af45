// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Linear;

/// <summary>A small dense matrix of real numbers, stored row after row. For design matrices (rows are units, columns are terms) and covariance matrices.</summary>
public sealed class Matrix
{
    private readonly double[] values;

    /// <summary>A matrix of zeros.</summary>
    public Matrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        Rows = rows;
        Columns = columns;
        values = new double[checked(rows * columns)];
    }

    public int Rows { get; }

    public int Columns { get; }

    public double this[int row, int column]
    {
        get => values[Index(row, column)];
        set => values[Index(row, column)] = value;
    }

    /// <summary>All values, row after row.</summary>
    public ReadOnlySpan<double> Values => values;

    public static Matrix Identity(int size)
    {
        var matrix = new Matrix(size, size);
        for (var i = 0; i < size; i++)
        {
            matrix[i, i] = 1;
        }

        return matrix;
    }

    /// <summary>Columns of equal length put side by side; throws when the lengths differ.</summary>
    public static Matrix OfColumns(IReadOnlyList<IReadOnlyList<double>> columns)
    {
        var matrix = new Matrix(columns.Count == 0 ? 0 : columns[0].Count, columns.Count);
        for (var j = 0; j < columns.Count; j++)
        {
            Vectors.SameLength(matrix.Rows, columns[j].Count);
            for (var i = 0; i < matrix.Rows; i++)
            {
                matrix[i, j] = columns[j][i];
            }
        }

        return matrix;
    }

    /// <summary>Rows of equal length put under each other; throws when the lengths differ.</summary>
    public static Matrix OfRows(IReadOnlyList<IReadOnlyList<double>> rows) => OfColumns(rows).Transposed();

    public ReadOnlySpan<double> Row(int row) => values.AsSpan(row * Columns, Columns);

    public double[] Column(int column)
    {
        var result = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            result[i] = this[i, column];
        }

        return result;
    }

    public double[] Diagonal()
    {
        var result = new double[Math.Min(Rows, Columns)];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = this[i, i];
        }

        return result;
    }

    public Matrix Transposed()
    {
        var result = new Matrix(Columns, Rows);
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                result[j, i] = this[i, j];
            }
        }

        return result;
    }

    public Matrix Times(Matrix right)
    {
        Vectors.SameLength(Columns, right.Rows);
        var result = new Matrix(Rows, right.Columns);
        for (var i = 0; i < Rows; i++)
        {
            var row = result.Writable(i);
            for (var k = 0; k < Columns; k++)
            {
                Vectors.Add(row, this[i, k], right.Row(k));
            }
        }

        return result;
    }

    /// <summary>This matrix times a column vector.</summary>
    public double[] Times(ReadOnlySpan<double> vector)
    {
        Vectors.SameLength(Columns, vector.Length);
        var result = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            result[i] = Vectors.Dot(Row(i), vector);
        }

        return result;
    }

    /// <summary>The transpose of this matrix times a column vector: for each column the sum over rows.</summary>
    public double[] TransposedTimes(ReadOnlySpan<double> vector)
    {
        Vectors.SameLength(Rows, vector.Length);
        var result = new double[Columns];
        for (var i = 0; i < Rows; i++)
        {
            Vectors.Add(result, vector[i], Row(i));
        }

        return result;
    }

    /// <summary>X'WX, the sums of squares and products of the columns; every row counts once when there are no weights.</summary>
    public Matrix Gram(ReadOnlySpan<double> weights = default)
    {
        if (weights.Length > 0)
        {
            Vectors.SameLength(Rows, weights.Length);
        }

        var result = new Matrix(Columns, Columns);
        for (var i = 0; i < Rows; i++)
        {
            var row = Row(i);
            var weight = weights.Length > 0 ? weights[i] : 1;
            for (var j = 0; j < Columns; j++)
            {
                Vectors.Add(result.Writable(j)[..(j + 1)], weight * row[j], row[..(j + 1)]);
            }
        }

        for (var j = 0; j < Columns; j++)
        {
            for (var k = j + 1; k < Columns; k++)
            {
                result[j, k] = result[k, j];
            }
        }

        return result;
    }

    public Matrix Plus(Matrix other) => Combine(other, 1);

    public Matrix Minus(Matrix other) => Combine(other, -1);

    public Matrix Scaled(double factor) => new Matrix(Rows, Columns).Combine(this, factor);

    /// <summary>a' M b.</summary>
    public double Between(ReadOnlySpan<double> left, ReadOnlySpan<double> right) => Vectors.Dot(left, Times(right));

    /// <summary>The rows and columns with these numbers, in that order.</summary>
    public Matrix Part(IReadOnlyList<int> rows, IReadOnlyList<int> columns)
    {
        var result = new Matrix(rows.Count, columns.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < columns.Count; j++)
            {
                result[i, j] = this[rows[i], columns[j]];
            }
        }

        return result;
    }

    public bool AllFinite() => Vectors.AllFinite(values);

    internal Span<double> Writable(int row) => values.AsSpan(row * Columns, Columns);

    private Matrix Combine(Matrix other, double factor)
    {
        Vectors.SameLength(Rows, other.Rows);
        Vectors.SameLength(Columns, other.Columns);
        var result = new Matrix(Rows, Columns);
        values.CopyTo(result.values, 0);
        Vectors.Add(result.values, factor, other.values);
        return result;
    }

    private int Index(int row, int column)
    {
        if ((uint)row >= (uint)Rows || (uint)column >= (uint)Columns)
        {
            throw new ArgumentOutOfRangeException(nameof(column), $"No cell {row}, {column} in {Rows} × {Columns}.");
        }

        return row * Columns + column;
    }
}
