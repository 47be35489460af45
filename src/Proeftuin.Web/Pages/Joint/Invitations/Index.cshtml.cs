// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Joint.Invitations;

/// <summary>The invitations that the own municipality sent and received.</summary>
[Requires(Permission.JoinExperiments)]
public sealed class IndexModel(SeeJoint see) : ProeftuinPage
{
    public IReadOnlyList<JointView> Agreements { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await Show(
            await see.Handle(Actor, ct),
            found =>
            {
                Agreements = found;
                return Page();
            }
        );
}
