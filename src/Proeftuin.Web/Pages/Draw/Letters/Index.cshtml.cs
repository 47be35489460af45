// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Letters;

[Requires(Permission.SendTickets)]
public sealed class IndexModel(SeeDraw see, HandOutTickets tickets) : DrawPage(see)
{
    [BindProperty]
    public string? Why { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(ct))
        {
            return NotFound();
        }

        var reason = Reason.Of(Why);
        var letters = reason is Outcome<Reason>.Done { Value: var why }
            ? await tickets.Handle(DrawId, why, Actor, ct)
            : new Outcome<HandOutTickets.Letters>.Refused(reason.Why);
        return await Show(letters, list => File(list.Csv, "text/csv", $"{DrawId}-lotcodes.csv"));
    }
}
