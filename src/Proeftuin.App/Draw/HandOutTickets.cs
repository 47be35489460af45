// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>The list for the letters: who gets which ticket code and which nonce. Everyone on the frozen list gets these before the entropy moment; the list says nothing about any arm. Reading it is recorded.</summary>
public sealed class HandOutTickets(Work work, IdentityStore identities)
{
    /// <summary>The letters as CSV (semicolons, UTF-8) and how many there are.</summary>
    public sealed record Letters(byte[] Csv, int Count);

    public Task<Outcome<Letters>> Handle(string drawId, Reason reason, Actor actor, CancellationToken ct) =>
        work.Read<Letters>(
            actor,
            Permission.SendTickets,
            async (db, entry) =>
            {
                var found = await DrawFile.FindToSee(db, drawId, ct);
                if (found is not Outcome<DrawRow>.Done { Value: var row })
                {
                    return new Outcome<Letters>.Refused(found.Why);
                }

                if (row.FrozenAt is null)
                {
                    return new NotThereYet(row.State);
                }

                var members = await db.Set<FrameMemberRow>()
                    .AsNoTracking()
                    .Where(m => m.DrawRowId == row.Id)
                    .ToListAsync(ct);
                var text = new StringBuilder("lotingnummer;lotcode;controlewoord;naam;adres\r\n");
                foreach (var some in members.OrderBy(m => m.Pseudonym, StringComparer.Ordinal).Chunk(500))
                {
                    var who = await identities.Reveal(db, [.. some.Select(m => m.PersonId)], ct);
                    foreach (var member in some)
                    {
                        text.AppendJoin(';', Cells(row, member, who[member.PersonId])).Append("\r\n");
                    }
                }

                entry.Record("loting.lotcodes.opgehaald", DrawFile.Subject(row.DrawId), reason, count: members.Count);
                return new Letters(
                    [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())],
                    members.Count
                );
            },
            ct
        );

    private static IEnumerable<string> Cells(DrawRow row, FrameMemberRow member, NewIdentity who) =>
        new[]
        {
            row.DrawId,
            TicketCode.Grouped(member.Pseudonym),
            Convert.ToHexStringLower(member.Nonce),
            who.Name ?? "",
            who.Address ?? "",
        }.Select(cell => $"\"{DefectCsv.Neutral(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
}
