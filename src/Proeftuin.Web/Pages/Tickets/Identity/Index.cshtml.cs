// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Tickets.Identity;

/// <summary>The proof is the answer to the form and not a page of its own: the check word may not stand in an address.</summary>
[Public]
[EnableRateLimiting(TicketLimit.Policy)]
public sealed class IndexModel(ShowIdentityProof show) : ProeftuinPage
{
    [BindProperty]
    public string? DrawId { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? CheckWord { get; set; }

    public IdentityProof? Proof { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Show(
            await show.Handle(TypedDrawId.Read(DrawId), Code, CheckWord, ct),
            proof =>
            {
                (Proof, DrawId) = (proof, TypedDrawId.Read(DrawId));
                return Page();
            }
        );
}
