// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.App.Design;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Tests.Screening;

/// <summary>A store with Groningen's experiment and a made register, driven through the use cases.</summary>
internal static class Scene
{
    public static readonly MakerProfile Groningen = MakerProfile.For("groningen-2017").OrThrow();

    public static ImportRegister.Command Delivery(
        int households = 300,
        long seed = 7,
        DateOnly? on = null,
        bool acceptOlder = false
    ) =>
        new(
            RegisterFile.Csv(RegisterMaker.Make(Groningen, households, seed)),
            on ?? Groningen.ReferenceDate,
            "uitdraai voor de test",
            ["Groningen", "Ten Boer"],
            ControlTotals.None,
            acceptOlder
        );

    public static Task<Outcome<ImportRegister.Accepted>> Import(
        this Store store,
        ImportRegister.Command command,
        Actor? actor = null,
        Guid? onceKey = null
    ) =>
        store.Use(
            (ImportRegister import) =>
                import.Handle(command, actor ?? store.Actor(Role.ProjectLead), progress: null, CancellationToken.None),
            onceKey
        );

    public static async Task<string> StartGroningen(
        this Store store,
        string slug = "groningen-2017",
        bool withDemo = false
    )
    {
        var started = await store.Use(
            (StartExperiment start) =>
                start.Handle(
                    new StartExperiment.Command(ShippedProtocols.Text(slug, withDemo), "Voor de test"),
                    store.Actor(Role.ProjectLead),
                    CancellationToken.None
                )
        );
        return started.OrThrow();
    }

    public static Task<Outcome<Guid>> Screen(
        this Store store,
        Guid snapshot,
        string experiment = "groningen-2017",
        Actor? actor = null
    ) =>
        store.Use(
            (RunScreening run) =>
                run.Handle(
                    new RunScreening.Command(experiment, snapshot, new DateOnly(2017, 7, 1), KnownOn: null, Why: null),
                    actor ?? store.Actor(Role.ProjectLead),
                    CancellationToken.None
                )
        );
}
