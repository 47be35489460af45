// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>One letter: to whom, with which code, and the text of the group.</summary>
public sealed record Letter(string? Name, string? Address, string TicketCode, IReadOnlyList<RulesSection> Text);

/// <summary>The letters of a batch with names and addresses, ready to print. The text is the one the batch was made with; opening the letters is recorded, and from the second time as printing again.</summary>
public sealed class PrintLetters(Work work, IdentityStore identities, TimeProvider clock)
{
    public sealed record View(LetterBatchRow Batch, string Municipality, bool Again, IReadOnlyList<Letter> Letters);

    private const string First = "deelname.brieven.afgedrukt";

    public Task<Outcome<View>> Handle(string experiment, Guid batchId, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.LeadParticipation,
            async (db, entry) =>
            {
                var batch = await db.Set<LetterBatchRow>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(b => b.Id == batchId, ct);
                var found = await Recruits.Of(db, experiment, actor, clock, ct);
                if (
                    batch is null
                    || found is not Outcome<Recruits>.Done { Value.Recorded: var recorded }
                    || recorded.ExperimentId != batch.ExperimentId
                )
                {
                    return new NoSuchBatch();
                }

                var people = await Recipients(db, batch, ct);
                var texts = LetterText.Read(batch);
                var sha = LetterText.Sha256(people.Select(p => (p.Pseudonym, p.DrawnArm)), texts);
                if (!string.Equals(sha, batch.Sha256, StringComparison.Ordinal))
                {
                    throw new InvalidOperationException(
                        $"Batch {batch.Id} no longer gives the letters it was made with."
                    );
                }

                var subject = $"brieven/{batch.Id}";
                var again = await db.Set<LedgerEntryRow>()
                    .AnyAsync(e => e.Chain == actor.MunicipalityId && e.Action == First && e.Subject == subject, ct);
                var why = again
                    ? "Dezelfde brieven opnieuw geopend om af te drukken"
                    : "Brieven geopend om af te drukken";
                entry.Record(
                    again ? "deelname.brieven.opnieuw-afgedrukt" : First,
                    subject,
                    Reason.Of(why).OrThrow(),
                    batch.Sha256,
                    people.Count
                );
                var letters = await Addressed(db, people, texts, ct);
                return new View(batch, recorded.Protocol.Municipalities[0].Name, again, letters);
            },
            ct
        );

    private static async Task<List<ParticipantRow>> Recipients(
        ProeftuinDb db,
        LetterBatchRow batch,
        CancellationToken ct
    )
    {
        var people = await db.Set<ParticipantRow>()
            .AsNoTracking()
            .Where(p =>
                db.Set<ParticipationEventRow>().Any(e => e.ParticipantId == p.Id && e.LetterBatchId == batch.Id)
            )
            .ToListAsync(ct);
        return [.. people.OrderBy(p => p.Pseudonym, StringComparer.Ordinal).ThenBy(p => p.PersonId)];
    }

    private async Task<List<Letter>> Addressed(
        ProeftuinDb db,
        List<ParticipantRow> people,
        SortedDictionary<string, IReadOnlyList<RulesSection>> texts,
        CancellationToken ct
    )
    {
        var letters = new List<Letter>(people.Count);
        foreach (var some in people.Chunk(500))
        {
            var who = await identities.Reveal(db, [.. some.Select(p => p.PersonId)], ct);
            letters.AddRange(
                some.Select(p => new Letter(
                    who.GetValueOrDefault(p.PersonId)?.Name,
                    who.GetValueOrDefault(p.PersonId)?.Address,
                    TicketCode.Grouped(p.Pseudonym),
                    texts[p.DrawnArm]
                ))
            );
        }

        return letters;
    }
}

/// <summary>There is no such batch of letters in this experiment.</summary>
public sealed record NoSuchBatch : Refusal
{
    public override string Message => "Deze brieven bestaan hier niet. Kies een partij brieven uit de lijst.";
}
