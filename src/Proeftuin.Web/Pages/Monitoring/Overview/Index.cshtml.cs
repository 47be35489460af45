// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.App.Monitoring;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Evaluation;
using Proeftuin.Core.Monitoring;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Monitoring.Overview;

/// <summary>The monitor: every table and chart of one experiment on one count date, with what was known on one day.</summary>
[Requires(Permission.SeeMonitor)]
public sealed class IndexModel(SeeMonitor see, CountInBackground count, SeeFrozen frozen) : MonitorPage
{
    /// <summary>The level of all intervals on the page.</summary>
    private const double Level = 0.95;

    public SeeMonitor.View? View { get; private set; }

    public MonitorTables Tables => View!.Tables!;

    public PopulationTable Table => Tables.Of(Population);

    /// <summary>The exits through the same evaluation as a published table; refused when there are not two groups to compare.</summary>
    public Outcome<CountsReport> Report { get; private set; } = new NotEstimable("er is nog niets geteld");

    public IReadOnlyList<SeeFrozen.Frozen> Frozen { get; private set; } = [];

    /// <summary>Why there is nothing to show yet; not an error of the person who asks.</summary>
    public IReadOnlyList<Refusal> NotYet { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var seen = await see.Handle(Query, Actor, ct);
        if (seen is not Outcome<SeeMonitor.View>.Done { Value: var view })
        {
            NotYet = seen.Why;
            return seen.Why.Any(w => w is NoSuchExperiment) ? NotFound() : Page();
        }

        if (view.Tables is null)
        {
            return Redirect(
                $"/experimenten/{Experiment}/cijfers/tellen/{await count.Handle(Query, Address(), Actor, ct)}"
            );
        }

        View = view;
        CountDate = view.CountDate;
        Report = AsCounts.Of(Tables, Population).Then(c => CountsReport.Of(c, [], Level));
        Frozen = (await frozen.List(Experiment, Actor, ct)).Match(list => list, _ => []);
        return Page();
    }

    /// <summary>What a reader must know, without the remarks that only concern published tables.</summary>
    public static IEnumerable<Remark> Remarks(CountsReport report) =>
        report.Remarks.Where(r => r is not IntentionToTreatNotEstimable and not StoppedAreLeftOut);
}
