// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Draw.Plan;

[Requires(Permission.PlanDraw)]
public sealed class IndexModel(ProposePlan propose, PlanDraw planDraw, TimeProvider clock) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string Experiment { get; set; } = "";

    /// <summary>Empty for a cohort, otherwise the arm whose places are drawn for.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public int Year { get; set; }

    [BindProperty]
    public int Number { get; set; } = 1;

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public DrawPlan? Plan { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Year = clock.GetUtcNow().Year;
        return await Ask(ct);
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        Plan = Proposed(await propose.Handle(new(Experiment, Year, Number, Kind), Actor, ct));
        return Plan is null ? await Again(ct) : Page();
    }

    public async Task<IActionResult> OnPostPlanAsync(CancellationToken ct)
    {
        Plan = Proposed(await propose.Handle(new(Experiment, Year, Number, Kind), Actor, ct));
        if (Plan is null)
        {
            return await Again(ct);
        }

        var planned = await Reason
            .Of(Why)
            .Match(
                reason => planDraw.Handle(new(Experiment, Plan, reason), Actor, ct),
                why => Task.FromResult<Outcome<string>>(new Outcome<string>.Refused(why))
            );
        return await Show(
            planned,
            id =>
            {
                Notice = $"Loting {id} is gepland.";
                return Redirect($"/experimenten/{Experiment}/lotingen/{id}");
            }
        );
    }

    private DrawPlan? Proposed(Outcome<DrawPlan> plan)
    {
        Refuse(plan.Why);
        return plan is Outcome<DrawPlan>.Done { Value: var value } ? value : null;
    }

    private async Task<IActionResult> Ask(CancellationToken ct)
    {
        if (
            await propose.HandleArms(Experiment, Actor, ct)
            is not Outcome<IReadOnlyList<string>>.Done { Value: var arms }
        )
        {
            return NotFound();
        }

        Kinds =
        [
            new SelectListItem("De groepen van een (maand)groep", ""),
            .. arms.Select(arm => new SelectListItem($"De plaatsen in groep '{arm}'", arm)),
        ];
        return Page();
    }

    private async Task<IActionResult> Again(CancellationToken ct)
    {
        var page = await Ask(ct);
        return page is NotFoundResult ? page : Refused();
    }
}
