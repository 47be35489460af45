// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.GuaranteePress;

/// <summary>Somebody uses the return guarantee.</summary>
[Requires(Permission.ApplyForProvision)]
public sealed class IndexModel(SeeGuarantee see, PressGuarantee press) : GuaranteePage(see)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Changes { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        IsThere(On is not null, nameof(On), "Vul de dag van het verzoek in.")
            ? await Finish(
                await press.Handle(new(Experiment, Id, On!.Value, Changes), Actor, ct),
                id => $"{Address}/garantieknop/{id}",
                "Vastgelegd. Een inkomensconsulent beslist.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
}
