// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Core;
using Proeftuin.Core.Draw;
using Proeftuin.Statistics.Distributions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Draw;

/// <summary>One hundred thousand draws by the code that draws in production. Every unit must come at every place, and in every arm, as often as the plan says; the same tests must catch a draw that cheats.</summary>
public class FairnessTests
{
    private const int DrawsPerFrame = 25_000;

    // Four frames, two tests each, at most twelve units: with 96 tests a fair draw fails one run in a million.
    private const double Rare = 1e-8;

    private delegate (IReadOnlyList<int> Order, IReadOnlyList<string> Arms) Procedure(
        DrawPlan plan,
        Frame frame,
        DrawKey key
    );

    public static readonly TheoryData<string> Frames =
    [
        "sorted by age",
        "constant strata",
        "one-unit strata",
        "unequal weights",
    ];

    [Theory]
    [MemberData(nameof(Frames))]
    public void The_draw_is_fair(string frame) => FirstUnfairness(frame, DrawsPerFrame, Production).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_comparer_that_favours_the_head_of_the_list_is_caught(string frame) =>
        FirstUnfairness(frame, 5_000, BiasedComparer).ShouldNotBeNull();

    [Theory]
    [InlineData("constant strata")]
    [InlineData("unequal weights")]
    public void A_draw_that_forgets_the_strata_is_caught(string frame) =>
        FirstUnfairness(frame, 5_000, DroppedStratum).ShouldNotBeNull();

    private static string? FirstUnfairness(string name, int draws, Procedure procedure)
    {
        var (plan, frame) = Case(name);
        var n = frame.Units.Count;
        var arms = plan.Assignment.ArmNames;
        var positions = new int[n, n];
        var places = new int[n, arms.Count];
        var random = new Random(20171001);
        for (var draw = 0; draw < draws; draw++)
        {
            var key = DrawKey.Of(RandomDraws.Bytes(random, 32), plan.Id.ToString(), frame.ManifestSha256, "proef");
            var (order, given) = procedure(plan, frame, key);
            for (var rank = 0; rank < n; rank++)
            {
                positions[order[rank], rank]++;
                places[rank, arms.ToList().IndexOf(given[rank])]++;
            }

            if (WrongSizes(plan, frame, given) is { } wrong)
            {
                return $"draw {draw}: {wrong}";
            }
        }

        for (var unit = 0; unit < n; unit++)
        {
            var even = Enumerable.Repeat((double)draws / n, n);
            if (n > 1 && IsRare(Row(positions, unit), even, n))
            {
                return $"unit {unit} does not come at every position equally often";
            }

            if (IsRare(Row(places, unit), ExpectedArms(plan).Select(share => share * draws), arms.Count))
            {
                return $"unit {unit} does not come in every arm as often as the plan says";
            }
        }

        return null;
    }

    private static (IReadOnlyList<int>, IReadOnlyList<string>) Production(DrawPlan plan, Frame frame, DrawKey key)
    {
        var lots = Lottery.Conduct(plan, frame, key).OrThrow();
        return (lots.InOrder, [.. Enumerable.Range(0, lots.Count).Select(lots.ArmOf)]);
    }

    /// <summary>A planted fault: compares only the first hexadecimal digit of the tickets and leaves ties in the order of the list.</summary>
    private static (IReadOnlyList<int>, IReadOnlyList<string>) BiasedComparer(DrawPlan plan, Frame frame, DrawKey key)
    {
        var lots = Lottery.Conduct(plan, frame, key).OrThrow();
        int[] order = [.. Enumerable.Range(0, lots.Count).OrderBy(i => lots.TicketOf(i).ToString()[0]).ThenBy(i => i)];
        return (order, Allot(plan, [.. frame.Units.Select(u => plan.Strata.ToList().IndexOf(u.Stratum))], order, lots));
    }

    /// <summary>A planted fault: divides everybody as if there were one stratum.</summary>
    private static (IReadOnlyList<int>, IReadOnlyList<string>) DroppedStratum(DrawPlan plan, Frame frame, DrawKey key)
    {
        var lots = Lottery.Conduct(plan, frame, key).OrThrow();
        return (lots.InOrder, Allot(plan, new int[lots.Count], lots.InOrder, lots));
    }

