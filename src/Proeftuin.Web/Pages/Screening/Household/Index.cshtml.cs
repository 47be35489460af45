// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Screening;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Screening.Household;

/// <summary>Why one household is or is not in the target group. Reading it is a ledger event for each person in it.</summary>
[Requires(Permission.SeeHousehold)]
public sealed class IndexModel(ExplainHousehold explain) : ProeftuinPage
{
    [FromRoute]
    public string Experiment { get; set; } = "";

    public ExplainHousehold.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid screening, Guid household, CancellationToken ct)
    {
        if (
            await explain.Handle(Experiment, screening, household, Actor, ct)
            is not Outcome<ExplainHousehold.View>.Done { Value: var view }
        )
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
