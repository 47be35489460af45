// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.End;

/// <summary>Ends someone's participation on behalf of the municipality, with a reason.</summary>
[Requires(Permission.LeadParticipation)]
public sealed class IndexModel(SeeParticipant see, EndParticipation end, TimeProvider clock) : PersonPage(see, clock)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    protected override void Prepare() => On = Today;

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Act(
            On,
            "De deelname is namens de gemeente beëindigd.",
            day =>
                Reason
                    .Of(Why)
                    .Match(
                        reason => end.Handle(new(Experiment, Participant, day, reason), Actor, ct),
                        why =>
                            Task.FromResult<Outcome<ParticipationState>>(new Outcome<ParticipationState>.Refused(why))
                    ),
            ct
        );
}
