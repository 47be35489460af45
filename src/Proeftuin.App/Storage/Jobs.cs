// SPDX-License-Identifier: EUPL-1.2
using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Proeftuin.Core;

namespace Proeftuin.App.Storage;

/// <summary>How far a job is.</summary>
public sealed record JobStatus(
    Guid Id,
    string Kind,
    long Done,
    long Total,
    string Text,
    JobState State,
    string? ResultUrl
)
{
    public bool IsFinished => State != JobState.Running;
}

/// <summary>
/// Long work outside the request, with progress. On this node the progress is read from memory; other nodes read the
/// table. On the embedded file a running import holds the write lock, so there the table is only written at start and end.
/// </summary>
public sealed class Jobs(IServiceScopeFactory scopes, Database database, TimeProvider clock, ILogger<Jobs> log)
{
    private static readonly TimeSpan Dead = TimeSpan.FromMinutes(2);

    private const string Stopped = "Op verzoek gestopt. Er is niets opgeslagen.";

    private readonly ConcurrentDictionary<Guid, JobStatus> here = new();
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> stops = new();
    private readonly SemaphoreSlim room = new(2, 2);

    /// <summary>Starts the work and returns at once. The work gets a scope of its own and returns the address of its result. With the once-key of a form the job bears that key: the same form sent again finds the job that runs.</summary>
    public async Task<Guid> Start(
        Actor actor,
        string kind,
        Func<IServiceProvider, JobProgress, CancellationToken, Task<Outcome<string>>> work,
        CancellationToken ct = default,
        Guid? onceKey = null
    )
    {
        var row = new JobRow
        {
            Id = onceKey ?? Guid.CreateVersion7(),
            MunicipalityId = actor.MunicipalityId,
            Kind = kind,
            Text = "In de wachtrij",
            StartedBy = actor.AccountId,
            StartedAt = clock.GetUtcNow(),
            TouchedAt = clock.GetUtcNow(),
        };
        using (await database.TakeTurn(ct))
        {
            await using var db = database.Open(actor.MunicipalityId);
            if (!await IsNew(db, row, ct))
            {
                return row.Id;
            }
        }

        here[row.Id] = new JobStatus(row.Id, kind, 0, 0, row.Text, JobState.Running, null);
        stops[row.Id] = new CancellationTokenSource();
        _ = Task.Run(() => Run(row.Id, actor, work), CancellationToken.None);
        return row.Id;
    }

    /// <summary>Starts work that writes once, for a form: the same form sent again finds the job that runs, and the form's once-key is stored with what the work writes.</summary>
    public Task<Guid> StartOnce(
        Actor actor,
        string kind,
        Submission form,
        Func<IServiceProvider, JobProgress, CancellationToken, Task<Outcome<string>>> work,
        CancellationToken ct
    )
    {
        var key = form.Key;
        return Start(
            actor,
            kind,
            (services, progress, stop) =>
            {
                services.GetRequiredService<Submission>().Key = key;
                return work(services, progress, stop);
            },
            ct,
            key
        );
    }

    /// <summary>The status of a job of this municipality; null when there is none.</summary>
    public async Task<JobStatus?> Find(Actor actor, Guid id, CancellationToken ct = default)
    {
        await using var db = database.Open(actor.MunicipalityId);
        if (await db.Set<JobRow>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct) is not { } row)
        {
            return null;
        }

        if (here.TryGetValue(id, out var status))
        {
            return status;
        }

