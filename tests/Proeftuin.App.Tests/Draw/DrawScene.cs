// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Draw;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Tests.Draw;

/// <summary>A store with Groningen's experiment, a clock that the test sets, and the people of the ceremony.</summary>
internal sealed class DrawScene : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2017, 9, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Moment = new(2017, 10, 3, 12, 0, 0, TimeSpan.Zero);
    public const string Experiment = "groningen-2017";
    public const string Entropy = "dobbelstenen:worpen=1,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,2";

    private DrawScene(Store store, MovableClock clock)
    {
        (Store, Clock) = (store, clock);
        Lead = store.Actor(Role.ProjectLead);
        Officer = store.Actor(Role.DrawOfficer);
        Signer = store.Actor(Role.SecondSigner);
    }

    public Store Store { get; }

    public MovableClock Clock { get; }

    public Actor Lead { get; }

    public Actor Officer { get; }

    public Actor Signer { get; }

    public IReadOnlyList<Secret> Secrets { get; } = [NewSecret(1), NewSecret(2)];

    public static async Task<DrawScene> New(Databases databases, DatabaseKind kind, Func<Store, Task>? start = null)
    {
        var clock = new MovableClock(Start);
        var store = await databases.New(kind, services => services.AddSingleton<TimeProvider>(clock));
        await (start is null ? store.StartGroningen() : start(store));
        return new DrawScene(store, clock);
    }

    /// <summary>Another node on the same database: a process of its own, but for the memory it shares.</summary>
    public ServiceProvider OtherNode()
    {
        var services = new ServiceCollection().AddProeftuinApp(Store.Options);
        services.AddSingleton<TimeProvider>(Clock);
        return services.BuildServiceProvider();
    }

    public static Secret NewSecret(int number) =>
        Secret.Of(Proeftuin.Tests.Draw.RandomDraws.Bytes(new Random(number), 32)).OrThrow();

    public static DrawPlan Plan(Sample sample, Assignment assignment, int number = 1) =>
        DrawPlan
            .Of(DrawId.OfCohort("GRONINGEN", 2017, number).OrThrow(), UnitKind.Household, [], sample, assignment)
            .OrThrow();

    public async Task<string> Planned(DrawPlan plan) =>
        (
            await Store.Use(
                (PlanDraw use) => use.Handle(new(Experiment, plan, Store.Because()), Lead, CancellationToken.None)
            )
        ).OrThrow();

    /// <summary>Freezes a made frame of households of two persons.</summary>
    public async Task<FrozenFrame> Frozen(string id, int units) =>
        (
            await Store.Do<FrozenFrame>(
                Officer,
                Permission.ConductDraw,
                async (db, entry) =>
                {
                    var row = (await DrawFile.Find(db, id, CancellationToken.None)).OrThrow();
                    UnitToFreeze[] frame =
                    [
                        .. Enumerable
                            .Range(0, units)
                            .Select(i => new UnitToFreeze($"h{i}", "-", [Guid.NewGuid(), Guid.NewGuid()])),
                    ];
                    entry.Record("loting.bevroren", DrawFile.Subject(id), Store.Because());
                    return await Freezing.Freeze(
                        db,
                        row,
                        frame,
                        Contributions.None,
                        new Reconciliation(units, 0, 0, units),
                        Clock.Now,
                        CancellationToken.None
                    );
                }
            )
        ).OrThrow();

    public Task<Outcome<CommittedRecord>> Commit(
        string id,
        IReadOnlyList<Secret>? secrets = null,
        DateTimeOffset? moment = null
    ) => Store.Use((CommitDraw use) => Commit(id, use, secrets, moment));

    public Task<Outcome<CommittedRecord>> Commit(
        string id,
        CommitDraw use,
        IReadOnlyList<Secret>? secrets = null,
        DateTimeOffset? moment = null
    ) =>
        use.Handle(
            new(
                id,
                [
                    .. (secrets ?? Secrets).Select(
                        (s, i) => SecretHolder.Of($"houder {i + 1}", s.Commitment.ToString()).OrThrow()
                    ),
                ],
                "Twintig dobbelstenen in de hal van het stadhuis",
                EntropyTemplate.Dice(20).OrThrow(),
                moment ?? Moment,
                Store.Because()
            ),
            Officer,
            CancellationToken.None
        );

    public Task<Outcome<Publication>> Publicise(string id) =>
        Store.Use(
            (RecordPublication use) => use.Handle(new(id, "Gemeenteblad 2017, nr. 1"), Officer, CancellationToken.None)
        );

    public Task<Outcome<bool>> Open(string id, string holder, Secret secret) =>
        Store.Use((OpenSecret use) => use.Handle(new(id, holder, secret.ToHex()), Officer, CancellationToken.None));

    public Task<Outcome<EntropyEntered>> Enter(string id, Actor actor, string value = Entropy) =>
        Store.Use((EnterEntropy use) => use.Handle(new(id, value), actor, CancellationToken.None));

    public Task<Outcome<Hash256>> Conduct(string id, IServiceProvider? node = null) =>
        node is null
            ? Store.Use((ConductDraw use) => use.Handle(new(id), Officer, CancellationToken.None))
            : ConductOn(node, id);

    public Task<Outcome<Verification>> Verify(string id, string digest, Actor? actor = null) =>
        Store.Use(
            (VerifyDraw use) => use.Handle(new(id, digest, "verify_draw.py"), actor ?? Signer, CancellationToken.None)
        );

    public Task<Outcome<DisclosedAs>> Publish(string id) =>
        Store.Use((PublishDraw use) => use.Handle(new(id), Officer, CancellationToken.None));

    public Task<Outcome<bool>> AskAnnulment(string id, Actor actor) =>
        Store.Use((RequestAnnulment use) => use.Handle(new(id, Store.Because()), actor, CancellationToken.None));

    public Task<Outcome<bool>> Annul(string id, Actor actor) =>
        Store.Use((ApproveAnnulment use) => use.Handle(new(id, Store.Because()), actor, CancellationToken.None));

    public Task<Outcome<byte[]>> Download(string id, DrawDocument document) =>
        Store.Use((DownloadDraw use) => use.Handle(id, document, Signer, CancellationToken.None));

    /// <summary>Everything up to the draw itself.</summary>
    public async Task<string> ReadyToDraw(DrawPlan plan, int units)
    {
        Clock.Now = Start;
        var id = await Planned(plan);
        await Frozen(id, units);
        return await ReadyToDraw(id);
    }

    /// <summary>The same from a list that is frozen.</summary>
    public async Task<string> ReadyToDraw(
        string id,
        IReadOnlyList<Secret>? secrets = null,
        DateTimeOffset? moment = null
    )
    {
        (await Commit(id, secrets, moment)).OrThrow();
        (await Publicise(id)).OrThrow();
        Clock.Now = moment ?? Moment;
        (await Open(id, "houder 1", (secrets ?? Secrets)[0])).OrThrow();
        (await Open(id, "houder 2", (secrets ?? Secrets)[1])).OrThrow();
        (await Enter(id, Officer)).OrThrow();
        (await Enter(id, Signer)).OrThrow();
        return id;
    }

    /// <summary>Many draws that are ready, each from a receipt that the pure code made; written in one transaction.</summary>
    public async Task<IReadOnlyList<(string Id, Receipt Expected)>> ManyReady(IEnumerable<Receipt> receipts)
    {
        Clock.Now = Moment;
        var ready = new List<(string, Receipt)>();
        var kept = await Store.Do<bool>(
            Officer,
            Permission.ConductDraw,
            async (db, entry) =>
            {
                var experiment = db.Set<ExperimentRow>().Single();
                foreach (var receipt in receipts)
                {
                    ready.Add((receipt.Committed.Plan.Id.ToString(), receipt));
                    await Add(db, experiment, receipt, ready.Count);
                }

                entry.Record("test.klaargezet", "lotingen", Store.Because(), count: ready.Count);
                return true;
            }
        );
        kept.OrThrow();
        return ready;
    }

    private static async Task Add(ProeftuinDb db, ExperimentRow experiment, Receipt receipt, int number)
    {
        var plan = receipt.Committed.Plan;
        var row = new DrawRow
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = experiment.MunicipalityId,
            ExperimentId = experiment.Id,
            DrawId = plan.Id.ToString(),
            Draw = plan.Id.ToString(),
            Trial = plan.Id.ToString(),
            State = DrawState.Committed,
            Plan = Encoding.UTF8.GetString(DrawPlanJson.Write(plan)),
            PlannedAt = Start,
            FrozenAt = Start,
            Committed = Encoding.UTF8.GetString(receipt.Committed.Write()),
            CommittedSha256 = receipt.CommittedSha256.ToString(),
            Number = number,
            CommittedAt = Start,
            EntropyMoment = receipt.Committed.EntropyMoment,
            Entropy = receipt.Entropy,
        };
        db.Add(row);
        for (var i = 0; i < receipt.Secrets.Count; i++)
        {
            db.Add(
                new DrawHolderRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = row.MunicipalityId,
                    DrawRowId = row.Id,
                    Position = i,
                    Name = receipt.Committed.Holders[i].Name,
                    Commitment = receipt.Committed.Holders[i].Commitment.ToString(),
                    Secret = receipt.Secrets[i].ToHex(),
                    OpenedAt = Moment,
                }
            );
        }

        db.AddRange(
            receipt.Publications.Select(p => new DrawPublicationRow
            {
                Id = Guid.CreateVersion7(),
                MunicipalityId = row.MunicipalityId,
                DrawRowId = row.Id,
                At = p.At,
                Place = p.Where,
            })
        );
        await db.SaveChangesAsync();
        await BulkWriter.Insert(
            db,
            receipt.Rows.Select(
                (unit, i) =>
                    new FrameUnitRow
                    {
                        DrawRowId = row.Id,
                        MunicipalityId = row.MunicipalityId,
                        Position = i,
                        Pseudonym = unit.Pseudonym,
                        Stratum = unit.Stratum,
                    }
            )
        );
    }

    private async Task<Outcome<Hash256>> ConductOn(IServiceProvider node, string id)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ConductDraw>()
            .Handle(new(id), Officer, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
