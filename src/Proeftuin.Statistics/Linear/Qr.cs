// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Linear;

/// <summary>X = QR by Householder reflections with the limited pivoting of R's lm: a column that is (nearly) a combination of earlier columns moves to the end and is called aliased. Reference: Golub, Van Loan, Matrix Computations (2013), section 5.2; R's dqrdc2 for the rule about columns.</summary>
public sealed class Qr
{
    /// <summary>R's lm: a column whose remaining length is below this part of its own length is aliased.</summary>
    public const double UsualTolerance = 1e-7;

    private readonly double[][] columns;
    private readonly double[] heads;
    private readonly int[] order;

    private Qr(int rows, double[][] columns, double[] heads, int[] order, int rank)
    {
        (this.columns, this.heads, this.order) = (columns, heads, order);
        Rows = rows;
        Rank = rank;
        Kept = [.. order[..rank].Order()];
        Aliased = [.. order[rank..].Order()];
    }

    public int Rows { get; }

    /// <summary>How many columns are independent.</summary>
    public int Rank { get; }

    /// <summary>The columns that count, by their number in X.</summary>
    public IReadOnlyList<int> Kept { get; }

    /// <summary>The columns that are a combination of others, by their number in X; their coefficients do not exist.</summary>
    public IReadOnlyList<int> Aliased { get; }

    public static Qr Of(Matrix x, double tolerance = UsualTolerance)
    {
        var work = new double[x.Columns][];
        for (var j = 0; j < x.Columns; j++)
        {
            work[j] = x.Column(j);
        }

        return Of(x.Rows, work, tolerance);
    }

    /// <summary>The factorisation; the arrays are used as working space and belong to it afterwards.</summary>
    internal static Qr Of(int rows, double[][] work, double tolerance)
    {
        var places = Enumerable.Range(0, work.Length).ToArray();
        var lengths = Array.ConvertAll(work, c => Vectors.Norm(c));
        var rest = (double[])lengths.Clone();
        var diagonal = new double[work.Length];
        var last = work.Length;
        var step = 0;
        for (; step < Math.Min(rows, last); step++)
        {
            while (step < last && !(rest[step] >= tolerance * lengths[step] && rest[step] > 0))
            {
                ToTheEnd(work, step);
                ToTheEnd(places, step);
                ToTheEnd(lengths, step);
                ToTheEnd(rest, step);
                last--;
            }

            if (step >= last)
            {
                break;
            }

            diagonal[step] = Reflect(work, step, rest);
        }

        return new Qr(rows, work, diagonal, places, Math.Min(step, last));
    }

    /// <summary>The least-squares coefficients of y, one for each column of X; null for an aliased column.</summary>
    public double?[] Solve(ReadOnlySpan<double> y)
    {
        var effects = Effects(y);
        var solution = new double[Rank];
        for (var i = Rank - 1; i >= 0; i--)
        {
            var sum = effects[i];
            for (var j = i + 1; j < Rank; j++)
            {
                sum -= columns[j][i] * solution[j];
            }

            solution[i] = sum / heads[i];
        }

        var result = new double?[columns.Length];
        for (var i = 0; i < Rank; i++)
        {
            result[order[i]] = solution[i];
        }

        return result;
    }

    /// <summary>Q'y: the first <see cref="Rank"/> belong to the columns, the rest to the residuals.</summary>
    public double[] Effects(ReadOnlySpan<double> y)
    {
        Vectors.SameLength(Rows, y.Length);
        var result = y.ToArray();
        for (var i = 0; i < Rank; i++)
        {
            Apply(i, result);
        }

        return result;
    }

    /// <summary>The orthonormal columns of Q, <see cref="Rank"/> of them: a basis of what the columns of X span.</summary>
    public double[][] Basis()
    {
        var basis = new double[Rank][];
        for (var j = 0; j < Rank; j++)
        {
            basis[j] = new double[Rows];
            basis[j][j] = 1;
            for (var i = Rank - 1; i >= 0; i--)
            {
                Apply(i, basis[j]);
            }
        }

        return basis;
    }

