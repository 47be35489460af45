// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Data;

/// <summary>Writes down what may be done with someone's data, also of somebody who never took part.</summary>
[Requires(Permission.RecordParticipation)]
public sealed class IndexModel(SeeParticipant see, DecideOnData decide, TimeProvider clock) : PersonPage(see, clock)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public DataChoice? Data { get; set; }

    protected override void Prepare() => (On, Data) = (Today, Person.Row.Data);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Act(
            On,
            "Het besluit over de gegevens is vastgelegd.",
            day => decide.Handle(new(Experiment, Participant, day, Data), Actor, ct),
            ct
        );
}
