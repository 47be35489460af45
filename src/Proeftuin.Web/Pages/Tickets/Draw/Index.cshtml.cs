// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Tickets.Draw;

[Public]
[EnableRateLimiting(TicketLimit.Policy)]
public sealed class IndexModel(LookAtDraw look) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string DrawId { get; set; } = "";

    public PublicDraw Draw { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCommittedAsync(CancellationToken ct) =>
        await Load(ct)
            ? File(Encoding.UTF8.GetBytes(Draw.CommittedText), "application/json", $"{DrawId}-vastlegging.json")
            : NotFound();

    public async Task<IActionResult> OnGetReceiptAsync(CancellationToken ct) =>
        await look.HandleReceipt(DrawId, ct) is Outcome<byte[]>.Done { Value: var receipt }
            ? File(receipt, "application/json", $"{DrawId}-bewijs.json")
            : NotFound();

    private async Task<bool> Load(CancellationToken ct)
    {
        if (await look.Handle(DrawId, ct) is not Outcome<PublicDraw>.Done { Value: var draw })
        {
            return false;
        }

        Draw = draw;
        return true;
    }
}
