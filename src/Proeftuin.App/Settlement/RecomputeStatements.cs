// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Settlement;

/// <summary>
/// Settles every statement of a month again from what was kept with it, with the parameters as known on its day, and says what comes out
/// otherwise. Changes nothing; that it was done stands in the ledger.
/// </summary>
public sealed class RecomputeStatements(Work work)
{
    private const int AtATime = 1000;

    /// <summary>How many came out the same to the letter, which did not, and which were changed since they were written. Statements are named by id.</summary>
    public sealed record Result(
        int Statements,
        IReadOnlyList<Different> Different,
        IReadOnlyList<Guid> Changed,
        int WithOtherParameters
    );

    /// <summary>A statement that comes out otherwise: the benefit then and now, or why it is refused now.</summary>
    public sealed record Different(Guid Statement, Eur Then, Eur? Now, string? Why);

    public Task<Outcome<Result>> Handle(Month month, Actor actor, Action<long, long>? progress, CancellationToken ct) =>
        work.Read<Result>(
            actor,
            Permission.SeeStatements,
            async (db, entry) =>
            {
                var ids = await db.Set<StatementRow>()
                    .Where(s => s.Month == month.FirstDay)
                    .Select(s => s.Id)
                    .ToListAsync(ct);
                var (different, changed, other) = (new List<Different>(), new List<Guid>(), 0);
                var done = 0;
                foreach (var some in ids.Order().Chunk(AtATime))
                {
                    foreach (
                        var row in await db.Set<StatementRow>()
                            .AsNoTracking()
                            .Where(s => some.Contains(s.Id))
                            .ToListAsync(ct)
                    )
                    {
                        other += string.Equals(
                            row.ParametersSha256,
                            TownFacts.ParametersSha256,
                            StringComparison.Ordinal
                        )
                            ? 0
                            : 1;
                        if (IsChanged(row))
                        {
                            changed.Add(row.Id);
                        }
                        else if (Again(row) is { } difference)
                        {
                            different.Add(difference);
                        }
                    }

                    done += some.Length;
                    progress?.Invoke(done, ids.Count);
                }

                entry.Record(
                    "verrekening.nagerekend",
                    $"verrekening/{month}",
                    Reason.Of("Verrekeningen opnieuw uitgerekend uit wat erbij is bewaard").OrThrow(),
                    count: ids.Count
                );
                return new Result(ids.Count, different, changed, other);
            },
            ct
        );

    /// <summary>Whether the texts or the amounts are not those that were written.</summary>
    private static bool IsChanged(StatementRow row) =>
        !string.Equals(row.ContentSha256, PartOfRun.ContentOf(row.Id, row.Input, row.Lines), StringComparison.Ordinal);

    private static Different? Again(StatementRow row)
    {
        var then = new Eur(row.BenefitCents);
        return SettlementJson
            .Input(row.Input)
            .Settle(row.KnownOn)
            .Match<Different?>(
                now =>
                    string.Equals(
                        SettlementJson.Text([.. now.Lines.Select(StoredLine.Of)]),
                        row.Lines,
                        StringComparison.Ordinal
                    )
                    && (now.Benefit.Cents, now.HolidayPaid.Cents, now.Earnings.Cents, now.Exempt.Cents)
                        == (row.BenefitCents, row.HolidayPaidCents, row.EarningsCents, row.ExemptCents)
                        ? null
                        : new(row.Id, then, now.Benefit, null),
                why => new(row.Id, then, null, string.Join(' ', why.Select(w => w.Message)))
            );
    }
}
