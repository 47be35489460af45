// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Experiments.MarkDone;

/// <summary>One item of an experiment's agenda: say that it is done, on which day.</summary>
[Requires(Permission.DesignExperiment)]
public sealed class IndexModel(SeeAgenda see, MarkAgendaItem mark) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string Experiment { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    [BindProperty]
    public DateOnly? DoneOn { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public AgendaItem? Marked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        DoneOn = Marked?.DoneOn;
        return Marked is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        if (Marked is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Refused();
        }

        if (DoneOn is null && Marked.DoneOn is null)
        {
            ModelState.AddModelError(nameof(DoneOn), "Vul de dag in waarop dit is gedaan.");
            return Refused();
        }

        var outcome = await Reason
            .Of(Why)
            .Match(
                reason => mark.Handle(new(Experiment, Item, DoneOn, reason), Actor, ct),
                why => Task.FromResult<Outcome<bool>>(new Outcome<bool>.Refused(why))
            );
        return await Show(
            outcome,
            changed =>
            {
                Notice = changed ? $"Vastgelegd: {Marked.What}." : "Dit stond er al zo; er is niets gewijzigd.";
                return LocalRedirect($"/experimenten/{Experiment}");
            }
        );
    }

    private async Task Load(CancellationToken ct) =>
        Marked = (await see.Handle(Experiment, Actor, ct)).Match(
            view => view.Agenda.Items.SingleOrDefault(i => i.Key == Item),
            _ => null
        );
}
