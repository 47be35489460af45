// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>Proves to one person that this person stands on the committed list, for who has the ticket code and the check word of the letter, or for the project lead who helps that person.</summary>
public sealed class ShowIdentityProof(Work work, KeptTrees trees)
{
    private static readonly Reason WithLetter = Reason.Of("Met lotcode en controlewoord van de brief.").OrThrow();

    /// <summary>For everybody who has the letter. What is shown is recorded in the ledger of the municipality; a wrong guess is not.</summary>
    public async Task<Outcome<IdentityProof>> Handle(
        string drawId,
        string? code,
        string? checkWord,
        CancellationToken ct
    )
    {
        var draw = await work.LookInPublic<DrawRow>(
            async db =>
                await db.Set<DrawRow>()
                    .IgnoreQueryFilters()
                    .SingleOrDefaultAsync(d => d.DrawId == drawId && d.Committed != null, ct)
                    is { } row
                    ? row
                    : new NotOnTheList(),
            ct
        );
        if (
            draw is not Outcome<DrawRow>.Done { Value: var found }
            || TicketCode.Read(code) is not { } ticket
            || NonceOf(checkWord) is not { } nonce
        )
        {
            return new NotOnTheList();
        }

        var home = await work.LookInPublic<Guid>(async db => await Contributions.HomeOf(db, found, ticket, ct), ct);
        var nobody = new Actor(Guid.Empty, "Deelnemer met brief", home.OrThrow(), new HashSet<Role>());
        return await work.DoUnchecked<IdentityProof>(
            nobody,
            EntryRule.Always,
            async (db, entry) =>
            {
                var behind = await Behind(db, found.Id, ticket, ct);
                return behind.Find(m => CryptographicOperations.FixedTimeEquals(m.Nonce, nonce)) is { } member
                    ? await Proof(db, entry, found, member, WithLetter, ct)
                    : new NotOnTheList();
            },
            ct
        );
    }

    /// <summary>For the project lead, who prints it for one household that asks: a proof for each of its persons.</summary>
    public Task<Outcome<IReadOnlyList<IdentityProof>>> HandleFor(
        string drawId,
        string? code,
        Reason reason,
        Actor actor,
        CancellationToken ct
    ) =>
        work.Read<IReadOnlyList<IdentityProof>>(
            actor,
            Permission.SendTickets,
            async (db, entry) =>
            {
                var draw = await DrawFile.FindToSee(db, drawId, ct);
                if (draw is not Outcome<DrawRow>.Done { Value: var row })
                {
                    return new Outcome<IReadOnlyList<IdentityProof>>.Refused(draw.Why);
                }

                if (row.Committed is null)
                {
                    return new NotCommittedYet(row.State);
                }

                var behind = await Behind(db, row.Id, TicketCode.Read(code) ?? "", ct);
                if (behind.Count == 0)
                {
                    return new NoSuchTicket();
                }

                var proofs = new List<IdentityProof>();
                foreach (var member in behind)
                {
                    var proof = await Proof(db, entry, row, member, reason, ct);
                    if (proof is not Outcome<IdentityProof>.Done { Value: var done })
                    {
                        return new Outcome<IReadOnlyList<IdentityProof>>.Refused(proof.Why);
                    }

                    proofs.Add(done);
                }

                return proofs;
            },
            ct
        );

    private static Task<List<FrameMemberRow>> Behind(ProeftuinDb db, Guid draw, string ticket, CancellationToken ct) =>
        db.Set<FrameMemberRow>()
            .AsNoTracking()
            .Where(m => m.DrawRowId == draw && m.Pseudonym == ticket)
            .OrderBy(m => m.PersonId)
            .ToListAsync(ct);

    private async Task<Outcome<IdentityProof>> Proof(
        ProeftuinDb db,
        Ledger.LedgerDraft entry,
        DrawRow row,
        FrameMemberRow member,
        Reason reason,
        CancellationToken ct
    )
    {
        var tree = await trees.Of(
            row.Id,
            "personen",
            async () => Membership.IdentityTree(await DrawFile.AllMembers(db, row, ct))
        );
        entry.Record(
            "loting.identiteitsbewijs-getoond",
            DrawFile.Subject(row.DrawId),
            reason,
            dataSubject: member.PersonId
        );
        return DrawFile
            .Committed(row)
            .Then(record => IdentityProof.Of(tree, DrawFile.Member(member), record.IdentityRoot));
    }

    private static byte[]? NonceOf(string? typed)
    {
        var hex = typed?.Replace(" ", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
        return Hash256.TryParse(hex, out var bytes) ? bytes.ToBytes() : null;
    }
}
