// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Tickets.Ticket;

[Public]
[EnableRateLimiting(TicketLimit.Policy)]
public sealed class IndexModel(LookAtDraw look) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string DrawId { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Ticket { get; set; } = "";

    public PublicTicket? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await look.HandleTicket(DrawId, Ticket, ct);
        if (found is not Outcome<PublicTicket>.Done { Value: var ticket })
        {
            // the same answer for an unknown draw and an unknown code: nobody can try out which codes exist elsewhere
            Refuse(found.Why);
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        Found = ticket;
        return Page();
    }
}
