// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Verify;

[Requires(Permission.VerifyDraw)]
public sealed class IndexModel(SeeDraw see, VerifyDraw verify) : DrawPage(see)
{
    [BindProperty]
    public string? Digest { get; set; }

    [BindProperty]
    public string? With { get; set; } = "verify_draw.py";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Finish(
            await verify.Handle(new(DrawId, Digest?.Trim() ?? "", With ?? ""), Actor, ct),
            done =>
                done.Agrees
                    ? "Uw uitkomst is gelijk. De loting is gecontroleerd."
                    : "Uw uitkomst verschilt. Dat is vastgelegd. De loting wordt hierdoor niet nietig: een derde programma beslist.",
            ct
        );
}
