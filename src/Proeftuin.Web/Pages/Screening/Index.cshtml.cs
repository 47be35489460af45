// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Screening;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Screening;

/// <summary>The screenings of an experiment and, for who may, the form to run one.</summary>
[Requires(Permission.SeeScreening)]
public sealed class IndexModel(SeeScreenings see, RunScreening run) : ProeftuinPage
{
    [FromRoute]
    public string Experiment { get; set; } = "";

    [BindProperty]
    public Guid? Snapshot { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public SeeScreenings.View? View { get; private set; }

    public IEnumerable<SelectListItem> Snapshots =>
        (View?.Snapshots ?? []).Select(s => new SelectListItem(
            $"{Dutch.Date(s.ReferenceDate)}, {Dutch.Count(s.Households)} huishoudens ({s.Source})",
            s.Id.ToString()
        ));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        On = View?.Start;
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Snapshot is null)
        {
            ModelState.AddModelError(nameof(Snapshot), "Kies een register.");
        }

        if (On is null && ModelState[nameof(On)] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(nameof(On), "Vul de peildatum van de screening in.");
        }

        if (!ModelState.IsValid)
        {
            await Load(ct);
            return Refused();
        }

        return await Show(
            await run.Handle(
                new RunScreening.Command(Experiment, Snapshot!.Value, On!.Value, KnownOn: null, Why),
                Actor,
                ct
            ),
            id => Redirect($"/experimenten/{Experiment}/screening/{id}"),
            () => Load(ct)
        );
    }

    private async Task Load(CancellationToken ct) =>
        View = await see.Handle(Experiment, Actor, ct) is Outcome<SeeScreenings.View>.Done { Value: var view }
            ? view
            : null;
}
