// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Data.Sqlite;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Draw;
using Proeftuin.App.Rehearsal;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Cli;
using Proeftuin.Core.Monitoring;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Rehearsal;

/// <summary>A rehearsal plays through the program's own use cases: what it ends with is what the administration says.</summary>
public sealed class RehearsalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("proeftuin-proefdraaitest-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_though_the_lots_fall_by_chance()
    {
        var first = (await ScratchRehearsal.Run(Small(seed: 7), (_, _, _) => { }, CancellationToken.None)).OrThrow();
        var again = (await ScratchRehearsal.Run(Small(seed: 7), (_, _, _) => { }, CancellationToken.None)).OrThrow();
        var other = (await ScratchRehearsal.Run(Small(seed: 8), (_, _, _) => { }, CancellationToken.None)).OrThrow();

        // The draws were real: their names are the same, their outcome is by secrets and dice.
        again.ToJson().ShouldBe(first.ToJson());
        other.ToJson().ShouldNotBe(first.ToJson());
        RehearsalResult.Read(first.ToJson()).ToJson().ShouldBe(first.ToJson());

        first.Flow.Sum(a => a.Drawn).ShouldBe(120);
        first.Flow.Single(a => a.Arm == "referentie").NotInvited.ShouldBe(20);
        first.Flow.ShouldAllBe(
            a => a.Started <= 4 + 1,
            "four places in each arm, and who was called up when somebody stopped"
        );
        first
            .Tables.Of(Population.IntentionToTreat)
            .Groups.Where(g => g.Group.IsByLot)
            .Sum(g => g.People)
            .ShouldBe(120, "everyone drawn is counted once");
        first.Tables.Of(Population.IntentionToTreat).Groups.ShouldAllBe(g => g.Gross >= g.Net);
    }

    [Fact]
    public async Task A_rehearsal_that_is_kept_has_a_ledger_that_holds_and_its_receipts_agree_with_its_tables()
    {
        var options = new ProeftuinOptions($"Data Source={folder}/proef.db", folder + "/proef.keys");
        var result = (
            await ScratchRehearsal.RunIn(options, Small(seed: 3), (_, _, _) => { }, CancellationToken.None)
        ).OrThrow();

        var said = await Terminal.Run("ledger", "verify", "--db", options.Connection, "--keys", options.KeyFile);
        said.ExitCode.ShouldBe(0, said.Error);
        using var connection = new SqliteConnection(options.Connection + ";Pooling=False");
        connection.Open();
        Number(connection, "SELECT COUNT(*) FROM LedgerEntry WHERE Action = 'deelname.aangemeld'")
            .ShouldBe(result.Flow.Sum(a => a.Consented));
        Number(connection, "SELECT COUNT(*) FROM LedgerEntry WHERE Action = 'deelname.gestopt'")
            .ShouldBe(result.Flow.Sum(a => a.Stopped));
        Number(
                connection,
                "SELECT COUNT(*) FROM LedgerEntry e JOIN FrozenTable f ON e.Action = 'cijfers.bevroren' AND e.Receipt = f.Sha256"
            )
            .ShouldBe(1);
        (await ScratchRehearsal.RunIn(options, Small(seed: 3), (_, _, _) => { }, CancellationToken.None)).Why.ShouldBe([
            new RehearsalNeedsEmptyDatabase(),
        ]);
    }

    [Fact]
    public async Task A_rehearsal_can_be_stopped_and_leaves_nothing_behind()
    {
        var within = Directory.CreateDirectory(Path.Combine(folder, "stoppen"));
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            ScratchRehearsal.Run(
                Small(seed: 1),
                (done, _, _) =>
                {
                    if (done > 30)
                    {
                        within.EnumerateFiles("*.db", SearchOption.AllDirectories).ShouldNotBeEmpty();
                        stop.Cancel();
                    }
                },
                stop.Token,
                within
            )
        );

        within.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_people_enrol_before_the_lot_everyone_who_is_drawn_takes_part()
    {
        var text = ShippedProtocols.Text("oss-2017", withDemo: true);
        var overlay = text.Overlay!.Replace("aantal: 100", "aantal: 20", StringComparison.Ordinal);
        var oss = RehearsalPlan.Of(text with { Overlay = overlay }, null, 7, households: 200, months: 2).OrThrow();

        var result = (await ScratchRehearsal.Run(oss, (_, _, _) => { }, CancellationToken.None)).OrThrow();

        result.Flow.Count.ShouldBe(3);
        result.Flow.ShouldAllBe(arm =>
            arm.Drawn == 20 && arm.Invited == 20 && arm.Consented == 20 && arm.Started == 20
        );
    }

    [Fact]
    public void What_cannot_be_rehearsed_is_refused_with_a_reason()
    {
        Plan("twenterand-2018").Why.ShouldNotBeEmpty();
        Plan("vlaardingen-2024").Why.ShouldNotBeEmpty();
        Plan("groningen-2017", households: 49).Why.ShouldBe([new RehearsalTooLarge(49)]);
        Plan("groningen-2017", months: 61).Why.ShouldBe([new RehearsalTooLong(61)]);
        Plan("groningen-2017").IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task The_command_says_what_is_wrong_and_plays_nothing()
    {
        (await Terminal.Run("rehearse", "zoek-2017")).Error.ShouldContain("Er is geen protocol 'zoek-2017'");
        (await Terminal.Run("rehearse", "groningen-2017", "--assumptions", "/nergens.yaml")).Error.ShouldContain(
            "'nergens.yaml' bestaat niet"
        );
        (await Terminal.Run("rehearse", "groningen-2017", "--households", "10")).ExitCode.ShouldBe(1);
    }

    private static Core.Outcome<RehearsalPlan> Plan(string slug, int households = 4000, int? months = null) =>
        RehearsalPlan.Of(ShippedProtocols.Text(slug, withDemo: true), null, 1, households, months);

    /// <summary>Groningen at a tenth of its size with four places in each arm, for three months.</summary>
    private static RehearsalPlan Small(long seed)
    {
        var text = ShippedProtocols.Text("groningen-2017");
        var yaml = text
            .Yaml.Replace("steekproef: 1200", "steekproef: 120", StringComparison.Ordinal)
            .Replace("aantal: 200", "aantal: 20", StringComparison.Ordinal)
            .Replace("ten_hoogste: 100", "ten_hoogste: 4", StringComparison.Ordinal);
        return RehearsalPlan.Of(new ProtocolText(yaml, text.AnalysisPlan), null, seed, 400, 3).OrThrow();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
