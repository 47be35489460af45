// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Draw;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Tests.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Draw;

/// <summary>A draw is computed once: when two nodes race, and when a node dies at any point.</summary>
public sealed class ExactlyOnceTests(Databases databases)
{
    private const string Told = "PROEFTUIN_TEST_TREKT";

    /// <summary>A thousand together. Fewer on SQLite, which waits for the disk at each of them.</summary>
    private static int Races(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? 200 : 800;

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Two_nodes_that_race_give_one_draw_every_time(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        await using var other = scene.OtherNode();
        var ready = await scene.ManyReady(Enumerable.Range(0, Races(kind)).Select(Small));
        foreach (var (id, expected) in ready)
        {
            var outcomes = await Task.WhenAll(
                Task.Run(() => scene.Conduct(id)),
                Task.Run(() => scene.Conduct(id, other))
            );
            outcomes.Count(o => o.IsDone).ShouldBe(1);
            outcomes.Single(o => o.IsDone).OrThrow().ShouldBe(expected.AssignmentSha256);
            outcomes
                .Single(o => !o.IsDone)
                .Why.ShouldHaveSingleItem()
                .ShouldBeOneOf(new SomebodyElseWasFirst(), new DrawnAlready());
        }

        var ledger = (await scene.Store.Ledger()).Where(e => e.Action == "loting.getrokken").ToList();
        ledger.Count.ShouldBe(Races(kind));
        (await Whole(scene)).ShouldBe(Races(kind));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_node_that_is_killed_at_any_point_leaves_no_draw_or_one_whole_draw(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var ready = await scene.ManyReady(Enumerable.Range(0, 400).Select(Small));
        var random = new Random(20171001);
        var cutShort = 0;
        for (var round = 0; round < 3; round++)
        {
            var left = (await scene.Store.Rows<DrawRow>())
                .Where(d => d.ConductedAt is null)
                .Select(d => d.DrawId)
                .ToList();
            if (left.Count == 0)
            {
                break;
            }

            using var node = Start(scene, left);
            await IsReady(node);
            await Task.Delay(random.Next(0, 300));
            node.Kill();
            await node.WaitForExitAsync();
            cutShort += await Whole(scene) < ready.Count ? 1 : 0;
        }

        cutShort.ShouldBeGreaterThan(0, "at least one node died while it had work left");
        var drawn = await Whole(scene);
        drawn.ShouldBeGreaterThan(0, "a node had drawn before it died");

        // what was left undone can still be drawn, and everything is what it had to be
        var rows = await scene.Store.Rows<DrawRow>();
        foreach (var id in rows.Where(d => d.ConductedAt is null).Select(d => d.DrawId).Take(25))
        {
            (await scene.Conduct(id)).IsDone.ShouldBeTrue();
        }

        (await Whole(scene)).ShouldBe(Math.Min(drawn + 25, ready.Count));
        var expected = ready.ToDictionary(r => r.Id, r => r.Expected.AssignmentSha256.ToString());
        (await scene.Store.Rows<DrawRow>())
            .Where(d => d.ConductedAt is not null)
            .ShouldAllBe(d => d.AssignmentSha256 == expected[d.DrawId]);
    }

    /// <summary>Not a test by itself: the node that the test above starts and kills. It draws until it dies.</summary>
    [Fact(Explicit = true)]
    public static async Task The_node_that_will_be_killed()
    {
        var told =
            Environment.GetEnvironmentVariable(Told)?.Split('\n')
            ?? throw new InvalidOperationException("Started by another test.");
        var services = new ServiceCollection().AddProeftuinApp(
            new ProeftuinOptions(told[0], told[1], AllowWeakDurability: true)
        );
        services.AddSingleton<TimeProvider>(new MovableClock(DrawScene.Moment));
        await using var node = services.BuildServiceProvider();
        var officer = Store.ActorIn(Guid.Parse(told[2]), Role.DrawOfficer);
        await using var standard = Console.OpenStandardOutput();
        foreach (var id in told[3..])
        {
            await using var scope = node.CreateAsyncScope();
            var draw = scope.ServiceProvider.GetRequiredService<ConductDraw>();
            (await draw.Handle(new(id), officer, CancellationToken.None)).OrThrow();
            // said from the first draw on, so that the node is warm when the blow comes
            standard.Write("klaar\n"u8);
        }
    }

    /// <summary>The number of draws that are there, each with its state, receipt, places and ledger entry; half a draw fails.</summary>
    private static async Task<int> Whole(DrawScene scene)
    {
        var drawn = (await scene.Store.Rows<DrawRow>()).Where(d => d.ConductedAt is not null).ToDictionary(d => d.Id);
        drawn.Values.ShouldAllBe(d => d.State == DrawState.Drawn);
        var receipts = await scene.Store.Rows<DrawReceiptRow>();
        receipts.Select(r => r.DrawRowId).ShouldBe(drawn.Keys, ignoreOrder: true);
        var places = (await scene.Store.Rows<PlacementRow>()).ToLookup(p => p.DrawRowId);
        places.Count.ShouldBe(drawn.Count);
        var frames = (await scene.Store.Rows<FrameUnitRow>()).ToLookup(u => u.DrawRowId);
        foreach (var id in drawn.Keys)
        {
            places[id].Count().ShouldBe(frames[id].Count());
        }

        var entries = (await scene.Store.Ledger()).Where(e => e.Action == "loting.getrokken").Select(e => e.Subject);
        entries.ShouldBe(drawn.Values.Select(d => "loting/" + d.DrawId), ignoreOrder: true);
        return drawn.Count;
    }

    private static Process Start(DrawScene scene, IReadOnlyList<string> ids)
    {
        var start = new ProcessStartInfo(
            Path.ChangeExtension(
                typeof(ExactlyOnceTests).Assembly.Location,
                OperatingSystem.IsWindows() ? ".exe" : null
            )
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add("-explicit");
        start.ArgumentList.Add("only");
        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(ExactlyOnceTests).FullName}.{nameof(The_node_that_will_be_killed)}");
        start.ArgumentList.Add("-noLogo");
        start.Environment[Told] = string.Join(
            '\n',
            [scene.Store.Options.Connection, scene.Store.Options.KeyFile, scene.Store.Municipality.ToString(), .. ids]
        );
        return Process.Start(start)!;
    }

    private static async Task IsReady(Process node)
    {
        string? line;
        do
        {
            line = await node.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
        } while (line?.EndsWith("klaar", StringComparison.Ordinal) == false);
        line.ShouldNotBeNull("the node says that it starts drawing");
    }

    private static Receipt Small(int number)
    {
        var random = new Random(number);
        var units = Enumerable
            .Range(0, 12)
            .Select(i => new FrameUnit(TicketCode.Of(RandomDraws.Bytes(random, 13)), "-"));
        var id = DrawId
            .Parse(string.Create(CultureInfo.InvariantCulture, $"RACE-{2000 + number / 100}-{number % 100:00}"))
            .OrThrow();
        var plan = DrawPlan
            .Of(id, UnitKind.Household, [], new Sample.All(), new Assignment.Complete([new("a", 7), new("b", 5)]))
            .OrThrow();
        return RandomDraws.Receipt(random, plan, Frame.Of(units).OrThrow());
    }
}
