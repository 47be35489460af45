// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Proeftuin.App.Identity;
using Proeftuin.App.Ledger;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Storage;

/// <summary>
/// The only door to the database. A write is one transaction with its ledger entry: permission, tenant, once-key, changes,
/// entry, commit; a refusal leaves nothing behind.
/// </summary>
public sealed class Work(Database database, LedgerWriter ledger, Submission submission, TimeProvider clock)
{
    /// <summary>Changes something. Without a recorded entry a change throws; an entry without any change, count or receipt is not written.</summary>
    public Task<Outcome<T>> Do<T>(
        Actor actor,
        Permission permission,
        Func<ProeftuinDb, LedgerDraft, Task<Outcome<T>>> action,
        CancellationToken ct
    ) =>
        Permissions.Allows(actor.Roles, permission)
            ? Run(actor, EntryRule.WhenChanged, action, ct)
            : Task.FromResult<Outcome<T>>(new NotAllowed());

    /// <summary>Reads someone's file: the same as a write, because who read what is recorded too.</summary>
    public Task<Outcome<T>> Read<T>(
        Actor actor,
        Permission permission,
        Func<ProeftuinDb, LedgerDraft, Task<Outcome<T>>> action,
        CancellationToken ct
    ) =>
        Permissions.Allows(actor.Roles, permission)
            ? Run(actor, EntryRule.Always, action, ct)
            : Task.FromResult<Outcome<T>>(new NotAllowed());

    /// <summary>Looks at what is not about persons (protocols, counts, states): one moment of the database, no entry, nothing can be changed.</summary>
    public async Task<Outcome<T>> Look<T>(
        Actor actor,
        Permission permission,
        Func<ProeftuinDb, Task<Outcome<T>>> look,
        CancellationToken ct
    ) => Permissions.Allows(actor.Roles, permission) ? await LookAt(actor.MunicipalityId, look, ct) : new NotAllowed();

    /// <summary>Looks at what everybody may see. The query itself must choose what is published; rows about persons stay hidden.</summary>
    public Task<Outcome<T>> LookInPublic<T>(Func<ProeftuinDb, Task<Outcome<T>>> look, CancellationToken ct) =>
        LookAt(Guid.Empty, look, ct);

    /// <summary>For the installation itself and for signing in, where no permission can exist yet.</summary>
    internal Task<Outcome<T>> DoUnchecked<T>(
        Actor actor,
        EntryRule rule,
        Func<ProeftuinDb, LedgerDraft, Task<Outcome<T>>> action,
        CancellationToken ct
    ) => Run(actor, rule, action, ct);

    internal async Task<Outcome<T>> LookAt<T>(
        Guid municipality,
        Func<ProeftuinDb, Task<Outcome<T>>> look,
        CancellationToken ct
    )
    {
        await using var db = database.Open(municipality);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        try
        {
            await using var transaction = await Database.Begin(db, write: false, ct);
            return await look(db);
        }
        catch (Exception broken) when (RefusalFor(broken) is DatabaseBusy busy)
        {
            return busy;
        }
    }

    private async Task<Outcome<T>> Run<T>(
        Actor actor,
        EntryRule rule,
        Func<ProeftuinDb, LedgerDraft, Task<Outcome<T>>> action,
        CancellationToken ct
    )
    {
        using var turn = await database.TakeTurn(ct);
        await using var db = database.Open(actor.MunicipalityId);
        try
        {
            await using var transaction = await Database.Begin(db, write: true, ct);
            if (!await Submit(db, actor, ct))
            {
                return new AlreadySubmitted();
            }

            var draft = db.Draft = new LedgerDraft();
            var outcome = await action(db, draft);
            if (!outcome.IsDone)
            {
                return outcome;
            }

            if (draft.Acts.Any(act => Bsn.OccursIn(act.Reason.Text)))
            {
                return new ReasonHoldsBsn();
            }

            await db.SaveChangesAsync(ct);
            await ledger.Write(db, actor, draft, rule, ct);
            await transaction.CommitAsync(ct);
            submission.IsUsed = submission.Key is not null;
            return outcome;
        }
        catch (Exception broken) when (RefusalFor(broken) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>Takes the once-key in this transaction; false when it was taken before.</summary>
    private async Task<bool> Submit(ProeftuinDb db, Actor actor, CancellationToken ct)
    {
        if (submission is not { Key: { } key, IsUsed: false })
        {
            return true;
        }

        if (await db.Set<SubmissionRow>().AnyAsync(s => s.Key == key, ct))
        {
            return false;
        }

        db.Add(
            new SubmissionRow
            {
                Key = key,
                AccountId = actor.AccountId,
                At = clock.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static Refusal? RefusalFor(Exception broken) =>
        broken switch
        {
            DbUpdateException { Entries: [{ Entity: SubmissionRow }] } => new AlreadySubmitted(),
            DbUpdateConcurrencyException => new SomebodyElseWasFirst(),
            DbUpdateException { InnerException: { } inner } => RefusalFor(inner),
            // unique violation, serialization failure, deadlock
            PostgresException { SqlState: "23505" or "40001" or "40P01" } => new SomebodyElseWasFirst(),
            // UNIQUE and PRIMARY KEY
            SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => new SomebodyElseWasFirst(),
            SqliteException { SqliteErrorCode: 5 } => new DatabaseBusy(),
            // waited too long for a lock or for the server; EF wraps it when it was a query
            NpgsqlException { InnerException: TimeoutException } => new DatabaseBusy(),
            InvalidOperationException { InnerException: NpgsqlException inner } => RefusalFor(inner),
            _ => null,
        };
}

/// <summary>When a recorded entry is written.</summary>
internal enum EntryRule
{
    /// <summary>When something changed, or the entry carries a count or a receipt.</summary>
    WhenChanged,

    /// <summary>Always: reading, signing in, verifying.</summary>
    Always,
}
