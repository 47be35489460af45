// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.TakeOffTheList;

/// <summary>Takes somebody off the list before the lot.</summary>
[Requires(Permission.LeadParticipation)]
public sealed class IndexModel(SeeRecruitment see, WithdrawVolunteer withdraw) : RecruitmentPage(see)
{
    [BindProperty(SupportsGet = true)]
    public Guid Volunteer { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Done(
            await withdraw.Handle(Experiment, Volunteer, Actor, ct),
            $"{Address}/aanmeldingen",
            _ => "De aanmelding is ingetrokken.",
            ct
        );
}
