// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Ledger;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Provisions;

/// <summary>The one shape of working on the file of one person in a provision: open, change and read it, each with its entry about that person.</summary>
internal sealed class OneCase(Work work, TimeProvider clock)
{
    /// <summary>Which act, by which permission, and how the ledger names it.</summary>
    public sealed record Act(Permission Permission, string Experiment, string Action, string Why);

    /// <summary>Files of an experiment that this account may open: an income officer all, a case manager the own ones and those that were handed over.</summary>
    public static IQueryable<TRow> Visible<TRow>(ProeftuinDb db, Guid experiment, Actor actor)
        where TRow : ProvisionCaseRow
    {
        var all = db.Set<TRow>().Where(c => c.ExperimentId == experiment);
        return actor.Is(Role.IncomeOfficer) ? all : all.Where(c => (c.HandledBy ?? c.RecordedBy) == actor.AccountId);
    }

    /// <summary>The same without files that were taken back.</summary>
    public static IQueryable<TRow> Counting<TRow>(ProeftuinDb db, Guid experiment, Actor actor)
        where TRow : ProvisionCaseRow => Visible<TRow>(db, experiment, actor).Where(c => c.WithdrawnOn == null);

    /// <summary>A new file. <paramref name="make"/> finds the person and fills in what is asked; the rest is filled in here. Gives its number.</summary>
    public Task<Outcome<Guid>> Open<TRow>(
        Act act,
        Actor actor,
        Func<ProeftuinDb, ProvisionScope, Task<Outcome<TRow>>> make,
        CancellationToken ct
    )
        where TRow : ProvisionCaseRow =>
        work.Do<Guid>(
            actor,
            act.Permission,
            async (db, entry) =>
            {
                var found = await ProvisionScope.Of(db, act.Experiment, ct);
                if (found is not Outcome<ProvisionScope>.Done { Value: var scope })
                {
                    return new Outcome<Guid>.Refused(found.Why);
                }

                var made = await make(db, scope);
                if (made is not Outcome<TRow>.Done { Value: var row })
                {
                    return new Outcome<Guid>.Refused(made.Why);
                }

                row.Id = Guid.CreateVersion7();
                (row.MunicipalityId, row.ExperimentId) = (actor.MunicipalityId, scope.ExperimentId);
                (row.RecordedAt, row.RecordedBy) = (clock.GetUtcNow(), actor.AccountId);
                db.Add(row);
                entry.Record(act.Action, Subject(row.Id), Reason.Of(act.Why).OrThrow(), dataSubject: row.PersonId);
                return row.Id;
            },
            ct
        );

    /// <summary>Changes a file. <paramref name="change"/> gives the reasons to refuse, and then everything stays as it was.</summary>
    public Task<Outcome<Guid>> Change<TRow>(
        Act act,
        Guid id,
        Actor actor,
        Func<ProeftuinDb, ProvisionScope, TRow, Task<IReadOnlyList<Refusal>>> change,
        CancellationToken ct
    )
        where TRow : ProvisionCaseRow =>
        work.Do<Guid>(
            actor,
            act.Permission,
            (db, entry) =>
                Recorded<TRow, Guid>(
                    db,
                    entry,
                    (act, id, actor),
                    async (scope, row) =>
                        await change(db, scope, row) is { Count: > 0 } why ? new Outcome<Guid>.Refused(why) : row.Id,
                    ct
                ),
            ct
        );

    /// <summary>Changes a file of whichever kind.</summary>
    public Task<Outcome<Guid>> Change(
        Act act,
        ProvisionKind kind,
        Guid id,
        Actor actor,
        Func<ProeftuinDb, ProvisionScope, ProvisionCaseRow, Task<IReadOnlyList<Refusal>>> change,
        CancellationToken ct
    ) =>
        kind switch
        {
            ProvisionKind.Premium => Change<ExitPremiumRow>(act, id, actor, change, ct),
            ProvisionKind.Guarantee => Change<ReturnGuaranteeRow>(act, id, actor, change, ct),
            ProvisionKind.OneDay => Change<OneDayRow>(act, id, actor, change, ct),
            ProvisionKind.Guidance => Change<GuidanceRow>(act, id, actor, change, ct),
        };

    /// <summary>Reads a file; that is recorded.</summary>
    public Task<Outcome<TView>> Read<TRow, TView>(
        Act act,
        Guid id,
        Actor actor,
        Func<ProeftuinDb, ProvisionScope, TRow, Task<Outcome<TView>>> view,
        CancellationToken ct
    )
        where TRow : ProvisionCaseRow =>
        work.Read<TView>(
            actor,
            act.Permission,
            (db, entry) => Recorded<TRow, TView>(db, entry, (act, id, actor), (scope, row) => view(db, scope, row), ct),
            ct
        );

    /// <summary>Reads a file of whichever kind; that is recorded.</summary>
    public Task<Outcome<TView>> Read<TView>(
        Act act,
        ProvisionKind kind,
        Guid id,
        Actor actor,
        Func<ProeftuinDb, ProvisionScope, ProvisionCaseRow, Task<Outcome<TView>>> view,
        CancellationToken ct
    ) =>
        kind switch
        {
            ProvisionKind.Premium => Read<ExitPremiumRow, TView>(act, id, actor, view, ct),
            ProvisionKind.Guarantee => Read<ReturnGuaranteeRow, TView>(act, id, actor, view, ct),
            ProvisionKind.OneDay => Read<OneDayRow, TView>(act, id, actor, view, ct),
            ProvisionKind.Guidance => Read<GuidanceRow, TView>(act, id, actor, view, ct),
        };

    /// <summary>Finds the file and does something with it; when that was not refused it is recorded about the person.</summary>
    private static async Task<Outcome<T>> Recorded<TRow, T>(
        ProeftuinDb db,
        LedgerDraft entry,
        (Act Act, Guid Id, Actor Actor) asked,
        Func<ProvisionScope, TRow, Task<Outcome<T>>> then,
        CancellationToken ct
    )
        where TRow : ProvisionCaseRow
    {
        var (act, id, actor) = asked;
        var found = await ProvisionScope.Of(db, act.Experiment, ct);
        if (found is not Outcome<ProvisionScope>.Done { Value: var scope })
        {
            return new Outcome<T>.Refused(found.Why);
        }

        if (await Visible<TRow>(db, scope.ExperimentId, actor).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } row)
        {
            return new NoSuchCase();
        }

        var outcome = await then(scope, row);
        if (outcome.IsDone)
        {
            entry.Record(act.Action, Subject(row.Id), Reason.Of(act.Why).OrThrow(), dataSubject: row.PersonId);
        }

        return outcome;
    }

    private static string Subject(Guid id) => $"voorziening/{id}";
}
