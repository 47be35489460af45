// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Plans an information meeting. It stands in letters that are made afterwards.</summary>
public sealed class PlanMeeting(Work work, TimeProvider clock)
{
    /// <summary><paramref name="Arm"/> is null for a meeting for everyone.</summary>
    public sealed record Command(
        string Experiment,
        DateOnly On,
        string Time,
        string Place,
        string? Arm,
        bool Interpreter
    );

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Permission.LeadParticipation,
            async (db, entry) =>
            {
                var found = await Recruits.Of(db, command.Experiment, actor, clock, ct);
                if (found is not Outcome<Recruits>.Done { Value: var recruits })
                {
                    return new Outcome<Guid>.Refused(found.Why);
                }

                if (string.IsNullOrWhiteSpace(command.Time) || string.IsNullOrWhiteSpace(command.Place))
                {
                    return new MeetingIncomplete();
                }

                var meeting = new MeetingRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    ExperimentId = recruits.Recorded.ExperimentId,
                    On = command.On,
                    Time = command.Time.Trim(),
                    Place = command.Place.Trim(),
                    Arm = string.IsNullOrEmpty(command.Arm) ? null : command.Arm,
                    Interpreter = command.Interpreter,
                    PlannedAt = clock.GetUtcNow(),
                    PlannedBy = actor.AccountId,
                };
                db.Add(meeting);
                entry.Record(
                    "deelname.bijeenkomst-gepland",
                    recruits.Subject,
                    Reason.Of("Voorlichtingsbijeenkomst gepland").OrThrow()
                );
                return meeting.Id;
            },
            ct
        );
}

/// <summary>Writes down that somebody was at a meeting, and whether an interpreter or help with the form was given.</summary>
public sealed class RecordAttendance(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, Guid Participant, Guid Meeting, HelpGiven Help);

    public Task<Outcome<ParticipationState>> Handle(Command command, Actor actor, CancellationToken ct) =>
        OneAct.Of(
            work,
            clock,
            new(command.Experiment, command.Participant, "deelname.bijeenkomst", "Bij een bijeenkomst geweest"),
            actor,
            async (db, recruits, person) =>
            {
                var meeting = await db.Set<MeetingRow>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(
                        m => m.Id == command.Meeting && m.ExperimentId == recruits.Recorded.ExperimentId,
                        ct
                    );
                return meeting is null
                    ? new NoSuchMeeting()
                    : new ParticipationEventRow
                    {
                        Act = ParticipationAct.AttendMeeting,
                        On = meeting.On,
                        MeetingId = meeting.Id,
                        Help = command.Help,
                    };
            },
            ct
        );
}

/// <summary>The meetings of an experiment with how many were there.</summary>
public sealed class SeeMeetings(Work work, TimeProvider clock)
{
    public sealed record Item(MeetingRow Meeting, int Attended);

    public Task<Outcome<IReadOnlyList<Item>>> Handle(string experiment, Actor actor, CancellationToken ct) =>
        work.Look<IReadOnlyList<Item>>(
            actor,
            Permission.SeeParticipants,
            async db =>
            {
                var found = await Recruits.Of(db, experiment, actor, clock, ct);
                if (found is not Outcome<Recruits>.Done { Value.Recorded.ExperimentId: var id })
                {
                    return new Outcome<IReadOnlyList<Item>>.Refused(found.Why);
                }

                var meetings = await db.Set<MeetingRow>()
                    .Where(m => m.ExperimentId == id)
                    .OrderBy(m => m.On)
                    .ToListAsync(ct);
                // a line that was taken back does not count
                var lines = db.Set<ParticipationEventRow>();
                var attended = await lines
                    .Where(e =>
                        e.ExperimentId == id
                        && e.MeetingId != null
                        && !lines.Any(r => r.ParticipantId == e.ParticipantId && r.Retracts == e.Sequence)
                    )
                    .GroupBy(e => e.MeetingId)
                    .Select(g => new { g.Key, Count = g.Count() })
                    .ToListAsync(ct);
                return new Outcome<IReadOnlyList<Item>>.Done([
                    .. meetings.Select(m => new Item(m, attended.Find(a => a.Key == m.Id)?.Count ?? 0)),
                ]);
            },
            ct
        );
}

/// <summary>A meeting needs a time and a place.</summary>
public sealed record MeetingIncomplete : Refusal
{
    public override string Message => "Vul de tijd en de plaats van de bijeenkomst in.";
}

/// <summary>There is no such meeting.</summary>
public sealed record NoSuchMeeting : Refusal
{
    public override string Message => "Kies een bijeenkomst van dit experiment.";
}
