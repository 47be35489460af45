// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Rehearsal;

/// <summary>Starts a rehearsal of an experiment's own protocol with made-up people. It plays in the background in a scratch database; only its tables come back.</summary>
public sealed class StartRehearsal(Work work, Jobs jobs, Submission submission, TimeProvider clock)
{
    /// <summary>Without <paramref name="Assumptions"/> the shipped ones for this protocol are used.</summary>
    public sealed record Command(string Slug, long Seed, int Households, int? Months, string? Assumptions);

    /// <summary>Gives the rehearsal, at once.</summary>
    public async Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct)
    {
        var planned = await work.Look(
            actor,
            Permission.DesignExperiment,
            async db =>
                (await RecordedProtocol.Latest(db, command.Slug, ct)).Then(recorded =>
                    RehearsalPlan
                        .Of(recorded.Text, command.Assumptions, command.Seed, command.Households, command.Months)
                        .Map(plan => (Recorded: recorded, Plan: plan))
                ),
            ct
        );
        if (
            planned is not Outcome<(RecordedProtocol Recorded, RehearsalPlan Plan)>.Done { Value: var (recorded, plan) }
        )
        {
            return new Outcome<Guid>.Refused(planned.Why);
        }

        var row = Row(recorded, plan, command, actor);
        var written = await work.Do<Guid>(
            actor,
            Permission.DesignExperiment,
            (db, entry) =>
            {
                db.Add(row);
                entry.Record("proefdraai.gestart", Subject(recorded.Slug, row.Id), Scene.Why, recorded.Sha256);
                return Task.FromResult<Outcome<Guid>>(row.Id);
            },
            ct
        );
        if (!written.IsDone)
        {
            return written;
        }

        submission.Key = null;
        var job = await jobs.Start(
            actor,
            "proefdraaien",
            (services, progress, _) => Play(services, progress, plan, row.Id, actor),
            ct
        );
        return await work.Do<Guid>(
            actor,
            Permission.DesignExperiment,
            async (db, entry) =>
            {
                var started = await db.Set<RehearsalRow>().SingleAsync(r => r.Id == row.Id, ct);
                started.JobId = job;
                entry.Record("proefdraai.speelt", Subject(recorded.Slug, row.Id), Scene.Why);
                return row.Id;
            },
            ct
        );
    }

    internal static string Subject(string slug, Guid id) => $"experiment/{slug}/proefdraai/{id}";

    private RehearsalRow Row(RecordedProtocol recorded, RehearsalPlan plan, Command command, Actor actor) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = actor.MunicipalityId,
            ExperimentId = recorded.ExperimentId,
            ProtocolVersion = recorded.Number,
            Seed = plan.Seed,
            Households = plan.Households,
            Months = plan.Months,
            Assumptions = command.Assumptions ?? AssumptionsFile.Shipped(recorded.Slug),
            StartedAt = clock.GetUtcNow(),
            StartedBy = actor.AccountId,
        };

    /// <summary>Plays and writes down how it ended, whether that is an outcome, a refusal or a request to stop.</summary>
    private static async Task<Outcome<string>> Play(
        IServiceProvider services,
        JobProgress progress,
        RehearsalPlan plan,
        Guid id,
        Actor actor
    )
    {
        using var stop = new CancellationTokenSource();
        await using var watch = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var asked = watch.ServiceProvider.GetRequiredService<SeeRehearsals>();
        var looked = Environment.TickCount64;
        Outcome<RehearsalResult> played;
        try
        {
            played = await ScratchRehearsal.Run(
                plan,
                (done, total, day) =>
                {
                    progress.Report(done, total, $"Het is {day} in het verhaal");
                    if (Environment.TickCount64 - looked > 1000)
                    {
                        looked = Environment.TickCount64;
                        if (asked.IsCancelAsked(id, actor).GetAwaiter().GetResult())
                        {
                            stop.Cancel();
                        }
                    }
                },
                stop.Token
            );
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            played = new RehearsalCancelled();
        }

        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var finished = await scope
            .ServiceProvider.GetRequiredService<FinishRehearsal>()
            .Handle(id, plan.Protocol.Slug, played, actor, CancellationToken.None);
        return finished.Map(_ => $"/experimenten/{plan.Protocol.Slug}/proefdraaien/{id}");
    }
}

/// <summary>Somebody asked to stop.</summary>
public sealed record RehearsalCancelled : Refusal
{
    public override string Message => "Deze proefdraai is op verzoek gestopt. Er is niets van bewaard.";
}
