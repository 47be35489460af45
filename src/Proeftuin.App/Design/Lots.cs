// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Design;

/// <summary>
/// Whether lots were committed; from then on a protocol changes only by decision. Read from the ledger, which cannot forget: a committed draw of
/// any experiment of the municipality counts, which errs on the side of asking for a decision.
/// </summary>
internal static class Lots
{
    public const string CommittedAction = "loting.vastgelegd";

    public static Task<bool> AreCommitted(ProeftuinDb db, Guid municipality, CancellationToken ct) =>
        db.Set<LedgerEntryRow>().AnyAsync(e => e.Chain == municipality && e.Action == CommittedAction, ct);
}
