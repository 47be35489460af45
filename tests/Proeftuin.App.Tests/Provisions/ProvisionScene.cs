// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Demo;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Provisions;
using Proeftuin.App.Screening;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Draw;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>A store with Vlaardingen's experiment, a made register, a clock, and the people who apply, decide and pay.</summary>
internal sealed class ProvisionScene : IAsyncDisposable
{
    public const string Experiment = "vlaardingen-2024";
    public static readonly DateTimeOffset Start = new(2025, 2, 10, 9, 0, 0, TimeSpan.Zero);

    private ProvisionScene(Store store, MovableClock clock, IReadOnlyList<string> bsns)
    {
        (Store, Clock, Bsns) = (store, clock, bsns);
        Lead = store.Actor(Role.ProjectLead);
        Manager = store.Actor(Role.CaseManager);
        Officer = store.Actor(Role.IncomeOfficer);
        Payer = store.Actor(Role.IncomeOfficer);
    }

    public Store Store { get; }

    public MovableClock Clock { get; }

    /// <summary>People of the register who are 27 or older.</summary>
    public IReadOnlyList<string> Bsns { get; }

    public Actor Lead { get; }

    public Actor Manager { get; }

    public Actor Officer { get; }

    public Actor Payer { get; }

    public static async Task<ProvisionScene> New(Databases databases, DatabaseKind kind)
    {
        var clock = new MovableClock(Start);
        var store = await databases.New(kind, services => services.AddSingleton<TimeProvider>(clock));
        await store.StartGroningen(Experiment, withDemo: true);
        var bsns = await Register(store.Services, store.Actor(Role.ProjectLead), 60);
        return new(store, clock, bsns);
    }

    /// <summary>Delivers a made register and gives the numbers of people who are clearly older than 27. The services say which clock holds: that of the store or that of the site.</summary>
    public static async Task<IReadOnlyList<string>> Register(
        IServiceProvider services,
        Actor lead,
        int households,
        long seed = 7
    )
    {
        var register = RegisterMaker.MakeComplete(MakerProfile.For(Experiment).OrThrow(), households, seed);
        await using var scope = services.CreateAsyncScope();
        var accepted = await scope
            .ServiceProvider.GetRequiredService<ImportRegister>()
            .Handle(
                new(
                    RegisterFile.Csv(register),
                    new DateOnly(2024, 7, 1),
                    "uitdraai voor de test",
                    ["Vlaardingen"],
                    ControlTotals.None
                ),
                lead,
                progress: null,
                CancellationToken.None
            );
        accepted.OrThrow();
        var header = MadeRegister.Header.ToList();
        var (bsn, born) = (header.IndexOf("bsn"), header.IndexOf("geboortedatum"));
        return
        [
            .. register
                .Rows.Where(r => r[born].Length > 0 && string.CompareOrdinal(r[born][..4], "1990") < 0)
                .Select(r => r[bsn]),
        ];
    }

    public ApplyForPremium.Command Application(int person) =>
        new(
            Experiment,
            Bsns[person],
            new(2025, 2, 7),
            null,
            WageSubsidyGroup: false,
            new(2024, 7, 15),
            new(2024, 7, 15),
            new(2025, 1, 31),
            "loonstroken juli tot en met januari"
        );

    public Task<Outcome<Guid>> Apply(ApplyForPremium.Command command, Actor? actor = null, Guid? onceKey = null) =>
        Store.Use((ApplyForPremium use) => use.Handle(command, actor ?? Manager, CancellationToken.None), onceKey);

    public Task<Outcome<Guid>> Decide(Guid premium, Actor? actor = null, bool helps = true, Guid? onceKey = null) =>
        Store.Use(
            (DecidePremium use) =>
                use.Handle(
                    new(Experiment, premium, new(helps, 0, Eur.Zero), Store.Because()),
                    actor ?? Officer,
                    CancellationToken.None
                ),
            onceKey
        );

    public Task<Outcome<Guid>> Pay(Guid premium, string number, Actor? actor = null, Guid? onceKey = null) =>
        Store.Use(
            (PayPremium use) =>
                use.Handle(new(Experiment, premium, Clock.Today(), number), actor ?? Payer, CancellationToken.None),
            onceKey
        );

    public Task<Outcome<SeeProvisions.View>> Count(DateOnly? on = null, Actor? actor = null) =>
        Store.Use((SeeProvisions use) => use.Handle(Experiment, on, actor ?? Lead, CancellationToken.None));

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
