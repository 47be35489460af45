// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Letters;

/// <summary>The letters of a batch, made for print: one letter per page. Opening them is a ledger event.</summary>
[Requires(Permission.LeadParticipation)]
public sealed class IndexModel(PrintLetters print) : ParticipationPage
{
    public PrintLetters.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid batch, CancellationToken ct)
    {
        if (await print.Handle(Experiment, batch, Actor, ct) is not Outcome<PrintLetters.View>.Done { Value: var view })
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
