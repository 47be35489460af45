// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Ledger;

/// <summary>What is known of the personal content beside a line. Never the content itself.</summary>
public enum BesideLine
{
    /// <summary>This line never had personal content.</summary>
    Nothing,

    /// <summary>There is content, and it can be erased.</summary>
    Content,

    /// <summary>There was content; it is gone.</summary>
    Erased,
}

/// <summary>One line of the ledger, with the names of the fields whose values stand beside it, and the erasure once that was done.</summary>
public sealed record LineView(
    LedgerEntry Entry,
    BesideLine Beside,
    IReadOnlyList<string> Fields,
    Erasure? Erasure,
    IReadOnlyDictionary<Guid, string> Accounts
)
{
    public string Who(Guid account) => LedgerPage.NameOf(Accounts, account);
}

/// <summary>One line of the own municipality's ledger, for the auditor who has to decide about the content beside it.</summary>
public sealed class SeeLine(Work work)
{
    public Task<Outcome<LineView>> Handle(long sequence, Actor actor, CancellationToken ct) =>
        work.Look<LineView>(
            actor,
            Permission.ReadLedger,
            async db =>
            {
                var row = await db.Set<LedgerEntryRow>()
                    .SingleOrDefaultAsync(e => e.Chain == actor.MunicipalityId && e.Sequence == sequence, ct);
                if (row is null)
                {
                    return new NoSuchLine(sequence);
                }

                var isPresent = await db.Set<LedgerPayloadRow>()
                    .AnyAsync(p => p.Chain == row.Chain && p.Sequence == sequence && p.Content != null, ct);
                var erasure = (await Erasure.Of(db, row.Chain, [sequence], ct)).GetValueOrDefault(sequence);
                Guid[] involved = [row.AccountId, erasure?.AccountId ?? row.AccountId];
                return new LineView(
                    row.Entry,
                    row.PayloadHash is null ? BesideLine.Nothing
                        : isPresent ? BesideLine.Content
                        : BesideLine.Erased,
                    PersonalFields(row.Changes),
                    erasure,
                    await db.Set<AccountRow>()
                        .Where(a => involved.Contains(a.Id))
                        .ToDictionaryAsync(a => a.Id, a => a.Name, ct)
                );
            },
            ct
        );

    /// <summary>"Account: Name", as the chain itself says it: the names of the fields stay, also after erasing.</summary>
    private static IReadOnlyList<string> PersonalFields(string? changes)
    {
        if (changes is null)
        {
            return [];
        }

        using var read = JsonDocument.Parse(changes);
        var fields =
            from row in read.RootElement.EnumerateArray()
            from field in row.GetProperty("velden").EnumerateObject()
            where field.Value.TryGetProperty("persoonlijk", out _)
            select $"{row.GetProperty("tabel").GetString()}: {field.Name}";
        return [.. fields.Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>The ledger has no line of this number.</summary>
public sealed record NoSuchLine(long Sequence) : Refusal
{
    public override string Message =>
        $"Regel {Dutch.Count(Sequence)} bestaat niet in dit logboek. Controleer het nummer.";
}
