// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Retract;

/// <summary>Takes back a line that was written down wrongly.</summary>
[Requires(Permission.RecordParticipation)]
public sealed class IndexModel(SeeParticipant see, RetractLine retract, TimeProvider clock) : PersonPage(see, clock)
{
    [BindProperty(SupportsGet = true)]
    public int Line { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public SeeParticipant.Line? Wrong => Person.Lines.FirstOrDefault(l => l.Row.Sequence == Line);

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await Load(ct) && Wrong is not null ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Act(
            Today,
            $"Regel {Line} telt niet meer. Leg zo nodig vast hoe het wel was.",
            _ =>
                Reason
                    .Of(Why)
                    .Match(
                        reason => retract.Handle(new(Experiment, Participant, Line, reason), Actor, ct),
                        why =>
                            Task.FromResult<Outcome<ParticipationState>>(new Outcome<ParticipationState>.Refused(why))
                    ),
            ct
        );
}
