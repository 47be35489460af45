// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics.Linear;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Linear;

public sealed class LinearTests
{
    private static readonly Arbitrary<double[][]> Tables = (
        from rows in Gen.Choose(6, 20)
        from columns in Gen.Choose(1, 5)
        from cells in Gen.Choose(-1000, 1000).ListOf(rows * columns)
        select cells.Select(c => c / 100.0).Chunk(columns).ToArray()
    ).ToArbitrary();

    [Fact]
    public void Least_squares_of_a_line_is_the_one_worked_out_by_hand()
    {
        // y on x for (0,1) (1,3) (2,4) (3,4): slope 5/5 = 1, intercept 3 - 1.5 = 1.5
        var x = Matrix.OfRows([
            [1, 0],
            [1, 1],
            [1, 2],
            [1, 3],
        ]);
        var qr = Qr.Of(x);
        double[] found = [.. qr.Solve([1, 3, 4, 4]).Select(c => c!.Value)];
        found[0].ShouldBe(1.5, 1e-14);
        found[1].ShouldBe(1, 1e-14);
        var inverse = qr.InverseGram();
        inverse[0, 0].ShouldBe(14.0 / 20, 1e-14);
        inverse[0, 1].ShouldBe(-6.0 / 20, 1e-14);
        inverse[1, 1].ShouldBe(4.0 / 20, 1e-14);
        qr.Leverages().Sum().ShouldBe(2, 1e-13);
    }

    [Fact]
    public void A_column_that_is_a_sum_of_earlier_ones_is_aliased_and_has_no_coefficient()
    {
        var x = Matrix.OfRows([
            [1, 1, 0, 2],
            [1, 0, 1, 5],
            [1, 1, 0, 7],
            [1, 0, 1, 1],
            [1, 0, 1, 4],
        ]);
        var qr = Qr.Of(x);
        qr.Rank.ShouldBe(3);
        qr.Aliased.ShouldBe([2]);
        qr.Kept.ShouldBe([0, 1, 3]);
        var found = qr.Solve([1, 2, 3, 4, 5]);
        found[2].ShouldBeNull();
        // the same as leaving the column out
        var without = Qr.Of(x.Part([0, 1, 2, 3, 4], [0, 1, 3])).Solve([1, 2, 3, 4, 5]);
        found[3]!.Value.ShouldBe(without[2]!.Value, 1e-13);
    }

    [Fact]
    public void More_columns_than_rows_leaves_as_many_as_there_are_rows()
    {
        var qr = Qr.Of(
            Matrix.OfRows([
                [1, 2, 3, 5],
                [1, 5, 4, 1],
            ])
        );
        qr.Rank.ShouldBe(2);
        qr.Aliased.ShouldBe([2, 3]);
    }

    [Fact]
    public void A_column_of_zeros_is_aliased() =>
        Qr.Of(
                Matrix.OfRows([
                    [1, 0],
                    [1, 0],
                    [1, 0],
                ])
            )
            .Aliased.ShouldBe([1]);

    [Fact]
    public void A_nearly_equal_column_is_aliased_below_1e_minus_7_and_kept_above()
    {
        Qr.Of(
                Matrix.OfRows([
                    [1, 1],
                    [1, 1],
                    [1, 1 + 1e-8],
                ])
            )
            .Rank.ShouldBe(1);
        Qr.Of(
                Matrix.OfRows([
                    [1, 1],
                    [1, 1],
                    [1, 1 + 1e-5],
                ])
            )
            .Rank.ShouldBe(2);
    }

    [Fact]
    public void Cholesky_refuses_a_matrix_that_is_not_positive_definite()
    {
        Cholesky
            .Of(
                Matrix.OfRows([
                    [1, 2],
                    [2, 1],
                ])
            )
            .ShouldBeNull();
        Cholesky
            .Of(
                Matrix.OfRows([
                    [1, 1],
                    [1, 1],
                ])
            )
            .ShouldBeNull();
        Cholesky
            .Of(
                Matrix.OfRows([
                    [double.NaN],
                ])
            )
            .ShouldBeNull();
    }

