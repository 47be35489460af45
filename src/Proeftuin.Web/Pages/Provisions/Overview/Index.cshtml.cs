// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.App.Provisions;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.Overview;

/// <summary>The provisions of an experiment in numbers on a day.</summary>
[Requires(Permission.SeeProvisions)]
public sealed class IndexModel(SeeProvisions see) : ProvisionPage
{
    /// <summary>The day of the figures; empty is today.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Op { get; set; }

    public SeeProvisions.View? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var seen = await see.Handle(Experiment, Op, Actor, ct);
        if (seen.Why.Any(w => w is NoSuchExperiment or NoProvisionsHere))
        {
            return NotFound();
        }

        View = seen.Match(view => (SeeProvisions.View?)view, _ => null);
        Refuse(seen.Why);
        return Page();
    }
}
