// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Experiments.Overview;

[Requires(Permission.SeeExperiments)]
public sealed class IndexModel(SeeExperiment see, SeeAgenda agenda, SeeCohorts cohorts) : ProeftuinPage
{
    public SeeExperiment.View? Experiment { get; private set; }

    public SeeAgenda.View? Agenda { get; private set; }

    /// <summary>Empty before the first draw, and for who may not see the flow.</summary>
    public IReadOnlyList<CohortLine> Cohorts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string experiment, CancellationToken ct)
    {
        var outcome = await see.Handle(experiment, Actor, ct);
        if (outcome.Why.OfType<NoSuchExperiment>().Any())
        {
            return NotFound();
        }

        Agenda = (await agenda.Handle(experiment, Actor, ct)).Match(view => (SeeAgenda.View?)view, _ => null);
        Cohorts = (await cohorts.Handle(experiment, Actor, ct)).Match(lines => lines, _ => []);
        return await Show(
            outcome,
            view =>
            {
                Experiment = view;
                return Page();
            }
        );
    }
}