    [Fact]
    public void Cholesky_of_a_known_matrix()
    {
        var c = Cholesky.Of(
            Matrix.OfRows([
                [4, 12, -16],
                [12, 37, -43],
                [-16, -43, 98],
            ])
        )!;
        c.Lower.Values.ToArray().ShouldBe([2, 0, 0, 6, 1, 0, -8, 5, 3]);
        c.LogDeterminant.ShouldBe(Math.Log(36), 1e-14);
        // the matrix times (1, 2, 3)
        var solved = c.Solve([-20, -43, 192]);
        solved[0].ShouldBe(1, 1e-10);
        solved[1].ShouldBe(2, 1e-10);
        solved[2].ShouldBe(3, 1e-10);
    }

    [Fact]
    public void A_normal_matrix_times_its_inverse_is_one() =>
        Holds(rows =>
        {
            var gram = Matrix.OfRows(rows).Gram();
            return Cholesky.Of(gram, 1e-6) is not { } c
                || Near(c.Inverse().Times(gram), Matrix.Identity(gram.Rows), 1e-6)
                    && Near(gram, c.Lower.Times(c.Lower.Transposed()), 1e-9);
        });

    [Fact]
    public void Residuals_of_least_squares_are_perpendicular_to_every_column() =>
        Holds(rows =>
        {
            var x = Matrix.OfRows(rows);
            var y = rows.Select((row, i) => row.Sum() * row[0] + i).ToArray();
            double[] coefficients = [.. Qr.Of(x).Solve(y).Select(c => c ?? 0)];
            var fitted = x.Times(coefficients);
            double[] residuals = [.. y.Zip(fitted, (a, b) => a - b)];
            return Array.TrueForAll(x.TransposedTimes(residuals), r => Math.Abs(r) < 1e-7);
        });

    [Fact]
    public void The_basis_of_a_matrix_is_orthonormal_and_its_projection_leaves_the_columns_alone() =>
        Holds(rows =>
        {
            var x = Matrix.OfRows(rows);
            var q = Qr.Of(x);
            var basis = Matrix.OfColumns([.. q.Basis().Select(b => (IReadOnlyList<double>)b)]);
            return q.Rank == 0
                || Near(basis.Gram(), Matrix.Identity(q.Rank), 1e-12)
                    && Near(basis.Times(basis.Transposed().Times(x)), x, 1e-5);
        });

    [Fact]
    public void An_eigenvalue_decomposition_puts_the_matrix_together_again() =>
        Holds(rows =>
        {
            var gram = Matrix.OfRows(rows).Gram();
            var eigen = SymmetricEigen.Of(gram);
            var sorted = eigen.Values.Zip(eigen.Values.Skip(1)).All(p => p.First >= p.Second);
            return sorted
                && Near(eigen.Apply(v => v), gram, 1e-9 * gram.Diagonal().Max() + 1e-12)
                && Near(eigen.Vectors.Gram(), Matrix.Identity(gram.Rows), 1e-12);
        });

    [Fact]
    public void The_eigenvalues_of_a_known_matrix()
    {
        var eigen = SymmetricEigen.Of(
            Matrix.OfRows([
                [2, 1, 0],
                [1, 2, 1],
                [0, 1, 2],
            ])
        );
        eigen.Values[0].ShouldBe(2 + Math.Sqrt(2), 1e-14);
        eigen.Values[1].ShouldBe(2, 1e-14);
        eigen.Values[2].ShouldBe(2 - Math.Sqrt(2), 1e-14);
    }

    [Fact]
    public void Arrays_of_unequal_length_are_a_mistake_of_the_program()
    {
        Should.Throw<ArgumentException>(() =>
            Matrix.OfRows([
                [1, 2],
                [1],
            ])
        );
        Should.Throw<ArgumentException>(() => Qr.Of(new Matrix(3, 1)).Solve([1, 2]));
    }

    private static void Holds(Func<double[][], bool> property) =>
        Prop.ForAll(Tables, property).QuickCheckThrowOnFailure();

    private static bool Near(Matrix a, Matrix b, double tolerance) =>
        Array.TrueForAll(a.Minus(b).Values.ToArray(), x => Math.Abs(x) <= tolerance);
}
