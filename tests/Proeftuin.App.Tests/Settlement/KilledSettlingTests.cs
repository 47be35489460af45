// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>kill -9 between and within the parts of a settling: whole parts only, and the next run goes on without a double or a missing line.</summary>
public sealed class KilledSettlingTests(Databases databases)
{
    private const int People = 1_500;

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_killed_settling_goes_on_where_it_stopped(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind, People, drawn: 4);
        for (var round = 0; round < 2; round++)
        {
            using var settler = Start(scene);
            (await settler.StandardOutput.ReadLineAsync()).ShouldBe("BEGIN");
            // after the first parts of this round, somewhere in the next one
            (await settler.StandardOutput.ReadLineAsync()).ShouldStartWith("DEEL");
            await Task.Delay(Random.Shared.Next(0, 60));
            settler.Kill();
            await settler.WaitForExitAsync();
            await WholePartsOnly(scene);
        }

        (await scene.Settle("2018-01", new(2018, 2, 8))).OrThrow().Statements.ShouldBe(People);

        await WholePartsOnly(scene);
        var statements = await scene.Store.Rows<StatementRow>();
        statements.Select(s => s.HouseholdId).Distinct().Count().ShouldBe(People);
        statements.Count.ShouldBe(People);
        (await scene.Store.Rows<PaymentRow>()).Count.ShouldBe(People);
        (await scene.Store.Rows<SettlementRunRow>()).ShouldHaveSingleItem().FinishedAt.ShouldNotBeNull();
    }

    private static async Task WholePartsOnly(SettleScene scene)
    {
        var parts = await scene.Store.Rows<SettlementPartRow>();
        parts.Select(p => p.Number).Order().ShouldBe(Enumerable.Range(1, parts.Count));
        (await scene.Store.Rows<StatementRow>()).Count.ShouldBe(parts.Sum(p => p.Statements));
        (await scene.Store.Rows<PaymentRow>()).Sum(p => p.ToPayCents).ShouldBe(parts.Sum(p => p.ToPayCents));
        (await scene.Store.Ledger()).Count(e => e.Action == "verrekening.deel").ShouldBe(parts.Count);
    }

    private static Process Start(SettleScene scene)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(KilledSettlingTests).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment[TestProcess.SettlingVariable] =
            $"{scene.Store.Options.Connection}|{scene.Store.Options.KeyFile}|{scene.Store.Municipality}";
        return Process.Start(start)!;
    }
}
