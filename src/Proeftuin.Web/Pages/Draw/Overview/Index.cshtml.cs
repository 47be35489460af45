// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Draw.Overview;

[Requires(Permission.SeeDraws)]
public sealed class IndexModel(SeeDraws see) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string Experiment { get; set; } = "";

    public DrawsOfExperiment Draws { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await see.Handle(Experiment, Actor, ct) is not Outcome<DrawsOfExperiment>.Done { Value: var draws })
        {
            return NotFound();
        }

        Draws = draws;
        return Page();
    }
}
