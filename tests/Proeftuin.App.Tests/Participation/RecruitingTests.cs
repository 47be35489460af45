// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Draw;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Participation;

public sealed class RecruitingTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Everyone_but_the_reference_group_gets_one_letter_and_printing_again_gives_the_same(
        DatabaseKind kind
    )
    {
        await using var scene = await RecruitScene.New(databases, kind);
        scene.On("2017-10-05");

        var batch = (await scene.Letters()).OrThrow();
        (await scene.Letters()).Why.ShouldHaveSingleItem().ShouldBeOfType<NobodyToWriteTo>();

        var people = await scene.People();
        people.Count(p => p.State == ParticipationState.Invited).ShouldBe(30);
        people
            .Where(p => p.State == ParticipationState.Drawn)
            .ShouldAllBe(p => p.DrawnArm == "referentie" && p.InvitedOn == null);
        var first = await Print(scene, batch);
        var second = await Print(scene, batch);
        first.Letters.Count.ShouldBe(30);
        first.Letters.Select(l => l.TicketCode).ShouldBeUnique();
        first.Letters.ShouldAllBe(l => l.Name != null && l.Address != null);
        second.Letters.Select(l => (l.Name, l.TicketCode)).ShouldBe(first.Letters.Select(l => (l.Name, l.TicketCode)));
        (first.Again, second.Again).ShouldBe((false, true));
        var letters = (await scene.Store.Ledger()).TakeLast(3).ToList();
        letters
            .Select(e => e.Action)
            .ShouldBe(["deelname.uitgenodigd", "deelname.brieven.afgedrukt", "deelname.brieven.opnieuw-afgedrukt"]);
        letters.ShouldAllBe(e => e.Count == 30 && e.Receipt == first.Batch.Sha256);
    }

    private static async Task<PrintLetters.View> Print(RecruitScene scene, Guid batch) =>
        (
            await scene.Store.Use(
                (PrintLetters use) => use.Handle(RecruitScene.Experiment, batch, scene.Lead, CancellationToken.None)
            )
        ).OrThrow();

    [Theory, MemberData(nameof(Both))]
    public async Task Two_clicks_at_once_make_one_batch(DatabaseKind kind)
    {
        await using var scene = await RecruitScene.New(databases, kind);
        scene.On("2017-10-05");

        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Letters())));

        clicks.Count(c => c.IsDone).ShouldBe(1);
        (await scene.Store.Rows<LetterBatchRow>()).Count.ShouldBe(1);
        (await scene.Store.Rows<ParticipationEventRow>()).Count.ShouldBe(30);
        (await scene.Store.Ledger()).Count(e => e.Action == "deelname.uitgenodigd").ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_people_at_once_write_one_consent(DatabaseKind kind)
    {
        await using var scene = await RecruitScene.New(databases, kind);
        scene.On("2017-10-05");
        (await scene.Letters()).OrThrow();
        scene.On("2017-10-12");
        var person = (await scene.People("ontheffing"))[0];

        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Consent(person))));

        clicks.Count(c => c.IsDone).ShouldBe(1);
        clicks.Where(c => !c.IsDone).ShouldAllBe(c => c.Why[0] is SomebodyElseWasFirst || c.Why[0] is AlreadyConsented);
        (await scene.Store.Rows<ParticipationEventRow>()).Count(e => e.Act == ParticipationAct.Consent).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task From_letter_to_start_and_a_participant_stops_and_nothing_happens_to_them(DatabaseKind kind)
    {
        await using var scene = await RecruitScene.New(databases, kind);
        scene.On("2017-10-05");
        (await scene.Letters()).OrThrow();
        scene.On("2017-10-13");
        var control = await scene.People("controle");
        foreach (var person in control.Take(3))
        {
            (await scene.Consent(person)).OrThrow().ShouldBe(ParticipationState.Consented);
        }

        scene.On("2017-10-21");
        (await Close(scene)).OrThrow().ShouldBe(27);
        (await Close(scene)).Why.ShouldHaveSingleItem().ShouldBeOfType<NobodyToDoThisFor>();
        (await scene.Places("controle")).OrThrow().ShouldBe(3);
        scene.On("2017-11-02");
        (await scene.StartAll()).OrThrow().ShouldBe(3);
        var before = await scene.Store.Rows<RegisterPersonRow>();
        (await scene.Stop(control[0], "2017-11-02", DataChoice.UseUntilNow)).OrThrow();

        var stopped = (await scene.People("controle")).Single(p => p.Id == control[0].Id);
        stopped.State.ShouldBe(ParticipationState.Withdrawn);
        (stopped.StartsOn, stopped.StoppedOn, stopped.FollowedUntil).ShouldBe(
            (RecruitScene.Day("2017-11-01"), RecruitScene.Day("2017-11-02"), RecruitScene.Day("2017-11-02"))
        );
        stopped.DrawnArm.ShouldBe("controle");
        // one line in the ledger, about this person, and not a row of the administration changed
        var entry = (await scene.Store.Ledger())[^1];
        (entry.Action, entry.DataSubject).ShouldBe(("deelname.gestopt", stopped.PersonId));
        entry.Changes.ShouldNotBeNull().ShouldNotContain("Register");
        (await scene.Store.Rows<RegisterPersonRow>()).Count.ShouldBe(before.Count);
    }

    private static Task<Outcome<int>> Close(RecruitScene scene) =>
        scene.Store.Use(
            (CloseReplies use) => use.Handle(new(RecruitScene.Experiment), scene.Lead, CancellationToken.None)
        );

    [Theory, MemberData(nameof(Both))]
    public async Task With_more_enrolments_than_places_lots_decide_and_the_waiting_list_moves_up_in_order(
        DatabaseKind kind
    )
    {
        await using var scene = await RecruitScene.New(databases, kind);
        scene.On("2017-10-05");
        (await scene.Letters()).OrThrow();
        scene.On("2017-10-13");
        var people = await scene.People("keuze");
        foreach (var person in people.Take(5))
        {
            (await scene.Consent(person)).OrThrow();
        }

        (await scene.Places("keuze", "2017-10-13"))
            .Why.ShouldHaveSingleItem()
            .ShouldBe(new MoreEnrolledThanPlaces("keuze", 5, 3));
        (
            await RecruitScene.PlacesDrawn(
                scene.Draw,
                scene.DrawId,
                "keuze",
                [DrawScene.NewSecret(3), DrawScene.NewSecret(4)]
            )
        ).Counts.InFrame.ShouldBe(5);
        var drawn = await scene.People("keuze");
        drawn.Count(p => p.State == ParticipationState.Admitted).ShouldBe(3);
        var waiting = drawn.Where(p => p.State == ParticipationState.Waiting).OrderBy(p => p.WaitingRank).ToList();
        waiting.Count.ShouldBe(2);
        (await scene.People()).Count.ShouldBe(36, "a second lottery makes no second participant");

        scene.On("2017-10-20");
        var admitted = drawn.First(p => p.State == ParticipationState.Admitted);
        (await Call(scene, "2017-10-20")).Why.ShouldHaveSingleItem().ShouldBeOfType<NoPlaceFree>();
        (await scene.Stop(admitted, "2017-10-20")).OrThrow();
        (await Call(scene, "2017-10-20")).OrThrow().ShouldBe(1);
        var after = await scene.People("keuze");
        after.Single(p => p.Id == waiting[0].Id).State.ShouldBe(ParticipationState.Admitted);
        after.Single(p => p.Id == waiting[1].Id).State.ShouldBe(ParticipationState.Waiting);
        await RowsAreFolds(scene);
    }

    /// <summary>What stands in the row of each person is the fold of that person's lines.</summary>
    private static async Task RowsAreFolds(RecruitScene scene)
    {
        var protocol = ProtocolFile.Read(RecruitScene.Protocol).OrThrow();
        var lines = (await scene.Store.Rows<ParticipationEventRow>()).ToLookup(e => e.ParticipantId, Story.Line);
        foreach (var row in await scene.People())
        {
            ParticipationHistory
                .Latest(Lot.Of(protocol, row.DrawnArm, row.DrawnOn), lines[row.Id])
                .ShouldBe(Stored(row));
            row.Lines.ShouldBe(lines[row.Id].Count());
        }
    }

    private static Standing Stored(ParticipantRow row) =>
        new()
        {
            State = row.State,
            RulesArm = row.RulesArm,
            InvitedOn = row.InvitedOn,
            RemindedOn = row.RemindedOn,
            ClosesOn = row.ClosesOn,
            AnsweredOn = row.AnsweredOn,
            ConsentedOn = row.ConsentedOn,
            StartsOn = row.StartsOn,
            StoppedOn = row.StoppedOn,
            Data = row.Data,
            DataWithdrawnOn = row.DataWithdrawnOn,
            FollowedUntil = row.FollowedUntil,
            CaseManager = row.CaseManagerId,
            WaitingRank = row.WaitingRank,
        };

    private static Task<Outcome<int>> Call(RecruitScene scene, string on) =>
        scene.Store.Use(
            (CallUp use) =>
                use.Handle(
                    new(RecruitScene.Experiment, "keuze", RecruitScene.Day(on), RecruitScene.Day("2017-12-01")),
                    scene.Lead,
                    CancellationToken.None
                )
        );

    [Theory, MemberData(nameof(Both))]
    public async Task A_case_manager_reaches_only_the_own_caseload(DatabaseKind kind)
    {
        await using var scene = await RecruitScene.New(databases, kind);
        scene.On("2017-10-05");
        (await scene.Letters()).OrThrow();
        var account = await scene.Store.AddAccount("klantmanager.a", "paarse olifant op de fiets", [Role.CaseManager]);
        var manager = new Actor(account, "A", scene.Store.Municipality, new HashSet<Role> { Role.CaseManager });
        var people = (await scene.People()).Where(p => p.State == ParticipationState.Invited).ToList();
        (await Assign(scene, account, people[0])).OrThrow().ShouldBe(1);
        (await Assign(scene, Guid.NewGuid(), people[1])).Why.ShouldHaveSingleItem().ShouldBeOfType<NotACaseManager>();
        scene.On("2017-10-12");

        (await scene.Consent(people[0], actor: manager)).IsDone.ShouldBeTrue();
        (await scene.Consent(people[1], actor: manager)).Why.ShouldHaveSingleItem().ShouldBeOfType<NoSuchParticipant>();
        (await scene.Stop(people[0], "2017-10-12", actor: scene.Store.Actor(Role.Researcher)))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NotAllowed>();
        (
            await scene.Store.Use(
                (CloseReplies use) => use.Handle(new(RecruitScene.Experiment), manager, CancellationToken.None)
            )
        )
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NotAllowed>();
    }

    private static Task<Outcome<int>> Assign(RecruitScene scene, Guid account, ParticipantRow person) =>
        scene.Store.Use(
            (AssignCaseManagers use) =>
                use.Handle(new(RecruitScene.Experiment, account, null, person.Id), scene.Lead, CancellationToken.None)
        );

    [Theory, MemberData(nameof(Both))]
    public async Task The_flow_of_today_is_the_fold_of_the_lines_on_any_day(DatabaseKind kind)
    {
        await using var scene = await RecruitScene.New(databases, kind);
        scene.On("2017-10-05");
        (await scene.Letters()).OrThrow();
        scene.On("2017-10-13");
        var people = await scene.People("controle");
        (await scene.Consent(people[0], on: "2017-10-11")).OrThrow();
        (await Decline(scene, people[1], "2017-10-12")).OrThrow();
        scene.On("2017-10-16");
        (await Retract(scene, people[1], line: 2)).OrThrow();

        var now = await scene.Flow();
        now.Flow.Together.ShouldBe((await scene.Flow("2017-10-15", "2017-10-16")).Flow.Together);
        (now.Flow.Together.Drawn, now.Flow.Together.Invited, now.Flow.Together.Consented).ShouldBe((36, 30, 1));
        (await scene.Flow("2017-10-12", "2017-10-12")).Flow.Together.Consented.ShouldBe(0, "it was not known yet");
        (await scene.Flow("2017-10-12", "2017-10-13")).Flow.Together.Declined.ShouldBe(1);
        (await scene.Flow("2017-10-12", "2017-10-16")).Flow.Together.Declined.ShouldBe(0, "it was taken back");
        (await scene.Flow("2017-10-02")).Flow.Together.Drawn.ShouldBe(0);
        var before = now.Before.ShouldNotBeNull();
        before.InRegister.ShouldBe(
            before.Excluded + before.Undetermined + before.DrawnEarlier + before.NotDrawn + before.Drawn
        );
        before.Drawn.ShouldBe(36);
        before.DrawnEarlier.ShouldBe(0);
    }

    private static Task<Outcome<ParticipationState>> Decline(RecruitScene scene, ParticipantRow person, string on) =>
        scene.Store.Use(
            (RecordDecline use) =>
                use.Handle(
                    new(RecruitScene.Experiment, person.Id, RecruitScene.Day(on)),
                    scene.Lead,
                    CancellationToken.None
                )
        );

    private static Task<Outcome<ParticipationState>> Retract(RecruitScene scene, ParticipantRow person, int line) =>
        scene.Store.Use(
            (RetractLine use) =>
                use.Handle(
                    new(RecruitScene.Experiment, person.Id, line, Store.Because("Brief van iemand anders")),
                    scene.Lead,
                    CancellationToken.None
                )
        );
}
