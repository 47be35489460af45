// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Secrets;

[Requires(Permission.ConductDraw)]
public sealed class IndexModel(SeeDraw see, OpenSecret open) : DrawPage(see)
{
    [BindProperty]
    public string? Holder { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    public IReadOnlyList<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> Sealed =>
        [
            .. Draw
                .Holders.Where(h => h.OpenedAt is null)
                .Select(h => new Microsoft.AspNetCore.Mvc.Rendering.SelectListItem(h.Name, h.Name)),
        ];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Finish(
            await open.Handle(new(DrawId, Holder ?? "", Secret?.Trim() ?? ""), Actor, ct),
            _ => $"Het geheim van {Holder} is geopend en klopt met de toezegging.",
            ct
        );
}
