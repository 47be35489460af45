// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Mark;

[Requires(Permission.MarkPlacement)]
public sealed class IndexModel(SeeDraw see, MarkPlacement mark) : DrawPage(see)
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await Reason
            .Of(Why)
            .Match(
                reason => mark.Handle(new(DrawId, Code ?? "", reason), Actor, ct),
                why => Task.FromResult<Outcome<bool>>(new Outcome<bool>.Refused(why))
            );
        return await Finish(
            done,
            _ => "De plaatsing is gemarkeerd. Zij blijft staan en telt mee in de uitkomst van iedereen die is geloot.",
            ct
        );
    }
}
