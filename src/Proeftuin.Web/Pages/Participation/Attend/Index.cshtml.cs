// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Attend;

/// <summary>Writes down that somebody was at a meeting, with the help that was given.</summary>
[Requires(Permission.RecordParticipation)]
public sealed class IndexModel(SeeParticipant see, RecordAttendance attend, TimeProvider clock) : PersonPage(see, clock)
{
    [BindProperty]
    public Guid Meeting { get; set; }

    [BindProperty]
    public HelpGiven Help { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Act(
            Today,
            "De bijeenkomst is genoteerd.",
            _ => attend.Handle(new(Experiment, Participant, Meeting, Help), Actor, ct),
            ct
        );
}
