// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Choice;

/// <summary>Writes down another choice within the free-choice arm.</summary>
[Requires(Permission.RecordParticipation)]
public sealed class IndexModel(SeeParticipant see, ChangeChoice change, TimeProvider clock) : PersonPage(see, clock)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    protected override void Prepare() => On = Today;

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Act(
            On,
            "De keuze is gewijzigd.",
            day => change.Handle(new(Experiment, Participant, day, Chosen ?? ""), Actor, ct),
            ct
        );
}
