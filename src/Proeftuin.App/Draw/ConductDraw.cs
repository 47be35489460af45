// SPDX-License-Identifier: EUPL-1.2
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>Computes the draw, once: places, receipt and ledger entry in one transaction. Whoever comes second is told that somebody was first.</summary>
public sealed class ConductDraw(Work work, KeyRing keys, TimeProvider clock)
{
    public static readonly string Program =
        "Proeftuin "
        + (
            typeof(ConductDraw)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion.Split('+')[0]
            ?? ""
        );

    public sealed record Command(string DrawId);

    public Task<Outcome<Hash256>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Hash256>(
            actor,
            Permission.ConductDraw,
            async (db, entry) =>
            {
                var found = await DrawFile.Find(db, command.DrawId, ct);
                if (found is not Outcome<DrawRow>.Done { Value: var row })
                {
                    return new Outcome<Hash256>.Refused(found.Why);
                }

                if (row.ConductedAt is not null)
                {
                    return new DrawnAlready();
                }

                var committed = DrawFile.Committed(row);
                if (committed is not Outcome<CommittedRecord>.Done { Value: var record })
                {
                    return new Outcome<Hash256>.Refused(committed.Why);
                }

                var inputs = new DrawInputs(
                    await DrawFile.Frame(db, row.Id, ct),
                    await DrawFile.Publications(db, row.Id, ct),
                    await Secrets(db, row.Id, ct),
                    row.Entropy
                );
                var now = clock.GetUtcNow();
                var drawn = DrawCeremony.Conduct(row.State, record, inputs, now);
                if (drawn is not Outcome<DrawnLots>.Done { Value: var lots })
                {
                    return new Outcome<Hash256>.Refused(drawn.Why);
                }

                var receipt = ReceiptSignature.Sign(
                    Receipt.Of(
                        record,
                        inputs.Publications,
                        InOrder(record, inputs.Secrets),
                        row.Entropy!,
                        lots,
                        Program
                    ),
                    keys.PublicKey,
                    text => keys.Sign(text)
                );
                row.State = DrawTransitions.Take(row.State, DrawStep.Conduct).OrThrow().To;
                (row.ConductedAt, row.ConductedBy) = (now, actor.AccountId);
                row.AssignmentSha256 = receipt.AssignmentSha256.ToString();
                row.MerkleRoot = receipt.MerkleRoot.ToString();
                var document = receipt.Write();
                db.Add(
                    new DrawReceiptRow
                    {
                        DrawRowId = row.Id,
                        MunicipalityId = row.MunicipalityId,
                        Document = document,
                        Sha256 = Hash256.Of(document).ToString(),
                    }
                );
                // The row first: its version decides who was first, before anybody writes many places.
                await db.SaveChangesAsync(ct);
                var written = await BulkWriter.Insert(db, Places(row, lots), ct: ct);
                entry.Record(
                    "loting.getrokken",
                    DrawFile.Subject(row.DrawId),
                    DrawFile.Prescribed(DrawStep.Conduct),
                    row.AssignmentSha256,
                    written
                );
                return receipt.AssignmentSha256;
            },
            ct
        );

    private static IReadOnlyList<Secret> InOrder(CommittedRecord record, IReadOnlyList<Secret> opened) =>
        [.. record.Holders.Select(h => opened.Single(s => s.Commitment == h.Commitment))];

    private static async Task<IReadOnlyList<Secret>> Secrets(ProeftuinDb db, Guid draw, CancellationToken ct) =>
        [
            .. (
                await db.Set<DrawHolderRow>()
                    .Where(h => h.DrawRowId == draw && h.Secret != null)
                    .Select(h => h.Secret)
                    .ToListAsync(ct)
            ).Select(s => Secret.Parse(s).OrThrow()),
        ];

    private static IEnumerable<PlacementRow> Places(DrawRow row, DrawnLots lots) =>
        Enumerable
            .Range(0, lots.Count)
            .Select(i => new PlacementRow
            {
                DrawRowId = row.Id,
                Position = i,
                MunicipalityId = row.MunicipalityId,
                Pseudonym = lots.Frame.Units[i].Pseudonym,
                Stratum = lots.Frame.Units[i].Stratum,
                Ticket = lots.TicketOf(i).ToString(),
                Rank = lots.RankOf(i),
                Arm = lots.ArmOf(i),
            });
}

/// <summary>The draw was computed before; that happens once.</summary>
public sealed record DrawnAlready : Refusal
{
    public override string Message => "Deze loting is al getrokken. Dat gebeurt precies één keer.";
}
