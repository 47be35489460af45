// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.GuaranteeDecide;

/// <summary>Decides on the use of a return guarantee.</summary>
[Requires(Permission.DecideProvision)]
public sealed class IndexModel(SeeGuarantee see, DecideRestart decide) : GuaranteePage(see)
{
    [BindProperty]
    public bool? Restart { get; set; }

    [BindProperty]
    public DateOnly? RestartsOn { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<SelectListItem> Choices =>
        [new("ja, zonder nieuwe aanvraag", "true"), new("nee, een gewone aanvraag is nodig", "false")];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        IsThere(Restart is not null, nameof(Restart), "Kies of de uitkering herstart.");
        IsThere(
            Restart is not true || RestartsOn is not null,
            nameof(RestartsOn),
            "Vul de eerste dag met uitkering in."
        );
        IsThere(
            Restart is not false || RestartsOn is null,
            nameof(RestartsOn),
            "Laat deze dag leeg als de uitkering niet herstart."
        );
        return ReasonIn(Why, nameof(Why)) is { } why && ModelState.IsValid
            ? await Finish(
                await decide.Handle(new(Experiment, Id, RestartsOn, why), Actor, ct),
                id => $"{Address}/garantieknop/{id}",
                "Het besluit is genomen.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
    }
}
