// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>What is stored about the provisions of an experiment, in the words of Core and without anything that tells who it is.</summary>
internal static class ProvisionCases
{
    public static async Task<IReadOnlyList<PremiumFacts>> Premiums(
        ProeftuinDb db,
        Guid experiment,
        CancellationToken ct
    )
    {
        var rows = await db.Set<ExitPremiumRow>()
            .AsNoTracking()
            .Where(p => p.ExperimentId == experiment)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(p => new PremiumFacts(
                p.AppliedOn,
                p.DecidedOn,
                p.State is PremiumState.Granted or PremiumState.Paid,
                new Eur(p.AmountCents ?? 0),
                p.PaidOn,
                p.WithdrawnOn
            )),
        ];
    }

    public static async Task<IReadOnlyList<(DateOnly RegisteredOn, GuaranteeFacts Facts)>> Guarantees(
        ProeftuinDb db,
        Guid experiment,
        CancellationToken ct
    )
    {
        var rows = await db.Set<ReturnGuaranteeRow>()
            .AsNoTracking()
            .Where(g => g.ExperimentId == experiment && g.WithdrawnOn == null)
            .ToListAsync(ct);
        return [.. rows.Select(g => (g.RegisteredOn, g.Facts()))];
    }

    public static async Task<IReadOnlyList<OneDayFacts>> OneDays(ProeftuinDb db, Guid experiment, CancellationToken ct)
    {
        var rows = await db.Set<OneDayRow>()
            .AsNoTracking()
            .Where(o => o.ExperimentId == experiment && o.WithdrawnOn == null)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(o => new OneDayFacts(
                DutchTime.DateOf(o.ReportedAt),
                o.DecidedAt is { } at ? DutchTime.DateOf(at) : null,
                o.IsGranted,
                o.IsWithinADay,
                o.Delay
            )),
        ];
    }

    public static async Task<IReadOnlyList<GuidanceFacts>> Guidances(
        ProeftuinDb db,
        Guid experiment,
        GuidanceDesign design,
        CancellationToken ct
    )
    {
        var areas = design.Areas.Match(known => known, _ => []);
        var rows = await db.Set<GuidanceRow>()
            .AsNoTracking()
            .Where(g => g.ExperimentId == experiment && g.WithdrawnOn == null)
            .ToListAsync(ct);
        var measured = await db.Set<LifeMeasurementRow>()
            .AsNoTracking()
            .Where(m => m.ExperimentId == experiment)
            .OrderBy(m => m.Line)
            .ToListAsync(ct);
        var contacts = await db.Set<GuidanceContactRow>()
            .AsNoTracking()
            .Where(c => c.ExperimentId == experiment)
            .ToListAsync(ct);
        var wrong = (
            await db.Set<GuidanceCorrectionRow>()
                .AsNoTracking()
                .Where(c => c.ExperimentId == experiment)
                .Select(c => new { c.GuidanceId, c.Line })
                .ToListAsync(ct)
        )
            .Select(c => (c.GuidanceId, c.Line))
            .ToHashSet();
        measured.RemoveAll(m => wrong.Contains((m.GuidanceId, m.Line)));
        contacts.RemoveAll(c => wrong.Contains((c.GuidanceId, c.Line)));
        var measuredOf = measured.ToLookup(m => m.GuidanceId);
        var contactsOf = contacts.ToLookup(c => c.GuidanceId);
        return
        [
            .. rows.Select(g => new GuidanceFacts(
                g.StartedOn,
                g.EndedOn,
                g.End,
                [.. measuredOf[g.Id].Select(m => GuidanceLines.Told(areas, m)).OfType<LifeMeasurement>()],
                [.. contactsOf[g.Id].Select(c => (c.On, c.Form, c.Minutes))]
            )),
        ];
    }

    /// <summary>The counts of special assistance as the latest delivery before a moment tells each month.</summary>
    public static async Task<IReadOnlyList<MonthlyApplications>> Applications(
        ProeftuinDb db,
        Guid experiment,
        DateTimeOffset knownBefore,
        CancellationToken ct
    )
    {
        var rows = await db.Set<SpecialAssistanceCountRow>()
            .AsNoTracking()
            .Join(
                db.Set<SpecialAssistanceDeliveryRow>()
                    .Where(d => d.ExperimentId == experiment && d.DeliveredAt < knownBefore),
                c => c.DeliveryId,
                d => d.Id,
                (c, d) =>
                    new
                    {
                        Count = c,
                        d.DeliveredAt,
                        d.Id,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. rows.GroupBy(r => r.Count.Month)
                .OrderBy(g => g.Key)
                .Select(g => g.GroupBy(r => (r.DeliveredAt, r.Id)).MaxBy(d => d.Key)!)
                .SelectMany(latest => latest)
                .Select(r => new MonthlyApplications(Month.Of(r.Count.Month), r.Count.Kind, r.Count.Count)),
        ];
    }
}
