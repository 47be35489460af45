// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.GuidanceStop;

/// <summary>Ends the guidance: handed over, to work, or stopped.</summary>
[Requires(Permission.GuideProvision)]
public sealed class IndexModel(SeeGuidance see, EndGuidance end) : GuidancePage(see)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public GuidanceEnd? End { get; set; }

    [BindProperty]
    public string? Team { get; set; }

    public IReadOnlyList<SelectListItem> Ends =>
        [.. Enum.GetValues<GuidanceEnd>().Select(e => new SelectListItem(e.Dutch(), e.ToString()))];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        IsThere(On is not null, nameof(On), "Vul de laatste dag in.");
        IsThere(End is not null, nameof(End), "Kies hoe de begeleiding eindigt.");
        return ModelState.IsValid
            ? await Finish(
                await end.Handle(new(Experiment, Id, On!.Value, End!.Value, Team), Actor, ct),
                id => $"{Address}/begeleiding/{id}",
                "De begeleiding is beëindigd.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
    }
}
