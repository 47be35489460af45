// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Publish;

[Requires(Permission.ConductDraw)]
public sealed class IndexModel(SeeDraw see, PublishDraw publish) : DrawPage(see)
{
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Finish(
            await publish.Handle(new(DrawId), Actor, ct),
            done =>
                done == DisclosedAs.Full
                    ? "De loting is gepubliceerd."
                    : "De loting is gepubliceerd. Een stratum is klein: openbaar zijn het controlegetal en ieders eigen bewijs. Geef het volledige bewijs aan de ondertekenaars.",
            ct
        );
}
