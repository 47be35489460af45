// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Participation;

/// <summary>The one shape of an act for many people: choose them, write a line for each, all or none, one ledger entry with the count.</summary>
internal static class ManyActs
{
    public static Task<Outcome<int>> Of(
        Work work,
        TimeProvider clock,
        string experiment,
        Actor actor,
        (string Action, string Why) record,
        Func<ProeftuinDb, Recruits, Task<Outcome<Planned>>> choose,
        CancellationToken ct
    ) =>
        work.Do<int>(
            actor,
            Permission.LeadParticipation,
            async (db, entry) =>
            {
                var found = await Recruits.Of(db, experiment, actor, clock, ct);
                if (found is not Outcome<Recruits>.Done { Value: var recruits })
                {
                    return new Outcome<int>.Refused(found.Why);
                }

                var chosen = await choose(db, recruits);
                if (chosen is not Outcome<Planned>.Done { Value: var planned })
                {
                    return new Outcome<int>.Refused(chosen.Why);
                }

                if (planned.People.Count == 0)
                {
                    return new NobodyToDoThisFor(record.Why);
                }

                var written = await recruits.Write(planned.People, planned.Line, ct);
                entry.Record(
                    record.Action,
                    recruits.Subject,
                    Reason.Of(record.Why).OrThrow(),
                    count: planned.People.Count
                );
                return written;
            },
            ct
        );

    /// <summary>The people of a query, tracked, in the order of their codes.</summary>
    public static Task<List<ParticipantRow>> People(IQueryable<ParticipantRow> query, CancellationToken ct) =>
        query.AsTracking().OrderBy(p => p.Pseudonym).ThenBy(p => p.PersonId).ToListAsync(ct);
}

/// <summary>Who gets a line, and which.</summary>
internal sealed record Planned(IReadOnlyList<ParticipantRow> People, Func<ParticipantRow, ParticipationEventRow> Line);

/// <summary>Nobody is in the state that this act is for; perhaps it was done already.</summary>
public sealed record NobodyToDoThisFor(string What) : Refusal
{
    public override string Message => $"{What}: er is nu niemand voor wie dit kan. Misschien is het al gedaan.";
}