    private static string[] Allot(DrawPlan plan, int[] strata, IReadOnlyList<int> order, DrawnLots lots) =>
        [
            .. Allotment
                .Of(
                    plan,
                    strata,
                    order,
                    (s, a, k) => Hash256.Of([.. lots.TicketOf(0).ToBytes(), (byte)s, (byte)a, (byte)k])
                )
                .Select(arm => plan.Assignment.ArmNames[arm]),
        ];

    private static (DrawPlan, Frame) Case(string name) =>
        name switch
        {
            "sorted by age" => Make(
                Enumerable
                    .Range(0, 12)
                    .Select(i => new FrameUnit(string.Create(CultureInfo.InvariantCulture, $"leeftijd-{i + 20}"), "-")),
                new Assignment.Complete([new("a", 4), new("b", 6), new("c", 2)])
            ),
            "constant strata" => Make(
                Enumerable
                    .Range(0, 12)
                    .Select(i => new FrameUnit(
                        string.Create(CultureInfo.InvariantCulture, $"p{i:00}"),
                        i < 6 ? "hoog" : "laag"
                    )),
                new Assignment.Weighted([new("a", 1), new("b", 1), new("c", 1)])
            ),
            "one-unit strata" => Make(
                Enumerable
                    .Range(0, 8)
                    .Select(i => new FrameUnit(
                        string.Create(CultureInfo.InvariantCulture, $"p{i:00}"),
                        string.Create(CultureInfo.InvariantCulture, $"s{i}")
                    )),
                new Assignment.Weighted([new("a", 1), new("b", 1), new("c", 2)])
            ),
            _ => Make(
                Enumerable
                    .Range(0, 11)
                    .Select(i => new FrameUnit(
                        string.Create(CultureInfo.InvariantCulture, $"p{i:00}"),
                        i < 4 ? "x" : "y"
                    )),
                new Assignment.Weighted([new("groot", 5), new("klein", 1)])
            ),
        };

    private static (DrawPlan, Frame) Make(IEnumerable<FrameUnit> units, Assignment assignment)
    {
        var frame = Frame.Of(units).OrThrow();
        string[] strata = [.. frame.Counts.Select(c => c.Stratum)];
        return (
            DrawPlan.Of(Witness.Id("PROEF-2017-01"), UnitKind.Person, strata, new Sample.All(), assignment).OrThrow(),
            frame
        );
    }

    private static double[] ExpectedArms(DrawPlan plan) =>
        plan.Assignment switch
        {
            Assignment.Complete c => [.. c.Arms.Select(a => (double)a.Size / c.Arms.Sum(x => x.Size))],
            Assignment.Weighted w => [.. w.Arms.Select(a => (double)a.Weight / w.Arms.Sum(x => x.Weight))],
            _ => throw new InvalidOperationException("Not tried here."),
        };

    /// <summary>The sizes must be exact: fixed in a complete division, and per stratum within one round of the weights otherwise.</summary>
    private static string? WrongSizes(DrawPlan plan, Frame frame, IReadOnlyList<string> given)
    {
        if (plan.Assignment is Assignment.Complete complete)
        {
            return complete.Arms.FirstOrDefault(a => given.Count(g => g == a.Arm) != a.Size)?.Arm;
        }

        var weights = ((Assignment.Weighted)plan.Assignment).Arms;
        var total = weights.Sum(a => a.Weight);
        foreach (var stratum in frame.Counts)
        {
            foreach (var arm in weights)
            {
                var size = Enumerable
                    .Range(0, given.Count)
                    .Count(i => frame.Units[i].Stratum == stratum.Stratum && given[i] == arm.Arm);
                var least = arm.Weight * (stratum.Size / total);
                var most = least + Math.Min(arm.Weight, stratum.Size % total);
                if (size < least || size > most)
                {
                    return $"{size} units of stratum {stratum.Stratum} in arm {arm.Arm}";
                }
            }
        }

        return null;
    }

    private static bool IsRare(IEnumerable<int> observed, IEnumerable<double> expected, int cells) =>
        ChiSquare.Upper(observed.Zip(expected, (o, e) => (o - e) * (o - e) / e).Sum(), cells - 1) < Rare;

    private static IEnumerable<int> Row(int[,] table, int row) =>
        Enumerable.Range(0, table.GetLength(1)).Select(column => table[row, column]);
}
