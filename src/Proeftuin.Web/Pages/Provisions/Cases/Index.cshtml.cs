// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.Cases;

/// <summary>The files of one provision that this account may open.</summary>
[Requires(Permission.SeeProvisionCases)]
public sealed class IndexModel(SeeCases see) : ProvisionPage
{
    public SeeCases.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string soort, CancellationToken ct)
    {
        if (
            ProvisionScreen.KindOf(soort) is not { } kind
            || await see.Handle(Experiment, kind, Actor, ct) is not Outcome<SeeCases.View>.Done { Value: var view }
        )
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
