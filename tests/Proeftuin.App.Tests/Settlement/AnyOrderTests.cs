// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>Estimates, slips and corrections may arrive in any order, with months settled between them: the last statements are the same, and so is what was paid in the end.</summary>
public sealed class AnyOrderTests(Databases databases)
{
    /// <summary>Everything that is ever told about three months; the later slip of January and the real one of February go before what they replace.</summary>
    private static readonly string[] Told =
    [
        "2 2018-01 300,00 s1 2018-01-25",
        "2 2018-01 420,00 s1b 2018-02-20",
        "2 2018-02 500,00 s2-schatting 2018-02-01 schatting",
        "2 2018-02 380,00 s2 2018-02-25",
        "2 2018-03 150,00 s3 2018-03-25",
        "3 2018-02 90,00 t2 2018-02-25",
    ];

    [Fact]
    public async Task Any_order_of_arrival_ends_the_same()
    {
        var expected = await Play([0, 1, 2, 3, 4, 5], [6, 6, 6]);
        // in the group: half of 420 up to 199, half of 380 and half of 150: 942,51 - 221, - 190 and - 75
        expected.Last.ShouldBe("01: 721,51|02: 752,51|03: 867,51");
        var plays =
            from order in Gen.Shuffle(Enumerable.Range(0, Told.Length))
            from first in Gen.Choose(0, Told.Length)
            from second in Gen.Choose(first, Told.Length)
            select (Order: order, First: first, Second: second);
        foreach (var play in plays.Sample(4))
        {
            var ended = await Play(play.Order, [play.First, play.Second, Told.Length]);

            ended.ShouldBe(expected, $"{string.Join(' ', play.Order)}, {play.First}, {play.Second}");
        }
    }

    /// <summary>Tells in this order; after so many a month is settled. In the end April is settled, which pays what was still open.</summary>
    private async Task<(string Last, long Paid)> Play(int[] order, int[] cuts)
    {
        await using var scene = await SettleScene.New(databases, DatabaseKind.Sqlite);
        await SettleMonthTests.Choose(scene, "terughalen_per_maand", "tien_procent");
        var today = new DateOnly(2018, 5, 2);
        var told = 0;
        for (var month = 1; month <= 3; month++)
        {
            for (; told < cuts[month - 1] && told < order.Length; told++)
            {
                (await scene.Deliver(scene.Csv(Told[order[told]]), "2018-04", today)).OrThrow();
            }

            (await scene.Settle($"2018-0{month}", today)).OrThrow();
        }

        for (; told < order.Length; told++)
        {
            (await scene.Deliver(scene.Csv(Told[order[told]]), "2018-04", today)).OrThrow();
        }

        (await scene.Settle("2018-04", today)).OrThrow();
        var last = (await scene.Statements("2"))
            .Where(s => s.Month < new DateOnly(2018, 4, 1))
            .GroupBy(s => s.Month)
            .Select(g => g.Last());
        var payments = await scene.Payments("2");
        return (
            string.Join('|', last.Select(s => $"{s.Month:MM}: {s.BenefitCents / 100},{s.BenefitCents % 100:00}")),
            payments.Sum(p => p.ToPayCents) - payments[^1].StaysOpenCents - payments.Sum(p => p.ByHandCents)
        );
    }
}