        var isDead = row.State == JobState.Running && clock.GetUtcNow() - row.TouchedAt > Dead;
        return isDead
            ? new JobStatus(
                id,
                row.Kind,
                row.Done,
                row.Total,
                "Gestopt door een storing. Start opnieuw.",
                JobState.Failed,
                null
            )
            : new JobStatus(id, row.Kind, row.Done, row.Total, row.Text, row.State, row.ResultUrl);
    }

    /// <summary>Asks work to stop, on whichever node it runs; work that listens stops at its next step. Work that has ended stays as it is. False when there is nothing to stop.</summary>
    public async Task<bool> Cancel(Actor actor, Guid id, CancellationToken ct = default)
    {
        using (await database.TakeTurn(ct))
        {
            await using var db = database.Open(actor.MunicipalityId);
            var running = db.Set<JobRow>().Where(j => j.Id == id && j.State == JobState.Running);
            if (await running.SingleOrDefaultAsync(ct) is not { } row)
            {
                return false;
            }

            (row.State, row.Text) = (JobState.Refused, Stopped);
            await db.SaveChangesAsync(ct);
        }

        if (stops.TryGetValue(id, out var stop))
        {
            await stop.CancelAsync();
        }

        return true;
    }

    /// <summary>False when another request of the same form, here or on another node, started this job.</summary>
    private static async Task<bool> IsNew(ProeftuinDb db, JobRow row, CancellationToken ct)
    {
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            if (await db.Set<JobRow>().AsNoTracking().IgnoreQueryFilters().AnyAsync(j => j.Id == row.Id, ct))
            {
                return false;
            }

            throw;
        }
    }

    private async Task Run(
        Guid id,
        Actor actor,
        Func<IServiceProvider, JobProgress, CancellationToken, Task<Outcome<string>>> work
    )
    {
        await room.WaitAsync();
        var stop = stops[id];
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await work(
                scope.ServiceProvider,
                new JobProgress(s => Report(actor, id, s, stop)),
                stop.Token
            );
            await Finish(
                actor,
                outcome.Match(
                    url =>
                        here[id] with
                        {
                            Done = here[id].Total,
                            Text = "Klaar",
                            State = JobState.Done,
                            ResultUrl = url,
                        },
                    why =>
                        here[id] with
                        {
                            Text = string.Join(" ", why.Select(w => w.Message)),
                            State = JobState.Refused,
                        }
                )
            );
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Finish(actor, here[id] with { Text = Stopped, State = JobState.Refused });
        }
        catch (Exception broken)
        {
            log.LogError(broken, "Job {Job} failed", id);
            await Finish(
                actor,
                here[id] with
                {
                    Text = $"Mislukt. Er is niets opgeslagen. Meld storing {id}.",
                    State = JobState.Failed,
                }
            );
        }
        finally
        {
            stops.TryRemove(id, out _);
            room.Release();
        }
    }

    private void Report(Actor actor, Guid id, (long Done, long Total, string Text) step, CancellationTokenSource stop)
    {
        here[id] = here[id] with { Done = step.Done, Total = step.Total, Text = step.Text };
        if (!database.IsSqlite && !Store(actor, here[id]).GetAwaiter().GetResult())
        {
            stop.Cancel();
        }
    }

    private async Task Finish(Actor actor, JobStatus status)
    {
        here[status.Id] = status;
        using var turn = await database.TakeTurn(CancellationToken.None);
        await Store(actor, status);
    }

    /// <summary>False, and nothing is written, when somebody asked running work to stop, perhaps on another node.</summary>
    private async Task<bool> Store(Actor actor, JobStatus status)
    {
        await using var db = database.Open(actor.MunicipalityId);
        var row = await db.Set<JobRow>().SingleAsync(j => j.Id == status.Id);
        if (status.State == JobState.Running && row.State != JobState.Running)
        {
            return false;
        }

        (row.Done, row.Total, row.Text) = (status.Done, status.Total, status.Text);
        (row.State, row.ResultUrl, row.TouchedAt) = (status.State, status.ResultUrl, clock.GetUtcNow());
        await db.SaveChangesAsync();
        return true;
    }
}

/// <summary>Given to the work to say how far it is; passes on at most five times a second.</summary>
public sealed class JobProgress(Action<(long Done, long Total, string Text)> report)
{
    private long last;

    public void Report(long done, long total, string text)
    {
        var now = Environment.TickCount64;
        if (done >= total || now - last >= 200)
        {
            last = now;
            report((done, total, text));
        }
    }
}
