// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Approve;

/// <summary>Approves or rejects one change by hand.</summary>
[Requires(Permission.ApproveByHand)]
public sealed class IndexModel(SeeChangesByHand see, DecideChangeByHand decide) : ProeftuinPage
{
    private const string Yes = "ja";
    private const string No = "nee";

    public static IEnumerable<SelectListItem> Decisions => [new("goedkeuren", Yes), new("afwijzen", No)];

    [FromRoute(Name = "change")]
    public Guid Change { get; set; }

    public SeeChangesByHand.Waiting? Waiting { get; private set; }

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        return Waiting is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var reason = Reason.Of(Why);
        if (Decision is not (Yes or No))
        {
            ModelState.AddModelError(nameof(Decision), "Kies goedkeuren of afwijzen.");
        }

        if (!reason.IsDone)
        {
            ModelState.AddModelError(nameof(Why), reason.Why[0].Message);
        }

        if (!ModelState.IsValid)
        {
            await Load(ct);
            return Refused();
        }

        return await Show(
            await decide.Handle(new(Change, Decision is Yes, reason.OrThrow()), Actor, ct),
            _ =>
            {
                Notice =
                    Decision is Yes
                        ? "Goedgekeurd. De wijziging gaat mee met de volgende verrekening."
                        : "Afgewezen. Er verandert niets.";
                return Redirect("/verrekenen/met-de-hand");
            },
            () => Load(ct)
        );
    }

    private async Task Load(CancellationToken ct) =>
        Waiting = (await see.Handle(Actor, ct)).Match(all => all.FirstOrDefault(w => w.Id == Change), _ => null);
}
