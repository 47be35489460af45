// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Rehearsal;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Demo;

/// <summary>
/// An income officer settles January and February of the second year in the group that keeps more of its earnings: in February one slip is
/// missing and is estimated, and a late slip corrects January.
/// </summary>
internal sealed class DemoSettlement(Scene scene)
{
    private const string Header = "bsn;maand;soort;netto;periode;werkgever;loonstrook;datum strook;schatting";
    private const string Arm = "verdienen-loont";
    private const int Workers = 4;

    private static readonly Month January = new(2018, 1);

    private IReadOnlyList<string> workers = [];

    private Actor Officer => scene.Staff[Role.IncomeOfficer];

    public void Enter()
    {
        scene.Script.On(new(2018, 2, 12), 10, First);
        scene.Script.On(new(2018, 3, 12), 10, Second);
    }

    private async Task First()
    {
        workers = await FindWorkers();
        await Deliver(January, workers.Select((bsn, i) => Slip(bsn, January, 350 + 60 * i, "2018-01-25")));
        await Settle(January);
    }

    /// <summary>The first worker's slip does not come; the second one's slip of January turns out higher.</summary>
    private async Task Second()
    {
        var february = January.Plus(1);
        await Deliver(
            february,
            workers
                .Skip(1)
                .Select((bsn, i) => Slip(bsn, february, 410 + 60 * i, "2018-02-23"))
                .Append(Slip(workers[1], January, 455, "2018-02-20"))
        );
        await Settle(february);
    }

    private static string Slip(string bsn, Month month, int euros, string issued) =>
        $"{bsn};{month};loon;{euros},00;maand;Bakkerij Voorbeeld;{month}-{issued}-{bsn[^2..]}-{euros};{issued};nee";

    private Task Deliver(Month month, IEnumerable<string> slips) =>
        scene.Stage.Use(
            (ImportIncome use) =>
                use.Handle(
                    new(
                        Encoding.UTF8.GetBytes(string.Join("\r\n", slips.Prepend(Header))),
                        month,
                        "Gemaakt bestand (fictief)"
                    ),
                    Officer,
                    progress: null,
                    scene.Ct
                )
        );

    private Task Settle(Month month) =>
        scene.Stage.Use((SettleMonth use) => use.Handle(new(month, Scene.Because), Officer, progress: null, scene.Ct));

    /// <summary>Some who take part in the group and are on benefit, by their number in the made register.</summary>
    private async Task<IReadOnlyList<string>> FindWorkers()
    {
        var cast = new Cast(scene);
        await cast.Meet(RegisterMaker.MakeComplete(scene.Plan.Profile, scene.Plan.Households, scene.Plan.Seed));
        var known = cast.InOrder.ToHashSet();
        var active = await scene.Stage.See(
            scene.Lead.MunicipalityId,
            db =>
                db.Set<ParticipantRow>()
                    .Where(p => p.RulesArm == Arm && p.State == ParticipationState.Active)
                    .Where(p => !db.Set<BenefitEventRow>().Any(e => e.PersonId == p.PersonId))
                    .Where(p =>
                        db.Set<RegisterPersonRow>()
                            .Join(
                                db.Set<RegisterHouseholdRow>().Where(h => h.Benefit == BenefitKind.Participatiewet),
                                r => new { r.SnapshotId, r.HouseholdId },
                                h => new { h.SnapshotId, h.HouseholdId },
                                (r, _) => r.PersonId
                            )
                            .Any(settled => settled == p.PersonId)
                    )
                    .OrderBy(p => p.Pseudonym)
                    .Select(p => p.PersonId)
                    .ToListAsync(scene.Ct),
            scene.Ct
        );
        return [.. active.Where(known.Contains).Take(Workers).Select(p => cast[p].Bsn)];
    }
}
