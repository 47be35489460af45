// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.App.Rehearsal;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Rehearsal.List;

/// <summary>The rehearsals of an experiment, and the form to start one.</summary>
[Requires(Permission.SeeMonitor)]
public sealed class IndexModel(SeeRehearsals see, StartRehearsal start) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string Experiment { get; set; } = "";

    [BindProperty]
    public int Households { get; set; } = 1000;

    [BindProperty]
    public int? Months { get; set; }

    [BindProperty]
    public long Seed { get; set; } = 1;

    [BindProperty]
    public string? Assumptions { get; set; }

    public SeeRehearsals.List? List { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var outcome = await see.Handle(Experiment, Actor, ct);
        if (outcome.Why.OfType<NoSuchExperiment>().Any())
        {
            return NotFound();
        }

        return await Show(
            outcome,
            list =>
            {
                (List, Assumptions) = (list, list.Assumptions);
                return Page();
            }
        );
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await Load(ct);
            return Refused();
        }

        var text = string.IsNullOrWhiteSpace(Assumptions) ? null : Assumptions.ReplaceLineEndings("\n");
        return await Show(
            await start.Handle(new(Experiment, Seed, Households, Months, text), Actor, ct),
            id => LocalRedirect($"/experimenten/{Experiment}/proefdraaien/{id}"),
            () => Load(ct)
        );
    }

    private async Task Load(CancellationToken ct) =>
        List = (await see.Handle(Experiment, Actor, ct)).Match(list => (SeeRehearsals.List?)list, _ => null);
}
