// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Enrol;

/// <summary>Writes down who enrolled before the lot: one person or a list.</summary>
[Requires(Permission.LeadParticipation)]
public sealed class IndexModel(SeeRecruitment see, EnrolVolunteers enrol) : RecruitmentPage(see)
{
    [BindProperty]
    public string? Numbers { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public ConsentChannel Channel { get; set; }

    [BindProperty]
    public HelpGiven Help { get; set; }

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await Load(ct))
        {
            return NotFound();
        }

        On = View.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Done(
            On is { } on
                ? await enrol.Handle(new(Experiment, Numbers, on, Channel, Help), Actor, ct)
                : new DateMissing(),
            $"{Address}/aanmeldingen",
            people => people == 1 ? "Eén persoon is aangemeld." : $"{Dutch.Count(people)} mensen zijn aangemeld.",
            ct
        );
}
