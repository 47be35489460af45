// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Provisions;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>Return guarantee, assistance in one day, special assistance and guidance, on both databases; and two municipalities beside each other.</summary>
public sealed class OtherProvisionTests(Databases databases)
{
    private const string Experiment = ProvisionScene.Experiment;

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_guarantee_works_once_and_its_clock_counts_working_days(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var id = (await Register(scene, new(2024, 9, 1))).OrThrow();
        (await Register(scene, new(2024, 9, 1))).Why.ShouldHaveSingleItem().ShouldBeOfType<CaseThereAlready>();
        (await scene.Count()).OrThrow().Guarantee.ShouldBe(new(1, 1, 0, 0, 0, 0));

        (await Press(scene, id, new(2025, 2, 7))).OrThrow();
        (await Press(scene, id, new(2025, 2, 10))).Why.ShouldHaveSingleItem().ShouldBeOfType<GuaranteeUsed>();
        var row = (await scene.Store.Rows<ReturnGuaranteeRow>()).ShouldHaveSingleItem();
        row.DecideBy.ShouldBe(new DateOnly(2025, 2, 12), "three working days after Friday 7 February");
        (await Restart(scene, id, new(2025, 2, 6))).Why.ShouldHaveSingleItem().ShouldBeOfType<DaysInWrongOrder>();
        (await Restart(scene, id, new(2025, 2, 7))).OrThrow();

        (await scene.Count()).OrThrow().Guarantee.ShouldBe(new(1, 0, 1, 1, 0, 0));
        (await scene.Store.Ledger())
            .Select(e => e.Action)
            .Where(a => a.StartsWith("garantie", StringComparison.Ordinal))
            .ShouldBe(["garantie.vastgelegd", "garantie.gebruikt", "garantie.besloten"]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_person_without_a_home_who_is_not_in_the_register_is_helped_within_a_day(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var unknown = new App.Demo.TestBsn(new App.Demo.SeededRandom(99)).Next();
        var report = new ReportOneDay.Command(
            Experiment,
            unknown,
            null,
            "Loket Centraal Onthaal",
            new(2025, 2, 7, 16, 0, 0),
            "slaapzak en levensonderhoud"
        );
        (await Report(scene, report)).Why.ShouldHaveSingleItem().ShouldBeOfType<NameMissing>();
        (await Report(scene, report with { Name = "Test Dakloos", Desk = "Een ander loket" }))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NotInProtocol>();
        var id = (await Report(scene, report with { Name = "Test Dakloos" })).OrThrow();
        (await Report(scene, report)).Why.ShouldHaveSingleItem().ShouldBeOfType<CaseThereAlready>();

        (await DecideOneDay(scene, id, new(2025, 2, 10, 9, 30, 0), amount: null))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<AmountNotUsable>();
        (await DecideOneDay(scene, id, new(2025, 2, 10, 9, 30, 0), Eur.OfEuros(350))).OrThrow();

        var row = (await scene.Store.Rows<OneDayRow>()).ShouldHaveSingleItem();
        (row.Minutes, row.IsWithinADay).ShouldBe((90, true));
        DutchTime.LocalOf(row.DecideBy!.Value).ShouldBe(new DateTime(2025, 2, 10, 16, 0, 0));
        (await scene.Count()).OrThrow().OneDay!.WithinADay.ShouldBe(1);
        scene.Store.Raw().ShouldNotContain("Test Dakloos");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_decision_that_takes_longer_than_a_day_needs_its_reason(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var id = (
            await Report(
                scene,
                new(Experiment, scene.Bsns[0], null, "Loket Centraal Onthaal", new(2025, 2, 3, 9, 0, 0), "een bed")
            )
        ).OrThrow();

        (await DecideOneDay(scene, id, new(2025, 2, 5, 9, 0, 0), Eur.OfEuros(100)))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<DelayReasonMissing>();
        (await DecideOneDay(scene, id, new(2025, 2, 5, 9, 0, 0), Eur.OfEuros(100), DelayReason.NotReachable)).OrThrow();

        var tally = (await scene.Count()).OrThrow().OneDay!;
        (tally.Decided, tally.WithinADay).ShouldBe((1, 0));
        tally.Delays.ShouldContain((DelayReason.NotReachable, 1));
        (await scene.Count(new(2025, 2, 4))).OrThrow().OneDay!.Open.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Counts_come_in_whole_or_not_at_all_and_a_month_delivered_again_replaces_the_earlier_one(
        DatabaseKind kind
    )
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        (string Csv, string Message)[] wrong =
        [
            ("maand;soort;aantal\n2024-13;bewindvoering;5\n", "geen maand"),
            ("maand;soort;aantal\n2024-07;onbekend;5\n", "staat niet in het protocol"),
            ("maand;soort;aantal\n2024-07;bewindvoering;5\n", "ontbreekt 'overig'"),
            ("maand;soort;aantal\n2024-07;bewindvoering;-5\n2024-07;overig;1\n", "geen heel getal"),
            ("maand;soort;aantal\n2024-07;bewindvoering;\n2024-07;overig;1\n", "niet ingevuld"),
            ("maand;soort;aantal\n2025-02;bewindvoering;5\n2025-02;overig;1\n", "nog niet voorbij"),
            ("maand;soort;aantal\n2024-07;bewindvoering;5\n2024-07;overig;1\n2024-07;overig;1\n", "twee keer"),
            ("maand;soort\n2024-07;overig\n", "kolom 'aantal' ontbreekt"),
            ("", "is leeg"),
        ];
        foreach (var (csv, message) in wrong)
        {
            (await Deliver(scene, csv)).Why.ShouldContain(w => w.Message.Contains(message), message);
        }

        (await scene.Store.Rows<SpecialAssistanceDeliveryRow>()).ShouldBeEmpty();
        const string first =
            "maand;soort;aantal\n2024-07;bewindvoering;5\n2024-07;overig;1\n2024-08;bewindvoering;2\n2024-08;overig;0\n";
        (await Deliver(scene, first)).OrThrow().ShouldBe(new(2, 8));
        (await Deliver(scene, first)).Why.ShouldHaveSingleItem().ShouldBeOfType<CaseThereAlready>();
        scene.Clock.Now = scene.Clock.Now.AddDays(1);
        (await Deliver(scene, "maand;soort;aantal\n2024-07;bewindvoering;9\n2024-07;overig;3\n")).OrThrow();

        (await scene.Count()).OrThrow().SpecialAssistance!.Halves.ShouldHaveSingleItem().Total.ShouldBe(14);
        (await scene.Count(new(2025, 2, 10)))
            .OrThrow()
            .SpecialAssistance!.Halves[0]
            .Total.ShouldBe(8, "as known on that day");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Guidance_has_a_baseline_contacts_a_follow_up_and_a_team_that_takes_over(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var id = (await Start(scene, 0)).OrThrow();
        (await Start(scene, 0)).Why.ShouldHaveSingleItem().ShouldBeOfType<CaseThereAlready>();

        (await Measure(scene, id, new(2024, 9, 2), [2, 2, 3, 3, null]))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<ScoreMissing>();
        (await Measure(scene, id, new(2024, 9, 2), [2, 2, 3, 3, 1])).OrThrow();
        (await Contact(scene, id, "fysieke gesprekken", 45)).OrThrow();
        (await Contact(scene, id, "rooksignalen", 45)).Why.ShouldHaveSingleItem().ShouldBeOfType<NotInProtocol>();
        (await Contact(scene, id, "fysieke gesprekken", 0))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<MinutesNotUsable>();
        (await Measure(scene, id, new(2024, 9, 2), [3, 2, 3, 3, 2]))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<MeasurementOutOfOrder>();
        (await Measure(scene, id, new(2025, 2, 3), [3, 2, 3, 2, 2])).OrThrow();
        (await End(scene, id, GuidanceEnd.HandedOver, "een ander team"))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NotInProtocol>();
        (await End(scene, id, GuidanceEnd.HandedOver, "team Oriëntatie en Ontwikkeling")).OrThrow();
        (await Measure(scene, id, new(2025, 2, 9), [5, 5, 5, 5, 5]))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<GuidanceEnded>();

        var tally = (await scene.Count()).OrThrow().Guidance!;
        (tally.Started, tally.Running, tally.WithFollowUp, tally.Contacts.Contacts).ShouldBe((1, 0, 1, 1));
        tally
            .Areas.Select(a => (a.Higher, a.Equal, a.Lower))
            .ShouldBe([(1, 0, 0), (0, 1, 0), (0, 1, 0), (0, 0, 1), (1, 0, 0)]);
        (await scene.Store.Ledger()).ShouldAllBe(e => e.Changes == null || !e.Changes.Contains("werk:2"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_municipalities_of_one_executing_organisation_never_see_each_others_people(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        (await scene.Apply(scene.Application(0))).OrThrow();
        var there = scene.Store.OtherMunicipality;
        var lead = Store.ActorIn(there, Role.ProjectLead);
        (
            await scene.Store.Use(
                (App.Design.StartExperiment start) =>
                    start.Handle(
                        new(App.Design.ShippedProtocols.Text(Experiment, withDemo: true), "Ook hier"),
                        lead,
                        CancellationToken.None
                    )
            )
        ).OrThrow();
        var bsns = await ProvisionScene.Register(scene.Store.Services, lead, 20, seed: 11);

        // the same employee of the executing organisation, acting for the other municipality
        var manager = scene.Manager with
        {
            MunicipalityId = there,
        };
        var officer = scene.Officer with { MunicipalityId = there };
        (await scene.Apply(scene.Application(1), manager))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<PersonNotKnownHere>();
        (await scene.Apply(scene.Application(1) with { Bsn = bsns[0] }, manager)).OrThrow();

        foreach (var (actor, lines) in new[] { (scene.Officer, 1), (officer, 1), (scene.Manager, 1), (manager, 1) })
        {
            var list = await scene.Store.Use(
                (SeeCases use) => use.Handle(Experiment, ProvisionKind.Premium, actor, CancellationToken.None)
            );
            list.OrThrow().Lines.Count.ShouldBe(lines);
        }

        (await scene.Count(actor: lead)).OrThrow().Premium!.Applied.ShouldBe(1);
        (await scene.Count())
            .OrThrow()
            .Recipients!.Persons.ShouldBeGreaterThan((await scene.Count(actor: lead)).OrThrow().Recipients!.Persons);
    }

    [Fact]
    public async Task What_the_protocol_leaves_open_blocks_only_what_needs_it()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await store.StartGroningen(Experiment);
        var bsns = await ProvisionScene.Register(store.Services, store.Actor(Role.ProjectLead), 20);
        var manager = store.Actor(Role.CaseManager);

        (
            await store.Use(
                (RegisterGuarantee use) =>
                    use.Handle(
                        new(Experiment, bsns[0], DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-10)),
                        manager,
                        CancellationToken.None
                    )
            )
        ).OrThrow();
        var report = await store.Use(
            (ReportOneDay use) =>
                use.Handle(
                    new(Experiment, bsns[1], null, "Loket Centraal Onthaal", DateTime.UtcNow.AddHours(-5), "een bed"),
                    manager,
                    CancellationToken.None
                )
        );

        report.Why.ShouldHaveSingleItem().Message.ShouldContain("Het protocol zegt niet: hoeveel werkuren een dag is");
    }

    private static Task<Outcome<Guid>> Register(ProvisionScene scene, DateOnly exit) =>
        scene.Store.Use(
            (RegisterGuarantee use) =>
                use.Handle(new(Experiment, scene.Bsns[0], exit), scene.Manager, CancellationToken.None)
        );

    private static Task<Outcome<Guid>> Press(ProvisionScene scene, Guid id, DateOnly on) =>
        scene.Store.Use(
            (PressGuarantee use) => use.Handle(new(Experiment, id, on, null), scene.Manager, CancellationToken.None)
        );

    private static Task<Outcome<Guid>> Restart(ProvisionScene scene, Guid id, DateOnly on) =>
        scene.Store.Use(
            (DecideRestart use) =>
                use.Handle(new(Experiment, id, on, Store.Because()), scene.Officer, CancellationToken.None)
        );

    private static Task<Outcome<Guid>> Report(ProvisionScene scene, ReportOneDay.Command command) =>
        scene.Store.Use((ReportOneDay use) => use.Handle(command, scene.Manager, CancellationToken.None));

    private static Task<Outcome<Guid>> DecideOneDay(
        ProvisionScene scene,
        Guid id,
        DateTime at,
        Eur? amount,
        DelayReason? delay = null
    ) =>
        scene.Store.Use(
            (DecideOneDay use) =>
                use.Handle(
                    new(Experiment, id, at, amount, IsGranted: true, delay, Store.Because()),
                    scene.Officer,
                    CancellationToken.None
                )
        );

    private static Task<Outcome<DeliverSpecialCounts.Accepted>> Deliver(ProvisionScene scene, string csv) =>
        scene.Store.Use(
            (DeliverSpecialCounts use) =>
                use.Handle(new(Experiment, "aantallen.csv", csv, "de test"), scene.Lead, CancellationToken.None)
        );

    private static Task<Outcome<Guid>> Start(ProvisionScene scene, int person) =>
        scene.Store.Use(
            (StartGuidance use) =>
                use.Handle(new(Experiment, scene.Bsns[person], new(2024, 9, 1)), scene.Manager, CancellationToken.None)
        );

    private static Task<Outcome<Guid>> Measure(ProvisionScene scene, Guid id, DateOnly on, int?[] scores) =>
        scene.Store.Use(
            (MeasureLife use) => use.Handle(new(Experiment, id, on, scores), scene.Manager, CancellationToken.None)
        );

    private static Task<Outcome<Guid>> Contact(ProvisionScene scene, Guid id, string form, int minutes) =>
        scene.Store.Use(
            (RecordGuidanceContact use) =>
                use.Handle(new(Experiment, id, new(2024, 9, 10), form, minutes), scene.Manager, CancellationToken.None)
        );

    private static Task<Outcome<Guid>> End(ProvisionScene scene, Guid id, GuidanceEnd end, string team) =>
        scene.Store.Use(
            (EndGuidance use) =>
                use.Handle(new(Experiment, id, new(2025, 2, 5), end, team), scene.Manager, CancellationToken.None)
        );
}
