// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Demo;
using Proeftuin.App.Design;
using Proeftuin.App.Draw;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Screening;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Tests.Draw;

/// <summary>Two municipalities that agreed on one experiment, each with its own register and screening.</summary>
internal sealed class JointScene : IAsyncDisposable
{
    private JointScene(DrawScene scene) => Scene = scene;

    public DrawScene Scene { get; }

    public Store Store => Scene.Store;

    /// <summary>Where the acts of the two municipalities run; on PostgreSQL as an ordinary database user, so that row-level security holds.</summary>
    private ServiceProvider node = null!;

    public Guid Lead => Store.Municipality;

    public Guid Partner => Store.OtherMunicipality;

    public Guid PartnerExperiment { get; private set; }

    public Guid LeadScreening { get; private set; }

    public Guid PartnerScreening { get; private set; }

    public static async Task<JointScene> New(Databases databases, DatabaseKind kind)
    {
        var joint = new JointScene(await DrawScene.New(databases, kind));
        var partner = Store.ActorIn(joint.Partner, Role.ProjectLead);
        var services = new ServiceCollection().AddProeftuinApp(
            kind == DatabaseKind.Postgres ? joint.Store.AsOrdinaryUser() : joint.Store.Options
        );
        services.AddSingleton<TimeProvider>(joint.Scene.Clock);
        joint.node = services.BuildServiceProvider();
        (await Invite(joint.Store, joint.Scene.Lead)).OrThrow();
        (await Answer(joint.Store, partner)).OrThrow();
        joint.PartnerExperiment = (await joint.Store.Rows<ExperimentRow>())
            .Single(e => e.MunicipalityId == joint.Partner)
            .Id;
        joint.LeadScreening = await joint.Screened(joint.Scene.Lead, 200, seed: 7);
        joint.PartnerScreening = await joint.Screened(partner, 80, seed: 8);
        return joint;
    }

    public static Task<Outcome<string>> Invite(
        Store store,
        Actor actor,
        string municipality = "Andersdorp",
        string experiment = DrawScene.Experiment
    ) =>
        store.Use(
            (InviteMunicipality use) =>
                use.Handle(new(experiment, municipality, Store.Because()), actor, CancellationToken.None)
        );

    public static async Task<Outcome<string?>> Answer(Store store, Actor actor, bool accept = true)
    {
        var invitation = (await store.Rows<JointExperimentRow>()).Single().Id;
        return await store.Use(
            (AnswerInvitation use) =>
                use.Handle(new(invitation, accept, Store.Because()), actor, CancellationToken.None)
        );
    }

    public Task<Outcome<Reconciliation>> Contribute(string id) =>
        Use(
            (ContributeFrame use) =>
                use.Handle(
                    new(id, PartnerScreening, Store.Because()),
                    Store.ActorIn(Partner, Role.DrawOfficer),
                    CancellationToken.None
                )
        );

    public Task<Outcome<FrozenFrame>> Freeze(string id) =>
        Use(
            (FreezeDraw use) =>
                use.Handle(new(id, LeadScreening, Store.Because()), Scene.Officer, CancellationToken.None)
        );

    public Task<Outcome<long>> TakeOver(string id) =>
        Use(
            (TakeOverDraw use) =>
                use.Handle(new(id, Store.Because()), Store.ActorIn(Partner, Role.ProjectLead), CancellationToken.None)
        );

    private async Task<Guid> Screened(Actor lead, int households, long seed)
    {
        var accepted = await Store.Import(
            new ImportRegister.Command(
                RegisterFile.Csv(RegisterMaker.MakeComplete(Tests.Screening.Scene.Groningen, households, seed)),
                Tests.Screening.Scene.Groningen.ReferenceDate,
                "uitdraai voor de test",
                ["Groningen", "Ten Boer"],
                ControlTotals.None
            ),
            lead
        );
        return (await Store.Screen(accepted.OrThrow().SnapshotId, actor: lead)).OrThrow();
    }

    /// <summary>A use case on the node of this scene.</summary>
    public async Task<T> Use<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = node.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await Scene.DisposeAsync();
    }
}
