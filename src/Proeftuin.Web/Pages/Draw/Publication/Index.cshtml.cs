// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Publication;

[Requires(Permission.ConductDraw)]
public sealed class IndexModel(SeeDraw see, RecordPublication record) : DrawPage(see)
{
    [BindProperty]
    public string? Place { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Finish(
            await record.Handle(new(DrawId, Place?.Trim() ?? ""), Actor, ct),
            done => $"Genoteerd: gepubliceerd in {done.Where}.",
            ct
        );
}
