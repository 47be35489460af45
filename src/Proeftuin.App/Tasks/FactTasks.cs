// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Exchange.Facts;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Tasks;

/// <summary>What waits around the facts: returns without their exit, and last month's delivery while an experiment runs.</summary>
internal static class FactTasks
{
    private static readonly FactKind[] Monthly = [FactKind.Benefit, FactKind.Earnings];

    public static async Task<IReadOnlyList<OpenTask>> Of(ProeftuinDb db, DateOnly today, CancellationToken ct)
    {
        var tasks = new List<OpenTask>();
        var waiting = await db.Set<ParkedReentryRow>().CountAsync(p => p.ResolvedAt == null, ct);
        if (waiting > 0)
        {
            tasks.Add(
                new(
                    waiting == 1
                        ? "1 herinstroom wacht op de uitstroom"
                        : $"{Dutch.Count(waiting)} keer herinstroom wacht op de uitstroom",
                    "Feiten",
                    "/feiten"
                )
            );
        }

        var last = Month.Of(today).Plus(-1);
        if (!await IsAnyRunning(db, last, ct))
        {
            return tasks;
        }

        var there = await db.Set<FactDeliveryRow>()
            .Where(d => d.Month == last.FirstDay)
            .Select(d => d.Kind)
            .Distinct()
            .ToListAsync(ct);
        var name = Dutch.MonthOf(last.Year, last.Number);
        tasks.AddRange(
            Monthly
                .Except(there)
                .Select(kind => new OpenTask(
                    kind is FactKind.Benefit
                        ? $"Lever uitstroom en herinstroom over {name} aan"
                        : $"Lever inkomsten over {name} aan",
                    "Feiten",
                    "/feiten/inlezen"
                ))
        );
        return tasks;
    }

    /// <summary>Whether people are followed in an experiment that ran in this month.</summary>
    private static async Task<bool> IsAnyRunning(ProeftuinDb db, Month month, CancellationToken ct)
    {
        var drawn = await db.Set<ParticipantRow>().Select(p => p.ExperimentId).Distinct().ToListAsync(ct);
        foreach (
            var slug in await db.Set<ExperimentRow>()
                .Where(e => drawn.Contains(e.Id))
                .Select(e => e.Slug)
                .ToListAsync(ct)
        )
        {
            var recorded = await RecordedProtocol.Latest(db, slug, ct);
            var runs = recorded.Match(
                r => r.Protocol.Period.Match(p => p.Contains(month.FirstDay) || p.Contains(month.LastDay), _ => false),
                _ => false
            );
            if (runs)
            {
                return true;
            }
        }

        return false;
    }
}
