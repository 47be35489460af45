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

    private readonly ConcurrentDictionary<Guid, JobStatus> here = new();
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
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await work(
                scope.ServiceProvider,
                new JobProgress(s => Report(actor, id, s)),
                CancellationToken.None
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
            room.Release();
        }
    }

    private void Report(Actor actor, Guid id, (long Done, long Total, string Text) step)
    {
        here[id] = here[id] with { Done = step.Done, Total = step.Total, Text = step.Text };
        if (!database.IsSqlite)
        {
            Store(actor, here[id]).GetAwaiter().GetResult();
        }
    }

    private async Task Finish(Actor actor, JobStatus status)
    {
        here[status.Id] = status;
        using var turn = await database.TakeTurn(CancellationToken.None);
        await Store(actor, status);
    }

    private async Task Store(Actor actor, JobStatus status)
    {
        await using var db = database.Open(actor.MunicipalityId);
        var row = await db.Set<JobRow>().SingleAsync(j => j.Id == status.Id);
        (row.Done, row.Total, row.Text) = (status.Done, status.Total, status.Text);
        (row.State, row.ResultUrl, row.TouchedAt) = (status.State, status.ResultUrl, clock.GetUtcNow());
        await db.SaveChangesAsync();
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
