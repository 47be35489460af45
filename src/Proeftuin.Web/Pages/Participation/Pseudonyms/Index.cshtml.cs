// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Pseudonyms;

/// <summary>Everyone drawn under the code of the draw, for a researcher. Each look is in the ledger.</summary>
[Requires(Permission.SeePseudonyms)]
public sealed class IndexModel(SeePseudonyms see) : ParticipationPage
{
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public SeePseudonyms.View View { get; private set; } = null!;

    public int Pages => Math.Max(1, (View.Total + SeePseudonyms.PageSize - 1) / SeePseudonyms.PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (
            await see.Handle(Experiment, PageNumber, Actor, ct)
            is not Outcome<SeePseudonyms.View>.Done { Value: var view }
        )
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
