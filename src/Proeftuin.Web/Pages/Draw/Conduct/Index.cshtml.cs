// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Conduct;

[Requires(Permission.ConductDraw)]
public sealed class IndexModel(SeeDraw see, ConductDraw conduct) : DrawPage(see)
{
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Finish(
            await conduct.Handle(new(DrawId), Actor, ct),
            _ => "De loting is getrokken. Vraag nu de tweede ondertekenaar om haar na te rekenen.",
            ct
        );
}
