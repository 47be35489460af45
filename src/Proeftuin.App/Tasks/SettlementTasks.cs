// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Tasks;

/// <summary>What waits around settling: a month that is due or broken off, a change by hand, an objection.</summary>
internal static class SettlementTasks
{
    private const string Where = "Verrekenen";

    public static async Task<List<OpenTask>> Of(ProeftuinDb db, Actor actor, DateOnly today, CancellationToken ct)
    {
        var tasks = new List<OpenTask>();
        if (Permissions.Allows(actor.Roles, Permission.SettleMonths))
        {
            var last = await db.Set<SettlementRunRow>()
                .OrderByDescending(r => r.Month)
                .ThenByDescending(r => r.Number)
                .FirstOrDefaultAsync(ct);
            if (last is { FinishedAt: null })
            {
                tasks.Add(new($"Maak de verrekening van {Name(last.Month)} af", Where, "/verrekenen/maand"));
            }
            else if (last is not null && last.Month.AddMonths(1) < Month.Of(today).FirstDay)
            {
                tasks.Add(new($"Verreken {Name(last.Month.AddMonths(1))}", Where, "/verrekenen/maand"));
            }
            else if (last is null && await db.Set<RegisterSnapshotRow>().AnyAsync(ct))
            {
                tasks.Add(new("Lees inkomsten in en verreken de eerste maand", Where, "/verrekenen"));
            }

            var objections = await db.Set<ObjectionRow>().CountAsync(o => o.Outcome == null, ct);
            if (objections > 0)
            {
                tasks.Add(new($"Leg de uitkomst van bezwaren vast ({Dutch.Count(objections)})", Where, "/verrekenen"));
            }
        }

        if (
            Permissions.Allows(actor.Roles, Permission.ApproveByHand)
            && await db.Set<ByHandRow>().AnyAsync(b => b.State == ByHandState.Asked && b.AskedBy != actor.AccountId, ct)
        )
        {
            tasks.Add(new("Beoordeel een wijziging met de hand", Where, "/verrekenen/met-de-hand"));
        }

        return tasks;
    }

    private static string Name(DateOnly month) => Dutch.MonthOf(month.Year, month.Month);
}
