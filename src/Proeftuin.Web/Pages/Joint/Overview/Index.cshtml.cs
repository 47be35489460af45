// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Joint.Overview;

/// <summary>With whom an experiment is done.</summary>
[Requires(Permission.SeeExperiments)]
public sealed class IndexModel(SeeJoint see) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string Experiment { get; set; } = "";

    public string ExperimentName { get; private set; } = "";

    public IReadOnlyList<JointView> Agreements { get; private set; } = [];

    public bool MayInvite => User.May(Permission.JoinExperiments) && Agreements.All(a => a.WeLead);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await see.HandleFor(Experiment, Actor, ct);
        if (found is not Outcome<(string Name, IReadOnlyList<JointView> Agreements)>.Done { Value: var seen })
        {
            return NotFound();
        }

        (ExperimentName, Agreements) = seen;
        return Page();
    }
}
