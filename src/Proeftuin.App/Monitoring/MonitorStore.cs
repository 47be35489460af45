// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>
/// Counted monitors that are still true. Each remembers the last line of the ledger that was there when it was counted;
/// because every change writes its line in the same transaction, no later line with changes means nothing changed.
/// </summary>
internal static class MonitorStore
{
    /// <summary>Changes of these kinds can never change a figure; every other change makes a counted monitor untrue.</summary>
    private static readonly string[] Harmless =
    [
        "aanmelden",
        "afmelden",
        "account.",
        "rol.",
        "feiten.geweigerd",
        "register.geweigerd",
        "cijfers.",
        "dataset.",
    ];

    public static async Task<MonitorTables?> Find(ProeftuinDb db, MonitorScope scope, CancellationToken ct)
    {
        var row = await Row(db.Set<CountedMonitorRow>().AsNoTracking(), scope).FirstOrDefaultAsync(ct);
        return row is not null && await IsTrue(db, row.Sequence, ct)
            ? MonitorJson.Read(row.Tables) with
            {
                KnownOn = scope.KnownOn,
            }
            : null;
    }

    /// <summary>The last line of the ledger in this transaction's view.</summary>
    public static async Task<long> Sequence(ProeftuinDb db, CancellationToken ct) =>
        await db.Set<LedgerEntryRow>().Where(e => e.Chain == db.MunicipalityId).MaxAsync(e => (long?)e.Sequence, ct)
        ?? 0;

    /// <summary>Whether nothing was changed after this line.</summary>
    public static async Task<bool> IsTrue(ProeftuinDb db, long sequence, CancellationToken ct)
    {
        var actions = await db.Set<LedgerEntryRow>()
            .Where(e => e.Chain == db.MunicipalityId && e.Sequence > sequence && e.Changes != null)
            .Select(e => e.Action)
            .Distinct()
            .ToListAsync(ct);
        return actions.TrueForAll(a => Array.Exists(Harmless, h => a.StartsWith(h, StringComparison.Ordinal)));
    }

    /// <summary>Keeps what was counted; who comes second with the same keeps the first.</summary>
    public static async Task Keep(
        ProeftuinDb db,
        MonitorScope scope,
        MonitorTables tables,
        long sequence,
        CancellationToken ct
    )
    {
        var row = await Row(db.Set<CountedMonitorRow>(), scope).FirstOrDefaultAsync(ct);
        if (row is null)
        {
            row = new CountedMonitorRow
            {
                ExperimentId = scope.Recorded.ExperimentId,
                CountDate = scope.CountDate,
                KnownOn = scope.KnownKey,
                Draw = scope.DrawKey,
                MunicipalityId = db.MunicipalityId,
            };
            db.Add(row);
        }

        if (row.Tables.Length == 0 || row.Sequence <= sequence)
        {
            (row.Sequence, row.Tables) = (sequence, MonitorJson.Text(tables));
        }
    }

    private static IQueryable<CountedMonitorRow> Row(IQueryable<CountedMonitorRow> rows, MonitorScope scope) =>
        rows.Where(c =>
            c.ExperimentId == scope.Recorded.ExperimentId
            && c.CountDate == scope.CountDate
            && c.KnownOn == scope.KnownKey
            && c.Draw == scope.DrawKey
        );
}
