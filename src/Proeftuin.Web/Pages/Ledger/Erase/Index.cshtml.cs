// SPDX-License-Identifier: EUPL-1.2
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Ledger;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Ledger.Erase;

/// <summary>First the reason, then what goes and what stays, then the erasure. Afterwards the page says who did it, when and why.</summary>
[Requires(Permission.EraseContent)]
public sealed class IndexModel(SeeLine see, ErasePayload erase) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public long Line { get; set; }

    [BindProperty, StringLength(2000)]
    public string? Reason { get; set; }

    public LineView Seen { get; private set; } = null!;

    /// <summary>The reason was given; now the person sees what will happen.</summary>
    public bool IsCheck { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        if (!await Load(ct))
        {
            return NotFound();
        }

        return await Show(
            Core.Reason.Of(Reason),
            _ =>
            {
                IsCheck = true;
                return Page();
            }
        );
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken ct)
    {
        var done = await erase.Handle(Line, Reason, Actor, ct);
        if (!await Load(ct))
        {
            return NotFound();
        }

        return await Show(
            done,
            line =>
            {
                Notice =
                    $"De persoonlijke inhoud bij regel {Dutch.Count(line)} is gewist. Het logboek blijft na te rekenen.";
                return Redirect($"/logboek/{Line}/inhoud");
            }
        );
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        if (await see.Handle(Line, Actor, ct) is not Outcome<LineView>.Done { Value: var seen })
        {
            return false;
        }

        Seen = seen;
        return true;
    }
}
