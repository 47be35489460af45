// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Experiments;

[Requires(Permission.SeeExperiments)]
public sealed class IndexModel(SeeExperiments see) : ProeftuinPage
{
    public IReadOnlyList<SeeExperiments.Line> Experiments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await Show(
            await see.Handle(Actor, ct),
            lines =>
            {
                Experiments = lines;
                return Page();
            }
        );
}
