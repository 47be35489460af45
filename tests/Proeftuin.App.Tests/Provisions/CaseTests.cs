// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Provisions;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>What can happen to any file of a provision: handed over to a colleague, taken back, corrected beside and never over, objected to. On both databases.</summary>
public sealed class CaseTests(Databases databases)
{
    private const string Experiment = ProvisionScene.Experiment;

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_that_is_handed_over_is_the_colleague_s_and_no_longer_the_first_one_s(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var account = await scene.Store.AddAccount("meneer-collega", Site.Password, [Role.CaseManager]);
        var colleague = new Actor(account, "meneer-collega", scene.Store.Municipality, scene.Manager.Roles);
        var id = (await scene.Apply(scene.Application(0))).OrThrow();
        (await Seen(scene, id, colleague)).ShouldBeFalse();

        (await HandOver(scene, id, scene.Payer.AccountId)).Why.ShouldBe([new NoSuchColleague()]);
        (await HandOver(scene, id, account)).OrThrow();

        (await Seen(scene, id, colleague)).ShouldBeTrue();
        (await Seen(scene, id, scene.Manager)).ShouldBeFalse();
        (await HandOver(scene, id, account, scene.Officer)).Why.ShouldBe([new HasItAlready()]);
        var entry = (await scene.Store.Ledger()).Single(e => e.Action == "voorziening.overgedragen");
        entry.Subject.ShouldBe($"voorziening/{id}");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_guarantee_with_the_wrong_day_is_taken_back_and_written_down_again(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var wrong = (await Register(scene)).OrThrow();
        (await Withdraw(scene, ProvisionKind.Guarantee, wrong)).OrThrow();

        (await Register(scene)).OrThrow();

        (await scene.Count()).OrThrow().Guarantee.ShouldBe(new(1, 1, 0, 0, 0, 0));
        (await Withdraw(scene, ProvisionKind.Guarantee, wrong))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<DecidedBefore>();
        (
            await scene.Store.Use(
                (PressGuarantee use) =>
                    use.Handle(new(Experiment, wrong, new(2025, 2, 7), null), scene.Manager, CancellationToken.None)
            )
        )
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<DecidedBefore>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_contact_that_was_written_down_wrongly_stays_and_no_longer_counts(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var id = (
            await scene.Store.Use(
                (StartGuidance use) =>
                    use.Handle(new(Experiment, scene.Bsns[0], new(2024, 9, 1)), scene.Manager, CancellationToken.None)
            )
        ).OrThrow();
        (await Contact(scene, id, 20)).OrThrow();
        (await Contact(scene, id, 45)).OrThrow();

        (await Correct(scene, id, 1, "Het gesprek duurde langer")).OrThrow();

        (await Correct(scene, id, 1, "Nog eens")).Why.ShouldBe([new NoSuchLine()]);
        (await Correct(scene, id, 3, "Bestaat niet")).Why.ShouldBe([new NoSuchLine()]);
        (await Correct(scene, id, 2, "")).Why.ShouldHaveSingleItem().ShouldBeOfType<TextNotUsable>();
        var seen = (
            await scene.Store.Use(
                (SeeGuidance use) => use.Handle(Experiment, id, scene.Manager, CancellationToken.None)
            )
        ).OrThrow();
        (seen.Intensity.Contacts, seen.Intensity.Minutes).ShouldBe((1, 45));
        seen.Lines.Select(l => l.Wrong).ShouldBe(["Het gesprek duurde langer", null]);
        (await scene.Store.Rows<GuidanceContactRow>()).Count.ShouldBe(2);
        (await scene.Count()).OrThrow().Guidance!.Contacts.Contacts.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_objection_against_a_premium_has_a_term_and_its_outcome_is_written_down_by_another(
        DatabaseKind kind
    )
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var id = (await scene.Apply(scene.Application(0))).OrThrow();
        (await Object(scene, id, new(2025, 2, 10))).Why.ShouldBe([new NothingDecided()]);
        (await scene.Decide(id)).OrThrow();
        (await Object(scene, id, new(2025, 2, 9))).Why.ShouldBe([new ObjectionDayImpossible()]);
        // the decision is of 10 February 2025, so six weeks end on 24 March
        scene.Clock.Now = ProvisionScene.Start.AddDays(43);
        (await Object(scene, id, new(2025, 3, 24))).OrThrow();
        (await Object(scene, id, new(2025, 3, 25))).OrThrow();

        var view = (await Objections(scene, id)).OrThrow();
        view.Term!.LastDay.ShouldBe(new DateOnly(2025, 3, 24));
        view.Objections.Select(o => o.IsLate).ShouldBe([false, true]);
        (await Outcome(scene, id, view.Objections[0].Id, scene.Officer)).Why.ShouldBe([new SamePersonReviews()]);
        (await Outcome(scene, id, view.Objections[0].Id, scene.Payer)).OrThrow();
        (await Outcome(scene, id, view.Objections[0].Id, scene.Payer)).Why.ShouldBe([new NoSuchObjection()]);

        var decided = (await Objections(scene, id)).OrThrow().Objections[0];
        (decided.Outcome, decided.DecidedOn).ShouldBe((ObjectionOutcome.Upheld, scene.Clock.Today()));
    }

    private static async Task<bool> Seen(ProvisionScene scene, Guid id, Actor actor) =>
        (await scene.Store.Use((SeePremium use) => use.Handle(Experiment, id, actor, CancellationToken.None))).IsDone;

    private static Task<Outcome<Guid>> HandOver(ProvisionScene scene, Guid id, Guid to, Actor? actor = null) =>
        scene.Store.Use(
            (HandOverCase use) =>
                use.Handle(
                    new(Experiment, ProvisionKind.Premium, id, to, Store.Because()),
                    actor ?? scene.Manager,
                    CancellationToken.None
                )
        );

    private static Task<Outcome<Guid>> Withdraw(ProvisionScene scene, ProvisionKind kind, Guid id) =>
        scene.Store.Use(
            (WithdrawCase use) =>
                use.Handle(new(Experiment, kind, id, Store.Because()), scene.Manager, CancellationToken.None)
        );

    private static Task<Outcome<Guid>> Register(ProvisionScene scene) =>
        scene.Store.Use(
            (RegisterGuarantee use) =>
                use.Handle(new(Experiment, scene.Bsns[0], new(2025, 1, 1)), scene.Manager, CancellationToken.None)
        );

    private static Task<Outcome<Guid>> Contact(ProvisionScene scene, Guid id, int minutes) =>
        scene.Store.Use(
            (RecordGuidanceContact use) =>
                use.Handle(
                    new(Experiment, id, new(2024, 9, 10), "telefonische gesprekken", minutes),
                    scene.Manager,
                    CancellationToken.None
                )
        );

    private static Task<Outcome<Guid>> Correct(ProvisionScene scene, Guid id, int line, string why) =>
        scene.Store.Use(
            (CorrectGuidanceLine use) =>
                use.Handle(new(Experiment, id, line, why), scene.Manager, CancellationToken.None)
        );

    private static Task<Outcome<Guid>> Object(ProvisionScene scene, Guid id, DateOnly on) =>
        scene.Store.Use(
            (RecordCaseObjection use) =>
                use.Handle(
                    new(Experiment, ProvisionKind.Premium, id, on, "Het bedrag is te laag"),
                    scene.Officer,
                    CancellationToken.None
                )
        );

    private static Task<Outcome<Guid>> Outcome(ProvisionScene scene, Guid id, Guid objection, Actor actor) =>
        scene.Store.Use(
            (DecideCaseObjection use) =>
                use.Handle(
                    new(Experiment, ProvisionKind.Premium, id, objection, ObjectionOutcome.Upheld, "Alsnog meer"),
                    actor,
                    CancellationToken.None
                )
        );

    private static Task<Outcome<SeeCaseObjections.View>> Objections(ProvisionScene scene, Guid id) =>
        scene.Store.Use(
            (SeeCaseObjections use) =>
                use.Handle(Experiment, ProvisionKind.Premium, id, scene.Officer, CancellationToken.None)
        );
}
