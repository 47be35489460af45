// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Disclosure;
using Proeftuin.Tests.Statistics.Survival;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Disclosure;

/// <summary>Every value of reference 22, made by scipy's HiGHS, and what must hold of hidden cells besides.</summary>
public sealed class SuppressionTests
{
    private static readonly Witness TwentyTwo = Witness.Of("22-small-cell-suppression.json");
    private static readonly string[] Columns = ["gestopt", "uitstroom", "stand_30_9_2019"];
    private static readonly ReferenceTable Published = ReferenceTable.Of("wageningen_participants_table.csv");
    private static readonly string[] Groups = Published.Text("groep")[..4];

    private static readonly long[][] Rows =
    [
        .. Groups.Select((_, row) => Columns.Select(column => (long)Published.Counts(column)[row]).ToArray()),
    ];

    private static readonly CountTable Wageningen = CountTable.WithPublishedMargins(Rows);

    private static readonly long[][] SixByEight =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "reference", "sdc_table_6x8.csv"))
            .Select(line => line.Split(',').Select(c => long.Parse(c, CultureInfo.InvariantCulture)).ToArray()),
    ];

    private static readonly Dictionary<string, Action<Witness.Expected>> Checks = new(StringComparer.Ordinal)
    {
        ["published_table_itself"] = expected =>
        {
            // the totals of the file are those of its parts, and the small counts stand in it as they are
            expected.Element.GetString()!.ShouldContain("2, 4, 4 and 8");
            Rows.Select(row => row[0]).Order().ShouldBe([2L, 4, 4, 8]);
            Published.Counts("totaal").ShouldBe([.. Rows.Select(row => (int)row.Sum()), 410]);
        },
        ["primary_only_threshold5"] = expected =>
            Same(expected.Element, Attack.On(Wageningen, [.. Suppression.Primary(Wageningen, 5)]).OrThrow()),
        ["optimal_threshold5_width5_cost_count"] = expected => Best(expected, 5, 5, HidingCost.Cells),
        ["optimal_threshold5_width5_cost_value"] = expected => Best(expected, 5, 5, HidingCost.People),
        ["optimal_threshold10_width5_cost_count"] = expected => Best(expected, 10, 5, HidingCost.Cells),
        ["optimal_threshold10_width5_cost_value"] = expected => Best(expected, 10, 5, HidingCost.People),
        ["optimal_threshold5_width3_cost_value"] = expected => Best(expected, 5, 3, HidingCost.People),
        ["synthetic_6x8_primary_only"] = expected =>
        {
            var table = CountTable.WithPublishedMargins(SixByEight);
            var attacked = Attack.On(table, [.. Suppression.Primary(table, 5)]).OrThrow();
            attacked.Count.ShouldBe(expected.Element.GetArrayLength());
            foreach (var (cell, stated) in attacked.Zip(expected.Element.EnumerateArray()))
            {
                cell.Cell.ShouldBe(8 * stated.GetProperty("row").GetInt32() + stated.GetProperty("col").GetInt32());
                cell.Count.ShouldBe(stated.GetProperty("true").GetInt64());
                cell.Low.ShouldBe(stated.GetProperty("attacker_low").GetDouble(), 1e-9);
                cell.High.ShouldBe(stated.GetProperty("attacker_high").GetDouble(), 1e-9);
            }
        },
        ["base5_rounding"] = expected =>
            Rows.SelectMany(row => row.Select(count => (double)Rounding.ToBase(count, 5)))
                .ShouldBe(
                    expected.Element.EnumerateArray().SelectMany(r => r.EnumerateArray().Select(c => c.GetDouble()))
                ),
    };

    public static TheoryData<string> All => [.. TwentyTwo.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_value_equals_that_of_the_other_program(string name) => Checks[name](TwentyTwo[name]);

    [Fact]
    public void One_small_count_in_a_table_of_48_needs_a_rectangle()
    {
        var table = CountTable.WithPublishedMargins(SixByEight);
        var pattern = Suppression.Protect(table, Suppression.Primary(table, 5), 5, HidingCost.Cells).OrThrow();
        pattern.Cost.ShouldBe(3);
        pattern.Warnings.ShouldBeEmpty();
        pattern.Intervals[0].Width.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public void The_cheapest_pattern_is_that_of_trying_them_all() =>
        Prop.ForAll(
                Gen.Choose(1, 12).Select(x => (long)x).ArrayOf(9).ToArbitrary(),
                counts =>
                {
                    var table = CountTable.WithPublishedMargins([counts[..3], counts[3..6], counts[6..]]);
                    var primary = Suppression.Primary(table, 4);
                    var found = Suppression
                        .Protect(table, primary, 4, HidingCost.People)
                        .Match(pattern => pattern.Cost, _ => long.MaxValue);
                    return found == Cheapest(table, primary, 4);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void A_hidden_cell_that_the_totals_give_away_has_no_width()
    {
        var table = CountTable.WithMarginCells([
            [3, 20],
            [30, 40],
        ]);
        // only the inner cell and its column total: the rows still tell
        Attack.On(table, [0]).OrThrow()[0].Width.ShouldBe(0);
        Attack.On(table, [0, 6]).OrThrow()[0].Width.ShouldBe(0);
        Attack.On(table, [0, 1, 2, 3]).OrThrow()[0].Width.ShouldBe(23);
    }

    [Fact]
    public void Months_that_are_subtracted_give_a_small_count_away_and_the_audit_sees_it()
    {
        // until March 7 people, until April 10, both published; April alone, 3, is hidden
        var months = new CountTable([7, 3, 10], [new TableSum([0, 1], 2, 0)]);
        Attack.On(months, [1]).OrThrow()[0].Width.ShouldBe(0);
        var pattern = Suppression.Protect(months, [1], 5, HidingCost.People).OrThrow();
        pattern.Secondary.ShouldBe([0]);
        pattern.Intervals[0].ShouldBe(new AttackedCell(1, 3, 0, 10));
        // a count without any sum can be anything
        Attack.On(new CountTable([3], []), [0]).OrThrow()[0].High.ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void What_cannot_be_protected_has_a_name()
    {
        Why(
                Suppression.Protect(
                    CountTable.WithPublishedMargins([
                        [2, 0],
                    ]),
                    [0],
                    5,
                    HidingCost.Cells
                )
            )
            .ShouldBe(Obstacle.NotProtectable);
        Why(Suppression.Protect(Wageningen, [0], 5, HidingCost.Cells, _ => false)).ShouldBe(Obstacle.NotProtectable);
        Why(Attack.On(new CountTable([1, 2, 4], [new TableSum([0, 1], 2, 0)]), [0])).ShouldBe(Obstacle.TableDoesNotAdd);
        Why(Attack.On(new CountTable([-1, 2, 1], [new TableSum([0, 1], 2, 0)]), [0]))
            .ShouldBe(Obstacle.CountOutsideGroup);
    }

    [Fact]
    public void A_rounded_count_leaves_its_base_open()
    {
        for (var count = 0; count < 60; count++)
        {
            foreach (var width in new[] { 2, 3, 5, 10 })
            {
                var rounded = Rounding.ToBase(count, width);
                (rounded % width).ShouldBe(0);
                var (lowest, highest) = Rounding.Possible(rounded, width);
                ((long)count).ShouldBeInRange(lowest, highest);
            }
        }
    }

    private static long Cheapest(CountTable table, IReadOnlyList<int> primary, double width)
    {
        int[] others = [.. Enumerable.Range(0, 9).Except(primary)];
        var best = long.MaxValue;
        for (var subset = 0; subset < 1 << others.Length; subset++)
        {
            int[] chosen = [.. others.Where((_, i) => (subset >> i & 1) == 1)];
            var cost = chosen.Sum(cell => table.Counts[cell]);
            if (cost < best && Keeps(table, primary, chosen, width))
            {
                best = cost;
            }
        }

        return best;
    }

    private static void Best(Witness.Expected expected, long threshold, double width, HidingCost cost)
    {
        var primary = Suppression.Primary(Wageningen, threshold);
        primary.ShouldBe([.. expected["primary"].Element.EnumerateArray().Select(Cell)]);
        var pattern = Suppression.Protect(Wageningen, primary, width, cost).OrThrow();
        expected["minimum_cost"].ShouldBe(pattern.Cost);
        pattern.Warnings.ShouldBeEmpty();
        var optimal = expected["patterns"].Element.EnumerateArray().ToList();
        // the file counts all optimal patterns and writes out at most six
        var all = Protecting(primary, width, pattern.Cost, cost);
        all.Count.ShouldBe((int)expected["number_of_optimal_patterns"].Count);
        all.ShouldContain(Name(pattern.Secondary));
        optimal.ShouldAllBe(p => all.Contains(Name(p.GetProperty("secondary").EnumerateArray().Select(Cell))));
        foreach (var stated in optimal)
        {
            // the attacker's intervals of every optimal pattern, not only of the one we chose
            int[] hidden =
            [
                .. stated.GetProperty("intervals").EnumerateArray().Select(i => Cell(i.GetProperty("cell"))),
            ];
            Same(stated.GetProperty("intervals"), Attack.On(Wageningen, hidden).OrThrow());
        }
    }

    /// <summary>Every pattern of Wageningen's table with this cost that keeps the width, found by trying them all.</summary>
    private static HashSet<string> Protecting(IReadOnlyList<int> primary, double width, long cost, HidingCost kind)
    {
        int[] others = [.. Enumerable.Range(0, 12).Except(primary)];
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var subset = 0; subset < 1 << others.Length; subset++)
        {
            int[] chosen = [.. others.Where((_, i) => (subset >> i & 1) == 1)];
            var paid = kind == HidingCost.Cells ? chosen.Length : chosen.Sum(cell => Wageningen.Counts[cell]);
            if (paid == cost && Keeps(Wageningen, primary, chosen, width))
            {
                found.Add(Name(chosen));
            }
        }

        return found;
    }

    private static bool Keeps(CountTable table, IReadOnlyList<int> primary, int[] chosen, double width) =>
        Attack.On(table, [.. primary, .. chosen]).OrThrow().Take(primary.Count).All(cell => cell.Width >= width);

    private static void Same(JsonElement stated, IReadOnlyList<AttackedCell> attacked)
    {
        attacked.Count.ShouldBe(stated.GetArrayLength());
        foreach (var (cell, expected) in attacked.Zip(stated.EnumerateArray()))
        {
            cell.Cell.ShouldBe(Cell(expected.GetProperty("cell")));
            cell.Count.ShouldBe(expected.GetProperty("true").GetInt64());
            cell.Low.ShouldBe(expected.GetProperty("attacker_low").GetDouble(), 1e-9);
            cell.High.ShouldBe(expected.GetProperty("attacker_high").GetDouble(), 1e-9);
        }
    }

    private static string Name(IEnumerable<int> cells) => string.Join(' ', cells.Order());

    private static int Cell(JsonElement named) =>
        Array.IndexOf(Groups, named[0].GetString()) * Columns.Length + Array.IndexOf(Columns, named[1].GetString());

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => default(Obstacle?), why => why);
}
