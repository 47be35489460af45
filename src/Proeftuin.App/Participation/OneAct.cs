// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>The one shape of writing a line about one person: find, make the line, check it against the story, record it.</summary>
internal static class OneAct
{
    /// <summary>About whom, and how the ledger names it.</summary>
    public sealed record About(string Experiment, Guid Participant, string Action, string Why);

    public static Task<Outcome<ParticipationState>> Of(
        Work work,
        TimeProvider clock,
        About about,
        Actor actor,
        Func<ProeftuinDb, Recruits, ParticipantRow, Task<Outcome<ParticipationEventRow>>> line,
        CancellationToken ct
    ) =>
        work.Do<ParticipationState>(
            actor,
            Permission.RecordParticipation,
            async (db, entry) =>
            {
                var found = await Recruits.Of(db, about.Experiment, actor, clock, ct);
                if (found is not Outcome<Recruits>.Done { Value: var people })
                {
                    return new Outcome<ParticipationState>.Refused(found.Why);
                }

                var someone = await people.Find(about.Participant, ct);
                if (someone is not Outcome<ParticipantRow>.Done { Value: var person })
                {
                    return new Outcome<ParticipationState>.Refused(someone.Why);
                }

                var made = await line(db, people, person);
                if (made is not Outcome<ParticipationEventRow>.Done { Value: var next })
                {
                    return new Outcome<ParticipationState>.Refused(made.Why);
                }

                var written = await people.Write([person], _ => next, ct);
                entry.Record(
                    about.Action,
                    $"deelnemer/{person.Id}",
                    Reason.Of(about.Why).OrThrow(),
                    dataSubject: person.PersonId
                );
                return written.Map(_ => person.State);
            },
            ct
        );

    /// <summary>The same where the line needs nothing from the store.</summary>
    public static Task<Outcome<ParticipationState>> Of(
        Work work,
        TimeProvider clock,
        About about,
        Actor actor,
        ParticipationEventRow line,
        CancellationToken ct
    ) => Of(work, clock, about, actor, (_, _, _) => Task.FromResult<Outcome<ParticipationEventRow>>(line), ct);
}
