// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.GuaranteeNew;

/// <summary>Registers the return guarantee of somebody who leaves.</summary>
[Requires(Permission.ApplyForProvision)]
public sealed class IndexModel(SeeProvisionDesign see, RegisterGuarantee register) : NewCasePage(see)
{
    [BindProperty]
    public string? Bsn { get; set; }

    [BindProperty]
    public DateOnly? ExitOn { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        IsThere(ExitOn is not null, nameof(ExitOn), "Vul de eerste dag zonder uitkering in.")
            ? await Finish(
                await register.Handle(new(Experiment, Bsn, ExitOn!.Value), Actor, ct),
                id => $"{Address}/garantieknop/{id}",
                "De garantieknop is vastgelegd.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
}
