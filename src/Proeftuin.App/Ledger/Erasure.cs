// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Ledger;

/// <summary>The line that says that the personal content beside another line was erased: who did it, when and why.</summary>
public sealed record Erasure(long Line, long RecordedAt, DateTimeOffset At, Guid AccountId, string Reason)
{
    /// <summary>The erasures of these lines of one chain, by line.</summary>
    internal static async Task<IReadOnlyDictionary<long, Erasure>> Of(
        ProeftuinDb db,
        Guid chain,
        IReadOnlyCollection<long> lines,
        CancellationToken ct
    )
    {
        var subjects = lines.Select(LedgerCheck.ErasedSubject).ToList();
        var found = await db.Set<LedgerEntryRow>()
            .AsNoTracking()
            .Where(e => e.Chain == chain && e.Action == LedgerCheck.ErasedAction && subjects.Contains(e.Subject))
            .ToListAsync(ct);
        return found
            .Select(e => new Erasure(LineOf(e.Subject), e.Sequence, e.At, e.AccountId, e.Reason))
            .ToDictionary(e => e.Line);
    }

    private static long LineOf(string subject) =>
        long.Parse(subject.AsSpan(subject.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
}
