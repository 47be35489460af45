// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Experiments.Protocol;

[Requires(Permission.SeeExperiments)]
public sealed class IndexModel(SeeProtocol see) : ProeftuinPage
{
    public SeeProtocol.View? Seen { get; private set; }

    /// <summary>Judge with the rules of this day; the first day of the experiment when it is not given.</summary>
    [BindProperty(Name = "op", SupportsGet = true)]
    public DateOnly? On { get; set; }

    public async Task<IActionResult> OnGetAsync(string experiment, CancellationToken ct)
    {
        var outcome = await see.Handle(new(experiment, On), Actor, ct);
        if (outcome.Why.OfType<NoSuchExperiment>().Any())
        {
            return NotFound();
        }

        return await Show(
            outcome,
            view =>
            {
                Seen = view;
                return Page();
            }
        );
    }
}
