// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Volunteers;

/// <summary>Who enrolled before the lot. Each look is in the ledger. Not there where people say yes after the lot.</summary>
[Requires(Permission.LeadParticipation)]
public sealed class IndexModel(SeeVolunteers see) : ParticipationPage
{
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public SeeVolunteers.View View { get; private set; } = null!;

    public int Pages =>
        Math.Max(1, (View.Enrolled + View.Withdrawn + SeeVolunteers.PageSize - 1) / SeeVolunteers.PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (
            await see.Handle(Experiment, PageNumber, Actor, ct)
            is not Outcome<SeeVolunteers.View>.Done { Value: var view }
        )
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
