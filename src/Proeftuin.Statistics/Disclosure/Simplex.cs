// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Disclosure;

/// <summary>Highest and lowest value of one variable under Ax = b, x ≥ 0: the linear programme of an attacker. Dense, with Bland's rule so that it cannot run in circles. Reference: Dantzig (1963); Bland (1977), Mathematics of Operations Research 2:103-107.</summary>
internal sealed class Simplex
{
    private const double Tiny = 1e-9;

    private readonly double[][] rows;
    private readonly int[] basis;
    private readonly int variables;

    private Simplex(double[][] rows, int[] basis, int variables) =>
        (this.rows, this.basis, this.variables) = (rows, basis, variables);

    /// <summary>Each row holds the coefficients and, last, the right-hand side. Null when nothing fits.</summary>
    public static Simplex? Of(IReadOnlyList<double[]> equations, int variables)
    {
        // artificial variables make a first solution; the first phase drives them out
        var count = equations.Count;
        var width = variables + count;
        var start = new double[count][];
        for (var i = 0; i < count; i++)
        {
            var sign = equations[i][variables] < 0 ? -1 : 1;
            start[i] = new double[width + 1];
            for (var j = 0; j < variables; j++)
            {
                start[i][j] = sign * equations[i][j];
            }

            start[i][variables + i] = 1;
            start[i][width] = sign * equations[i][variables];
        }

        var program = new Simplex(start, [.. Enumerable.Range(variables, count)], variables);
        var artificial = new double[width];
        artificial.AsSpan(variables).Fill(-1);
        return program.Maximise(artificial, width) < -Tiny ? null : program.WithoutArtificial();
    }

    public double Highest(int variable) => Copy().Extreme(variable, 1);

    public double Lowest(int variable) => -Copy().Extreme(variable, -1);

    private double Extreme(int variable, double sign)
    {
        var objective = new double[variables];
        objective[variable] = sign;
        return Maximise(objective, variables);
    }

    private Simplex Copy() =>
        new(Array.ConvertAll(rows, row => (double[])row.Clone()), (int[])basis.Clone(), variables);

    private Simplex WithoutArtificial()
    {
        var kept = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (basis[i] >= variables)
            {
                var enter = Array.FindIndex(rows[i], 0, variables, value => Math.Abs(value) > Tiny);
                if (enter < 0)
                {
                    continue; // says nothing that the other sums do not say
                }

                Pivot(i, enter);
            }

            kept.Add(i);
        }

        var last = rows.Length == 0 ? 0 : rows[0].Length - 1;
        double[][] smaller = [.. kept.Select(i => (double[])[.. rows[i].AsSpan(0, variables), rows[i][last]])];
        return new Simplex(smaller, [.. kept.Select(i => basis[i])], variables);
    }

    private double Maximise(double[] objective, int width)
    {
        while (true)
        {
            var enter = -1;
            for (var j = 0; j < width && enter < 0; j++)
            {
                var gain = objective[j];
                for (var i = 0; i < rows.Length; i++)
                {
                    gain -= objective[basis[i]] * rows[i][j];
                }

                enter = gain > Tiny ? j : -1;
            }

            if (enter < 0)
            {
                double value = 0;
                for (var i = 0; i < rows.Length; i++)
                {
                    value += objective[basis[i]] * rows[i][width];
                }

                return value;
            }

            var leave = -1;
            for (var i = 0; i < rows.Length; i++)
            {
                if (rows[i][enter] > Tiny && (leave < 0 || Sooner(i, leave, enter, width)))
                {
                    leave = i;
                }
            }

            if (leave < 0)
            {
                return double.PositiveInfinity;
            }

            Pivot(leave, enter);
        }
    }

    private bool Sooner(int row, int than, int enter, int width)
    {
        var difference = rows[row][width] / rows[row][enter] - rows[than][width] / rows[than][enter];
        return difference < -Tiny || (difference <= Tiny && basis[row] < basis[than]);
    }

    private void Pivot(int row, int column)
    {
        var factor = rows[row][column];
        for (var j = 0; j < rows[row].Length; j++)
        {
            rows[row][j] /= factor;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var times = rows[i][column];
            if (i != row && Math.Abs(times) > 0)
            {
                for (var j = 0; j < rows[i].Length; j++)
                {
                    rows[i][j] -= times * rows[row][j];
                }
            }
        }

        basis[row] = column;
    }
}
