// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Proeftuin.App.Draw;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Tests.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Draw;

/// <summary>The whole ceremony through its use cases, on both databases, with the ledger asserted.</summary>
public sealed class CeremonyTests(Databases databases)
{
    private static readonly Assignment TwoArms = new Assignment.Weighted([new("a", 1), new("b", 2)]);

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task From_plan_to_a_published_draw_that_another_program_verifies(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var id = await scene.ReadyToDraw(DrawScene.Plan(new Sample.Overall(30), TwoArms), units: 40);

        var digest = (await scene.Conduct(id)).OrThrow();
        (await scene.Verify(id, digest.ToString())).OrThrow().Agrees.ShouldBeTrue();
        (await scene.Publish(id)).OrThrow().ShouldBe(DisclosedAs.Full);

        var receipt = (await scene.Download(id, DrawDocument.Receipt)).OrThrow();
        var record = (await scene.Download(id, DrawDocument.Committed)).OrThrow();
        ReceiptCheck.Of(receipt, record, DrawScene.Entropy).OrThrow().IsVerified.ShouldBeTrue();
        PythonVerifier.Batch([receipt]).ShouldHaveSingleItem().ShouldBe(digest.ToString());
        Hash256
            .Of((await scene.Download(id, DrawDocument.Manifest)).OrThrow())
            .ToString()
            .ShouldBe((await scene.Store.Rows<DrawRow>()).Single().ManifestSha256);

        var actions = (await scene.Store.Ledger())
            .Select(e => e.Action)
            .Where(a => a.StartsWith("loting.", StringComparison.Ordinal));
        actions.ShouldBe([
            "loting.gepland",
            "loting.bevroren",
            "loting.vastgelegd",
            "loting.vastlegging.gepubliceerd",
            "loting.geheim.geopend",
            "loting.geheim.geopend",
            "loting.openbare-waarde.ingevoerd",
            "loting.openbare-waarde.ingevoerd",
            "loting.getrokken",
            "loting.gecontroleerd",
            "loting.gepubliceerd",
        ]);
        (await scene.Store.Ledger()).Single(e => e.Action == "loting.getrokken").Receipt.ShouldBe(digest.ToString());

        // everyone drawn is a participant from that moment: 30 households of two persons, and nobody of the other ten
        var placed = (await scene.Store.Rows<PlacementRow>()).Where(p => p.Arm != "-").ToDictionary(p => p.Pseudonym);
        var participants = await scene.Store.Rows<ParticipantRow>();
        participants.Count.ShouldBe(60);
        participants.Select(p => p.PersonId).ShouldBeUnique();
        participants.ShouldAllBe(p => placed[p.Pseudonym].Arm == p.DrawnArm && p.RulesArm == p.DrawnArm);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_citizen_sees_the_own_place_with_a_proof_and_only_after_publication(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var id = await scene.ReadyToDraw(DrawScene.Plan(new Sample.All(), TwoArms), units: 12);
        var code = (await scene.Store.Rows<FrameUnitRow>())[0].Pseudonym;

        (await Ticket(scene, id, code)).Why.ShouldHaveSingleItem().ShouldBeOfType<NotPublicYet>();
        var digest = (await scene.Conduct(id)).OrThrow();
        (await Ticket(scene, id, code)).Why.ShouldHaveSingleItem().ShouldBeOfType<NotPublicYet>();
        await scene.Verify(id, digest.ToString());
        await scene.Publish(id);

        var ticket = (await Ticket(scene, id, TicketCode.Grouped(code).ToLowerInvariant())).OrThrow();
        var stored = (await scene.Store.Rows<PlacementRow>()).Single(p => p.Pseudonym == code);
        (ticket.Arm, ticket.Rank, ticket.Ticket).ShouldBe((stored.Arm, stored.Rank, stored.Ticket));
        ticket.Proof.Proves(Encoding.UTF8.GetBytes($"{code};{ticket.Ticket};{ticket.Arm}"), ticket.Root).ShouldBeTrue();
        ticket.Root.ToString().ShouldBe((await scene.Store.Rows<DrawRow>()).Single().MerkleRoot);
        (await Ticket(scene, id, new string('0', 20))).Why.ShouldHaveSingleItem().ShouldBeOfType<NoSuchTicket>();
        (await Ticket(scene, "ANDERS-2017-01", code)).Why.ShouldHaveSingleItem().ShouldBeOfType<NoSuchTicket>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nobody_can_see_an_allocation_before_the_draw(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var id = await scene.Planned(DrawScene.Plan(new Sample.All(), TwoArms));
        await scene.Frozen(id, 12);
        await scene.Commit(id);
        await scene.Publicise(id);

        (await scene.Store.Rows<PlacementRow>()).ShouldBeEmpty();
        (await scene.Store.Rows<DrawReceiptRow>()).ShouldBeEmpty();
        (await scene.Store.Rows<DrawHolderRow>()).ShouldAllBe(h => h.Secret == null);
        var everything = scene.Store.Raw();
        foreach (var secret in scene.Secrets)
        {
            everything.ShouldNotContain(secret.ToHex());
            everything.ShouldContain(secret.Commitment.ToString());
        }

        var seen = await scene.Store.Use(
            (SeeDraw see) => see.Handle(DrawScene.Experiment, id, scene.Officer, CancellationToken.None)
        );
        seen.OrThrow().Sizes.ShouldBeEmpty();
        (await scene.Download(id, DrawDocument.Receipt)).Why.ShouldHaveSingleItem().ShouldBeOfType<NotThereYet>();
        (await Public(scene, id)).OrThrow().Sizes.ShouldBeEmpty();
        (await scene.Conduct(id)).Why.ShouldHaveSingleItem().ShouldBeOfType<BeforeTheMoment>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_placement_can_not_be_changed_or_deleted_even_by_the_database_administrator(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var id = await scene.ReadyToDraw(DrawScene.Plan(new Sample.All(), TwoArms), units: 12);
        await scene.Conduct(id);

        Should
            .Throw<Exception>(() => scene.Store.Sql("UPDATE \"Placement\" SET \"Arm\" = 'a'"))
            .Message.ShouldContain("kan niet worden gewijzigd");
        Should
            .Throw<Exception>(() => scene.Store.Sql("DELETE FROM \"Placement\""))
            .Message.ShouldContain("kan niet worden gewijzigd");
        Should
            .Throw<Exception>(() => scene.Store.Sql("UPDATE \"DrawReceipt\" SET \"Sha256\" = ''"))
            .Message.ShouldContain("kan niet worden gewijzigd");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_false_digest_is_recorded_and_the_draw_stays_as_it_is(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var id = await scene.ReadyToDraw(DrawScene.Plan(new Sample.All(), TwoArms), units: 12);
        var digest = (await scene.Conduct(id)).OrThrow();

        (await scene.Verify(id, new string('0', 64))).OrThrow().Agrees.ShouldBeFalse();
        (await scene.Store.Rows<DrawRow>()).Single().State.ShouldBe(DrawState.Drawn);
        (await scene.Store.Ledger())[^1].Action.ShouldBe("loting.controle.verschilt");
        (await scene.Publish(id)).Why.ShouldHaveSingleItem().ShouldBeOfType<StepNotNow>();
        (await scene.Verify(id, digest.ToString(), scene.Officer))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NotAllowed>();
        (await scene.Verify(id, digest.ToString())).OrThrow().Agrees.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_annulled_attempt_is_computed_and_published_beside_its_successor(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var first = await scene.Planned(DrawScene.Plan(new Sample.All(), TwoArms));
        await scene.Frozen(first, 12);
        await scene.Commit(first);
        await scene.Publicise(first);
        (await NextAttempt(scene, first)).Why.ShouldHaveSingleItem().ShouldBeOfType<AnotherAttemptIsOpen>();
        (await scene.AskAnnulment(first, scene.Lead)).OrThrow();
        (await scene.Annul(first, scene.Lead)).Why.ShouldHaveSingleItem().ShouldBeOfType<SamePersonMayNotApprove>();
        (await scene.Annul(first, scene.Signer)).OrThrow();

        var second = (await NextAttempt(scene, first)).OrThrow();
        second.ShouldBe(first + "-a2");
        await scene.Frozen(second, 12);
        (await scene.Commit(second)).Why.ShouldHaveSingleItem().ShouldBeOfType<SecretUsedBefore>();
        Secret[] fresh = [DrawScene.NewSecret(3), DrawScene.NewSecret(4)];
        var record = (await scene.Commit(second, fresh)).OrThrow();
        record.Number.ShouldBe(2);
        record
            .PreviousSha256.ToString()
            .ShouldBe((await scene.Store.Rows<DrawRow>()).Single(d => d.DrawId == first).CommittedSha256);
        await scene.Publicise(second);

        scene.Clock.Now = DrawScene.Moment;
        await OpenAll(scene, second, fresh);
        var digest = (await scene.Conduct(second)).OrThrow();
        await scene.Verify(second, digest.ToString());
        (await Public(scene, first)).OrThrow().Withheld.ShouldBe(["houder 1", "houder 2"]);
        await OpenAll(scene, first, scene.Secrets);
        (await scene.Publish(second)).Why.ShouldHaveSingleItem().ShouldBeOfType<EarlierAttemptNotComputed>();
        (await scene.Conduct(first)).OrThrow();
        (await scene.Publish(second)).OrThrow();

        var shown = (await Public(scene, first)).OrThrow();
        (shown.State, shown.ResultIsPublic, shown.AnnulmentReason).ShouldBe((DrawState.Annulled, true, "Voor de test"));
        shown.Sizes.Sum(s => s.Size).ShouldBe(12);
        (await Public(scene, second)).OrThrow().OtherAttempts.ShouldHaveSingleItem().DrawId.ShouldBe(first);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_different_entries_of_the_public_value_are_both_put_aside(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var id = await scene.Planned(DrawScene.Plan(new Sample.All(), TwoArms));
        await scene.Frozen(id, 12);
        await scene.Commit(id);
        await scene.Publicise(id);
        (await scene.Enter(id, scene.Officer)).Why.ShouldHaveSingleItem().ShouldBeOfType<BeforeTheMoment>();
        scene.Clock.Now = DrawScene.Moment;

        (await scene.Enter(id, scene.Officer)).OrThrow().ShouldBeOfType<EntropyEntered.First>();
        (await scene.Enter(id, scene.Officer)).Why.ShouldHaveSingleItem().ShouldBeOfType<SamePersonTypedTwice>();
        (await scene.Enter(id, scene.Signer, DrawScene.Entropy[..^1] + "5"))
            .OrThrow()
            .ShouldBeOfType<EntropyEntered.Differs>();
        (await scene.Store.Rows<DrawRow>()).Single().Entropy.ShouldBeNull();
        (await scene.Enter(id, scene.Signer)).OrThrow().ShouldBeOfType<EntropyEntered.First>();
        (await scene.Enter(id, scene.Officer)).OrThrow().ShouldBeOfType<EntropyEntered.Agreed>();
        (await scene.Store.Ledger()).ShouldAllBe(e =>
            e.Changes == null || !e.Changes.Contains("worpen=1,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,5")
        );
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_small_stratum_keeps_the_list_with_the_signers(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var id = await scene.ReadyToDraw(DrawScene.Plan(new Sample.All(), TwoArms), units: 9);
        var digest = (await scene.Conduct(id)).OrThrow();
        await scene.Verify(id, digest.ToString());
        (await scene.Publish(id)).OrThrow().ShouldBe(DisclosedAs.RootAndOwnProof);

        (
            await scene.Store.Use((LookAtDraw look) => look.HandleReceipt(id, CancellationToken.None))
        ).IsDone.ShouldBeFalse();
        (await Public(scene, id)).OrThrow().Sizes.ShouldBeEmpty();
        (await scene.Download(id, DrawDocument.Receipt)).IsDone.ShouldBeTrue();
        (await Ticket(scene, id, (await scene.Store.Rows<FrameUnitRow>())[3].Pseudonym)).IsDone.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_unit_drawn_in_error_is_marked_and_nothing_else_changes(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var id = await scene.ReadyToDraw(DrawScene.Plan(new Sample.All(), TwoArms), units: 12);
        await scene.Conduct(id);
        var before = await scene.Store.Rows<PlacementRow>();

        (await Mark(before[0].Pseudonym)).OrThrow();
        (await Mark("0000-0000-0000-0000-0000")).Why.ShouldHaveSingleItem().ShouldBeOfType<NoSuchTicket>();

        var after = await scene.Store.Rows<PlacementRow>();
        after.Select(p => (p.Pseudonym, p.Arm, p.Rank)).ShouldBe(before.Select(p => (p.Pseudonym, p.Arm, p.Rank)));
        (await scene.Store.Rows<PlacementMarkRow>()).ShouldHaveSingleItem().MarkedBy.ShouldBe(scene.Lead.AccountId);

        Task<Outcome<bool>> Mark(string code) =>
            scene.Store.Use(
                (MarkPlacement use) => use.Handle(new(id, code, Store.Because()), scene.Lead, CancellationToken.None)
            );
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_frame_of_a_screening_is_the_target_group_and_a_later_cohort_draws_nobody_again(
        DatabaseKind kind
    )
    {
        await using var scene = await DrawScene.New(databases, kind);
        var delivered = (await scene.Store.Import(Scene.Delivery())).OrThrow();
        var screening = (await scene.Store.Screen(delivered.SnapshotId)).OrThrow();
        var counts = (await scene.Store.Rows<ScreeningRow>()).Single();
        var id = await scene.Planned(DrawScene.Plan(new Sample.All(), TwoArms));

        (await Freeze(id))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<UndeterminedUnits>()
            .Count.ShouldBe(counts.UndeterminedUnits);
        // as if the missing facts were filled in and excluded these households
        scene.Store.Sql("UPDATE \"ScreenedUnit\" SET \"Verdict\" = 'Excluded' WHERE \"Verdict\" = 'Undetermined'");

        var frozen = (await Freeze(id)).OrThrow();
        var excluded = counts.ExcludedUnits + counts.UndeterminedUnits;
        frozen.Counts.ShouldBe(new Reconciliation(300, excluded, 0, counts.TargetUnits));
        var members = await scene.Store.Rows<FrameMemberRow>();
        members.Select(m => m.Pseudonym).Distinct().Count().ShouldBe(counts.TargetUnits);
        members.Count.ShouldBe(counts.TargetPersons);
        (await Freeze(id)).Why.ShouldHaveSingleItem().ShouldBeOfType<StepNotNow>();

        var later = await scene.Planned(DrawScene.Plan(new Sample.All(), TwoArms, number: 2));
        (await Freeze(later)).Why.ShouldHaveSingleItem().ShouldBeOfType<FrameIsEmpty>();

        Task<Outcome<FrozenFrame>> Freeze(string draw) =>
            scene.Store.Use(
                (FreezeDraw use) =>
                    use.Handle(new(draw, screening, Store.Because()), scene.Officer, CancellationToken.None)
            );
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Places_are_drawn_among_the_closed_list_of_enrolments_with_a_waiting_list(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var parent = await scene.ReadyToDraw(DrawScene.Plan(new Sample.All(), TwoArms), units: 30);
        var digest = (await scene.Conduct(parent)).OrThrow();
        await scene.Verify(parent, digest.ToString());
        var plan = DrawPlan
            .Of(
                DrawId.Parse(parent).OrThrow().ForPlacesIn("b").OrThrow(),
                UnitKind.Household,
                [],
                new Sample.All(),
                new Assignment.Lottery(5)
            )
            .OrThrow();
        var id = await scene.Planned(plan);
        var placed = await scene.Store.Rows<PlacementRow>();
        var enrolled = placed.Where(p => p.Arm == "b").Take(12).Select(p => TicketCode.Grouped(p.Pseudonym)).ToList();

        (await Freeze(string.Join('\n', enrolled))).Why.ShouldHaveSingleItem().ShouldBeOfType<ParentNotPublished>();
        await scene.Publish(parent);
        (await Freeze(string.Join('\n', enrolled) + "\n" + enrolled[0]))
            .Why.Single()
            .Message.ShouldContain("twee keer");
        (await Freeze(placed.First(p => p.Arm == "a").Pseudonym))
            .Why.Single()
            .Message.ShouldContain("niet in groep 'b'");
        (await Freeze(string.Join('\n', enrolled.Take(5)))).Why.Single().Message.ShouldContain("niets te verloten");
        var frozen = (await Freeze(string.Join("\r\n", enrolled) + "\r\n\r\n")).OrThrow();
        frozen.Counts.InFrame.ShouldBe(12);

        var codes = (await scene.Store.Rows<FrameUnitRow>()).Select(u => u.Pseudonym).ToList();
        codes.Count.ShouldBe(42);
        codes.ShouldBeUnique();

        Task<Outcome<FrozenFrame>> Freeze(string list) =>
            scene.Store.Use(
                (FreezeEnrolments use) =>
                    use.Handle(new(id, list, Store.Because()), scene.Officer, CancellationToken.None)
            );
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Fifty_random_plans_through_the_database_agree_with_the_other_program(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        var ready = await scene.ManyReady(Enumerable.Range(500, 50).Select(RandomDraws.Receipt));

        foreach (var (id, expected) in ready)
        {
            (await scene.Conduct(id)).OrThrow().ShouldBe(expected.AssignmentSha256);
        }

        var receipts = (await scene.Store.Rows<DrawReceiptRow>()).Select(r => r.Document).ToList();
        PythonVerifier
            .Batch(receipts)
            .ShouldBe(ready.Select(r => r.Expected.AssignmentSha256.ToString()), ignoreOrder: true);
    }

    private static async Task OpenAll(DrawScene scene, string id, IReadOnlyList<Secret> secrets)
    {
        (await scene.Open(id, "houder 1", secrets[0])).OrThrow();
        (await scene.Open(id, "houder 2", secrets[1])).OrThrow();
        (await scene.Enter(id, scene.Officer)).OrThrow();
        (await scene.Enter(id, scene.Signer)).OrThrow();
    }

    private static Task<Outcome<string>> NextAttempt(DrawScene scene, string id) =>
        scene.Store.Use(
            (PlanDraw use) => use.HandleNextAttempt(id, Store.Because(), scene.Lead, CancellationToken.None)
        );

    private static Task<Outcome<PublicDraw>> Public(DrawScene scene, string id) =>
        scene.Store.Use((LookAtDraw look) => look.Handle(id, CancellationToken.None));

    private static Task<Outcome<PublicTicket>> Ticket(DrawScene scene, string id, string code) =>
        scene.Store.Use((LookAtDraw look) => look.HandleTicket(id, code, CancellationToken.None));
}
