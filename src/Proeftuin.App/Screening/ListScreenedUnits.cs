// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Screening;

/// <summary>One page of the units of a screening by verdict and ground, under their pseudonyms. Looking at the list is a ledger event.</summary>
public sealed class ListScreenedUnits(Work work)
{
    public const int PageSize = 50;

    public sealed record Query(string Experiment, Guid Screening, Verdict? Verdict, string? Ground, int Page);

    public sealed record View(int Total, IReadOnlyList<ScreenedUnitRow> Units);

    public Task<Outcome<View>> Handle(Query query, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.SeeHousehold,
            async (db, entry) =>
            {
                if (await ScreeningOf.Find(db, query.Experiment, query.Screening, ct) is null)
                {
                    return new NoSuchScreening();
                }

                var chosen = db.Set<ScreenedUnitRow>().AsNoTracking().Where(u => u.ScreeningId == query.Screening);
                chosen = query.Verdict is { } verdict ? chosen.Where(u => u.Verdict == verdict) : chosen;
                if (!string.IsNullOrEmpty(query.Ground))
                {
                    var code = $" {query.Ground} ";
                    chosen = chosen.Where(u => (" " + u.Grounds + " ").Contains(code));
                }

                var total = await chosen.CountAsync(ct);
                var page = await chosen
                    .OrderBy(u => u.UnitId)
                    .Skip(PageSize * Math.Max(0, query.Page - 1))
                    .Take(PageSize)
                    .ToListAsync(ct);
                entry.Record(
                    "huishoudens.bekeken",
                    $"screening/{query.Screening}",
                    Reason.Of("Lijst van gescreende huishoudens bekeken").OrThrow(),
                    count: page.Count
                );
                return new View(total, page);
            },
            ct
        );
}
