// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Participation;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Monitoring;

/// <summary>The monitor through its use cases: what was known when, figures that stay true, and tables that never change.</summary>
public sealed class MonitorTests(Databases databases)
{
    private static readonly DateOnly CountDate = new(2018, 4, 1);
    private static readonly DateOnly InApril = new(2018, 4, 10);
    private static readonly DateOnly InMay = new(2018, 5, 10);

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_late_exit_changes_the_figures_of_today_and_not_what_was_known_before(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        (await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), InApril)).OrThrow();
        (await scene.See(CountDate)).Gross("zelf-in-actie").ShouldBe(1);

        (await scene.Deliver(scene.Turns("4 uitstroom 2018-02-01 werk"), InMay)).OrThrow();

        (await scene.See(CountDate)).Gross("zelf-in-actie").ShouldBe(2);
        (await scene.See(CountDate, InApril)).Gross("zelf-in-actie").ShouldBe(1);
        (await scene.See(CountDate, InApril.AddDays(-1))).Gross("zelf-in-actie").ShouldBe(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_frozen_table_gives_the_same_bytes_whatever_comes_later(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), InApril);
        var id = (await scene.Freeze(CountDate)).OrThrow();
        var before = (await scene.SeeFrozen(id)).OrThrow();

        await scene.Deliver(scene.Turns("4 uitstroom 2018-02-01 werk"), InMay);

        var after = (await scene.SeeFrozen(id)).OrThrow();
        after.Document.ShouldBe(before.Document);
        after.HashIsRight.ShouldBeTrue();
        Convert.ToHexStringLower(SHA256.HashData(after.Document)).ShouldBe(after.Table.Sha256);
        after.Monitor.Tables.Gross("zelf-in-actie").ShouldBe(1);
        after.Now!.Gross("zelf-in-actie").ShouldBe(2);
        (await scene.Store.Ledger()).Single(e => e.Action == "cijfers.bevroren").Receipt.ShouldBe(after.Table.Sha256);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_counted_monitor_is_used_again_until_something_changes(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), InApril);
        await scene.See(CountDate);
        var counted = (await scene.Store.Rows<CountedMonitorRow>()).ShouldHaveSingleItem();

        await scene.See(CountDate);

        var again = (await scene.Store.Rows<CountedMonitorRow>()).ShouldHaveSingleItem();
        again.Sequence.ShouldBe(counted.Sequence);
        await scene.Deliver(scene.Turns("1 uitstroom 2018-01-01 aow"), InMay);
        (await scene.See(CountDate)).Participants.Sum(p => p.Left).ShouldBe(2);
        (await scene.Store.Rows<CountedMonitorRow>())
            .ShouldHaveSingleItem()
            .Sequence.ShouldBeGreaterThan(counted.Sequence);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Deliveries_in_any_order_give_the_same_figures(DatabaseKind kind)
    {
        string[] deliveries =
        [
            "0 uitstroom 2018-01-01 werk",
            "0 herinstroom 2018-02-01",
            "1 uitstroom 2017-12-15 verhuizing",
            "0 uitstroom 2018-03-01 zelfstandig",
        ];
        int[][] orders =
        [
            [0, 1, 2, 3],
            [3, 1, 0, 2],
            [2, 1, 0, 3],
        ];
        var figures = new List<string>();
        foreach (var order in orders)
        {
            await using var scene = await FactScene.New(databases, kind);
            foreach (var i in order)
            {
                (await scene.Deliver(scene.Turns(deliveries[i]), InApril)).OrThrow();
            }

            figures.Add(MonitorJson.Text(await scene.See(CountDate)));
            (await scene.Store.Rows<ParkedReentryRow>()).ShouldAllBe(p => p.ResolvedAt != null);
        }

        figures.Distinct().ShouldHaveSingleItem();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_withdraws_the_data_stays_in_the_count_and_the_outcome_is_missing_for_ever(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), InApril);

        await scene.Change("deelname.gegevens", 0, p => p.DataWithdrawnOn = InMay);

        foreach (var tables in new[] { await scene.See(CountDate), await scene.See(CountDate, InApril) })
        {
            var arm = tables.Of(Population.IntentionToTreat).Groups[0];
            (arm.People, arm.Missing, arm.Gross).ShouldBe((2, 1, 0));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_exit_typed_by_a_case_manager_counts_and_a_correction_keeps_both(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        var manager = scene.Store.Actor(Role.CaseManager);
        await scene.Change("deelname.klantmanager", 0, p => p.CaseManagerId = manager.AccountId);
        scene.Clock.Now = FactScene.At(InApril);

        (await scene.Report(0, BenefitTurn.Exit, new(2018, 1, 1), "verhuizing", manager))
            .OrThrow()
            .ShouldBe(Reported.Placed);
        (await scene.Report(1, BenefitTurn.Exit, new(2018, 1, 1), "werk", manager)).Why.ShouldBe([new NoSuchPerson()]);
        var fact = (await scene.Store.Rows<BenefitEventRow>()).ShouldHaveSingleItem();
        scene.Clock.Now = FactScene.At(InMay);
        (await scene.Correct(0, fact.Id, new(2018, 1, 1), "werk", manager)).OrThrow().ShouldBe(Reported.Placed);

        (await scene.See(CountDate)).Gross("zelf-in-actie").ShouldBe(1);
        (await scene.See(CountDate, InApril)).Gross("zelf-in-actie").ShouldBe(0);
        (await scene.Store.Rows<BenefitEventRow>()).Count.ShouldBe(2);
        (await scene.Correct(0, fact.Id, null, null, manager)).Why.ShouldBe([new NoSuchFact()]);
        (await scene.Store.Ledger())
            .Select(e => e.Action)
            .TakeLast(2)
            .ShouldBe(["feit.uitstroom", "feit.gecorrigeerd"]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_people_who_correct_the_same_fact_at_once_correct_it_once(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), InApril);
        var fact = (await scene.Store.Rows<BenefitEventRow>()).Single();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, 4).Select(day => scene.Correct(0, fact.Id, new(2018, 2, day), null, scene.Lead))
        );

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        (await scene.Store.Rows<BenefitEventRow>()).Count(f => f.RetractedAt is null).ShouldBe(1);
    }

    [Fact]
    public async Task Taking_back_an_exit_parks_the_return_that_followed_it()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk", "0 herinstroom 2018-02-01"), InApril);
        var exit = (await scene.Store.Rows<BenefitEventRow>()).Single(f => f.Turn is BenefitTurn.Exit);

        (await scene.Correct(0, exit.Id, null, null, scene.Lead)).OrThrow().ShouldBe(Reported.Parked);

        (await scene.Store.Rows<ParkedReentryRow>()).ShouldHaveSingleItem().ResolvedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Taking_back_a_return_before_a_second_exit_is_refused()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        await scene.Deliver(
            scene.Turns("0 uitstroom 2018-01-01 werk", "0 herinstroom 2018-02-01", "0 uitstroom 2018-03-01 werk"),
            InApril
        );
        var back = (await scene.Store.Rows<BenefitEventRow>()).Single(f => f.Turn is BenefitTurn.Reentry);

        (await scene.Correct(0, back.Id, null, null, scene.Lead)).Why.ShouldBe([
            new CorrectionDoesNotFit(new(2018, 3, 1)),
        ]);
    }

    [Fact]
    public async Task Without_a_count_date_in_the_protocol_the_figures_run_to_the_last_day_of_the_experiment()
    {
        await using var scene = await RecruitScene.New(databases, DatabaseKind.Sqlite);
        Task<Outcome<SeeMonitor.View>> See(string today)
        {
            scene.On(today);
            return scene.Store.Use(
                (SeeMonitor use) =>
                    use.Handle(new MonitorQuery(RecruitScene.Experiment), scene.Lead, CancellationToken.None)
            );
        }

        (await See("2018-03-01")).OrThrow().CountDate.ShouldBe(new DateOnly(2018, 3, 1));
        (await See("2026-11-01")).OrThrow().CountDate.ShouldBe(new DateOnly(2019, 6, 30));
    }

    [Fact]
    public async Task What_will_be_known_in_the_future_cannot_be_shown()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);

        (await scene.Ask(CountDate, InMay.AddYears(9))).Why.ShouldHaveSingleItem().ShouldBeOfType<KnownInTheFuture>();
    }

    [Fact]
    public async Task A_case_manager_does_not_see_the_monitor()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);

        (await scene.Ask(CountDate, actor: scene.Store.Actor(Role.CaseManager))).Why.ShouldBe([new NotAllowed()]);
    }

    [Fact]
    public async Task Another_municipality_has_no_such_experiment()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        var other = Store.ActorIn(scene.Store.OtherMunicipality, Role.ProjectLead);

        (await scene.Ask(CountDate, actor: other)).IsDone.ShouldBeFalse();
        (await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), InApril, other)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task The_receipts_in_the_ledger_agree_with_the_facts_in_the_tables()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk", "1 uitstroom 2018-01-02 werk"), InApril);
        await scene.Deliver(scene.Turns("2 uitstroom 2018-01-01 werk"), InMay);

        var lines = (await scene.Store.Ledger()).Where(e => e.Action == "feiten.ingelezen").ToList();
        var deliveries = (await scene.Store.Rows<FactDeliveryRow>()).OrderBy(d => d.ImportedAt).ToList();
        lines.Select(l => l.Receipt).ShouldBe(deliveries.Select(d => d.ContentSha256));
        lines.Sum(l => l.Count).ShouldBe((await scene.Store.Rows<BenefitEventRow>()).Count);
    }
}
