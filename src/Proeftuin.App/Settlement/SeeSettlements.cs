// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Settlement;

/// <summary>Which months were settled and which income was delivered, as counts; and which month comes next.</summary>
public sealed class SeeSettlements(Work work, TimeProvider clock)
{
    private const int MostRefused = 10;

    public sealed record View(
        IReadOnlyList<SettlementRunRow> Runs,
        IReadOnlyList<IncomeDeliveryRow> Deliveries,
        IReadOnlyList<DefectReportRow> RefusedDeliveries,
        int WaitingByHand,
        int OpenObjections,
        bool HasRegister,
        Month Next
    )
    {
        public SettlementRunRow? Open => Runs.FirstOrDefault(r => r.FinishedAt is null);
    }

    public Task<Outcome<View>> Handle(Actor actor, CancellationToken ct) =>
        work.Look<View>(
            actor,
            Permission.SettleMonths,
            async db =>
            {
                var runs = await db.Set<SettlementRunRow>()
                    .OrderByDescending(r => r.Month)
                    .ThenByDescending(r => r.Number)
                    .ToListAsync(ct);
                var open = runs.Find(r => r.FinishedAt is null);
                return new View(
                    runs,
                    await db.Set<IncomeDeliveryRow>().OrderByDescending(d => d.ImportedAt).ToListAsync(ct),
                    await db.Set<DefectReportRow>()
                        .Where(d => d.Kind == DeliveryKind.Income)
                        .OrderByDescending(d => d.RefusedAt)
                        .Take(MostRefused)
                        .ToListAsync(ct),
                    await db.Set<ByHandRow>().CountAsync(b => b.State == ByHandState.Asked, ct),
                    await db.Set<ObjectionRow>().CountAsync(o => o.Outcome == null, ct),
                    await db.Set<RegisterSnapshotRow>().AnyAsync(ct),
                    open is not null ? Month.Of(open.Month)
                        : runs.Count == 0 ? Month.Of(clock.Today()).Plus(-1)
                        : Month.Of(runs[0].Month).Plus(1)
                );
            },
            ct
        );
}

/// <summary>Settles a month outside the request, with progress.</summary>
public sealed class SettleInBackground(Jobs jobs, Submission submission)
{
    public Task<Guid> Handle(SettleMonth.Command command, Actor actor, CancellationToken ct) =>
        jobs.Start(
            actor,
            "maand verrekenen",
            async (services, progress, stop) =>
            {
                var use = (SettleMonth)services.GetService(typeof(SettleMonth))!;
                var outcome = await use.Handle(command, actor, progress.Report, stop);
                return outcome.Map(settled => $"/verrekenen/maanden/{settled.Month}");
            },
            ct,
            submission.Key
        );
}
