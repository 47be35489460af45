// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Places;

/// <summary>Places and waiting lists of the arms with a maximum: give places while there are enough, call up in order.</summary>
[Requires(Permission.LeadParticipation)]
public sealed class IndexModel(SeeRecruitment see, DividePlaces divide, CallUp call) : RecruitmentPage(see)
{
    [BindProperty]
    public string? Arm { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await Load(ct))
        {
            return NotFound();
        }

        (On, StartsOn) = (View.Today, Month.Of(View.Today).Plus(1).FirstDay);
        return Page();
    }

    public async Task<IActionResult> OnPostDivideAsync(CancellationToken ct) =>
        await Done(
            On is { } on ? await divide.Handle(new(Experiment, Arm ?? "", on), Actor, ct) : new DateMissing(),
            $"{Address}/plaatsen",
            n => $"{Dutch.Count(n)} aanmeldingen zijn verwerkt.",
            ct
        );

    public async Task<IActionResult> OnPostCallAsync(CancellationToken ct) =>
        await Done(
            On is { } on && StartsOn is { } start
                ? await call.Handle(new(Experiment, Arm ?? "", on, start), Actor, ct)
                : new DateMissing(),
            $"{Address}/plaatsen",
            n => $"{Dutch.Count(n)} mensen zijn van de wachtlijst opgeroepen.",
            ct
        );
}
