// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Contribute;

/// <summary>The officer of a partner municipality adds its list to a draw that another one leads.</summary>
[Requires(Permission.ContributeFrame)]
public sealed class IndexModel(SeeDraw see, ContributeFrame contribute) : DrawPage(see)
{
    [BindProperty]
    public Guid ScreeningId { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await Reason
            .Of(Why)
            .Match(
                reason => contribute.Handle(new(DrawId, ScreeningId, reason), Actor, ct),
                why => Task.FromResult<Outcome<Reconciliation>>(new Outcome<Reconciliation>.Refused(why))
            );
        return await Finish(
            done,
            counts => $"De lijst is bijgedragen: {Dutch.Count(counts.InFrame)}, 0 regels niet verklaard.",
            ct
        );
    }
}
