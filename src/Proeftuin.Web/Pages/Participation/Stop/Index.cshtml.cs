// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Stop;

/// <summary>Writes down that somebody stops. Nothing happens to the benefit, and the page says so.</summary>
[Requires(Permission.RecordParticipation)]
public sealed class IndexModel(SeeParticipant see, StopParticipation stop, TimeProvider clock) : PersonPage(see, clock)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public DataChoice? Data { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    protected override void Prepare() => On = Today;

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Act(
            On,
            "Vastgelegd: deze persoon is gestopt. Er verandert niets aan de uitkering en er volgt geen maatregel.",
            day => stop.Handle(new(Experiment, Participant, day, Data, Note), Actor, ct),
            ct
        );
}
