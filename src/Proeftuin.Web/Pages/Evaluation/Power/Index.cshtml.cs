// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Evaluation.Sizing;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Evaluation.Power;

/// <summary>How large the groups must be: every number stands in the address, so that a figure can be linked. Plays the experiment's own design when asked.</summary>
[Requires(Permission.SeeExperiments)]
public sealed class IndexModel(SeeExperiments experiments, PlayDesign play) : ProeftuinPage
{
    public IReadOnlyList<AskedPlan.Number> Numbers { get; private set; } = [];

    public IReadOnlyList<SeeExperiments.Line> Experiments { get; private set; } = [];

    public PowerAnswer? Answer { get; private set; }

    public PlayDesign.View? Played { get; private set; }

    [BindProperty(SupportsGet = true, Name = "experiment")]
    public string? Experiment { get; set; }

    /// <summary>Where this plan is played over a grid for an experiment.</summary>
    public string GridOf(string slug) => "/groepsgrootte/raster?" + AskedPlan.Address(Answer!.Plan, slug);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var plan = new AskedPlan(Request.Query, ModelState).Plan();
        Numbers = AskedPlan.Fields(plan);
        var listed = await experiments.Handle(Actor, ct);
        if (listed is not Outcome<IReadOnlyList<SeeExperiments.Line>>.Done { Value: var lines })
        {
            Refuse(listed.Why);
            return Refused();
        }

        Experiments = lines;
        if (!ModelState.IsValid)
        {
            return Refused();
        }

        var answered = PowerAnswer.Of(plan);
        if (answered is not Outcome<PowerAnswer>.Done { Value: var answer })
        {
            Refuse(answered.Why);
            return Refused();
        }

        Answer = answer;
        return string.IsNullOrEmpty(Experiment)
            ? Page()
            : await Show(
                await play.Handle(new(Experiment, plan), Actor, ct),
                view =>
                {
                    Played = view;
                    return Page();
                }
            );
    }
}
