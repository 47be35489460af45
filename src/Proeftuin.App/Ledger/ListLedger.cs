// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Ledger;

/// <summary>Which lines: by action, account, person and days, and from where to go on.</summary>
public sealed record LedgerQuery(
    string? Action,
    Guid? AccountId,
    Guid? DataSubject,
    DateOnly? From,
    DateOnly? UpTo,
    long? Before
);

/// <summary>A page of the ledger, newest first, with the names of the accounts, which content was erased, and the actions that occur.</summary>
public sealed record LedgerPage(
    IReadOnlyList<LedgerEntry> Entries,
    IReadOnlyDictionary<Guid, string> Accounts,
    IReadOnlyDictionary<long, Erasure> Erased,
    IReadOnlyList<string> Actions,
    long Total,
    bool HasMore
)
{
    /// <summary>The name of an account in a line; work of the installation itself has no account.</summary>
    public static string NameOf(IReadOnlyDictionary<Guid, string> accounts, Guid account) =>
        accounts.GetValueOrDefault(account, account == Guid.Empty ? "Proeftuin" : "onbekend account");
}

/// <summary>The ledger of the own municipality for the auditor: no personal content.</summary>
public sealed class ListLedger(Work work)
{
    private const int PageSize = 50;

    public Task<Outcome<LedgerPage>> Handle(LedgerQuery query, Actor actor, CancellationToken ct) =>
        work.Look<LedgerPage>(
            actor,
            Permission.ReadLedger,
            async db =>
            {
                var chain = db.Set<LedgerEntryRow>().Where(e => e.Chain == actor.MunicipalityId);
                var found = Filter(chain, query);
                var total = await found.LongCountAsync(ct);
                if (query.Before is { } before)
                {
                    found = found.Where(e => e.Sequence < before);
                }

                var rows = await found.OrderByDescending(e => e.Sequence).Take(PageSize + 1).ToListAsync(ct);
                var erased = await Erasure.Of(db, actor.MunicipalityId, [.. rows.Select(r => r.Sequence)], ct);
                var shown = rows.Select(r => r.AccountId).Concat(erased.Values.Select(e => e.AccountId)).ToHashSet();
                var accounts = await db.Set<AccountRow>()
                    .Where(a => shown.Contains(a.Id) || db.Set<RoleGrantRow>().Any(g => g.AccountId == a.Id))
                    .ToDictionaryAsync(a => a.Id, a => a.Name, ct);
                var actions = await chain.Select(e => e.Action).Distinct().OrderBy(a => a).ToListAsync(ct);
                return new LedgerPage(
                    [.. rows.Take(PageSize).Select(r => r.Entry)],
                    accounts,
                    erased,
                    actions,
                    total,
                    rows.Count > PageSize
                );
            },
            ct
        );

    private static IQueryable<LedgerEntryRow> Filter(IQueryable<LedgerEntryRow> rows, LedgerQuery query)
    {
        if (!string.IsNullOrEmpty(query.Action))
        {
            rows = rows.Where(e => e.Action == query.Action);
        }

        if (query.AccountId is { } account)
        {
            rows = rows.Where(e => e.AccountId == account);
        }

        if (query.DataSubject is { } person)
        {
            rows = rows.Where(e => e.DataSubject == person);
        }

        if (query.From is { } from)
        {
            var start = DutchTime.Start(from);
            rows = rows.Where(e => e.At >= start);
        }

        if (query.UpTo is { } last)
        {
            var end = DutchTime.Start(last.AddDays(1));
            rows = rows.Where(e => e.At < end);
        }

        return rows;
    }
}

/// <summary>Times are kept in UTC and shown as the clock in the Netherlands stood.</summary>
public static class DutchTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateTimeOffset Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>"22-11-2026 00:41:07".</summary>
    public static string Text(DateTimeOffset time) =>
        TimeZoneInfo
            .ConvertTime(time, Zone)
            .ToString("dd-MM-yyyy HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
