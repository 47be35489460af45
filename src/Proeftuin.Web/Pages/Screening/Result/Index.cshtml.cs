// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Screening;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Screening.Result;

/// <summary>The counts, the overlap and the target group of one screening.</summary>
[Requires(Permission.SeeScreening)]
public sealed class IndexModel(SeeScreening see) : ProeftuinPage
{
    [FromRoute]
    public string Experiment { get; set; } = "";

    public SeeScreening.View View { get; private set; } = null!;

    public string UnitWord => View.Screening.Unit == UnitKind.Household ? "huishoudens" : "personen (eenheden)";

    public async Task<IActionResult> OnGetAsync(Guid screening, CancellationToken ct)
    {
        if (
            await see.Handle(Experiment, screening, Actor, ct)
            is not Outcome<SeeScreening.View>.Done { Value: var view }
        )
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
