// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Annul;

[Requires(Permission.AnnulDraw)]
public sealed class IndexModel(SeeDraw see, RequestAnnulment request, ApproveAnnulment approve) : DrawPage(see)
{
    [BindProperty]
    public string? Why { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await Reason
            .Of(Why)
            .Match(
                reason => request.Handle(new(DrawId, reason), Actor, ct),
                why => Task.FromResult<Outcome<bool>>(new Outcome<bool>.Refused(why))
            );
        return await Finish(done, _ => "Gevraagd. Een tweede persoon moet de nietigverklaring goedkeuren.", ct);
    }

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken ct)
    {
        var done = await Reason
            .Of(Why)
            .Match(
                reason => approve.Handle(new(DrawId, reason), Actor, ct),
                why => Task.FromResult<Outcome<bool>>(new Outcome<bool>.Refused(why))
            );
        return await Finish(done, _ => "De loting is nietig. Zij blijft openbaar, met de reden.", ct);
    }
}
