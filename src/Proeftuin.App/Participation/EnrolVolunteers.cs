// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Writes down who enrolled before the lot on one day in one way: one person or a whole list, all or none.</summary>
public sealed class EnrolVolunteers(Work work, IdentityStore identities, TimeProvider clock)
{
    /// <summary><paramref name="Numbers"/> holds a BSN per line.</summary>
    public sealed record Command(
        string Experiment,
        string? Numbers,
        DateOnly On,
        ConsentChannel Channel,
        HelpGiven Help = HelpGiven.None
    );

    public const int MostLines = 5_000;
    private const int MostRefusals = 20;

    public Task<Outcome<int>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<int>(
            actor,
            Permission.LeadParticipation,
            async (db, entry) =>
            {
                var found = await Recruits.Of(db, command.Experiment, actor, clock, ct);
                if (found is not Outcome<Recruits>.Done { Value: var recruits })
                {
                    return new Outcome<int>.Refused(found.Why);
                }

                if (Problem(recruits, command) is { } problem)
                {
                    return new Outcome<int>.Refused([problem]);
                }

                var read = await People(db, recruits.Recorded, command.Numbers ?? "", ct);
                if (read is not Outcome<IReadOnlyList<Guid>>.Done { Value: var people })
                {
                    return new Outcome<int>.Refused(read.Why);
                }

                await Store(db, people, command, recruits.Recorded, actor, ct);
                entry.Record(
                    "deelname.aangemeld-voor-loting",
                    recruits.Subject,
                    Reason.Of("Aanmelding vóór de loting ontvangen").OrThrow(),
                    count: people.Count,
                    dataSubject: people is [var only] ? only : null
                );
                return people.Count;
            },
            ct
        );

    private static Refusal? Problem(Recruits recruits, Command command) =>
        !recruits.Recorded.Protocol.EnrolBeforeTheLot ? new NoEnrolmentBeforeTheLot(recruits.Recorded.Protocol.Name)
        : command.On > recruits.Today ? new InTheFuture(command.On)
        : null;

    private async Task<Outcome<IReadOnlyList<Guid>>> People(
        ProeftuinDb db,
        RecordedProtocol recorded,
        string text,
        CancellationToken ct
    )
    {
        var lines = text.Split('\n').Select((line, i) => (Number: i + 1, Text: line.Trim())).ToList();
        lines.RemoveAll(line => line.Text.Length == 0);
        if (lines.Count is 0 or > MostLines)
        {
            return lines.Count == 0 ? new NobodyTyped() : new TooManyAtOnce(lines.Count);
        }

        var why = new List<VolunteerNotTaken>();
        var numbers = new List<(int Line, Bsn Bsn)>();
        foreach (var line in lines)
        {
            if (Bsn.Of(line.Text) is Outcome<Bsn>.Done { Value: var bsn })
            {
                numbers.Add((line.Number, bsn));
            }
            else
            {
                why.Add(new VolunteerNotTaken(line.Number, "dit is geen burgerservicenummer"));
            }
        }

        var known = await identities.Find(db, [.. numbers.Select(n => n.Bsn)], ct);
        var before = (
            await db.Set<VolunteerRow>()
                .Where(v => v.ExperimentId == recorded.ExperimentId && v.WithdrawnOn == null)
                .Select(v => v.PersonId)
                .ToListAsync(ct)
        ).ToHashSet();
        var people = new List<Guid>();
        foreach (var (line, person) in numbers.Zip(known, (n, person) => (n.Line, person)))
        {
            if (person is not { } id)
            {
                why.Add(new VolunteerNotTaken(line, "deze persoon staat niet in het register"));
            }
            else if (!before.Add(id))
            {
                why.Add(new VolunteerNotTaken(line, "deze persoon is al aangemeld"));
            }
            else
            {
                people.Add(id);
            }
        }

        return why.Count == 0
            ? people
            : new Outcome<IReadOnlyList<Guid>>.Refused([.. why.OrderBy(w => w.Line).Take(MostRefusals)]);
    }

    /// <summary>Who enrols again after withdrawing gets the new day on the same row.</summary>
    private async Task Store(
        ProeftuinDb db,
        IReadOnlyList<Guid> people,
        Command command,
        RecordedProtocol recorded,
        Actor actor,
        CancellationToken ct
    )
    {
        var again = await db.Set<VolunteerRow>()
            .AsTracking()
            .Where(v => v.ExperimentId == recorded.ExperimentId && v.WithdrawnOn != null)
            .ToDictionaryAsync(v => v.PersonId, ct);
        foreach (var person in people)
        {
            if (!again.TryGetValue(person, out var row))
            {
                row = new VolunteerRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    ExperimentId = recorded.ExperimentId,
                    PersonId = person,
                };
                db.Add(row);
            }

            (row.EnrolledOn, row.Channel, row.Help, row.WithdrawnOn) = (
                command.On,
                command.Channel,
                command.Help,
                null
            );
            (row.ProtocolVersion, row.RecordedBy, row.RecordedAt) = (
                recorded.Number,
                actor.AccountId,
                clock.GetUtcNow()
            );
        }
    }
}

/// <summary>The form was sent without a number.</summary>
public sealed record NobodyTyped : Refusal
{
    public override string Message => "Vul ten minste één burgerservicenummer in, één per regel.";
}

/// <summary>More lines than one form takes.</summary>
public sealed record TooManyAtOnce(int Lines) : Refusal
{
    public override string Message =>
        $"Dit zijn {Dutch.Count(Lines)} regels; vul er hoogstens {Dutch.Count(EnrolVolunteers.MostLines)} tegelijk in.";
}

/// <summary>A line of the list of enrolments names nobody who can be enrolled. The number itself is not repeated.</summary>
public sealed record VolunteerNotTaken(int Line, string What) : Refusal
{
    public override string Message => $"Regel {Dutch.Count(Line)}: {What}. Er is niemand aangemeld.";
}
