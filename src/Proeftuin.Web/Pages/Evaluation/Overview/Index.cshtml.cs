// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Evaluation.Overview;

/// <summary>The evaluations of one experiment: the frozen data sets, and freezing a new one.</summary>
[Requires(Permission.SeeEvaluation)]
public sealed class IndexModel(SeeStudyData see) : ProeftuinPage
{
    [FromRoute(Name = "experiment")]
    public string Experiment { get; set; } = "";

    public IReadOnlyList<SeeStudyData.Frozen> Frozen { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (
            await see.List(Experiment, Actor, ct)
            is not Outcome<IReadOnlyList<SeeStudyData.Frozen>>.Done { Value: var frozen }
        )
        {
            return NotFound();
        }

        Frozen = frozen;
        return Page();
    }
}
