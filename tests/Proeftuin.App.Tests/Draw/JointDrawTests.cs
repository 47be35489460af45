// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Proeftuin.App.Demo;
using Proeftuin.App.Design;
using Proeftuin.App.Draw;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Ledger;
using Proeftuin.App.Screening;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Draw;

/// <summary>Two municipalities, one protocol and one draw; each keeps its own people.</summary>
public sealed class JointDrawTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Two_municipalities_draw_from_one_list_and_each_gets_its_own_people_back(DatabaseKind kind)
    {
        await using var joint = await JointScene.New(databases, kind);
        var (store, scene) = (joint.Store, joint.Scene);
        var id = await scene.Planned(
            DrawScene.Plan(new Sample.Overall(60), new Core.Draw.Assignment.Complete([new("a", 30), new("b", 30)]))
        );

        (await joint.Freeze(id)).Why.ShouldHaveSingleItem().ShouldBeOfType<ContributionMissing>();
        var contributed = (await joint.Contribute(id)).OrThrow();
        (await joint.Contribute(id)).Why.ShouldHaveSingleItem().ShouldBeOfType<ContributedBefore>();
        var frozen = (await joint.Freeze(id)).OrThrow();
        frozen.Counts.Unexplained.ShouldBe(0);
        frozen.Counts.Register.ShouldBe(200 + 80);
        frozen.Counts.InFrame.ShouldBe((await store.Rows<FrameUnitRow>()).Count);
        frozen.Counts.InFrame.ShouldBeGreaterThan(contributed.InFrame);

        (await joint.Use((CommitDraw use) => scene.Commit(id, use))).OrThrow();
        (await scene.Publicise(id)).OrThrow();
        scene.Clock.Now = DrawScene.Moment;
        (await scene.Open(id, "houder 1", scene.Secrets[0])).OrThrow();
        (await scene.Open(id, "houder 2", scene.Secrets[1])).OrThrow();
        (await scene.Enter(id, scene.Officer)).OrThrow();
        (await scene.Enter(id, scene.Signer)).OrThrow();
        var digest = (await scene.Conduct(id)).OrThrow();
        (await scene.Verify(id, digest.ToString())).OrThrow().Agrees.ShouldBeTrue();
        (await joint.TakeOver(id)).Why.ShouldHaveSingleItem().ShouldBeOfType<NotPublicYet>();
        (await scene.Publish(id)).OrThrow();
        var people = (await joint.TakeOver(id)).OrThrow();
        (await joint.TakeOver(id)).Why.ShouldHaveSingleItem().ShouldBeOfType<TakenOverBefore>();

        // The receipt is an ordinary one: the independent program recomputes it.
        var receipt = (await scene.Download(id, DrawDocument.Receipt)).OrThrow();
        var record = (await scene.Download(id, DrawDocument.Committed)).OrThrow();
        ReceiptCheck.Of(receipt, record, DrawScene.Entropy).OrThrow().IsVerified.ShouldBeTrue();
        Proeftuin.Tests.Draw.PythonVerifier.Batch([receipt]).ShouldHaveSingleItem().ShouldBe(digest.ToString());

        // Everyone in one of the sixty units is a participant of the own municipality, and nobody else is.
        var places = (await store.Rows<PlacementRow>()).ToDictionary(p => p.Pseudonym, p => p.Arm);
        places.Values.Count(a => a != "-").ShouldBe(60);
        var members = await store.Rows<FrameMemberRow>();
        var participants = await store.Rows<ParticipantRow>();
        participants.Count(p => p.MunicipalityId == joint.Partner).ShouldBe((int)people);
        participants
            .Select(p => (p.MunicipalityId, p.PersonId, p.DrawnArm))
            .ShouldBe(
                members
                    .Where(m => places[m.Pseudonym] != "-")
                    .Select(m => (m.MunicipalityId, m.PersonId, places[m.Pseudonym])),
                ignoreOrder: true
            );
        participants
            .Where(p => p.MunicipalityId == joint.Partner)
            .ShouldAllBe(p => p.ExperimentId == joint.PartnerExperiment);

        // A person of the partner proves with the own letter to have stood on the list.
        var theirs = members.First(m => m.MunicipalityId == joint.Partner);
        var proof = await joint.Use(
            (ShowIdentityProof use) =>
                use.Handle(id, theirs.Pseudonym, Convert.ToHexStringLower(theirs.Nonce), CancellationToken.None)
        );
        proof.OrThrow().Root.ShouldBe(CommittedRecord.Read(record).OrThrow().IdentityRoot);
        (await store.Ledger(joint.Partner))[^1].DataSubject.ShouldBe(theirs.PersonId);
        (await store.Use((LedgerVerification check) => check.All(_ => { }, [], CancellationToken.None))).ShouldAllBe(
            r => r.Fault == null
        );
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_the_two_agree_stands_in_both_ledgers(DatabaseKind kind)
    {
        await using var joint = await JointScene.New(databases, kind);
        var id = await joint.Scene.Planned(
            DrawScene.Plan(new Sample.All(), new Core.Draw.Assignment.Weighted([new("a", 1), new("b", 1)]))
        );
        (await joint.Contribute(id)).OrThrow();

        foreach (var chain in new[] { joint.Lead, joint.Partner })
        {
            var actions = (await joint.Store.Ledger(chain)).Select(e => e.Action).ToList();
            foreach (
                var act in new[]
                {
                    "experiment.gemeente-uitgenodigd",
                    "experiment.uitnodiging-aangenomen",
                    "loting.lijst-bijgedragen",
                }
            )
            {
                actions.Count(a => a == act).ShouldBe(1, $"{act} in {chain}");
            }
        }

        (
            await joint.Store.Use((LedgerVerification check) => check.All(_ => { }, [], CancellationToken.None))
        ).ShouldAllBe(r => r.Fault == null);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Neither_municipality_reads_the_people_of_the_other(DatabaseKind kind)
    {
        await using var joint = await JointScene.New(databases, kind);
        var (store, scene) = (joint.Store, joint.Scene);
        var id = await scene.Planned(
            DrawScene.Plan(new Sample.All(), new Core.Draw.Assignment.Weighted([new("a", 1), new("b", 1)]))
        );
        (await joint.Contribute(id)).OrThrow();
        (await joint.Freeze(id)).OrThrow();
        (await joint.Use((CommitDraw use) => scene.Commit(id, use))).OrThrow();
        var members = await store.Rows<FrameMemberRow>();

        foreach (var (own, other) in new[] { (joint.Lead, joint.Partner), (joint.Partner, joint.Lead) })
        {
            var lead = Store.ActorIn(own, Role.ProjectLead);
            var letters = (
                await joint.Use((HandOutTickets use) => use.Handle(id, Store.Because(), lead, CancellationToken.None))
            ).OrThrow();
            var text = Encoding.UTF8.GetString(letters.Csv);
            letters.Count.ShouldBe(members.Count(m => m.MunicipalityId == own));
            foreach (var member in members)
            {
                text.Contains(Convert.ToHexStringLower(member.Nonce), StringComparison.Ordinal)
                    .ShouldBe(member.MunicipalityId == own);
            }

            var seen = await joint.Use(
                (Work work) =>
                    work.Look<List<FrameMemberRow>>(
                        lead,
                        Permission.SeeExperiments,
                        async db => await db.Set<FrameMemberRow>().ToListAsync(),
                        CancellationToken.None
                    )
            );
            seen.OrThrow().ShouldAllBe(m => m.MunicipalityId == own);
            (
                await joint.Use(
                    (ShowIdentityProof use) =>
                        use.HandleFor(
                            id,
                            members.First(m => m.MunicipalityId == other).Pseudonym,
                            Store.Because(),
                            lead,
                            CancellationToken.None
                        )
                )
            )
                .Why.ShouldHaveSingleItem()
                .ShouldBeOfType<NoSuchTicket>();
        }

        if (kind == DatabaseKind.Postgres)
        {
            RowsVisibleTo(store, joint.Partner, "FrameMember")
                .ShouldBe(members.Count(m => m.MunicipalityId == joint.Partner));
        }
    }

    [Fact]
    public async Task A_partner_takes_no_step_in_the_draw_and_plans_none_itself()
    {
        await using var joint = await JointScene.New(databases, DatabaseKind.Sqlite);
        var (store, scene) = (joint.Store, joint.Scene);
        var plan = DrawScene.Plan(new Sample.All(), new Core.Draw.Assignment.Weighted([new("a", 1), new("b", 1)]));
        var id = await scene.Planned(plan);
        (await joint.Contribute(id)).OrThrow();
        var officer = Store.ActorIn(joint.Partner, Role.DrawOfficer);
        var lead = Store.ActorIn(joint.Partner, Role.ProjectLead);

        (
            await store.Use(
                (FreezeDraw use) =>
                    use.Handle(new(id, joint.PartnerScreening, Store.Because()), officer, CancellationToken.None)
            )
        )
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NoSuchDraw>();
        (await store.Use((ConductDraw use) => use.Handle(new(id), officer, CancellationToken.None)))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NoSuchDraw>();
        (
            await store.Use(
                (PlanDraw use) =>
                    use.Handle(
                        new(
                            DrawScene.Experiment,
                            DrawScene.Plan(plan.Sample, plan.Assignment, number: 9),
                            Store.Because()
                        ),
                        lead,
                        CancellationToken.None
                    )
            )
        )
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<LedByAnother>();
        (
            await store.Use(
                (SeeDraw use) =>
                    use.Handle(
                        DrawScene.Experiment,
                        id,
                        Store.ActorIn(Guid.NewGuid(), Role.ProjectLead),
                        CancellationToken.None
                    )
            )
        )
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NoSuchDraw>("a third municipality knows nothing of it");
    }

    [Fact]
    public async Task A_contribution_that_was_tampered_with_stops_the_freezing()
    {
        await using var joint = await JointScene.New(databases, DatabaseKind.Sqlite);
        var id = await joint.Scene.Planned(
            DrawScene.Plan(new Sample.All(), new Core.Draw.Assignment.Weighted([new("a", 1), new("b", 1)]))
        );
        (await joint.Contribute(id)).OrThrow();
        joint.Store.Sql("DROP TRIGGER \"once_ContributedUnit_DELETE\"");
        joint
            .Store.Sql(
                "DELETE FROM \"ContributedUnit\" WHERE \"Pseudonym\" = (SELECT MIN(\"Pseudonym\") FROM \"ContributedUnit\")"
            )
            .ShouldBe(1);

        (await joint.Freeze(id)).Why.ShouldHaveSingleItem().ShouldBeOfType<ContributionChanged>();
    }

    [Fact]
    public async Task An_invitation_is_answered_once_by_the_other_side_and_only_for_a_protocol_of_more_municipalities()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await store.StartGroningen();
        await store.StartGroningen("wageningen-2017");
        var lead = store.Actor(Role.ProjectLead);

        (await JointScene.Invite(store, lead, experiment: "wageningen-2017"))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<ProtocolOfOneMunicipality>();
        (await JointScene.Invite(store, lead, "Voorbeeldstad"))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<OwnMunicipalityInvited>();
        (await JointScene.Invite(store, lead, "Nergenshuizen"))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NoSuchMunicipality>();
        (await JointScene.Invite(store, lead)).OrThrow();
        (await JointScene.Invite(store, lead)).Why.ShouldHaveSingleItem().ShouldBeOfType<InvitedBefore>();
        var same = lead with { MunicipalityId = store.OtherMunicipality };
        (await JointScene.Answer(store, same)).Why.ShouldHaveSingleItem().ShouldBeOfType<SameAccountOnBothSides>();
        var stranger = Store.ActorIn(Guid.NewGuid(), Role.ProjectLead);
        (await JointScene.Answer(store, stranger)).Why.ShouldHaveSingleItem().ShouldBeOfType<NoSuchInvitation>();
        var partner = Store.ActorIn(store.OtherMunicipality, Role.ProjectLead);
        (await JointScene.Answer(store, partner, accept: false)).OrThrow().ShouldBeNull();
        (await JointScene.Answer(store, partner)).Why.ShouldHaveSingleItem().ShouldBeOfType<InvitationAnswered>();
    }

    /// <summary>What an ordinary database user, without the program, sees of a table as a municipality.</summary>
    private static int RowsVisibleTo(Store store, Guid municipality, string table)
    {
        using var connection = new NpgsqlConnection(store.AsOrdinaryUser().Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT set_config('proeftuin.gemeente', '{municipality}', false); SELECT count(*)::int FROM \"{table}\"";
        using var read = command.ExecuteReader();
        read.NextResult();
        read.Read();
        return read.GetInt32(0);
    }
}
