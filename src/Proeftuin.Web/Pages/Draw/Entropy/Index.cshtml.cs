// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Entropy;

[Requires(Permission.EnterEntropy)]
public sealed class IndexModel(SeeDraw see, EnterEntropy enter) : DrawPage(see)
{
    [BindProperty]
    public string? Value { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Finish(
            await enter.Handle(new(DrawId, Value?.Trim() ?? ""), Actor, ct),
            done =>
                done switch
                {
                    EntropyEntered.Agreed => "Twee mensen voerden dezelfde waarde in. De waarde staat vast.",
                    EntropyEntered.Differs =>
                        "De twee invoeren verschillen. Beide zijn opzij gelegd. Voer allebei de waarde opnieuw in.",
                    _ =>
                        "Uw invoer is bewaard. Nu moet een tweede persoon de waarde invoeren, zonder die van u te zien.",
                },
            ct
        );
}
