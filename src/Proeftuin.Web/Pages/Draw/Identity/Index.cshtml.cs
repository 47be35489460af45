// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Identity;

/// <summary>For somebody who lost the letter or needs help: the project lead prints the proof. It is recorded in the file of the person.</summary>
[Requires(Permission.SendTickets)]
public sealed class IndexModel(SeeDraw see, ShowIdentityProof show) : DrawPage(see)
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<IdentityProof> Proofs { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(ct))
        {
            return NotFound();
        }

        var proofs = await Reason
            .Of(Why)
            .Match(
                reason => show.HandleFor(DrawId, Code, reason, Actor, ct),
                why =>
                    Task.FromResult<Outcome<IReadOnlyList<IdentityProof>>>(
                        new Outcome<IReadOnlyList<IdentityProof>>.Refused(why)
                    )
            );
        return await Show(
            proofs,
            made =>
            {
                Proofs = made;
                return Page();
            }
        );
    }
}
