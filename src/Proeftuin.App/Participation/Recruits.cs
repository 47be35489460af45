// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>
/// The people of one experiment within one transaction: finds them with their stories and writes lines. Every act of
/// participation goes through <see cref="Write"/>, so each line is checked against the whole story and the row is its fold.
/// </summary>
internal sealed class Recruits(ProeftuinDb db, RecordedProtocol recorded, Actor actor, DateTimeOffset now)
{
    public RecordedProtocol Recorded => recorded;

    public DateOnly Today { get; } = DutchTime.DateOf(now);

    public string Subject => $"deelname/{recorded.Slug}";

    public static async Task<Outcome<Recruits>> Of(
        ProeftuinDb db,
        string experiment,
        Actor actor,
        TimeProvider clock,
        CancellationToken ct
    ) => (await RecordedProtocol.Latest(db, experiment, ct)).Map(r => new Recruits(db, r, actor, clock.GetUtcNow()));

    /// <summary>Whether this account sees everyone; a case manager sees the own caseload.</summary>
    public static bool SeesEveryone(Actor actor) => Permissions.Allows(actor.Roles, Permission.LeadParticipation);

    /// <summary>Everyone drawn in this experiment whom this account may see.</summary>
    public IQueryable<ParticipantRow> Visible()
    {
        var all = db.Set<ParticipantRow>().Where(p => p.ExperimentId == recorded.ExperimentId);
        return SeesEveryone(actor) ? all : all.Where(p => p.CaseManagerId == actor.AccountId);
    }

    /// <summary>One person, tracked. Somebody of another caseload does not exist for a case manager.</summary>
    public async Task<Outcome<ParticipantRow>> Find(Guid participant, CancellationToken ct) =>
        await Visible().AsTracking().SingleOrDefaultAsync(p => p.Id == participant, ct) is { } row
            ? row
            : new NoSuchParticipant();

    public Lot LotOf(ParticipantRow person) => Lot.Of(recorded.Protocol, person.DrawnArm, person.DrawnOn);

    /// <summary>The lines of these people, in the order of writing.</summary>
    public async Task<ILookup<Guid, ParticipationEventRow>> Lines(
        IReadOnlyCollection<ParticipantRow> people,
        CancellationToken ct
    )
    {
        var wanted = people.Where(p => p.Lines > 0).Select(p => p.Id).ToList();
        var lines = new List<ParticipationEventRow>();
        foreach (var some in wanted.Chunk(1000))
        {
            lines.AddRange(
                await db.Set<ParticipationEventRow>()
                    .AsNoTracking()
                    .Where(e => some.Contains(e.ParticipantId))
                    .OrderBy(e => e.Sequence)
                    .ToListAsync(ct)
            );
        }

        return lines.ToLookup(l => l.ParticipantId);
    }

    /// <summary>Writes one line for each of these people, all or none. <paramref name="line"/> fills in what happened; number, time and writer are filled in here.</summary>
    public async Task<Outcome<int>> Write(
        IReadOnlyList<ParticipantRow> people,
        Func<ParticipantRow, ParticipationEventRow> line,
        CancellationToken ct
    )
    {
        var stories = await Lines(people, ct);
        var written = new List<ParticipationEventRow>(people.Count);
        foreach (var person in people)
        {
            var next = Numbered(line(person), person);
            var standing = ParticipationHistory.Record(
                LotOf(person),
                [.. stories[person.Id].Select(Story.Line)],
                Story.Line(next),
                Today
            );
            if (standing is not Outcome<Standing>.Done { Value: var stands })
            {
                return new Outcome<int>.Refused(standing.Why);
            }

            Story.Show(person, stands);
            person.Lines = next.Sequence;
            written.Add(next);
        }

        if (written is [var only])
        {
            db.Add(only);
        }
        else
        {
            await BulkWriter.Insert(db, written, ct: ct);
        }

        await db.SaveChangesAsync(ct);
        return written.Count;
    }

    private ParticipationEventRow Numbered(ParticipationEventRow line, ParticipantRow person)
    {
        line.ParticipantId = person.Id;
        line.Sequence = person.Lines + 1;
        line.MunicipalityId = person.MunicipalityId;
        line.ExperimentId = person.ExperimentId;
        line.RecordedAt = now;
        line.RecordedBy = actor.AccountId;
        return line;
    }
}

/// <summary>There is no such person here, or not in this account's caseload.</summary>
public sealed record NoSuchParticipant : Refusal
{
    public override string Message =>
        "Deze persoon is niet gevonden. Misschien hoort de persoon niet bij uw caseload; vraag het de projectleider.";
}
