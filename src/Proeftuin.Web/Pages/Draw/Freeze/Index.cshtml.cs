// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Freeze;

[Requires(Permission.ConductDraw)]
public sealed class IndexModel(SeeDraw see, FreezeDraw freezeDraw, FreezeEnrolments freezeEnrolments) : DrawPage(see)
{
    [BindProperty]
    public Guid ScreeningId { get; set; }

    [BindProperty]
    public string? TicketCodes { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public bool IsLotteryForPlaces => Draw.Plan.Id.PlacesIn is not null;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(ct))
        {
            return NotFound();
        }

        var frozen = await Reason
            .Of(Why)
            .Match(
                reason =>
                    IsLotteryForPlaces
                        ? freezeEnrolments.Handle(new(DrawId, TicketCodes ?? "", reason), Actor, ct)
                        : freezeDraw.Handle(new(DrawId, ScreeningId, reason), Actor, ct),
                why => Task.FromResult<Outcome<FrozenFrame>>(new Outcome<FrozenFrame>.Refused(why))
            );
        return await Finish(
            frozen,
            done =>
                $"De lijst is bevroren: {Dutch.Count(done.Counts.InFrame)} {DrawWords.Unit(Draw.Plan.Unit)}, 0 regels niet verklaard.",
            ct
        );
    }
}
