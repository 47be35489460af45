// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.DifferenceInDifferences;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.DifferenceInDifferences;

/// <summary>Standard errors by influence functions are what each unit moves the estimate: the infinitesimal jackknife, here with real copies of units.</summary>
public sealed class InfluenceTests
{
    private const int Copies = 60;

    /// <summary>Nine units in periods 1 to 4: three begin in 2, two in 3, one in 4, three never.</summary>
    private static readonly (int Start, double[] Outcomes)[] Units =
    [
        (2, [10, 15, 21, 20]),
        (2, [8, 9, 14, 18]),
        (2, [3, 7, 6, 12]),
        (3, [4, 5, 9, 16]),
        (3, [6, 5, 7, 11]),
        (4, [1, 4, 3, 9]),
        (0, [1, 2, 4, 5]),
        (0, [2, 5, 5, 9]),
        (0, [7, 7, 6, 8]),
    ];

    [Theory]
    [InlineData(Comparison.NeverTreated, BasePeriod.Varying)]
    [InlineData(Comparison.NotYetTreated, BasePeriod.Varying)]
    [InlineData(Comparison.NeverTreated, BasePeriod.Universal)]
    public void The_error_of_every_effect_is_what_one_more_copy_of_each_unit_moves_it(
        Comparison comparison,
        BasePeriod basePeriod
    )
    {
        var once = Estimates(Effects([.. Units.Select(_ => 1)]));
        double[][] moved =
        [
            .. Units.Select(
                (_, unit) =>
                {
                    var more = Estimates(Effects([.. Units.Select((_, u) => Copies + (u == unit ? 1 : 0))]));
                    var less = Estimates(Effects([.. Units.Select((_, u) => Copies - (u == unit ? 1 : 0))]));
                    return more.Zip(less, (a, b) => (a.Value - b.Value) * Copies / 2).ToArray();
                }
            ),
        ];
        for (var k = 0; k < once.Length; k++)
        {
            var error = Math.Sqrt(moved.Sum(unit => unit[k] * unit[k]));
            once[k].StandardError!.Value.ShouldBe(error, 2e-3 * error, $"effect {k}");
            once[k].Interval.Upper.ShouldBe(once[k].Value + 1.959963984540054 * once[k].StandardError!.Value, 1e-9);
            once[k].Interval.Lower.ShouldBe(once[k].Value - 1.959963984540054 * once[k].StandardError!.Value, 1e-9);
        }

        GroupTimeEffects Effects(int[] copies) => Of(copies, comparison, basePeriod);
    }

    [Fact]
    public void Effects_are_put_together_by_the_sizes_of_their_groups()
    {
        var all = Of([.. Units.Select(_ => 1)], Comparison.NotYetTreated, BasePeriod.Varying);
        var of = all.Effects.ToDictionary(e => (e.Group, e.Period), e => e.Effect.Value);
        // changes 1→2 of group 2: 5, 1 and 4, mean 10/3; not begun by then: 1, −1, 3, 1, 3, 0, mean 7/6
        of[(2, 2)].ShouldBe(10 / 3.0 - 7 / 6.0, 1e-12);
        // 2→4 of group 3: 11 and 6; not begun by 4: 3, 4 and 1
        of[(3, 4)].ShouldBe(8.5 - 8 / 3.0, 1e-12);
        of[(4, 4)].ShouldBe(6 - 7 / 3.0, 1e-12);
        of.Count.ShouldBe(9);
        // of group 2 and of never treated people together
        all.Effects.Single(e => (e.Group, e.Period) == (3, 4)).Effect.N.ShouldBe(5);
        all.Aggregate(Aggregation.Simple)
            .OrThrow()
            .Overall.Value.ShouldBe(
                (3 * (of[(2, 2)] + of[(2, 3)] + of[(2, 4)]) + 2 * (of[(3, 3)] + of[(3, 4)]) + of[(4, 4)]) / 14,
                1e-12
            );
        var since = all.Aggregate(Aggregation.SinceBeginning).OrThrow();
        since.Effects.Select(e => e.Label).ShouldBe([-2, -1, 0, 1, 2]);
        since.Effects[0].Effect.Value.ShouldBe(of[(4, 2)], 1e-12);
        since.Effects[3].Effect.Value.ShouldBe((3 * of[(2, 3)] + 2 * of[(3, 4)]) / 5, 1e-12);
        since.Overall.Value.ShouldBe(since.Effects.Skip(2).Average(e => e.Effect.Value), 1e-12);
        var groups = all.Aggregate(Aggregation.Group).OrThrow();
        groups.Overall.Value.ShouldBe(
            (of[(2, 2)] + of[(2, 3)] + of[(2, 4)] + of[(3, 3)] + of[(3, 4)] + of[(4, 4)]) / 6,
            1e-12
        );
        var calendar = all.Aggregate(Aggregation.Calendar).OrThrow();
        calendar.Effects.Select(e => e.Label).ShouldBe([2, 3, 4]);
        calendar.Effects[1].Effect.Value.ShouldBe((3 * of[(2, 3)] + 2 * of[(3, 3)]) / 5, 1e-12);
    }

    [Fact]
    public void Who_began_in_the_first_period_is_left_out_and_who_begins_after_the_last_never_does()
    {
        var plain = Of([.. Units.Select(_ => 1)], Comparison.NeverTreated, BasePeriod.Varying);
        (int Start, double[] Outcomes)[] more =
        [
            .. Units.Select(u => u.Start == 0 ? (9, u.Outcomes) : u),
            (1, [50, 1, 1, 1]),
        ];
        var other = Of(more, [.. more.Select(_ => 1)], Comparison.NeverTreated, BasePeriod.Varying);
        other
            .Effects.Select(e => (e.Group, e.Period, e.Effect.Value))
            .ShouldBe(plain.Effects.Select(e => (e.Group, e.Period, e.Effect.Value)));
    }

    private static Estimate[] Estimates(GroupTimeEffects all) =>
        [
            .. all.Effects.Select(e => e.Effect),
            .. Enum.GetValues<Aggregation>()
                .Select(kind => all.Aggregate(kind).OrThrow())
                .SelectMany(put => put.Effects.Select(e => e.Effect).Append(put.Overall)),
        ];

    private static GroupTimeEffects Of(int[] copies, Comparison comparison, BasePeriod basePeriod) =>
        Of(Units, copies, comparison, basePeriod);

    private static GroupTimeEffects Of(
        (int Start, double[] Outcomes)[] units,
        int[] copies,
        Comparison comparison,
        BasePeriod basePeriod
    )
    {
        (int Start, double[] Outcomes)[] all = [.. units.SelectMany((unit, u) => Enumerable.Repeat(unit, copies[u]))];
        (int Unit, int Period)[] rows =
        [
            .. Enumerable.Range(0, all.Length).SelectMany(u => Enumerable.Range(1, 4).Select(t => (u, t))),
        ];
        return GroupTime
            .Of(
                [.. rows.Select(r => all[r.Unit].Outcomes[r.Period - 1])],
                [.. rows.Select(r => r.Unit)],
                [.. rows.Select(r => r.Period)],
                [.. rows.Select(r => all[r.Unit].Start)],
                0.95,
                comparison,
                basePeriod
            )
            .OrThrow();
    }
}
