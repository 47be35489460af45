// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.CaseManager;

/// <summary>Says which case manager guides one person.</summary>
[Requires(Permission.LeadParticipation)]
public sealed class IndexModel(SeeParticipant see, AssignCaseManagers assign, TimeProvider clock)
    : PersonPage(see, clock)
{
    [BindProperty]
    public Guid? Account { get; set; }

    protected override void Prepare() => Account = Person.Row.CaseManagerId;

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Act(
            Today,
            "De klantmanager is toegewezen.",
            _ => assign.Handle(new(Experiment, Account ?? Guid.Empty, null, Participant), Actor, ct),
            ct
        );
}
