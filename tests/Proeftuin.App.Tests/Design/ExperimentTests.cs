// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Design;

public sealed class ExperimentTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, MemberData(nameof(Both))]
    public async Task An_experiment_starts_with_version_one_and_a_ledger_entry(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var text = ShippedProtocols.Text("groningen-2017");

        (await Start(store, lead, text)).OrThrow().ShouldBe("groningen-2017");

        var version = (await store.Rows<ProtocolVersionRow>()).ShouldHaveSingleItem();
        version.Number.ShouldBe(1);
        version.Sha256.ShouldBe(text.Sha256);
        version.AnalysisPlanSha256.ShouldBe(ProtocolText.HashOf(text.AnalysisPlan!));
        var entry = (await store.Ledger())[^1];
        (entry.Action, entry.Subject, entry.Receipt).ShouldBe(
            ("experiment.begonnen", "experiment/groningen-2017", text.Sha256)
        );
        entry.Reason.ShouldBe("besluit van het college");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_faulty_protocol_is_refused_with_its_lines_and_nothing_is_stored(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var text = ShippedProtocols.Text("groningen-2017");
        var broken = text with
        {
            Yaml = text.Yaml.Replace("steekproef: 1200", "steekproef: veel", StringComparison.Ordinal),
        };

        var why = (await Start(store, store.Actor(Role.ProjectLead), broken)).Why;

        why[0].Message.ShouldStartWith("Regel ");
        (await store.Rows<ExperimentRow>()).ShouldBeEmpty();
        (await store.Ledger()).ShouldNotContain(e => e.Action == "experiment.begonnen");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_experiment_cannot_start_twice(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var text = ShippedProtocols.Text("groningen-2017");
        await Start(store, lead, text);

        (await Start(store, lead, text)).Why.ShouldHaveSingleItem().ShouldBe(new ExperimentExists("groningen-2017"));
        var elsewhere = Store.ActorIn(store.OtherMunicipality, Role.ProjectLead);
        (await Start(store, elsewhere, text)).IsDone.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_amendment_is_a_new_version_with_its_differences(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var text = ShippedProtocols.Text("groningen-2017");
        await Start(store, lead, text);
        var changed = text with
        {
            Yaml = text.Yaml.Replace("streefaantal: 500", "streefaantal: 700", StringComparison.Ordinal),
        };

        (await Amend(store, lead, changed, decision: null)).OrThrow().ShouldBe(2);

        var view = (await store.Use((SeeProtocol see) => see.Handle(new("groningen-2017"), lead, None))).OrThrow();
        view.Versions[1]
            .Differences.ShouldHaveSingleItem()
            .ShouldBe(new ProtocolDifference("deelname/streefaantal", "500", "700"));
        view.Versions[1].Reason.ShouldBe("andere aantallen");
        view.Recorded.Protocol.Enrolment!.Wanted.ShouldBe(700);
        (await store.Ledger())[^1].Action.ShouldBe("protocol.gewijzigd");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_amendment_that_changes_nothing_writes_nothing(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var text = ShippedProtocols.Text("groningen-2017");
        await Start(store, lead, text);
        var before = (await store.Ledger()).Count;

        (await Amend(store, lead, text, decision: null)).Why.ShouldHaveSingleItem().ShouldBe(new NothingAmended());
        (await Amend(store, lead, ShippedProtocols.Text("oss-2017"), null))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<OtherProtocol>();

        (await store.Rows<ProtocolVersionRow>()).Count.ShouldBe(1);
        (await store.Ledger()).Count.ShouldBe(before);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Once_lots_are_committed_a_protocol_changes_only_by_decision(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var text = ShippedProtocols.Text("groningen-2017");
        await Start(store, lead, text);
        await CommitDraw(store, lead);
        var changed = text with
        {
            Yaml = text.Yaml.Replace("streefaantal: 500", "streefaantal: 700", StringComparison.Ordinal),
        };

        (await Amend(store, lead, changed, decision: " ")).Why.ShouldHaveSingleItem().ShouldBe(new DecisionMissing());
        (await store.Rows<ProtocolVersionRow>()).Count.ShouldBe(1);

        (await Amend(store, lead, changed, decision: "collegebesluit 12 van 3 mei 2017")).OrThrow().ShouldBe(2);
        (await store.Rows<ProtocolVersionRow>())
            .Single(v => v.Number == 2)
            .AmendmentReason.ShouldBe("andere aantallen (besluit: collegebesluit 12 van 3 mei 2017)");
    }

    [Fact]
    public async Task Who_may_not_design_may_not_start_or_amend()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        var text = ShippedProtocols.Text("groningen-2017");

        (await Start(store, store.Actor(Role.DrawOfficer), text))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NotAllowed>();
        (await Amend(store, store.Actor(Role.Researcher), text, null))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NotAllowed>();
    }

    [Fact]
    public async Task Another_municipality_does_not_see_the_experiment()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await Start(store, store.Actor(Role.ProjectLead), ShippedProtocols.Text("groningen-2017"));
        var elsewhere = Store.ActorIn(store.OtherMunicipality, Role.ProjectLead);

        (await store.Use((SeeExperiments see) => see.Handle(elsewhere, None))).OrThrow().ShouldBeEmpty();
        (await store.Use((SeeProtocol see) => see.Handle(new("groningen-2017"), elsewhere, None)))
            .Why.ShouldHaveSingleItem()
            .ShouldBe(new NoSuchExperiment("groningen-2017"));
    }

    [Fact]
    public async Task Demo_values_stay_with_the_version_and_stay_marked()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        var lead = store.Actor(Role.ProjectLead);
        await Start(store, lead, ShippedProtocols.Text("wageningen-2017", withDemo: true));

        var view = (await store.Use((SeeExperiment see) => see.Handle("wageningen-2017", lead, None))).OrThrow();

        view.Protocol.Recorded.Protocol.DemoValues.Select(d => d.Key).ShouldContain("loting/verdeling");
        view.Protocol.Recorded.Protocol.Exclusions.ShouldBeOfType<Knowable<IReadOnlyList<ExclusionGround>>.Known>()
            .DemoNote.ShouldNotBeNull();
        view.Protocol.Recorded.Sha256.ShouldBe(ShippedProtocols.Text("wageningen-2017").Sha256);
        (view.Registers, view.Screenings, view.Protocol.LotsCommitted).ShouldBe((0, 0, false));
        (await store.Use((SeeExperiments see) => see.Handle(lead, None)))
            .OrThrow()
            .ShouldHaveSingleItem()
            .HasDemoValues.ShouldBeTrue();
    }

    private static Task<Outcome<string>> Start(Store store, Actor actor, ProtocolText text) =>
        store.Use((StartExperiment start) => start.Handle(new(text, "besluit van het college"), actor, None));

    private static Task<Outcome<int>> Amend(Store store, Actor actor, ProtocolText text, string? decision) =>
        store.Use(
            (AmendProtocol amend) =>
                amend.Handle(new("groningen-2017", text, "andere aantallen", decision), actor, None)
        );

    /// <summary>A draw that was committed, as the row the ceremony leaves behind.</summary>
    private static async Task CommitDraw(Store store, Actor lead)
    {
        var experiment = (await store.Rows<ExperimentRow>()).Single().Id;
        var stored = await store.Do<bool>(
            lead,
            Permission.DesignExperiment,
            (db, entry) =>
            {
                db.Add(
                    new DrawRow
                    {
                        Id = Guid.NewGuid(),
                        MunicipalityId = store.Municipality,
                        ExperimentId = experiment,
                        DrawId = "GRO-2017-01",
                        Draw = "GRO-2017-01",
                        Trial = "GRO",
                        State = DrawState.Committed,
                        Plan = "{}",
                        CommittedAt = DateTimeOffset.UnixEpoch,
                    }
                );
                entry.Record("loting.vastgelegd", "loting/GRO-2017-01", Store.Because());
                return Task.FromResult<Outcome<bool>>(true);
            }
        );
        stored.OrThrow();
    }
}
