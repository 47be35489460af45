// SPDX-License-Identifier: EUPL-1.2
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Ledger;

/// <summary>Adds the recorded acts to the chain of the municipality, inside the caller's transaction, and seals the new head.</summary>
public sealed class LedgerWriter(KeyRing keys, TimeProvider clock)
{
    internal async Task Write(ProeftuinDb db, Actor actor, LedgerDraft draft, EntryRule rule, CancellationToken ct)
    {
        if (draft.Acts.Count == 0 && (draft.HasChanges || rule == EntryRule.Always))
        {
            throw new InvalidOperationException(
                "Nothing was recorded in the ledger: call entry.Record before returning."
            );
        }

        var acts = draft.Acts.Where(act => Counts(act, draft, rule)).ToList();
        if (acts.Count == 0)
        {
            return;
        }

        foreach (var chain in draft.Chains(db.MunicipalityId))
        {
            await Database.LockChain(db, chain, ct);
            var head =
                await db.Set<LedgerHeadRow>().SingleOrDefaultAsync(h => h.Chain == chain, ct) ?? NewHead(db, chain);
            foreach (var act in acts)
            {
                var carries = draft.HasChanges && ReferenceEquals(act, draft.Acts[0]);
                var personal = carries && chain == db.MunicipalityId ? draft.ChangesAsJson(personal: true) : null;
                Append(db, head, actor, draft.By ?? actor.AccountId, act, carries ? draft : null, personal);
            }

            head.Seal = keys.Seal(SealedText(head));
        }

        draft.IsWriting = true;
        await db.SaveChangesAsync(ct);
        draft.IsWriting = false;
    }

    internal static byte[] SealedText(LedgerHeadRow head)
    {
        var text = new byte[16 + 8 + LedgerEntry.HashLength];
        head.Chain.TryWriteBytes(text, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(text.AsSpan(16), head.Sequence);
        head.Hash.CopyTo(text.AsSpan(24));
        return text;
    }

    private static bool Counts(Act act, LedgerDraft draft, EntryRule rule) =>
        rule == EntryRule.Always || draft.HasChanges || act.Count is not null || act.Receipt is not null;

    private static LedgerHeadRow NewHead(ProeftuinDb db, Guid chain) =>
        db.Add(new LedgerHeadRow { Chain = chain, Hash = LedgerEntry.Beginning }).Entity;

    private void Append(
        ProeftuinDb db,
        LedgerHeadRow head,
        Actor actor,
        Guid account,
        Act act,
        LedgerDraft? draft,
        byte[]? personal
    )
    {
        var payload = personal is null
            ? null
            : new LedgerPayloadRow
            {
                Chain = head.Chain,
                Sequence = head.Sequence + 1,
                Salt = RandomNumberGenerator.GetBytes(32),
                Content = keys.Encrypt(personal, LedgerPayloads.Place(head.Chain, head.Sequence + 1)),
            };
        var entry = new LedgerEntry
        {
            Chain = head.Chain,
            Sequence = head.Sequence + 1,
            At = WholeMicroseconds(clock.GetUtcNow()),
            AccountId = account,
            Roles = string.Join(',', actor.Roles.Order().Select(r => r.ToString())),
            Action = act.Action,
            Subject = act.Subject,
            Reason = act.Reason.Text,
            Changes = draft?.ChangesAsJson(personal: false) is { } changes ? Encoding.UTF8.GetString(changes) : null,
            Count = act.Count,
            Receipt = act.Receipt,
            DataSubject = act.DataSubject,
            PayloadHash = payload is null ? null : LedgerEntry.HashPayload(payload.Salt, payload.Content),
            Previous = head.Hash,
        };
        var sealedEntry = entry with { Hash = entry.ComputeHash() };
        db.Add(LedgerEntryRow.Of(sealedEntry));
        if (payload is not null)
        {
            db.Add(payload);
        }

        (head.Sequence, head.Hash) = (sealedEntry.Sequence, sealedEntry.Hash);
    }

    /// <summary>PostgreSQL keeps microseconds; what is hashed must be what is stored.</summary>
    private static DateTimeOffset WholeMicroseconds(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
