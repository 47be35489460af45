// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Provisions;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Tasks;

/// <summary>What waits around provisions: decisions with their last day, payments, guarantees whose term ends soon, and measurements that were not done. Counts and days, never names.</summary>
internal static class ProvisionTasks
{
    /// <summary>So many days before its term ends somebody is reminded of the guarantee.</summary>
    private const int SoonDays = 30;

    public static async Task<IReadOnlyList<OpenTask>> Of(
        ProeftuinDb db,
        IReadOnlyList<ExperimentRow> experiments,
        Actor actor,
        DateOnly today,
        CancellationToken ct
    )
    {
        var tasks = new List<OpenTask>();
        foreach (var experiment in experiments)
        {
            var address = $"/experimenten/{experiment.Slug}/voorzieningen";
            if (Permissions.Allows(actor.Roles, Permission.DecideProvision))
            {
                tasks.AddRange(await ToDecide(db, experiment, actor, address, ct));
            }

            if (Permissions.Allows(actor.Roles, Permission.PayProvision))
            {
                tasks.AddRange(await ToPay(db, experiment, actor, address, ct));
            }

            if (Permissions.Allows(actor.Roles, Permission.ApplyForProvision))
            {
                tasks.AddRange(await EndingSoon(db, experiment, actor, today, address, ct));
            }

            if (Permissions.Allows(actor.Roles, Permission.GuideProvision))
            {
                tasks.AddRange(await ToMeasure(db, experiment, actor, today, address, ct));
            }
        }

        return tasks;
    }

    private static async Task<IEnumerable<OpenTask>> ToDecide(
        ProeftuinDb db,
        ExperimentRow experiment,
        Actor actor,
        string address,
        CancellationToken ct
    )
    {
        var premiums = await OneCase
            .Counting<ExitPremiumRow>(db, experiment.Id, actor)
            .Where(p => p.State == PremiumState.Applied)
            .OrderBy(p => p.AppliedOn)
            .ToListAsync(ct);
        var guarantees = await OneCase
            .Counting<ReturnGuaranteeRow>(db, experiment.Id, actor)
            .Where(g => g.PressedOn != null && g.DecidedOn == null)
            .Select(g => g.DecideBy)
            .ToListAsync(ct);
        var reports = await OneCase
            .Counting<OneDayRow>(db, experiment.Id, actor)
            .Where(o => o.DecidedAt == null)
            .Select(o => o.DecideBy)
            .ToListAsync(ct);
        return
        [
            .. One(
                reports.Count,
                "Beslis over bijstand in 1 dag",
                reports.Min() is { } by ? DutchTime.DateOf(by) : null,
                experiment,
                address + "/bijstand-in-1-dag"
            ),
            .. One(
                guarantees.Count,
                "Beslis over de garantieknop",
                guarantees.Min(),
                experiment,
                address + "/garantieknop"
            ),
            .. One(
                premiums.Count,
                "Beslis over de uitstroompremie",
                premiums.Select(ProvisionDeadlines.Of).Min(),
                experiment,
                address + "/uitstroompremie"
            ),
        ];
    }

    private static async Task<IEnumerable<OpenTask>> ToPay(
        ProeftuinDb db,
        ExperimentRow experiment,
        Actor actor,
        string address,
        CancellationToken ct
    )
    {
        var waiting = await OneCase
            .Counting<ExitPremiumRow>(db, experiment.Id, actor)
            .CountAsync(p => p.State == PremiumState.Granted && p.DecidedBy != actor.AccountId, ct);
        return One(
            waiting,
            "Leg de betaling van uitstroompremies vast",
            null,
            experiment,
            address + "/uitstroompremie"
        );
    }

    private static async Task<IEnumerable<OpenTask>> EndingSoon(
        ProeftuinDb db,
        ExperimentRow experiment,
        Actor actor,
        DateOnly today,
        string address,
        CancellationToken ct
    )
    {
        var until = today.AddDays(SoonDays);
        var ends = await OneCase
            .Counting<ReturnGuaranteeRow>(db, experiment.Id, actor)
            .Where(g => g.PressedOn == null && g.EndsBefore > today && g.EndsBefore <= until)
            .Select(g => g.EndsBefore)
            .ToListAsync(ct);
        return One(
            ends.Count,
            "Wijs mensen op hun garantieknop, de termijn loopt af",
            ends.Count == 0 ? null : ends.Min().AddDays(-1),
            experiment,
            address + "/garantieknop"
        );
    }

    private static async Task<IEnumerable<OpenTask>> ToMeasure(
        ProeftuinDb db,
        ExperimentRow experiment,
        Actor actor,
        DateOnly today,
        string address,
        CancellationToken ct
    )
    {
        var running = await OneCase
            .Counting<GuidanceRow>(db, experiment.Id, actor)
            .Where(g => g.EndedOn == null)
            .Select(g => new
            {
                g.StartedOn,
                Measured = db.Set<LifeMeasurementRow>()
                    .Count(m =>
                        m.GuidanceId == g.Id
                        && !db.Set<GuidanceCorrectionRow>().Any(c => c.GuidanceId == g.Id && c.Line == m.Line)
                    ),
            })
            .ToListAsync(ct);
        if (running.Count == 0)
        {
            return [];
        }

        var months = (await ProvisionScope.Of(db, experiment.Slug, ct)).Match(
            scope => scope.Design.Guidance?.FollowUpAfterMonths.Match(n => (int?)n, _ => null),
            _ => null
        );
        var due = running.Where(g => g.Measured == 1 && months is { } n && g.StartedOn.AddMonths(n) <= today).ToList();
        return
        [
            .. One(running.Count(g => g.Measured == 0), "Doe de nulmeting", null, experiment, address + "/begeleiding"),
            .. One(due.Count, "Doe de vervolgmeting", null, experiment, address + "/begeleiding"),
        ];
    }

    private static IEnumerable<OpenTask> One(
        int count,
        string what,
        DateOnly? due,
        ExperimentRow experiment,
        string address
    )
    {
        if (count > 0)
        {
            var last = due is { } day ? $"; de eerste uiterlijk {Dutch.Date(day)}" : "";
            yield return new($"{what} ({Dutch.Count(count)}{last})", experiment.Name, address);
        }
    }
}
