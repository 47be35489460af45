// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Proeftuin.App.Draw;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Tickets.Ask;

[Public]
[EnableRateLimiting(TicketLimit.Policy)]
public sealed class IndexModel(LookAtDraw look) : ProeftuinPage
{
    [BindProperty]
    public string? DrawId { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var found = await look.HandleTicket(TypedDrawId.Read(DrawId), Code ?? "", ct);
        return await Show(found, ticket => Redirect($"/lot/{ticket.DrawId}/{TicketCode.Grouped(ticket.Code)}"));
    }
}
