// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.CaseHandOver;

/// <summary>Gives a file to a colleague.</summary>
[Requires(Permission.HandOverProvision)]
public sealed class IndexModel(SeeHandOver see, HandOverCase handing) : CasePage
{
    public SeeHandOver.View? View { get; private set; }

    [BindProperty]
    public Guid? To { get; set; }

    /// <summary>Who handed it over cannot open it any more.</summary>
    protected override string? Opened => List;

    public IEnumerable<SelectListItem> Colleagues =>
        (View?.Colleagues ?? []).Select(c => new SelectListItem(c.Name, c.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var chosen = IsThere(To is not null, nameof(To), "Kies een collega.");
        return ReasonIn(Why, nameof(Why)) is { } why && chosen
            ? await Finish(
                await handing.Handle(new(Experiment, Kind, Id, To!.Value, why), Actor, ct),
                _ => List,
                "Het dossier is overgedragen.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        if (ProvisionScreen.KindOf(Soort) is not { } kind)
        {
            return false;
        }

        View = (await see.Handle(Experiment, kind, Id, Actor, ct)).Match(view => (SeeHandOver.View?)view, _ => null);
        return View is not null;
    }
}
