// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Tests.Monitoring;

/// <summary>What people do with the monitor, in words.</summary>
internal static class MonitorAsked
{
    public static Task<Outcome<SeeMonitor.View>> Ask(
        this FactScene scene,
        DateOnly countDate,
        DateOnly? knownOn = null,
        Actor? actor = null
    ) =>
        scene.Store.Use(
            (SeeMonitor use) =>
                use.Handle(new(FactScene.Experiment, countDate, knownOn), actor ?? scene.Lead, CancellationToken.None)
        );

    public static async Task<MonitorTables> See(this FactScene scene, DateOnly countDate, DateOnly? knownOn = null) =>
        (await scene.Ask(countDate, knownOn)).OrThrow().Tables!;

    public static long Gross(this MonitorTables tables, string arm) =>
        tables.Of(Population.IntentionToTreat).Groups.Single(g => g.Group.Code == arm).Gross;

    public static Task<Outcome<Guid>> Freeze(this FactScene scene, DateOnly countDate) =>
        scene.Store.Use(
            (FreezeMonitor use) =>
                use.Handle(
                    new(FactScene.Experiment, countDate, Store.Because("Eindrapportage")),
                    scene.Lead,
                    CancellationToken.None
                )
        );

    public static Task<Outcome<SeeFrozen.View>> SeeFrozen(this FactScene scene, Guid id) =>
        scene.Store.Use((SeeFrozen use) => use.Handle(FactScene.Experiment, id, scene.Lead, CancellationToken.None));

    public static Task<Outcome<Reported>> Report(
        this FactScene scene,
        int person,
        BenefitTurn turn,
        DateOnly on,
        string? reason,
        Actor actor
    ) =>
        scene.Store.Use(
            (ReportTurn use) =>
                use.Handle(
                    new(scene.Participants[person], turn, on, reason, Store.Because()),
                    actor,
                    CancellationToken.None
                )
        );

    public static Task<Outcome<Reported>> Correct(
        this FactScene scene,
        int person,
        Guid fact,
        DateOnly? on,
        string? reason,
        Actor actor
    ) =>
        scene.Store.Use(
            (CorrectTurn use) =>
                use.Handle(
                    new(scene.Participants[person], fact, on, reason, Store.Because()),
                    actor,
                    CancellationToken.None
                )
        );

    /// <summary>Changes somebody's participation, with its line in the ledger. The story itself is tested with participation.</summary>
    public static async Task Change(this FactScene scene, string act, int person, Action<ParticipantRow> change)
    {
        var changed = await scene.Store.Do<bool>(
            scene.Lead,
            Permission.DesignExperiment,
            async (db, entry) =>
            {
                var id = scene.Participants[person];
                change(await db.Set<ParticipantRow>().SingleAsync(p => p.Id == id));
                // The row follows from lines of the story; here a line of another kind stands for them.
                db.Add(
                    new MeetingRow
                    {
                        Id = Guid.CreateVersion7(),
                        MunicipalityId = scene.Store.Municipality,
                        ExperimentId = (await db.Set<ExperimentRow>().SingleAsync()).Id,
                        On = FactScene.Lot,
                        Time = "19.30 uur",
                        Place = "Stadhuis",
                        PlannedAt = scene.Clock.Now,
                    }
                );
                entry.Record(act, "deelname/test", Store.Because());
                return true;
            }
        );
        changed.OrThrow();
    }
}
