// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Decline;

/// <summary>Writes down a no.</summary>
[Requires(Permission.RecordParticipation)]
public sealed class IndexModel(SeeParticipant see, RecordDecline decline, TimeProvider clock) : PersonPage(see, clock)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    protected override void Prepare() => On = Today;

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Act(
            On,
            "Vastgelegd: deze persoon wil niet meedoen. Dat heeft geen gevolgen.",
            day => decline.Handle(new(Experiment, Participant, day), Actor, ct),
            ct
        );
}
