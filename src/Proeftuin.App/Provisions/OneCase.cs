// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Provisions;

/// <summary>The one shape of working on the file of one person in a provision: open, change and read it, each with its entry about that person.</summary>
internal sealed class OneCase(Work work, TimeProvider clock)
{
    /// <summary>Which act, by which permission, and how the ledger names it.</summary>
    public sealed record Act(Permission Permission, string Experiment, string Action, string Why);

    /// <summary>Files of an experiment that this account may open: an income officer all, a case manager the own ones.</summary>
    public static IQueryable<TRow> Visible<TRow>(ProeftuinDb db, Guid experiment, Actor actor)
        where TRow : ProvisionCaseRow
    {
        var all = db.Set<TRow>().Where(c => c.ExperimentId == experiment);
        return actor.Is(Role.IncomeOfficer) ? all : all.Where(c => c.RecordedBy == actor.AccountId);
    }

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
            async (db, entry) =>
            {
                var found = await Find<TRow>(db, act.Experiment, id, actor, ct);
                if (found is not Outcome<(ProvisionScope Scope, TRow Row)>.Done { Value: var (scope, row) })
                {
                    return new Outcome<Guid>.Refused(found.Why);
                }

                if (await change(db, scope, row) is { Count: > 0 } why)
                {
                    return new Outcome<Guid>.Refused(why);
                }

                entry.Record(act.Action, Subject(row.Id), Reason.Of(act.Why).OrThrow(), dataSubject: row.PersonId);
                return row.Id;
            },
            ct
        );

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
            async (db, entry) =>
            {
                var found = await Find<TRow>(db, act.Experiment, id, actor, ct);
                if (found is not Outcome<(ProvisionScope Scope, TRow Row)>.Done { Value: var (scope, row) })
                {
                    return new Outcome<TView>.Refused(found.Why);
                }

                entry.Record(act.Action, Subject(row.Id), Reason.Of(act.Why).OrThrow(), dataSubject: row.PersonId);
                return await view(db, scope, row);
            },
            ct
        );

    private static string Subject(Guid id) => $"voorziening/{id}";

    private static async Task<Outcome<(ProvisionScope Scope, TRow Row)>> Find<TRow>(
        ProeftuinDb db,
        string experiment,
        Guid id,
        Actor actor,
        CancellationToken ct
    )
        where TRow : ProvisionCaseRow
    {
        var found = await ProvisionScope.Of(db, experiment, ct);
        if (found is not Outcome<ProvisionScope>.Done { Value: var scope })
        {
            return new Outcome<(ProvisionScope, TRow)>.Refused(found.Why);
        }

        return await Visible<TRow>(db, scope.ExperimentId, actor).SingleOrDefaultAsync(c => c.Id == id, ct) is { } row
            ? (scope, row)
            : new NoSuchCase();
    }
}
