// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Ledger;

/// <summary>What recomputing one chain gave: how many lines are right, and the first fault if there is one.</summary>
public sealed record ChainResult(Guid Chain, string Name, long Lines, byte[] Hash, LedgerFault? Fault);

/// <summary>Recomputes chains from content only, in small steps, so that a million lines need no memory.</summary>
public sealed class LedgerVerification(Database database, KeyRing keys)
{
    private const int Step = 10_000;

    /// <summary>All chains of this installation: the system's own, every municipality's, and any other that the store holds.</summary>
    public async Task<IReadOnlyList<ChainResult>> All(
        Action<long>? progress,
        IReadOnlyList<Checkpoint> checkpoints,
        CancellationToken ct
    )
    {
        await using var db = database.Open(Guid.Empty);
        await using var moment = await Database.Begin(db, write: false, ct);
        var names = await db.Set<MunicipalityRow>().AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var chains = await db.Set<LedgerEntryRow>().Select(e => e.Chain).Distinct().ToListAsync(ct);
        var heads = await db.Set<LedgerHeadRow>().Select(h => h.Chain).ToListAsync(ct);
        var payloads = await db.Set<LedgerPayloadRow>().Select(p => p.Chain).Distinct().ToListAsync(ct);
        var results = new List<ChainResult>();
        long before = 0;
        var all = chains
            .Concat(heads)
            .Concat(payloads)
            .Concat(names.Keys)
            .Concat(checkpoints.Select(c => c.Chain))
            .Distinct()
            .Order();
        foreach (var chain in all)
        {
            var name = names.GetValueOrDefault(chain, chain == Guid.Empty ? "systeem" : "onbekende gemeente");
            var done = before;
            var result = await Verify(db, chain, name, checkpoints, n => progress?.Invoke(done + n), ct);
            results.Add(result);
            before += result.Lines;
        }

        return results;
    }

    /// <summary>One municipality's chain.</summary>
    public async Task<ChainResult> One(Guid chain, CancellationToken ct)
    {
        await using var db = database.Open(chain);
        await using var moment = await Database.Begin(db, write: false, ct);
        return await Verify(db, chain, "", [], null, ct);
    }

    public async Task<long> Count(CancellationToken ct)
    {
        await using var db = database.Open(Guid.Empty);
        return await db.Set<LedgerEntryRow>().LongCountAsync(ct);
    }

    private async Task<ChainResult> Verify(
        ProeftuinDb db,
        Guid chain,
        string name,
        IReadOnlyList<Checkpoint> checkpoints,
        Action<long>? progress,
        CancellationToken ct
    )
    {
        var check = new LedgerCheck(chain);
        var points = checkpoints.Where(c => c.Chain == chain).ToDictionary(c => c.Sequence);
        long? last = null;
        while (true)
        {
            if (await Read(db, chain, last, Step, ct) is not { } step)
            {
                var readable = await FirstUnreadable(db, chain, last, check, ct);
                return new ChainResult(chain, name, check.Sequence, check.Hash, readable);
            }

            foreach (var (row, payload) in step)
            {
                if (check.Next(row.Entry, payload) is { } fault)
                {
                    return new ChainResult(chain, name, check.Sequence, check.Hash, fault);
                }

                if (points.Remove(row.Sequence, out var point) && !point.Hash.AsSpan().SequenceEqual(check.Hash))
                {
                    return new ChainResult(
                        chain,
                        name,
                        check.Sequence,
                        check.Hash,
                        new CheckpointDiffers(row.Sequence)
                    );
                }
            }

            progress?.Invoke(check.Sequence);
            if (step.Count < Step)
            {
                break;
            }

            last = step[^1].Row.Sequence;
        }

        return new ChainResult(chain, name, check.Sequence, check.Hash, await End(db, chain, check, points, ct));
    }

    private async Task<LedgerFault?> End(
        ProeftuinDb db,
        Guid chain,
        LedgerCheck check,
        Dictionary<long, Checkpoint> points,
        CancellationToken ct
    )
    {
        var head = await db.Set<LedgerHeadRow>().AsNoTracking().SingleOrDefaultAsync(h => h.Chain == chain, ct);
        if (head is null)
        {
            return new HeadMissing();
        }

        if (!keys.Seal(LedgerWriter.SealedText(head)).AsSpan().SequenceEqual(head.Seal))
        {
            return new SealBroken(head.Sequence);
        }

        if (check.End(head.Sequence, head.Hash) is { } fault)
        {
            return fault;
        }

        if (points.Count > 0)
        {
            return new LineMissing(points.Keys.Min());
        }

        var orphan = await db.Set<LedgerPayloadRow>()
            .Where(p => p.Chain == chain)
            .Where(p => !db.Set<LedgerEntryRow>().Any(e => e.Chain == chain && e.Sequence == p.Sequence))
            .Select(p => (long?)p.Sequence)
            .FirstOrDefaultAsync(ct);
        return orphan is { } at ? new ContentAdded(at) : null;
    }

    /// <summary>A line whose fields are not even of the right kind: reads on one by one up to it.</summary>
    private static async Task<LedgerFault> FirstUnreadable(
        ProeftuinDb db,
        Guid chain,
        long? last,
        LedgerCheck check,
        CancellationToken ct
    )
    {
        while (await Read(db, chain, last, 1, ct) is [var (row, payload)])
        {
            if (check.Next(row.Entry, payload) is { } fault)
            {
                return fault;
            }

            last = row.Sequence;
        }

        return new LineUnreadable(check.Sequence + 1);
    }

    /// <summary>The next lines with what is known of their content; null when one of them cannot be read at all.</summary>
    private static async Task<List<(LedgerEntryRow Row, StoredPayload Payload)>?> Read(
        ProeftuinDb db,
        Guid chain,
        long? after,
        int step,
        CancellationToken ct
    )
    {
        List<LedgerEntryRow> entries;
        try
        {
            entries = await db.Set<LedgerEntryRow>()
                .AsNoTracking()
                .Where(e => e.Chain == chain && (after == null || e.Sequence > after))
                .OrderBy(e => e.Sequence)
                .Take(step)
                .ToListAsync(ct);
        }
        catch (Exception broken)
            when (broken
                    is FormatException
                        or InvalidCastException
                        or ArgumentException
                        or InvalidOperationException
                        or OverflowException
            )
        {
            return null;
        }

        if (entries.Count == 0)
        {
            return [];
        }

        var (from, to) = (entries[0].Sequence, entries[^1].Sequence);
        var payloads = await db.Set<LedgerPayloadRow>()
            .AsNoTracking()
            .Where(p => p.Chain == chain && p.Sequence >= from && p.Sequence <= to)
            .ToDictionaryAsync(p => p.Sequence, p => new StoredPayload(true, p.Salt, p.Content), ct);
        return [.. entries.Select(e => (e, payloads.GetValueOrDefault(e.Sequence)))];
    }
}
