// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>Writes the plan of a new draw of an experiment.</summary>
public sealed class PlanDraw(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, DrawPlan Plan, Reason Reason);

    public Task<Outcome<string>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<string>(
            actor,
            Permission.PlanDraw,
            async (db, entry) =>
            {
                if (
                    await db.Set<ExperimentRow>().SingleOrDefaultAsync(e => e.Slug == command.Experiment, ct)
                    is not { } experiment
                )
                {
                    return new NoSuchExperiment(command.Experiment);
                }

                if (await Joint.Followed(db, experiment.Id, ct) is not null)
                {
                    return new LedByAnother();
                }

                var (plan, id) = (command.Plan, command.Plan.Id);
                if (id.Attempt > 1 || await db.Set<DrawRow>().IgnoreQueryFilters().AnyAsync(d => d.Draw == id.Draw, ct))
                {
                    return new DrawIdUsed(id);
                }

                db.Add(Row(plan, experiment.Id, actor));
                entry.Record("loting.gepland", DrawFile.Subject(id.ToString()), command.Reason);
                return id.ToString();
            },
            ct
        );

    /// <summary>The same plan once more, after the former attempt was annulled.</summary>
    public Task<Outcome<string>> HandleNextAttempt(string drawId, Reason reason, Actor actor, CancellationToken ct) =>
        work.Do<string>(
            actor,
            Permission.PlanDraw,
            async (db, entry) =>
                (await DrawFile.Find(db, drawId, ct)).Then(former =>
                    DrawCeremony
                        .NextAttempt(former.State, DrawFile.Plan(former))
                        .Map(plan =>
                        {
                            db.Add(Row(plan, former.ExperimentId, actor));
                            entry.Record("loting.gepland", DrawFile.Subject(plan.Id.ToString()), reason);
                            return plan.Id.ToString();
                        })
                ),
            ct
        );

    private DrawRow Row(DrawPlan plan, Guid experiment, Actor actor) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = actor.MunicipalityId,
            ExperimentId = experiment,
            DrawId = plan.Id.ToString(),
            Draw = plan.Id.Draw,
            Trial = plan.Id.Trial,
            State = DrawState.Concept,
            Plan = Encoding.UTF8.GetString(DrawPlanJson.Write(plan)),
            PlannedAt = clock.GetUtcNow(),
            PlannedBy = actor.AccountId,
        };
}

/// <summary>The name of a draw was used before.</summary>
public sealed record DrawIdUsed(DrawId Id) : Refusal
{
    public override string Message =>
        $"Lotingnummer {Id} is al gebruikt. Een nummer wordt nooit opnieuw gebruikt; kies het volgende, of doe een nieuwe poging bij een nietige loting.";
}
