// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.Special;

/// <summary>Applications for special assistance per half year, with the pattern of the year.</summary>
[Requires(Permission.SeeProvisions)]
public sealed class IndexModel(SeeProvisions see) : ProvisionPage
{
    public SeeProvisions.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (
            await see.Handle(Experiment, null, Actor, ct)
            is not Outcome<SeeProvisions.View>.Done { Value: { SpecialAssistance: not null } view }
        )
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
