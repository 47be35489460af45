// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.GuidanceNew;

/// <summary>Starts the intensive guidance of somebody.</summary>
[Requires(Permission.GuideProvision)]
public sealed class IndexModel(SeeProvisionDesign see, StartGuidance start) : NewCasePage(see)
{
    [BindProperty]
    public string? Bsn { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        IsThere(On is not null, nameof(On), "Vul de eerste dag in.")
            ? await Finish(
                await start.Handle(new(Experiment, Bsn, On!.Value), Actor, ct),
                id => $"{Address}/begeleiding/{id}",
                "De begeleiding is begonnen. Doe nu de nulmeting.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
}
