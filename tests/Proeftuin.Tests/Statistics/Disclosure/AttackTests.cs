// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Disclosure;
using Proeftuin.Statistics.Randomness;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Disclosure;

/// <summary>What an attacker can conclude, against filling in the hidden counts in all ways that add up; for such tables the widest interval lies at whole numbers.</summary>
public sealed class AttackTests
{
    [Fact]
    public void The_interval_of_a_hidden_cell_is_that_of_all_tables_that_add_up()
    {
        for (var scene = 0; scene < 60; scene++)
        {
            var random = Xoshiro256.Stream(22, (ulong)scene);
            long[][] rows =
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(_ => Enumerable.Range(0, 3).Select(_ => (long)random.Below(5)).ToArray()),
            ];
            int[] hidden = [.. Enumerable.Range(0, 9).Where(_ => random.Below(3) > 0)];
            var attacked = Attack.On(CountTable.WithPublishedMargins(rows), hidden).OrThrow();
            attacked.Select(cell => cell.Cell).ShouldBe(hidden);
            var (low, high) = (new long[9], new long[9]);
            Array.Fill(low, long.MaxValue);
            Array.Fill(high, -1);
            Fill([.. rows.SelectMany(row => row)], hidden, 0, Left(rows, hidden), low, high);
            foreach (var cell in attacked)
            {
                cell.Count.ShouldBe(rows[cell.Cell / 3][cell.Cell % 3]);
                cell.Low.ShouldBe(low[cell.Cell], 1e-9);
                cell.High.ShouldBe(high[cell.Cell], 1e-9);
                cell.Width.ShouldBe(high[cell.Cell] - low[cell.Cell], 1e-9);
            }
        }
    }

    [Fact]
    public void Totals_that_are_cells_are_numbered_after_the_inner_ones()
    {
        var table = CountTable.WithMarginCells([
            [1, 2, 3],
            [4, 5, 6],
        ]);
        table.Counts.ShouldBe([1, 2, 3, 4, 5, 6, 6, 15, 5, 7, 9, 21]);
        table
            .Sums.Select(sum => $"{string.Join('+', sum.Parts)}={sum.TotalCell}")
            .ShouldBe(["0+1+2=6", "3+4+5=7", "0+3=8", "1+4=9", "2+5=10", "6+7=11", "8+9+10=11"]);
        var published = CountTable.WithPublishedMargins([
            [1, 2, 3],
            [4, 5, 6],
        ]);
        published
            .Sums.Select(sum => (sum.TotalCell, sum.Published))
            .ShouldBe([(null, 6), (null, 15), (null, 5), (null, 7), (null, 9)]);
        Should.Throw<ArgumentException>(() =>
            CountTable.WithPublishedMargins([
                [1, 2],
                [3],
            ])
        );
        // a hidden total is what its parts make it, as long as one of those is hidden too
        Attack.On(table, [0, 6]).OrThrow().ShouldAllBe(cell => cell.Width == 0);
        var square = Attack.On(table, [0, 1, 3, 4]).OrThrow();
        square.Select(cell => (cell.Low, cell.High)).ShouldBe([(0, 3), (0, 3), (2, 5), (4, 7)]);
    }

    [Fact]
    public void Small_counts_are_those_above_nought_and_below_the_threshold()
    {
        var table = CountTable.WithPublishedMargins([
            [0, 1, 4, 5, 6],
        ]);
        Suppression.Primary(table, 5).ShouldBe([1, 2]);
        Suppression.Primary(table, 6).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_search_that_is_cut_off_is_safe_and_says_that_it_may_not_be_cheapest()
    {
        long[][] rows =
        [
            [2, 30, 40, 50],
            [35, 3, 45, 55],
            [31, 41, 4, 51],
            [33, 43, 53, 1],
        ];
        var table = CountTable.WithPublishedMargins(rows);
        var primary = Suppression.Primary(table, 5);
        primary.ShouldBe([0, 5, 10, 15]);
        var best = Suppression.Protect(table, primary, 5, HidingCost.People).OrThrow();
        best.Warnings.ShouldBeEmpty();
        best.Cost.ShouldBe(best.Secondary.Sum(cell => table.Counts[cell]));
        var cut = Suppression.Protect(table, primary, 5, HidingCost.People, null, 3).OrThrow();
        cut.Warnings.ShouldBe([Warning.PerhapsNotBest]);
        cut.Cost.ShouldBeGreaterThanOrEqualTo(best.Cost);
        cut.Intervals.Take(4).ShouldAllBe(cell => cell.Width >= 5);
        // what may not be hidden is not, whatever it costs
        var without = Suppression
            .Protect(table, primary, 5, HidingCost.People, cell => !best.Secondary.Contains(cell))
            .OrThrow();
        without.Secondary.Intersect(best.Secondary).ShouldBeEmpty();
        without.Cost.ShouldBeGreaterThanOrEqualTo(best.Cost);
        Suppression.Protect(table, [], 5, HidingCost.Cells).OrThrow().Secondary.ShouldBeEmpty();
    }

    [Fact]
    public void Rounding_to_a_base_by_hand()
    {
        new long[] { 0, 2, 3, 7, 8, 12, 13 }
            .Select(count => Rounding.ToBase(count, 5))
            .ShouldBe([0, 0, 5, 5, 10, 10, 15]);
        (Rounding.ToBase(1, 2), Rounding.ToBase(5, 10), Rounding.ToBase(4, 10)).ShouldBe((2, 10, 0));
        Rounding.Possible(10, 5).ShouldBe((8, 12));
        Rounding.Possible(0, 5).ShouldBe((0, 2));
        Rounding.Possible(10, 10).ShouldBe((5, 14));
        Rounding.Possible(2, 2).ShouldBe((1, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => Rounding.ToBase(3, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Rounding.ToBase(-1, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => Rounding.Possible(3, 0));
    }

    /// <summary>What the hidden cells of each row and column add up to.</summary>
    private static long[] Left(long[][] rows, int[] hidden)
    {
        var left = new long[6];
        foreach (var cell in hidden)
        {
            left[cell / 3] += rows[cell / 3][cell % 3];
            left[3 + cell % 3] += rows[cell / 3][cell % 3];
        }

        return left;
    }

    private static void Fill(long[] counts, int[] hidden, int at, long[] left, long[] low, long[] high)
    {
        if (at == hidden.Length)
        {
            if (left.All(rest => rest == 0))
            {
                foreach (var cell in hidden)
                {
                    low[cell] = Math.Min(low[cell], counts[cell]);
                    high[cell] = Math.Max(high[cell], counts[cell]);
                }
            }

            return;
        }

        var (row, column) = (hidden[at] / 3, 3 + hidden[at] % 3);
        var most = Math.Min(left[row], left[column]);
        // the last hidden cell of a row takes what is left
        var least = hidden.Skip(at + 1).Any(cell => cell / 3 == row) ? 0 : left[row];
        for (var count = least; count <= most; count++)
        {
            counts[hidden[at]] = count;
            left[row] -= count;
            left[column] -= count;
            Fill(counts, hidden, at + 1, left, low, high);
            left[row] += count;
            left[column] += count;
        }
    }
}