    /// <summary>(X'X)⁻¹ of the columns that count, in their order in X.</summary>
    public Matrix InverseGram()
    {
        var inverse = InverseR();
        var place = new int[Rank];
        for (var i = 0; i < Rank; i++)
        {
            place[i] = Array.IndexOf([.. Kept], order[i]);
        }

        var result = new Matrix(Rank, Rank);
        for (var i = 0; i < Rank; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = Vectors.Dot(inverse.Row(i)[i..], inverse.Row(j)[i..]);
                result[place[i], place[j]] = value;
                result[place[j], place[i]] = value;
            }
        }

        return result;
    }

    /// <summary>The leverage of every row: the diagonal of X(X'X)⁻¹X', between 0 and 1.</summary>
    public double[] Leverages()
    {
        var result = new double[Rows];
        foreach (var column in Basis())
        {
            for (var i = 0; i < Rows; i++)
            {
                result[i] += column[i] * column[i];
            }
        }

        return result;
    }

    /// <summary>The leverages of the rows of a table whose factor this is, also when it was made from fewer rows: the squared length of R'⁻¹x, taken block by block.</summary>
    /// <param name="x">The columns that count, as they were factored.</param>
    internal double[] Leverages(IReadOnlyList<double[]> x)
    {
        const int Block = 256;
        var place = Array.ConvertAll(order[..Rank], j => Array.IndexOf([.. Kept], j));
        var work = new double[Rank][];
        for (var j = 0; j < Rank; j++)
        {
            work[j] = new double[Block];
        }

        var result = new double[Rank == 0 ? 0 : x[0].Length];
        for (var start = 0; start < result.Length; start += Block)
        {
            var length = Math.Min(Block, result.Length - start);
            for (var j = 0; j < Rank; j++)
            {
                var own = work[j].AsSpan(0, length);
                x[place[j]].AsSpan(start, length).CopyTo(own);
                for (var k = 0; k < j; k++)
                {
                    Vectors.Add(own, -columns[j][k], work[k].AsSpan(0, length));
                }

                for (var i = 0; i < length; i++)
                {
                    own[i] /= heads[j];
                    result[start + i] += own[i] * own[i];
                }
            }
        }

        return result;
    }

    private Matrix InverseR()
    {
        var inverse = new Matrix(Rank, Rank);
        for (var j = 0; j < Rank; j++)
        {
            inverse[j, j] = 1 / heads[j];
            for (var i = j - 1; i >= 0; i--)
            {
                double sum = 0;
                for (var k = i + 1; k <= j; k++)
                {
                    sum += columns[k][i] * inverse[k, j];
                }

                inverse[i, j] = -sum / heads[i];
            }
        }

        return inverse;
    }

    /// <summary>Makes everything below the diagonal of this column zero and applies the same to the columns after it; gives the diagonal of R.</summary>
    private static double Reflect(double[][] columns, int step, double[] rest)
    {
        var pivot = columns[step].AsSpan(step);
        var norm = Vectors.Norm(pivot);
        var head = pivot[0] > 0 ? -norm : norm;
        pivot[0] -= head;
        // v'v / 2, so that applying the reflection is y -= v (v'y) / half
        var half = -head * pivot[0];
        for (var j = step + 1; j < columns.Length; j++)
        {
            var column = columns[j].AsSpan(step);
            Vectors.Add(column, -Vectors.Dot(pivot, column) / half, pivot);
            rest[j] = Vectors.Norm(column[1..]);
        }

        return head;
    }

    private void Apply(int step, double[] y)
    {
        var pivot = columns[step].AsSpan(step);
        var part = y.AsSpan(step);
        Vectors.Add(part, -Vectors.Dot(pivot, part) / (-heads[step] * pivot[0]), pivot);
    }

    private static void ToTheEnd<T>(T[] items, int from)
    {
        var moved = items[from];
        Array.Copy(items, from + 1, items, from, items.Length - from - 1);
        items[^1] = moved;
    }
}
