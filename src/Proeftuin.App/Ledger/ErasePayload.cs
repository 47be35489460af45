// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Ledger;

/// <summary>Erases the personal content beside one ledger line. The line itself, and the proof that nothing else changed, stay.</summary>
public sealed class ErasePayload(Work work)
{
    public Task<Outcome<long>> Handle(long sequence, string? because, Actor actor, CancellationToken ct) =>
        work.Do<long>(
            actor,
            Permission.EraseContent,
            async (db, entry) =>
            {
                var payload = await db.Set<LedgerPayloadRow>()
                    .SingleOrDefaultAsync(p => p.Chain == actor.MunicipalityId && p.Sequence == sequence, ct);
                if (payload is not { Content: not null })
                {
                    return new NoContentToErase(sequence);
                }

                return Reason
                    .Of(because)
                    .Map(reason =>
                    {
                        (payload.Salt, payload.Content) = (null, null);
                        entry.Erases = true;
                        entry.Record(LedgerCheck.ErasedAction, LedgerCheck.ErasedSubject(sequence), reason, count: 1);
                        return sequence;
                    });
            },
            ct
        );
}

/// <summary>There is no personal content beside this line, or it was erased before.</summary>
public sealed record NoContentToErase(long Sequence) : Refusal
{
    public override string Message => $"Bij regel {Dutch.Count(Sequence)} staat geen persoonlijke inhoud (meer).";
}
