// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>The file of one person who was drawn: who, where they stand, what happened and who wrote it down, corrections included. Opening it is a ledger event about that person.</summary>
public sealed class SeeParticipant(Work work, IdentityStore identities, TimeProvider clock)
{
    /// <summary>A line with the name of who wrote it, the name of an assigned case manager, and the number of the line that took it back.</summary>
    public sealed record Line(ParticipationEventRow Row, string WrittenBy, string? CaseManager, int? RetractedBy);

    public sealed record View(
        RecordedProtocol Recorded,
        ParticipantRow Row,
        string? Name,
        string? Address,
        Lot Lot,
        string? CaseManager,
        IReadOnlyList<Line> Lines,
        IReadOnlyList<MeetingRow> Meetings,
        IReadOnlyList<(Guid Id, string Name)> CaseManagers,
        IReadOnlyList<int> ProtocolVersions
    );

    public Task<Outcome<View>> Handle(string experiment, Guid participant, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.SeeParticipants,
            async (db, entry) =>
            {
                var found = await Recruits.Of(db, experiment, actor, clock, ct);
                if (found is not Outcome<Recruits>.Done { Value: var recruits })
                {
                    return new Outcome<View>.Refused(found.Why);
                }

                var someone = await recruits.Find(participant, ct);
                if (someone is not Outcome<ParticipantRow>.Done { Value: var person })
                {
                    return new Outcome<View>.Refused(someone.Why);
                }

                entry.Record(
                    "dossier.gelezen",
                    $"deelnemer/{person.Id}",
                    Reason.Of("Dossier van iemand die is geloot bekeken").OrThrow(),
                    dataSubject: person.PersonId
                );
                return await Load(db, recruits, person, ct);
            },
            ct
        );

    private async Task<View> Load(ProeftuinDb db, Recruits recruits, ParticipantRow person, CancellationToken ct)
    {
        var rows = (await recruits.Lines([person], ct))[person.Id].ToList();
        var accounts = rows.Select(r => r.RecordedBy)
            .Concat(rows.Select(r => r.CaseManagerId).OfType<Guid>())
            .Distinct()
            .ToList();
        var names = await db.Set<AccountRow>()
            .AsNoTracking()
            .Where(a => accounts.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var who = (await identities.Reveal(db, [person.PersonId], ct)).GetValueOrDefault(person.PersonId);
        var managers = await SeeCaseloads.CaseManagers(db, ct);
        return new View(
            recruits.Recorded,
            person,
            who?.Name,
            who?.Address,
            recruits.LotOf(person),
            managers.Find(m => m.Id == person.CaseManagerId)?.Name,
            [
                .. rows.Select(row => new Line(
                    row,
                    names.GetValueOrDefault(row.RecordedBy, "onbekend account"),
                    row.CaseManagerId is { } manager ? names.GetValueOrDefault(manager) : null,
                    rows.Find(r => r.Retracts == row.Sequence)?.Sequence
                )),
            ],
            await db.Set<MeetingRow>()
                .AsNoTracking()
                .Where(m => m.ExperimentId == person.ExperimentId)
                .OrderBy(m => m.On)
                .ToListAsync(ct),
            [.. managers.Select(m => (m.Id, m.Name))],
            await db.Set<ProtocolVersionRow>()
                .Where(v => v.ExperimentId == person.ExperimentId)
                .OrderByDescending(v => v.Number)
                .Select(v => v.Number)
                .ToListAsync(ct)
        );
    }
}
